import { z } from 'zod'
import { addDays, addMonths, type IsoDate } from '../date.ts'
import { PeriodKind } from '../terms.ts'
import { Confidence } from '../units.ts'

/** When the file of a period must be in: some days after its end, or on a day of the next month. */
export const Deadline = z.strictObject({
  kind: PeriodKind,
  rule: z.union([
    z.strictObject({ daysAfter: z.number().int().min(0).max(60) }),
    z.strictObject({ dayOfNextMonth: z.number().int().min(1).max(28) }),
  ]),
  source: z.string().min(1),
  confidence: Confidence,
})
export type Deadline = z.infer<typeof Deadline>

/** The last day on which the file of a period is in time; null when there is no rule for its kind. */
export function dueOn(
  deadlines: readonly Deadline[],
  period: { kind: PeriodKind; to: IsoDate },
): IsoDate | null {
  const found = deadlines.find(({ kind }) => kind === period.kind)
  if (!found) return null
  if ('daysAfter' in found.rule) return addDays(period.to, found.rule.daysAfter)
  const day = String(found.rule.dayOfNextMonth).padStart(2, '0')
  return `${addMonths(`${period.to.slice(0, 8)}01`, 1).slice(0, 8)}${day}`
}
