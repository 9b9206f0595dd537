import { existsSync, rmSync } from 'node:fs'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { fail } from '#core/result.ts'
import { findPlaceOffice } from '../app/area.ts'
import { verifyAudit as verifyChain } from '../app/audit-view.ts'
import { isCityCode } from '../app/city-office.ts'
import { addPracticeFiles } from '../app/city-practice.ts'
import { checkPlan, createOffice, type OfficePlan } from '../app/create-office.ts'
import { fileProblem, writeDurably } from '../app/files.ts'
import { practicePlan } from '../app/first-run.ts'
import { noVault } from '../app/key-file.ts'
import { type Office, todayInVietnam } from '../app/office.ts'
import { addPracticeData, type PracticeOrder } from '../app/practice.ts'
import { makeRecoveryCode } from '../app/recovery-code.ts'
import { findBrokenLine } from '../db/audit.ts'
import { listConferences } from '../db/conferences.ts'
import { durability } from '../db/open.ts'
import { listEnrolments } from '../db/register.ts'
import type { Flags } from './commands.ts'
import {
  type Answer,
  groundHere,
  need,
  needDay,
  needDays,
  needNumber,
  withOffice,
} from './ground.ts'

/** `office create`: makes an office and writes its recovery code to a file of its own. */
export async function createOfficeHere(flags: Flags): Promise<Answer> {
  const ground = groundHere()
  const [folder, code, out] = [
    need(flags, 'data'),
    need(flags, 'unit'),
    need(flags, 'recovery-out'),
  ]
  if (existsSync(out)) return fail('file.exists', { file: out })
  const on = flags.on === undefined ? null : needDay(flags, 'on')
  const place = findPlaceOffice(ground.policy.places, code, on ?? todayInVietnam(ground.now()))
  const sample = practicePlan(ground, code)
  const plan: OfficePlan = {
    ...sample,
    on: place?.on ?? on ?? sample.on,
    practice: flags.practice === true,
    people: flags.practice
      ? sample.people
      : sample.people.map((person) => ({
          ...person,
          name: person.role === 'head' ? 'Thủ trưởng đơn vị' : 'Cán bộ nhập',
        })),
  }
  const checked = await checkPlan(ground, folder, plan)
  if (!checked.ok) return checked
  const recoveryCode = makeRecoveryCode()
  // The code goes to its file first: an office whose code nobody has would be lost at once.
  try {
    writeDurably(out, `${recoveryCode}\n`)
  } catch (error) {
    return fileProblem(error, out) ?? rethrow(error)
  }
  const made = await createOffice(ground, folder, plan, recoveryCode, noVault)
  if (!made.ok) {
    rmSync(out, { force: true })
    return made
  }
  const people = plan.people.map(({ name, role, pin }) => ({ name, role, pin }))
  const pins = people.map((person) => `  ${person.name}: PIN ${person.pin}`)
  return {
    ok: true,
    value: { data: folder, unit: code, practice: plan.practice, recovery: out, people },
    text: [`Đã tạo đơn vị ${code} trong ${folder}. Mã khôi phục: ${out}`, ...pins].join('\n'),
  }
}

/** `practice`: adds made-up households, enrolments and conferences to a practice office. */
export async function fillPractice(flags: Flags): Promise<Answer> {
  const order = {
    households: needNumber(flags, 'households'),
    seed: needNumber(flags, 'seed'),
    ...needDays(flags),
  }
  return withOffice(flags, async (office) => {
    if (isCityCode(office.ground, office.row.code)) return fillCity(office, order)
    const made = await addPracticeData(office, order, () => {})
    if (!made.ok) return made
    const { households, enrolments, conferences } = made.value
    const text = `Đã thêm ${households} hộ, ${enrolments} hồ sơ, ${conferences} hội nghị thực hành.`
    return { ok: true, value: made.value, text }
  })
}

/** For the city, the files that as many units would have sent. */
async function fillCity(office: Office, order: PracticeOrder): Promise<Answer> {
  const { households: units, ...rest } = order
  const made = await addPracticeFiles(office, { ...rest, units }, () => {})
  if (!made.ok) return made
  return { ok: true, value: made.value, text: `Đã thêm ${made.value.files} tệp thực hành.` }
}

/** `audit verify`: walks the audit chain and the sent files, and names the first broken place. */
export async function verifyAudit(flags: Flags): Promise<Answer> {
  return withOffice(flags, async (office) => {
    const { broken, file, events, head } = await verifyChain(office)
    const ok = broken === null && file === null
    const wrong = [
      ...(broken !== null ? [`Nhật ký bị sửa từ dòng ${broken}.`] : []),
      ...(file ? [`Tệp số ${file.sequence} ${faults[file.why]}.`] : []),
    ]
    return {
      ok,
      value: { ok, events, head, broken, file },
      text: ok
        ? `Nhật ký nguyên vẹn: ${events} dòng, khớp với mọi tệp đã ký.`
        : [...wrong, 'Hãy giữ nguyên dữ liệu và báo người quản trị.'].join('\n'),
    }
  })
}

const faults = {
  bytes: 'trong kho khác với tệp đã ghi nhận',
  previous: 'không nối tiếp tệp trước',
  audit: 'ghi dấu nhật ký khác với nhật ký trong kho',
} as const

/** `check`: whether the store is whole, durable and of this version. */
export async function checkStore(flags: Flags): Promise<Answer> {
  return withOffice(flags, async ({ store, row, ground }) => {
    const integrity = String(store.raw.pragma('integrity_check(1)', { simple: true }))
    const broken = await findBrokenLine(store.db)
    const { version: sqlite } = store.raw.prepare('select sqlite_version() as version').get() as {
      version: string
    }
    const ok = integrity === 'ok' && broken === null
    const value = {
      ok,
      unit: row.code,
      practice: row.practice,
      version: ground.version,
      sqlite,
      integrity,
      ...durability(store.raw),
      auditBroken: broken?.seq ?? null,
    }
    const text = ok
      ? `Dữ liệu của ${row.name} nguyên vẹn (SQLite ${sqlite}).`
      : `Dữ liệu của ${row.name} có lỗi: ${integrity}. Hãy khôi phục từ bản sao lưu.`
    return { ok, value, text }
  })
}

/** `list enrolments|conferences`: the records of the office, newest first. */
export async function listRecords(
  flags: Flags,
  what: 'enrolments' | 'conferences',
): Promise<Answer> {
  return withOffice(flags, async ({ store }) => {
    if (what === 'conferences') {
      const conferences = await listConferences(store.db, { span: null, states: null })
      const lines = conferences.map(
        (each) =>
          `${each.id}\t${formatDate(each.heldOn)}\t${each.communeName}\t${each.place}\t${each.attendees}\t${each.signUps}`,
      )
      return { ok: true, value: { conferences }, text: lines.join('\n') }
    }
    const everything = { from: null, to: null, query: '', conferenceId: null, limit: 1_000_000 }
    const { rows, total } = await listEnrolments(store.db, everything)
    const lines = rows.map(
      (row) =>
        `${row.id}\t${formatDate(row.signedOn)}\t${row.name}\t${row.scheme}\t${row.kind}\t${formatMoney(row.payer)}`,
    )
    return { ok: true, value: { enrolments: rows, total }, text: lines.join('\n') }
  })
}

function rethrow(error: unknown): never {
  throw error
}
