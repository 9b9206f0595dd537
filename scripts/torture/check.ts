import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { must } from '#core/result.ts'
import { findBackups } from '../../src/main/app/backup-folder.ts'
import { agrees } from '../../src/main/app/copier.ts'
import { closeOffice, type Office } from '../../src/main/app/office.ts'
import { holdsOffice, openOffice } from '../../src/main/app/open-office.ts'
import { settleRestore } from '../../src/main/app/restore-store.ts'
import { checkSentFiles } from '../../src/main/app/sent-files.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { checkCopy } from '../../src/main/db/backup.ts'
import { listFiles } from '../../src/main/db/summary-files.ts'
import { oldRows, type Trial } from './ground.ts'
import { type Order, rowsOfImport, type Word } from './order.ts'

type Piece = Extract<Word, { say: 'done-piece' }>

/** What was found wrong after a kill; rows that were promised and are not there are counted apart. */
export type Found = { faults: string[]; lost: number }

/** Opens what a killed worker left, as the next start does, and holds it against what was promised. */
export async function checkAfter(
  trial: Trial,
  order: Order,
  pieces: readonly Piece[],
): Promise<Found> {
  const found: Found = { faults: [], lost: 0 }
  const { folder } = order
  must(settleRestore(trial.ground, folder))
  if (!holdsOffice(folder)) return { faults: ['the office is gone'], lost: 0 }
  const opened = await openOffice(trial.ground, folder, trial.key)
  if (!opened.ok) return { faults: [`does not open: ${opened.problem.code}`], lost: 0 }
  const office = opened.value
  try {
    const { raw } = office.store
    const integrity = raw.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') found.faults.push(`integrity_check: ${integrity}`)
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0)
      found.faults.push('a row without its parent')
    const broken = await findBrokenLine(office.store.db)
    if (broken) found.faults.push(`the chain is broken at ${broken.seq}`)
    await checks[order.kind](office, order, pieces, found, trial)
  } finally {
    await closeOffice(office)
  }
  return found
}

type Check = (
  office: Office,
  order: Order,
  pieces: readonly Piece[],
  found: Found,
  trial: Trial,
) => Promise<void> | void

const count = (office: Office, sql: string, ...values: unknown[]): number =>
  office.store.raw
    .prepare(sql)
    .pluck()
    .get(...values) as number

const savedRows: Check = (office, _order, pieces, found) => {
  for (const id of pieces.flatMap(({ ids }) => ids))
    if (count(office, 'select count(*) from enrolment where id = ?', id) !== 1) found.lost += 1
  // A household is saved whole or not at all.
  const half = `select count(*) from household h where not exists
    (select 1 from person p where p.household_id = h.id)`
  if (count(office, half) > 0) found.faults.push('half a household')
}

const checks: Record<Order['kind'], Check> = {
  save: savedRows,
  import: (office, _order, pieces, found) => {
    const files = office.store.raw.prepare('select file_name from plan_import').pluck().all()
    for (const { file } of pieces) if (!files.includes(basename(file ?? ''))) found.lost += 1
    const rows = count(office, "select count(*) from target where id like 't%-%'")
    if (rows !== files.length * rowsOfImport) found.faults.push('half an import')
  },
  close: async (office, { out }, pieces, found) => {
    const files = await listFiles(office.store.db)
    for (const { ids, file, sha256 } of pieces) {
      const kept = files.some((each) => each.sequence === ids[0] && each.sha256 === sha256)
      if (!kept || !file || !existsSync(file) || hashOf(file) !== sha256) found.lost += 1
    }
    for (const name of readdirSync(out).filter((each) => each.endsWith('.asice')))
      if (!files.some(({ sha256 }) => sha256 === hashOf(join(out, name))))
        found.faults.push(`${name} is not what was signed`)
    const fault = await checkSentFiles(office)
    if (fault) found.faults.push(`file ${fault.sequence}: ${fault.why}`)
    const closed = count(office, "select count(*) from period where state = 'closed'")
    if (closed !== files.length) found.faults.push('a period closed without its file')
  },
  export: (_office, { out }, pieces, found) => {
    const names = readdirSync(out).filter((name) => name.endsWith('.xlsx'))
    for (const { file } of pieces) if (!names.includes(basename(file ?? ''))) found.lost += 1
    // A spreadsheet under its final name is whole: its last record is there.
    const cut = names.find((name) => !readFileSync(join(out, name)).includes(endOfZip))
    if (cut) found.faults.push(`${cut} is cut short`)
  },
  migrate: (office, _order, _pieces, found) => {
    const settings = count(office, "select count(*) from setting where key like 'k%'")
    found.lost += oldRows - settings
    if (count(office, 'select count(*) from staff') !== 2) found.lost += 1
  },
  backup: async (office, order, pieces, found, trial) => {
    savedRows(office, order, pieces, found, trial)
    const listed = must(findBackups(order.out))
    for (const { file } of pieces)
      if (!listed.some(({ folder }) => folder === file)) found.lost += 1
    const key = { key: trial.key, nativeBinding: undefined }
    for (const { folder, manifest, name } of listed.slice(0, 2)) {
      const facts = await checkCopy(join(folder, 'office.db'), key)
      if (!manifest || !facts.ok || !agrees(facts.value, manifest))
        found.faults.push(`${name} is not what its manifest says`)
    }
  },
  restore: (office, { folder }, pieces, found) => {
    const people = count(office, 'select count(*) from person')
    const later = count(office, "select count(*) from setting where key = 'later'")
    const aside = readdirSync(folder).filter((name) => name.startsWith('thay-ra-'))
    if (people === 0) found.faults.push('the office is empty')
    if (later === 1 && (aside.length > 0 || pieces.length > 0))
      found.faults.push('neither before nor after')
    if (later === 0 && aside.length !== 1) found.faults.push('restored without the old store aside')
  },
}

const endOfZip = Buffer.from([0x50, 0x4b, 0x05, 0x06])

const hashOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')
