import { fileProblem } from '#core/file-problem.ts'
import type { JobOrder, JobReport } from '#core/job.ts'
import { type RegisterLine, type RegisterOrder, registerColumns } from '#core/register-table.ts'
import type { Db } from '../db/kysely.ts'
import { closeStore } from '../db/open.ts'
import { openReader } from '../db/reader.ts'
import { walkRegister } from '../db/registry-list.ts'
import type { Hit } from '../db/search.ts'
import { type Cell, writeCsv, writeWorkbook } from '../sheets/workbook.ts'
import type { Channel } from './channel.ts'
import { reporter } from './reporter.ts'

type RegisterJob = Extract<JobOrder, { kind: 'register' }>

/** Writes a list of the register into a file, from one snapshot of the store. */
export async function listRegister(
  { store, register }: RegisterJob,
  report: Channel['report'],
): Promise<JobReport> {
  const opened = openReader(store.file, Buffer.from(store.key), store.nativeBinding)
  if (!opened.ok) return { type: 'refused', problem: opened.problem }
  try {
    const progress = reporter(report, register.label)
    const write = (db: Db) => writeList(db, register, progress)
    return { type: 'done', made: await opened.value.db.transaction().execute(write) }
  } catch (error) {
    const refused = fileProblem(error, register.path)
    if (refused) return { type: 'refused', problem: refused.problem }
    throw error
  } finally {
    await closeStore(opened.value)
  }
}

async function writeList(
  db: Db,
  order: RegisterOrder,
  progress: ReturnType<typeof reporter>,
): Promise<{ rows: number }> {
  const columns = registerColumns(order.wish.show)
  let written = 0
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const { hits, looked, total } of walkRegister(db, order.wish)) {
      for (const line of hits.flatMap((hit) => linesOf(hit, order))) {
        written += 1
        yield columns.map(({ cell }) => cell(line))
      }
      await progress(looked, total)
    }
  }
  const sheet = { name: order.label, heading: order.heading, columns, rows: rows() }
  await (order.format === 'xlsx' ? writeWorkbook(order.path, [sheet]) : writeCsv(order.path, sheet))
  return { rows: written }
}

/** One line for each enrolment where lines are enrolments, else one for the person. */
function linesOf({ person, enrolments, members }: Hit, order: RegisterOrder): RegisterLine[] {
  const line: RegisterLine = {
    name: person.name,
    birth: { date: person.birth_date, precision: person.birth_precision },
    sex: person.sex,
    personalNumber: person.personal_number,
    insuranceNumber: person.insurance_number,
    phone: person.phone ?? person.household_phone,
    address: person.address,
    communeName:
      order.communes[`${person.commune_code}|${person.commune_from}`] ?? person.commune_code,
    members,
    enrolments,
  }
  if (order.wish.show !== 'enrolments') return [line]
  return enrolments.map((one) => ({ ...line, enrolments: [one] }))
}
