import { extname } from 'node:path'
import type { CallAnswer, CallInput } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { ok, type Result } from '#core/result.ts'
import { listAbout } from '../../db/audit-trail.ts'
import { listCalls } from '../../db/call-log.ts'
import { listPersonAttendances, readPersonRows } from '../../db/privacy-person.ts'
import { type Cell, type Sheet, writeWorkbook } from '../../sheets/workbook.ts'
import type { Desk } from '../desk.ts'
import { fileProblem, writeDurably } from '../files.ts'
import { type Actor, change, type Office, todayInVietnam } from '../office.ts'
import { openPerson } from '../registry.ts'
import { confirmHead } from '../session.ts'
import { privacyRules } from './rules.ts'

type Table = Record<string, unknown>[]

/**
 * Writes everything the book holds about one person to a file for them, on the word of the head; null
 * when the dialog was closed. The audit keeps who, why and in what format.
 */
export async function exportPerson(
  desk: Desk,
  { office, actor }: { office: Office; actor: Actor },
  { personId, format, headId, pin, reason }: CallInput<'privacy.export'>,
): Promise<Result<CallAnswer<'privacy.export'>>> {
  const card = await openPerson(office, personId)
  if (!card.ok) return card
  const head = await confirmHead(office, headId, pin)
  if (!head.ok) return head
  const today = todayInVietnam(office.ground.now())
  const chosen = await desk.ports.chooseSave(`Du-lieu-ca-nhan-${personId}-${today}.${format}`)
  if (chosen === null) return ok(null)
  const path = extname(chosen) === '' ? `${chosen}.${format}` : chosen
  const tables = await gather(office, card.value.person.id)
  try {
    if (format === 'json') writeDurably(path, JSON.stringify(tables, null, 2))
    else await writeWorkbook(path, sheetsOf(office, tables, today))
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
  await change(office, actor, (_db, audit) =>
    audit({
      event: 'privacy.exported',
      subject: `person:${personId}`,
      detail: { format, reason, approvedBy: head.value.name },
    }),
  )
  return ok({ path })
}

async function gather(office: Office, personId: number): Promise<Record<string, Table>> {
  const { db } = office.store
  const { person, household, enrolments, merged } = await readPersonRows(db, personId)
  const calls: Table = []
  for (const { id } of enrolments) {
    for (const call of await listCalls(db, Number(id))) calls.push({ enrolment_id: id, ...call })
  }
  const subjects = [
    ...[person, ...merged].map(({ id }) => `person:${id}`),
    ...enrolments.map(({ id }) => `enrolment:${id}`),
  ]
  const audit = (await listAbout(db, subjects)).map(({ at, actor, event, subject }) => ({
    ...{ at, actor, event, subject },
  }))
  const attendee = await listPersonAttendances(
    db,
    enrolments.map(({ draft_key }) => String(draft_key)),
  )
  const tables = { person: [person, ...merged], household: [household], enrolment: enrolments }
  return { ...tables, renewal_call: calls, attendee, audit }
}

const titles: Record<string, string> = {
  person: 'Người tham gia',
  household: 'Hộ gia đình',
  enrolment: 'Ghi danh',
  renewal_call: 'Lần gọi nhắc',
  attendee: 'Hội nghị',
  audit: 'Ai đã xem, sửa, in',
}

/** One sheet a table: each column under the words of the purpose register, with why it is kept. */
function sheetsOf(office: Office, tables: Record<string, Table>, today: string): Sheet[] {
  const { purposes } = privacyRules(office.ground)
  const heading = [office.row.name, `Dữ liệu cá nhân được lưu đến ngày ${formatDate(today)}`]
  return Object.entries(tables).map(([table, rows]) => ({
    name: titles[table] ?? table,
    heading,
    columns: [
      { title: 'Mục', width: 40, type: 'text' as const },
      { title: 'Cột', width: 22, type: 'text' as const },
      { title: 'Giá trị', width: 50, type: 'text' as const },
      { title: 'Mục đích', width: 46, type: 'text' as const },
      { title: 'Căn cứ', width: 60, type: 'text' as const },
    ],
    rows: rows.flatMap((row) =>
      Object.entries(row).map(([column, value]): Cell[] => {
        const told = purposes.find((each) => each.table === table && each.columns.includes(column))
        return [told?.what ?? '', column, cell(value), told?.purpose ?? '', told?.basis ?? '']
      }),
    ),
  }))
}

const cell = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : String(value)
