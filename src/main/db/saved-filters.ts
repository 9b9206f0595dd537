import { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { SavedFilter } from '#core/contract.ts'
import type { Db } from './kysely.ts'

/** The saved filters of the office, by name. */
export async function listFilters(db: Db): Promise<SavedFilter[]> {
  const rows = await db.selectFrom('saved_filter').selectAll().orderBy('name').execute()
  return rows.map(({ name, filter, saved_by }) => {
    const { query, filters } = JSON.parse(filter) as { query: string; filters: unknown }
    return { name, query, filters: RegistryFilters.parse(filters), savedBy: saved_by }
  })
}

/** Keeps a filter under its name, over an older one of that name. `at` is an ISO instant. */
export async function saveFilter(db: Db, filter: SavedFilter, at: string): Promise<void> {
  const { name, query, filters } = filter
  const row = {
    filter: JSON.stringify({ query, filters }),
    saved_by: filter.savedBy,
    saved_at: at,
  }
  await db
    .insertInto('saved_filter')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

/** Forgets a filter. */
export async function removeFilter(db: Db, name: string): Promise<void> {
  await db.deleteFrom('saved_filter').where('name', '=', name).execute()
}
