import { z } from 'zod'
import type { Problem } from './result.ts'
import { isWholePeriod } from './summary-check.ts'
import { PeriodKind } from './terms.ts'

/** The namespace of a receipt: the city took the file in. */
export const receiptFormat = 'raquan-receipt-v1'

/** The namespace of a findings file: the city gives the file back, with reasons. */
export const findingsFormat = 'raquan-findings-v1'

const Day = z.iso.date()
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const number = z.number().int().positive()
const Code = z.string().regex(/^[0-9A-Za-z.-]{2,40}$/)
// Control and format characters could hide or turn around what a reader sees.
const Line = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u)

/** One reason of the city: a code for machines (a problem's code or `note`) and a sentence for people. */
export const ReceiptReason = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9.-]{0,60}$/),
  text: Line,
})
export type ReceiptReason = z.infer<typeof ReceiptReason>

/** Which file of which unit is answered, and by whom. */
const shared = {
  /** The unit whose file this is about, as the file named it. */
  unit: z.strictObject({ code: Code, name: Line }),
  period: z.strictObject({ kind: PeriodKind, from: Day, to: Day }),
  /** Number and revision of the file, and the SHA-256 of the whole container as it was received. */
  sequence: number,
  revision: number,
  sha256: Hash,
  /** The city office that answers; its certificate speaks for this code. */
  city: z.strictObject({ code: Code, name: Line }),
  issuedAt: z.iso.datetime({ precision: 0 }),
  issuedBy: Line,
  appVersion: Line,
  practice: z.boolean(),
}

/** The city's answer that it took a file in; `reasons` may hold remarks. */
export const Receipt = z.strictObject({
  format: z.literal(receiptFormat),
  verdict: z.literal('accepted'),
  reasons: z.array(ReceiptReason).max(100),
  ...shared,
})

/** The city's answer that a file must be made anew, and why. */
export const Findings = z.strictObject({
  format: z.literal(findingsFormat),
  verdict: z.literal('returned'),
  reasons: z.array(ReceiptReason).min(1).max(100),
  ...shared,
})

/** What the city signs about one file of a unit: canonical JSON, `receipt.json` or `findings.json`. */
export const CityReply = z.discriminatedUnion('format', [Receipt, Findings])
export type CityReply = z.infer<typeof CityReply>

/** What is wrong with a reply that has the right shape: its period is no whole one. */
export function checkReply({ period }: CityReply): Problem[] {
  if (isWholePeriod(period)) return []
  const { from, to } = period
  return [{ code: 'exchange.period-shape', values: { from, to } }]
}

/** The name a reply is written under: `RQ-016-tiep-nhan-so-0001-lan-1.asice`, `…-tra-lai-…`. */
export function replyFileName(
  reply: Pick<CityReply, 'unit' | 'verdict' | 'sequence' | 'revision'>,
): string {
  const verdict = reply.verdict === 'accepted' ? 'tiep-nhan' : 'tra-lai'
  const sequence = String(reply.sequence).padStart(4, '0')
  return `RQ-${reply.unit.code}-${verdict}-so-${sequence}-lan-${reply.revision}.asice`
}

/** The JSON Schema of both kinds of reply, published as `resources/schemas/receipt-v1.schema.json`. */
export function receiptJsonSchema(): unknown {
  const schema = z.toJSONSchema(CityReply, { target: 'draft-2020-12' })
  return { title: 'Trả lời của thành phố về một tệp tổng hợp, phiên bản 1', ...schema }
}
