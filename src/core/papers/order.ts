import { z } from 'zod'
import { Id } from '../contract/call.ts'
import { RegistryFilters } from '../contract/registry-calls.ts'
import { type FormId, forms } from '../forms.ts'
import { CommuneRef } from '../household.ts'
import { IsoDay } from '../person.ts'
import { DueMark } from '../renewal.ts'
import type { Problem } from '../result.ts'
import { Scheme } from '../terms.ts'
import type { PaperContext, PaperRef } from './facts.ts'
import type { WantedForm } from './plan.ts'

/** The most papers in one document; more would take longer to print than a jam leaves undisturbed. */
export const mostPapers = 10_000

/** Id of a form, as a call names it. */
export const FormName = z.enum(Object.keys(forms) as [FormId, ...FormId[]])

/** Whose papers to print. Cancelled enrolments are left out unless they are named by number. */
export const PaperSelection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: IsoDay }),
  z.strictObject({ kind: z.literal('conference'), id: Id }),
  z.strictObject({ kind: z.literal('household'), id: Id, signedOn: IsoDay.nullable() }),
  z.strictObject({ kind: z.literal('enrolments'), ids: z.array(Id).min(1).max(mostPapers) }),
  z.strictObject({
    kind: z.literal('filter'),
    query: z.string().max(200),
    filters: RegistryFilters,
  }),
  z.strictObject({
    kind: z.literal('due'),
    on: IsoDay,
    mark: DueMark.nullable(),
    commune: CommuneRef.nullable(),
    scheme: Scheme.nullable(),
  }),
])
export type PaperSelection = z.infer<typeof PaperSelection>

/** The order of a paper file. */
export const PaperOrder = z.enum(['household', 'commune', 'number'])
export type PaperOrder = z.infer<typeof PaperOrder>

/**
 * Which papers of a job: by page of the document, by place in it (both from 1), or by the number of an
 * enrolment. A page means the whole paper it belongs to.
 */
export const PaperPlace = z.union([
  z.strictObject({ page: z.number().int().min(1).max(1_000_000) }),
  z.strictObject({ paper: z.number().int().min(1).max(1_000_000) }),
  z.strictObject({ enrolmentId: Id }),
])
export type PaperPlace = z.infer<typeof PaperPlace>

/** What to draw: papers chosen and laid out now, or papers laid out before. */
export type PapersOrder = {
  context: PaperContext
  /** The folder with the fonts. */
  resources: string
  title: string
  /** The day the file says it was made. */
  on: string
  what:
    | { selection: PaperSelection; forms: WantedForm[]; order: PaperOrder; onlyNeeded: boolean }
    | { papers: PaperRef[] }
  /** What renewing costs on the day, by enrolment, for reminders. */
  amounts: [enrolmentId: number, amount: number][]
}

/** A paper of a document and how many pages there are when it ends. */
export type PlacedPaper = PaperRef & { pagesSoFar: number }

/** A box or column left empty, how often, and the first enrolments it is empty for. */
export type CommonGap = { problem: Problem; count: number; numbers: number[] }

/** What a print job answers besides the document. */
export type PapersMade = {
  papers: PlacedPaper[]
  sha256: string
  gaps: CommonGap[]
  without: { problem: Problem; papers: number }[]
}
