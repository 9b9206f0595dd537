import { z } from 'zod'
import { formatDate } from './date.ts'
import { CommuneRef } from './household.ts'
import { IsoDay, typedLine } from './person.ts'
import { fail, ok, type Problem, type Result } from './result.ts'
import { Target, TargetMeasure } from './target.ts'
import { Collector } from './terms.ts'

const PlanId = z.string().regex(/^[a-z0-9-]{1,60}$/)
const people = z.number().int().max(100_000_000)
const source = typedLine(300)

/** A campaign of the plan; its targets name it. */
export const PlannedCampaign = z.strictObject({
  id: PlanId,
  name: typedLine(200).min(1),
  launchDay: IsoDay,
  from: IsoDay,
  to: IsoDay,
  source,
})
export type PlannedCampaign = z.infer<typeof PlannedCampaign>

/** A target of the plan with the campaign it belongs to. */
export const PlannedTarget = Target.extend({ value: people, campaignId: PlanId.nullable() })
export type PlannedTarget = z.infer<typeof PlannedTarget>

/**
 * The number a commune or a collecting organisation was given, for one measure over a span;
 * `newPeople` is the part of it to be newly added ("Tăng mới" of B15a-UQ).
 */
export const Assignment = z.strictObject({
  id: PlanId,
  measure: TargetMeasure,
  commune: CommuneRef.nullable(),
  collector: Collector.nullable(),
  from: IsoDay,
  to: IsoDay,
  value: people,
  newPeople: people.nullable(),
})
export type Assignment = z.infer<typeof Assignment>

/** People and labour force of the area from a day on, and who is insured outside this book. */
export const AreaSize = z.strictObject({
  from: IsoDay,
  population: people,
  labourForce: people,
  bhytElsewhere: people.nullable(),
  bhxhElsewhere: people.nullable(),
  source,
})
export type AreaSize = z.infer<typeof AreaSize>

/** A share to be covered from a day on, in thousandths: BHYT of the people, BHXH and BHXH tự nguyện of the labour force. */
export const CoverageTarget = z.strictObject({
  measure: z.enum(['bhyt', 'bhxh', 'bhxh-tn']),
  from: IsoDay,
  permille: z.number().int(),
  source,
})
export type CoverageTarget = z.infer<typeof CoverageTarget>

/** The whole plan of an office. */
export const Plan = z.strictObject({
  campaigns: z.array(PlannedCampaign).max(500),
  targets: z.array(PlannedTarget).max(2000),
  assignments: z.array(Assignment).max(20_000),
  sizes: z.array(AreaSize).max(200),
  coverage: z.array(CoverageTarget).max(200),
})
export type Plan = z.infer<typeof Plan>

/** One entry of the plan, named by its part. */
export const PlanEntry = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('campaigns'), row: PlannedCampaign }),
  z.strictObject({ part: z.literal('targets'), row: PlannedTarget }),
  z.strictObject({ part: z.literal('assignments'), row: Assignment }),
  z.strictObject({ part: z.literal('sizes'), row: AreaSize }),
  z.strictObject({ part: z.literal('coverage'), row: CoverageTarget }),
])
export type PlanEntry = z.infer<typeof PlanEntry>

/** A part of the plan. */
export const PlanPart = z.enum(['campaigns', 'targets', 'assignments', 'sizes', 'coverage'])
export type PlanPart = z.infer<typeof PlanPart>

/** What an entry is known by within its part: its id, its first day, or share and first day. */
export function keyOfEntry({ part, row }: PlanEntry): string {
  if (part === 'sizes') return row.from
  return part === 'coverage' ? `${row.measure} ${row.from}` : row.id
}

const keyed = (part: PlanPart, row: unknown): string => keyOfEntry({ part, row } as PlanEntry)

/** The plan with an entry put in the place of the one with its key, or added. */
export function putEntry(plan: Plan, entry: PlanEntry): Plan {
  const key = keyOfEntry(entry)
  const rows: unknown[] = [...plan[entry.part]]
  const at = rows.findIndex((row) => keyed(entry.part, row) === key)
  if (at >= 0) rows[at] = entry.row
  else rows.push(entry.row)
  return { ...plan, [entry.part]: rows }
}

/** The plan without an entry; null when it has none with that key. */
export function dropEntry(plan: Plan, part: PlanPart, key: string): Plan | null {
  const rows: unknown[] = plan[part]
  const left = rows.filter((row) => keyed(part, row) !== key)
  if (left.length === rows.length) return null
  const targets = plan.targets.map((target) =>
    part === 'campaigns' && target.campaignId === key ? { ...target, campaignId: null } : target,
  )
  return { ...plan, ...(part === 'campaigns' && { targets }), [part]: left }
}

/** What an entry is checked against. */
export type PlanGround = { plan: Plan; knowsCommune: (commune: CommuneRef) => boolean }

/** Refuses an entry that cannot be meant: a target of zero, a negative population, crossed dates. */
export function checkEntry(entry: PlanEntry, ground: PlanGround): Result<PlanEntry> {
  const problem = findWrong(entry, ground)
  return problem ? { ok: false, problem } : ok(entry)
}

function findWrong(entry: PlanEntry, { plan, knowsCommune }: PlanGround): Problem | null {
  const { part, row } = entry
  const wrong = (result: { problem: Problem }) => result.problem
  if (part === 'sizes') return wrongSize(row)
  if (part === 'coverage') {
    const fits = row.permille >= 1 && row.permille <= 1000
    return fits ? null : wrong(fail('target.share', {}, ['permille']))
  }
  if (row.from > row.to) {
    const days = { from: formatDate(row.from), to: formatDate(row.to) }
    return wrong(fail('target.dates-crossed', days, ['to']))
  }
  if (part === 'campaigns') {
    const inside = row.launchDay >= row.from && row.launchDay <= row.to
    return inside ? null : wrong(fail('target.launch-outside', {}, ['launchDay']))
  }
  if (row.value < 1) return wrong(fail('target.zero', {}, ['value']))
  if (part === 'targets') {
    const known = row.campaignId === null || plan.campaigns.some(({ id }) => id === row.campaignId)
    return known
      ? null
      : wrong(fail('target.no-campaign', { id: row.campaignId ?? '' }, ['campaignId']))
  }
  return wrongAssignment(row, knowsCommune)
}

function wrongSize({
  population,
  labourForce,
  bhytElsewhere,
  bhxhElsewhere,
}: AreaSize): Problem | null {
  const at = (path: string) => fail('target.negative', {}, [path]).problem
  if (population < 1) return at('population')
  if (labourForce < 1) return at('labourForce')
  if (labourForce > population) return fail('target.labour-too-many', {}, ['labourForce']).problem
  if ((bhytElsewhere ?? 0) < 0) return at('bhytElsewhere')
  return (bhxhElsewhere ?? 0) < 0 ? at('bhxhElsewhere') : null
}

function wrongAssignment(row: Assignment, knows: PlanGround['knowsCommune']): Problem | null {
  if ((row.commune === null) === (row.collector === null))
    return fail('target.whose', {}, ['commune']).problem
  if (row.commune && !knows(row.commune))
    return fail('target.outside-area', { code: row.commune.code }, ['commune']).problem
  const fits = row.newPeople === null || (row.newPeople >= 0 && row.newPeople <= row.value)
  return fits ? null : fail('target.new-too-many', {}, ['newPeople']).problem
}
