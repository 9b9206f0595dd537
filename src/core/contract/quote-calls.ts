import { z } from 'zod'
import type { VoluntaryAmounts } from '../contribution/voluntary.ts'
import { largestHousehold, PriceRequest } from '../enrolment.ts'
import { IsoDay, longestName, typedLine } from '../person.ts'
import { VoluntaryQuote } from '../quote.ts'
import { answers } from './call.ts'
import type { PaperCard } from './paper-answers.ts'

/** A calculation at the counter; the office's own local support counts. */
export const Calculation = VoluntaryQuote.omit({ unit: true }).extend({ date: IsoDay })
export type Calculation = z.infer<typeof Calculation>

const name = typedLine(longestName)

/** Whom a quote is handed to, as typed so far. */
const whom = { head: name, address: typedLine(2 * longestName), phone: typedLine(40) }

const { signedOn, household, members } = PriceRequest.shape
const { element: member } = members

/** A price request alone, without the rest of a sign-up around it. */
const request = z.strictObject({
  signedOn,
  household: household.strict(),
  members: z
    .array(member.extend({ person: member.shape.person.strict() }).strict())
    .min(1)
    .max(largestHousehold),
})

/** What a quote is about: a sign-up as it stands on the screen, or one calculation. */
export const QuoteWish = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sign-up'),
    ...whom,
    names: z.array(name).max(largestHousehold),
    request,
  }),
  z.strictObject({ kind: z.literal('calculation'), ...whom, name, asked: Calculation }),
])
export type QuoteWish = z.infer<typeof QuoteWish>

/** Calls about amounts that are only looked up: nothing of them is stored. */
export const quoteCalls = {
  'quote.ask': { input: Calculation, who: 'look', ...answers<VoluntaryAmounts>() },
  'quote.paper': { input: QuoteWish, who: 'look', ...answers<PaperCard>() },
} as const
