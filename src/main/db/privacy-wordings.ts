import type { Db } from './kysely.ts'

/** Keeps a wording for good under its version. */
export async function addWording(
  db: Db,
  text: {
    regime: string
    kind: 'notice' | 'consent'
    wording: { version: string }
    since: string
    by: string
  },
): Promise<void> {
  const { regime, kind, wording, since, by } = text
  await db
    .insertInto('privacy_wording')
    .values({
      ...{ regime, kind, since, version: wording.version },
      content: JSON.stringify(wording),
      written_by: by,
    })
    .execute()
}

/** How many wordings the office wrote. */
export async function countWordings(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('privacy_wording')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
