import type { AttachmentCard, AttachmentKind } from '#core/attachment.ts'
import type { Db } from './kysely.ts'

/** A file to attach; `sha256` in hex. */
export type NewFile = {
  conferenceId: number
  name: string
  kind: AttachmentKind
  sha256: string
  bytes: Buffer
  by: string
  at: string
}

/** Stores a file inside the encrypted store and answers its id. */
export async function addFile(db: Db, file: NewFile): Promise<number> {
  const { conferenceId, name, kind, sha256, bytes, by, at } = file
  const row = await db
    .insertInto('conference_file')
    .values({
      ...{ name, kind, sha256, bytes },
      conference_id: conferenceId,
      size: bytes.length,
      thumbnail: null,
      added_by: by,
      added_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The files of a conference, in the order they were attached. */
export async function listFiles(db: Db, conferenceId: number): Promise<AttachmentCard[]> {
  const rows = await db
    .selectFrom('conference_file')
    .select(['id', 'name', 'kind', 'size', 'added_by as addedBy', 'added_at as addedAt'])
    .select(({ eb }) => eb('thumbnail', 'is not', null).as('has'))
    .where('conference_id', '=', conferenceId)
    .where('removed', '=', 0)
    .orderBy('id')
    .execute()
  return rows.map(({ has, ...card }) => ({ ...card, hasThumbnail: Boolean(has) }))
}

/** The file with the same bytes that a conference has already, or null. */
export async function findSameFile(
  db: Db,
  conferenceId: number,
  sha256: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('conference_file')
    .select('id')
    .where('conference_id', '=', conferenceId)
    .where('sha256', '=', sha256)
    .where('removed', '=', 0)
    .executeTakeFirst()
  return row?.id ?? null
}

/** What a file belongs to, or null; `removed` finds those taken off as well. */
export async function readFileCard(
  db: Db,
  id: number,
): Promise<{ conferenceId: number; name: string; removed: boolean } | null> {
  const row = await db
    .selectFrom('conference_file')
    .select(['conference_id', 'name', 'removed'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row
    ? { conferenceId: row.conference_id, name: row.name, removed: row.removed === 1 }
    : null
}

/** The bytes of a file, whole or as the small picture, or null. */
export async function readFileBytes(
  db: Db,
  id: number,
  part: 'bytes' | 'thumbnail',
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('conference_file')
    .select(`${part} as bytes`)
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** Keeps the small picture the window drew of a file. */
export async function keepThumbnail(db: Db, id: number, thumbnail: Buffer): Promise<void> {
  await db.updateTable('conference_file').set({ thumbnail }).where('id', '=', id).execute()
}

/** Takes a file off its conference, or puts it back. */
export async function markFile(db: Db, id: number, removed: boolean): Promise<void> {
  await db
    .updateTable('conference_file')
    .set({ removed: removed ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** Forgets a file that was just attached. */
export async function dropFile(db: Db, id: number): Promise<void> {
  await db.deleteFrom('conference_file').where('id', '=', id).execute()
}
