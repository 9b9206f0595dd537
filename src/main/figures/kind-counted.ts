import { explainKind } from '#core/kind.ts'
import type { Policy } from '#core/policy.ts'
import type { ParticipationKind, PaymentMethod } from '#core/terms.ts'
import { listHistory, type StoredEnrolment } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'

/**
 * What an enrolment counts as that was signed as a first time although an earlier one of the same
 * person turned up: going on or coming back, by the rules of its day and the history before it.
 */
export async function kindCounted(
  db: Db,
  policy: Policy,
  row: StoredEnrolment,
): Promise<ParticipationKind> {
  const before = (await listHistory(db, row.person_id)).filter(
    (other) =>
      other.scheme === row.scheme &&
      (other.signed_on < row.signed_on || (other.signed_on === row.signed_on && other.id < row.id)),
  )
  const longest = before.sort((a, b) => (a.valid_to < b.valid_to ? 1 : -1))[0]
  if (!longest) return row.kind
  const said = explainKind(
    {
      scheme: row.scheme,
      last: {
        validTo: longest.valid_to,
        signedOn: longest.signed_on,
        method: longest.method as PaymentMethod | null,
      },
      declared: row.declared_until,
      signedOn: row.signed_on,
      method: row.method as PaymentMethod | null,
    },
    policy,
  )
  return said.kind
}
