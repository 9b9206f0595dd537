import type { PastTerm } from '#core/kind.ts'
import type { MemberHistory } from '#core/pricing.ts'
import type { PaymentMethod, Scheme } from '#core/terms.ts'
import { listHistory, type StoredEnrolment } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'

/** Where a member's ladder place is looked for: the household and the calendar year. */
export type LadderYear = { householdId: number | null; year: string }

/** What the book knows of a person before a sign-up. */
export async function readMemberHistory(
  db: Db,
  personId: number,
  ladder: LadderYear,
): Promise<MemberHistory> {
  return memberHistory(await listHistory(db, personId), ladder)
}

/** The same from enrolments that were read already, newest first and without cancelled ones. */
export function memberHistory(
  history: readonly StoredEnrolment[],
  { householdId, year }: LadderYear,
): MemberHistory {
  const placed = history.find(
    (row) =>
      row.position !== null && row.household_id === householdId && row.signed_on.startsWith(year),
  )
  return {
    bhxh: longest(history, 'bhxh-tn'),
    bhyt: longest(history, 'bhyt-hgd'),
    supportedMonths: history.reduce((sum, row) => sum + row.supported_months, 0),
    ladderPlace: placed?.position ?? null,
  }
}

function longest(history: readonly StoredEnrolment[], scheme: Scheme): PastTerm | null {
  let last: StoredEnrolment | null = null
  for (const row of history) {
    if (row.scheme === scheme && (last === null || row.valid_to > last.valid_to)) last = row
  }
  if (last === null) return null
  const method = last.method as PaymentMethod | null
  return { validTo: last.valid_to, signedOn: last.signed_on, method }
}
