import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import {
  type AttachmentCard,
  type AttachmentKind,
  checkAttachment,
  headLength,
  kindOfFile,
} from '#core/attachment.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import {
  addFile,
  findSameFile,
  keepThumbnail,
  listFiles,
  markFile,
  readFileBytes,
  readFileCard,
} from '../db/conference-files.ts'
import { readConference } from '../db/conferences.ts'
import type { Db } from '../db/kysely.ts'
import { type Actor, change, type Office } from './office.ts'

/** The files of a conference. */
export async function listConferenceFiles(
  office: Office,
  conferenceId: number,
): Promise<AttachmentCard[]> {
  return listFiles(office.store.db, conferenceId)
}

type ReadFile = { name: string; kind: AttachmentKind; bytes: Buffer }

/** Reads a photo or scan of this computer; its size and first bytes decide before it is read whole. */
export function readAttachment(path: string, present: number): Result<ReadFile> {
  const name = cleanText(basename(path)).slice(-300) || '—'
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return fail('file.unreadable', { file: path })
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return fail('attachment.not-picture', { name })
    const head = Buffer.alloc(headLength)
    readSync(file, head, 0, headLength, 0)
    const kind = checkAttachment({ name, size: stat.size, head }, present)
    if (!kind.ok) return kind
    const bytes = Buffer.alloc(stat.size)
    let read = 0
    while (read < bytes.length) {
      const more = readSync(file, bytes, read, bytes.length - read, read)
      if (more === 0) return fail('file.unreadable', { file: path })
      read += more
    }
    return ok({ name, kind: kind.value, bytes })
  } catch {
    return fail('file.unreadable', { file: path })
  } finally {
    closeSync(file)
  }
}

async function canWrite(db: Db, id: number): Promise<Result<true>> {
  const conference = await readConference(db, id)
  if (!conference) return fail('conference.unknown', { id })
  const { state } = conference
  return state === 'planned' || state === 'held' ? ok(true) : fail('roster.not-open')
}

/** Keeps a photo or scan with a conference, inside the encrypted store. */
export async function attachFile(
  office: Office,
  actor: Actor,
  conferenceId: number,
  path: string,
): Promise<Result<{ id: number; kind: AttachmentKind }>> {
  return change(office, actor, async (db, audit, at) => {
    const allowed = await canWrite(db, conferenceId)
    if (!allowed.ok) return allowed
    const read = readAttachment(path, (await listFiles(db, conferenceId)).length)
    if (!read.ok) return read
    const { name, kind, bytes } = read.value
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if ((await findSameFile(db, conferenceId, sha256)) !== null) {
      return fail('attachment.twice', { name })
    }
    const id = await addFile(db, {
      ...{ conferenceId, name, kind, sha256, bytes },
      by: actor.name,
      at,
    })
    const detail = { conference: conferenceId, sha256, size: bytes.length }
    await audit({ event: 'attachment.added', subject: `attachment:${id}`, detail })
    return ok({ id, kind })
  })
}

/** Takes a file off its conference; undo puts it back. */
export async function detachFile(
  office: Office,
  actor: Actor,
  id: number,
): Promise<Result<{ id: number }>> {
  return change(office, actor, async (db, audit) => {
    const card = await readFileCard(db, id)
    if (!card || card.removed) return fail('attachment.unknown')
    const allowed = await canWrite(db, card.conferenceId)
    if (!allowed.ok) return allowed
    await markFile(db, id, true)
    const detail = { conference: card.conferenceId }
    await audit({ event: 'attachment.removed', subject: `attachment:${id}`, detail })
    return ok({ id })
  })
}

/** The bytes of a file for the window, whole or as its small picture. */
export async function fileBytes(
  office: Office,
  id: number,
  part: 'bytes' | 'thumbnail',
): Promise<Result<Uint8Array>> {
  const bytes = await readFileBytes(office.store.db, id, part)
  return bytes ? ok(bytes) : fail('attachment.unknown')
}

/** Keeps the small picture the window drew; anything but a JPEG is refused. */
export async function saveThumbnail(
  office: Office,
  id: number,
  bytes: Uint8Array,
): Promise<Result<{ id: number }>> {
  const card = await readFileCard(office.store.db, id)
  if (!card || card.removed) return fail('attachment.unknown')
  if (kindOfFile(bytes) !== 'jpeg') return fail('attachment.not-picture', { name: card.name })
  await keepThumbnail(office.store.db, id, Buffer.from(bytes))
  return ok({ id })
}
