import type { Household, HouseholdDraft } from '#core/household.ts'
import { foldKey } from '#core/text.ts'
import type { Db } from './kysely.ts'

/** Adds a household and answers its id. `at` is an ISO instant. */
export async function addHousehold(db: Db, draft: HouseholdDraft, at: string): Promise<number> {
  const row = await db
    .insertInto('household')
    .values({ ...columns(draft), created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes a household's address, commune and phone over the old ones. */
export async function changeHousehold(db: Db, id: number, draft: HouseholdDraft): Promise<void> {
  await db.updateTable('household').set(columns(draft)).where('id', '=', id).execute()
}

/** A household by id, or null. */
export async function readHousehold(db: Db, id: number): Promise<Household | null> {
  const row = await db.selectFrom('household').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    commune: { code: row.commune_code, validFrom: row.commune_from },
    address: row.address,
    phone: row.phone,
  }
}

function columns(draft: HouseholdDraft) {
  return {
    commune_code: draft.commune.code,
    commune_from: draft.commune.validFrom,
    address: draft.address,
    address_fold: foldKey(draft.address),
    phone: draft.phone,
  }
}
