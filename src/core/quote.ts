import { z } from 'zod'
import { type HealthAmounts, priceHealthMember } from './contribution/health.ts'
import { countSupportedMonths } from './contribution/support.ts'
import { priceVoluntary, type VoluntaryAmounts } from './contribution/voluntary.ts'
import { addDays, type IsoDate, isIsoDate } from './date.ts'
import type { Basis } from './enrolment.ts'
import type { Policy } from './policy.ts'
import { at, fail, ok, type Result } from './result.ts'
import { PaymentMethod, SupportGroup } from './terms.ts'
import { isKnownPlace } from './units.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const unit = z.string().min(1).max(40).optional()
const months = z.number().int().min(1).max(600)
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((value) => [value]), z.array(item).max(10)])

/** What is asked about one person's BHXH tự nguyện: a payment, missing or late months, or a refund. */
export const VoluntaryQuote = z.strictObject({
  scheme: z.literal('bhxh-tn'),
  date: day,
  unit,
  income: z.number().int(),
  method: PaymentMethod,
  group: oneOrMore(SupportGroup),
  yield: z.number().nullish(),
  missingMonths: months.nullish(),
  lateMonths: z.number().int().min(0).max(240).nullish(),
  unusedMonths: months.nullish(),
  supportedSince: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .nullish(),
})

const HealthQuoteMember = z.strictObject({
  position: z.number().int().min(1).max(99),
  months: z.number().int(),
  support: oneOrMore(z.string().max(40)).default([]),
  first: z.boolean(),
  gapDays: z.number().int().min(-3660).max(36600).nullable().default(null),
  individual: z.boolean().optional(),
  choice: z.enum(['household', 'supported']).optional(),
})

const HealthQuote = z.strictObject({
  scheme: z.literal('bhyt-hgd'),
  date: day,
  unit,
  members: z.array(HealthQuoteMember).min(1).max(50),
})

/** What can be asked: one person's BHXH tự nguyện, or the BHYT of a household (`docs/quote.md`). */
export const QuoteRequest = z.discriminatedUnion('scheme', [VoluntaryQuote, HealthQuote])
export type QuoteRequest = z.infer<typeof QuoteRequest>

/** The amounts of a household: each member, the totals and the policy rows behind them. */
export type HealthQuoted = {
  members: HealthAmounts[]
  gross: number
  support: number
  payer: number
  basis: Basis[]
  notices: string[]
}

/** What a quote answers; amounts in whole đồng. */
export type Quoted = VoluntaryAmounts | HealthQuoted

/** Answers a quote; what the rules refuse, and any unknown or ill-shaped field, is a problem. */
export function quote(request: unknown, policy: Policy): Result<Quoted> {
  const parsed = QuoteRequest.safeParse(request)
  if (!parsed.success) return invalid(parsed.error)
  const asked = parsed.data
  if (!isIsoDate(asked.date)) return fail('date.impossible', { text: asked.date }, ['date'])
  if (asked.unit !== undefined && !isKnownPlace(policy.places, asked.unit))
    return fail('unit.unknown', { code: asked.unit }, ['unit'])
  return asked.scheme === 'bhxh-tn' ? quoteVoluntary(asked, policy) : quoteHealth(asked, policy)
}

function invalid(error: z.ZodError): Result<never> {
  const [issue] = error.issues
  const inside = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...(issue?.path ?? []), ...inside].map((step) =>
    typeof step === 'number' ? step : String(step),
  )
  return fail('input.invalid', { field: path.join('.') || 'JSON' }, path)
}

// The policy holds the places of Hà Nội and no others, so every known place is in this province.
const provinceOf = (code: string | undefined): string | null => (code === undefined ? null : '01')

/** Answers what is asked about one person's BHXH tự nguyện; its day and unit are checked already. */
export function quoteVoluntary(
  asked: z.infer<typeof VoluntaryQuote>,
  policy: Policy,
): Result<VoluntaryAmounts> {
  const lonely = asked.method !== 'missing' && asked.missingMonths
  if (lonely) return fail('input.invalid', { field: 'missingMonths' }, ['missingMonths'])
  if (asked.unusedMonths && asked.lateMonths)
    return fail('input.invalid', { field: 'lateMonths' }, ['lateMonths'])
  const supported = supportedBefore(asked.supportedSince ?? null, asked.date, policy)
  if (!supported.ok) return supported
  return priceVoluntary(
    {
      date: asked.date,
      income: asked.income,
      method: asked.method,
      groups: asked.group,
      province: provinceOf(asked.unit),
      supportedMonths: supported.value,
      yield: asked.yield ?? undefined,
      missingMonths: asked.missingMonths ?? undefined,
      lateMonths: asked.lateMonths ?? undefined,
      unusedMonths: asked.unusedMonths ?? undefined,
    },
    policy,
  )
}

/** Months of unbroken support from a month up to the month before the payment. */
function supportedBefore(since: string | null, date: IsoDate, policy: Policy): Result<number> {
  if (since === null) return ok(0)
  const from = since.length === 7 ? `${since}-01` : since
  if (!isIsoDate(from)) return fail('date.impossible', { text: since }, ['supportedSince'])
  if (from > date) return fail('supported-since.future', { since }, ['supportedSince'])
  const to = addDays(`${date.slice(0, 7)}-01`, -1)
  return ok(countSupportedMonths([{ from, to }], policy))
}

function quoteHealth(asked: z.infer<typeof HealthQuote>, policy: Policy): Result<HealthQuoted> {
  const context = { date: asked.date, province: provinceOf(asked.unit) }
  const members: HealthAmounts[] = []
  for (const [index, member] of asked.members.entries()) {
    const { support, gapDays, ...rest } = member
    const supports = support.filter((group) => group !== 'none')
    // A gap of n days ends the day before payment, so the old card ended n + 1 days before it.
    const cardEnds = gapDays === null ? null : addDays(asked.date, -(gapDays + 1))
    const priced = priceHealthMember({ ...rest, supports, cardEnds }, context, policy)
    if (!priced.ok) return { ok: false, problem: at(priced.problem, 'members', index) }
    members.push(priced.value)
  }
  const sum = (part: 'gross' | 'support' | 'payer'): number =>
    members.reduce((total, member) => total + member[part], 0)
  const basis = new Map(members.flatMap((m) => m.basis).map((each) => [each.row, each]))
  return ok({
    members,
    gross: sum('gross'),
    support: sum('support'),
    payer: sum('payer'),
    basis: [...basis.values()],
    notices: [...new Set(members.flatMap((member) => member.notices)), ...samePlace(members)],
  })
}

function samePlace(members: readonly HealthAmounts[]): string[] {
  const places = members.flatMap((member) => member.position ?? [])
  return new Set(places).size === places.length
    ? []
    : ['Có hai người cùng thứ tự trong hộ. Hãy kiểm tra lại thứ tự.']
}
