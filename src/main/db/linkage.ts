import type { Db } from './kysely.ts'

/** The personal numbers of everybody whose sign-up of a span still holds; days are inclusive. */
export async function numbersCounted(
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select('person.personal_number')
    .distinct()
    .where('enrolment.signed_on', '>=', from)
    .where('enrolment.signed_on', '<=', to)
    .where('enrolment.state', '<>', 'cancelled')
    .where('person.personal_number', 'is not', null)
    .execute()
  return rows.flatMap(({ personal_number }) => personal_number ?? [])
}
