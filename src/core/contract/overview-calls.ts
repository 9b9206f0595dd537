import { z } from 'zod'
import { CommuneRef } from '../household.ts'
import type { Overview } from '../overview.ts'
import { IsoDay } from '../person.ts'
import { ReportOrder } from '../reports.ts'
import { PlanEntry, PlanPart } from '../target-plan.ts'
import { Collector, Occupation, Scheme } from '../terms.ts'
import { answers, Id } from './call.ts'
import type { CountedPeople, PlanImported, PlanRead } from './overview-answers.ts'
import type { PaperCard } from './paper-answers.ts'

/**
 * A figure of the overview: people counted in a span up to a day, narrowed to one side. `conferenceId`
 * 0 is those who joined through no conference; only joiners are counted by conference.
 */
export const CountedFigure = z.strictObject({
  counted: z.union([Scheme, z.literal('joiner'), z.literal('first')]),
  from: IsoDay,
  to: IsoDay,
  on: IsoDay,
  side: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('day'), from: IsoDay, to: IsoDay }),
      z.strictObject({ by: z.literal('commune'), commune: CommuneRef }),
      z.strictObject({ by: z.literal('collector'), collector: Collector }),
      z.strictObject({ by: z.literal('occupation'), occupation: Occupation }),
      z.strictObject({ by: z.literal('conference'), conferenceId: z.union([Id, z.literal(0)]) }),
    ])
    .nullable(),
})
export type CountedFigure = z.infer<typeof CountedFigure>

const key = z.string().min(1).max(80)

/** People whose paid terms of a scheme cover a day. */
export const ForceFigure = z.strictObject({ inForce: Scheme, on: IsoDay })
export type ForceFigure = z.infer<typeof ForceFigure>

/** A figure with people behind it. */
export type PeopleFigure = CountedFigure | ForceFigure

const wish = {
  figure: z.union([CountedFigure, ForceFigure]),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{1,15}$/)
    .nullable(),
  limit: z.number().int().min(1).max(200),
}

/** A page of the people behind a figure, from after a place (`day id`). */
export const CountedWish = z.strictObject(wish)
export type CountedWish = z.infer<typeof CountedWish>

/**
 * Names long reading to the screen that waits for it: it hears how far it is, may stop it (`job.cancel`),
 * and what it asks next takes the place of what it asked before.
 */
const job = z.uuid()

/** Calls about the overview, its reports, and the plan of campaigns and targets. */
export const overviewCalls = {
  'overview.read': {
    input: z.strictObject({ on: IsoDay, job }),
    who: 'look',
    ...answers<Overview>(),
  },
  'overview.people': {
    input: z.strictObject({ ...wish, job }),
    who: 'look',
    ...answers<CountedPeople>(),
  },
  'overview.paper': {
    input: z.strictObject({ ...ReportOrder.shape, job }),
    who: 'look',
    ...answers<PaperCard>(),
  },
  'overview.sheet': {
    input: z.strictObject({ ...ReportOrder.shape, job }),
    who: 'look',
    ...answers<string | null>(),
  },
  'targets.read': { input: z.strictObject({}), who: 'look', ...answers<PlanRead>() },
  'targets.save': {
    input: z.strictObject({ entry: PlanEntry, previousKey: key.nullable() }),
    who: 'approve',
    ...answers<{ key: string }>(),
  },
  'targets.remove': {
    input: z.strictObject({ part: PlanPart, key }),
    who: 'approve',
    ...answers<{ key: string }>(),
  },
  'targets.import': {
    // Without a file the person chooses one; null when that dialog was closed.
    input: z.strictObject({
      file: z.string().min(1).max(1000).nullable(),
      dryRun: z.boolean(),
      job,
    }),
    who: 'approve',
    ...answers<(PlanImported & { file: string }) | null>(),
  },
  'targets.undo': {
    input: z.strictObject({}),
    who: 'approve',
    ...answers<{ file: string }>(),
  },
} as const
