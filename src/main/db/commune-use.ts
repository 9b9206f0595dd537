import { sql } from 'kysely'
import type { CommuneRef } from '#core/household.ts'
import type { Db } from './kysely.ts'

/** Those of the communes in which somebody lives or has signed up; one look into an index for each. */
export async function communesInUse(
  db: Db,
  communes: readonly CommuneRef[],
): Promise<CommuneRef[]> {
  const asked = JSON.stringify(communes)
  const { rows } = await sql<CommuneRef>`
    select value ->> 'code' as code, value ->> 'validFrom' as validFrom from json_each(${asked})
    where exists (
      select 1 from household
      where commune_code = value ->> 'code' and commune_from = value ->> 'validFrom'
    ) or exists (
      select 1 from coverage_count
      where commune_code = value ->> 'code' and commune_from = value ->> 'validFrom'
    )`.execute(db)
  return rows
}
