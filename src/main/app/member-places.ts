import type { MemberDraft } from '#core/enrolment.ts'
import type { Db } from '../db/kysely.ts'
import { listMembers } from '../db/people.ts'

/**
 * The place of every row in its household's list. A form that holds the whole household sets the
 * order; with only some of its members, those keep their places and newcomers go behind the last.
 */
export async function placesIn(
  db: Db,
  householdId: number,
  members: readonly MemberDraft[],
): Promise<number[]> {
  const known = await listMembers(db, householdId)
  const typed = new Set(members.map(({ person }) => person.id))
  if (known.every(({ id }) => typed.has(id))) return members.map((_, index) => index + 1)
  let last = Math.max(...known.map(({ position }) => position))
  return members.map(({ person }) => {
    const stands = known.find(({ id }) => id === person.id)
    if (stands) return stands.position
    last += 1
    return last
  })
}
