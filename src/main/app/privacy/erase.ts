import type { AuditEntry } from '#core/audit.ts'
import { mayErase } from '#core/privacy/erase.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { eraseDetails } from '../../db/audit.ts'
import type { Db } from '../../db/kysely.ts'
import {
  addErasure,
  attendeesOfKeys,
  dropConferenceFile,
  dropMentions,
  type ErasureRow,
  forgetAttendee,
  linesAbout,
  listErasures,
  madeAtOf,
  overwriteEmptyHousehold,
  overwritePeople,
  readTraces,
} from '../../db/privacy-erase.ts'
import { blankGuardians, blankWords, forgetRequest } from '../../db/privacy-words.ts'
import { purgeSearch } from '../../db/search-index.ts'
import { dropSheet } from '../../db/sheets.ts'
import { type Actor, change, type Office, todayInVietnam } from '../office.ts'
import { erasureKey, mergeErasures, readErasureList, writeErasureList } from './erasure-list.ts'
import { termOf } from './rules.ts'
import { spreadErasures } from './spread-erasures.ts'

/** What is being erased, why, and on which request. */
export type ErasureOrder = Pick<ErasureRow, 'kind' | 'recordId' | 'reason' | 'requestId'>

/** Why a person's data cannot be erased yet, or ok. */
async function checkErasure(office: Office, db: Db, personId: number): Promise<Result<true>> {
  const traces = await readTraces(db, personId)
  if (!traces) return fail('person.unknown', { id: personId })
  const term = await termOf(office, db, 'enrolment')
  return mayErase(traces, term, todayInVietnam(office.ground.now()))
}

/**
 * Erases records for good, each in one transaction: the row is overwritten or deleted, the search index
 * and the audit lose its values, and a line of the record of destruction tells of it by number. Stops
 * at the first that is refused; answers the number of the last line.
 */
export async function eraseRecords(
  office: Office,
  actor: Actor,
  orders: readonly ErasureOrder[],
): Promise<Result<{ erasure: number }>> {
  let last: Result<{ erasure: number }> = fail('privacy.erased')
  for (const order of orders) {
    last = await eraseOne(office, actor, order)
    if (!last.ok) break
  }
  await finishErasing(office)
  return last
}

/** What follows an erasure: its words leave the index, its number the lists beside store and backups. */
export async function finishErasing(office: Office): Promise<void> {
  purgeSearch(office.store.raw)
  await writeErasures(office)
  await spreadErasures(office)
}

function eraseOne(office: Office, actor: Actor, order: ErasureOrder) {
  return change(office, actor, async (db, audit, at): Promise<Result<{ erasure: number }>> => {
    const madeAt = await madeAtOf(db, order.kind, order.recordId)
    if (madeAt === null) return fail('privacy.erased')
    if (order.kind === 'person') {
      const allowed = await checkErasure(office, db, Number(order.recordId))
      if (!allowed.ok) return allowed
    }
    return ok({ erasure: await erase(db, audit, { ...order, madeAt }, { by: actor.name, at }) })
  })
}

/** Erases one record inside a transaction and answers its line of the record of destruction. */
export async function erase(
  db: Db,
  audit: (entry: AuditEntry) => Promise<void>,
  order: ErasureOrder & { madeAt: string },
  { by, at }: { by: string; at: string },
): Promise<number> {
  const { subjects, seqs } = await wipe(db, order, at)
  const erasure = await addErasure(db, { ...order, decidedBy: by, erasedAt: at })
  const lines = await eraseDetails(db, [...(await linesAbout(db, subjects)), ...seqs])
  const of = order.kind === 'sheet' ? 'sheet' : `${order.kind}:${order.recordId}`
  await audit({ event: 'privacy.erased', subject: `erasure:${erasure}`, detail: { of, lines } })
  return erasure
}

/** The subjects the audit knows a record by, and single lines of it that tell of it elsewhere. */
type Told = { subjects: string[]; seqs: number[] }

/** Wipes what a record holds and answers what the audit tells of it. */
async function wipe(db: Db, { kind, recordId }: ErasureOrder, at: string): Promise<Told> {
  const id = Number(recordId)
  if (kind === 'sheet') {
    await dropSheet(db, recordId)
    return { subjects: [], seqs: [] }
  }
  if (kind === 'request') {
    await forgetRequest(db, id)
    return { subjects: [], seqs: [] }
  }
  if (kind === 'conference-file') {
    await dropConferenceFile(db, id)
    return { subjects: [`attachment:${id}`], seqs: [] }
  }
  if (kind === 'attendee') {
    await forgetAttendee(db, id, at)
    return { subjects: [`attendee:${id}`], seqs: [] }
  }
  return wipePerson(db, id, at)
}

async function wipePerson(db: Db, id: number, at: string): Promise<Told> {
  const traces = await readTraces(db, id)
  if (!traces) return { subjects: [], seqs: [] }
  await dropMentions(db, traces)
  await overwritePeople(db, traces, at)
  const seqs = [...(await blankWords(db, traces)), ...(await blankGuardians(db, traces))]
  const leads = await attendeesOfKeys(
    db,
    traces.enrolments.map(({ draftKey }) => draftKey),
  )
  for (const lead of leads) await forgetAttendee(db, lead, at)
  const isEmpty = await overwriteEmptyHousehold(db, traces.householdId)
  const subjects = [
    ...traces.ids.map((one) => `person:${one}`),
    ...leads.map((one) => `attendee:${one}`),
    ...(isEmpty ? [`household:${traces.householdId}`] : []),
  ]
  return { subjects, seqs }
}

/** Writes the list anew: what it held, for backups newer than this store, and what the store knows. */
async function writeErasures(office: Office): Promise<void> {
  const rows = await listErasures(office.store.db)
  const own = rows.map(({ id: _, requestId: __, ...row }) => row)
  const { folder, store } = office
  const list = mergeErasures(readErasureList(folder, store.key), own)
  writeErasureList(folder, store.key, list)
}

/**
 * Erases again what the list beside the store says was erased and a restored backup brought back.
 * Number and instant of making must both fit, because numbers come again. Answers how many.
 */
export async function reapplyErasures(office: Office): Promise<number> {
  const list = readErasureList(office.folder, office.store.key)
  const known = new Set((await listErasures(office.store.db)).map(erasureKey))
  const missing = list.filter((row) => !known.has(erasureKey(row)))
  let again = 0
  for (const { decidedBy, ...row } of missing) {
    if ((await madeAtOf(office.store.db, row.kind, row.recordId)) !== row.madeAt) continue
    const actor: Actor = { id: null, name: decidedBy, role: 'command-line' }
    await change(office, actor, (db, audit, at) =>
      erase(db, audit, { ...row, requestId: null }, { by: decidedBy, at }),
    )
    again += 1
  }
  if (again > 0) purgeSearch(office.store.raw)
  // A crash between erasing and writing, or a folder restored without it, left the list behind.
  const written = new Set(list.map(erasureKey))
  if ([...known].some((key) => !written.has(key))) await writeErasures(office)
  return again
}
