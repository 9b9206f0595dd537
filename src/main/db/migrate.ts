import { type Migration, Migrator } from 'kysely/migration'
import { fail, ok, type Result } from '#core/result.ts'
import * as officeDay from './migrations/0001-office-day.ts'
import * as enrolmentLife from './migrations/0002-enrolment-life.ts'
import * as registry from './migrations/0003-registry.ts'
import * as printing from './migrations/0004-printing.ts'
import * as paperBoxes from './migrations/0005-paper-boxes.ts'
import * as conferences from './migrations/0006-conferences.ts'
import * as overview from './migrations/0007-overview.ts'
import * as periods from './migrations/0008-periods.ts'
import * as cityDesk from './migrations/0009-city-desk.ts'
import * as people from './migrations/0010-people.ts'
import * as privacy from './migrations/0012-privacy.ts'
import * as erasableWords from './migrations/0013-erasable-words.ts'
import { type Store, storeProblem } from './open.ts'

/** Every migration ever released, in order; they only go forward. */
export const migrations: Record<string, Migration> = {
  '0001-office-day': officeDay,
  '0002-enrolment-life': enrolmentLife,
  '0003-registry': registry,
  '0004-printing': printing,
  '0005-paper-boxes': paperBoxes,
  '0006-conferences': conferences,
  '0007-overview': overview,
  '0008-periods': periods,
  '0009-city-desk': cityDesk,
  '0010-people': people,
  '0012-privacy': privacy,
  '0013-erasable-words': erasableWords,
}

/**
 * Brings the store to the newest schema, all of the way or not at all (`store.not-updated`); refuses one
 * made by a newer app (`store.newer`).
 */
export async function migrate(store: Store): Promise<Result<{ applied: string[] }>> {
  if (await isNewer(store)) return fail('store.newer')
  const migrator = new Migrator({
    db: store.db,
    provider: { getMigrations: async () => migrations },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) return storeProblem(error, store.file) ?? notUpdated(error)
  return ok({ applied: (results ?? []).map((result) => result.migrationName) })
}

/** The words of SQLite name tables and columns, never what is in them. */
function notUpdated(error: unknown) {
  const why = error instanceof Error ? error.message.slice(0, 200) : ''
  return fail('store.not-updated', { why })
}

async function isNewer(store: Store): Promise<boolean> {
  const table = store.raw
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'")
    .get()
  if (!table) return false
  const names = store.raw.prepare('select name from kysely_migration').all() as { name: string }[]
  return names.some(({ name }) => !(name in migrations))
}
