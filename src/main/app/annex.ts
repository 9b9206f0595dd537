import type { CallAnswer } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { termTexts } from '#core/messages/ui-terms.ts'
import { d03Of, d05Of } from '#core/papers/lists.ts'
import { periodWords } from '#core/period.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import type { Scheme } from '#core/terms.ts'
import type { Db } from '../db/kysely.ts'
import { listFitting, readSignUps } from '../db/paper-queries.ts'
import { type Certificate, isoSeconds } from '../exchange/certificate.ts'
import { openEnvelope } from '../exchange/envelope.ts'
import { readCertificateFile } from '../exchange/files.ts'
import type { SigningKey } from '../exchange/key.ts'
import { judgeSigner } from '../exchange/signer.ts'
import { readTrust, type Trust } from '../exchange/trust.ts'
import { verifySummary } from '../exchange/verify.ts'
import { type Cell, type Column, type Sheet, workbookBytes } from '../sheets/workbook.ts'
import { isCityCode } from './city-office.ts'
import { type Actor, change, type Office } from './office.ts'
import { paperContext } from './paper-context.ts'
import { trustFolder } from './trust-folder.ts'

/** The rows with people that go along encrypted: a workbook, and how many rows it has. */
export type PeopleSheets = { workbook: Uint8Array; rows: number }

const text = (title: string, width: number): Column => ({ title, width, type: 'text' })
const money = (title: string): Column => ({ title, width: 16, type: 'money' })
const whole = (title: string): Column => ({ title, width: 10, type: 'integer' })

const shared = [
  text('Họ và tên', 28),
  text('Mã số BHXH', 14),
  text('Số CCCD/ĐDCN', 16),
  text('Ngày sinh', 12),
  text('Địa chỉ', 44),
  text('Số biên lai', 14),
  { title: 'Ngày biên lai', width: 13, type: 'date' },
  text('Từ tháng', 10),
  whole('Số tháng'),
] satisfies Column[]

const columns: Record<Scheme, Column[]> = {
  'bhyt-hgd': [
    ...shared,
    text('Giới tính', 10),
    text('Nơi đăng ký KCB ban đầu', 30),
    money('Mức đóng căn cứ'),
    money('Địa phương hỗ trợ'),
    text('Ghi chú', 14),
  ],
  'bhxh-tn': [
    ...shared,
    money('Mức thu nhập'),
    money('Số phải đóng'),
    money('Người tham gia đóng'),
    money('NSNN hỗ trợ'),
    money('Địa phương hỗ trợ'),
    text('Nội dung thay đổi', 24),
  ],
}

type Shared = Pick<
  ReturnType<typeof d03Of>['increases'][number],
  | 'name'
  | 'insuranceNumber'
  | 'personalNumber'
  | 'birth'
  | 'address'
  | 'receiptNumber'
  | 'receiptOn'
  | 'from'
  | 'months'
>

const sharedCells = (row: Shared): Cell[] => [
  ...[row.name, row.insuranceNumber, row.personalNumber],
  row.birth && formatDate(row.birth.date, row.birth.precision),
  ...[row.address, row.receiptNumber, row.receiptOn, row.from, row.months],
]

/** How many sign-ups are read from the store at once. */
const readAhead = 500

/**
 * The rows of lists D03-TS and D05-TS (QĐ 490/QĐ-BHXH) of everybody who signed up in the period of a
 * summary and did not cancel, as one workbook. It holds personal data: it leaves the office only in an
 * envelope for the city.
 */
export async function peopleSheets(
  db: Db,
  office: Office,
  { unit, period, sequence }: Summary,
): Promise<PeopleSheets> {
  const heading = [`${unit.name} (${unit.code}) · ${periodWords(period)} · tệp số ${sequence}`]
  const count = { rows: 0 }
  const sheet = (name: string, scheme: Scheme): Sheet => ({
    ...{ name, heading, columns: columns[scheme] },
    rows: rowsOf(db, office, { ...period, scheme }, count),
  })
  const sheets = [sheet('D03-TS', 'bhyt-hgd'), sheet('D05-TS', 'bhxh-tn')]
  return { workbook: await workbookBytes(sheets), ...count }
}

async function* rowsOf(
  db: Db,
  office: Office,
  { from, to, scheme }: { from: string; to: string; scheme: Scheme },
  count: { rows: number },
): AsyncGenerator<Cell[]> {
  const context = paperContext(office, { checkAgainstOfficial: false, blank: false })
  const rest = { kind: null, commune: null, collector: null, state: null, conferenceId: null }
  const ids = await listFitting(db, { from, to, scheme, ...rest }, Number.MAX_SAFE_INTEGER)
  for (let at = 0; at < ids.length; at += readAhead) {
    const [first, ...others] = await readSignUps(db, ids.slice(at, at + readAhead))
    if (!first) continue
    const rows =
      scheme === 'bhyt-hgd'
        ? d03Of(context, [first, ...others]).increases.map((row) => [
            ...sharedCells(row),
            row.sex && termTexts.sex[row.sex].vi,
            ...[row.careFacility, row.base, row.localSupport, row.note],
          ])
        : d05Of(context, 'QD490', [first, ...others]).increases.map((row) => [
            ...sharedCells(row),
            ...[row.income, row.due, row.payer, row.stateAmount, row.localAmount, row.change],
          ])
    count.rows += rows.length
    yield* rows
  }
}

/** Whether a certificate is the city's and good now; what is wrong with it otherwise. */
async function checkRecipient(
  office: Office,
  certificate: Certificate,
  trust: Trust,
): Promise<Problem | null> {
  const verdict = await judgeSigner(certificate, isoSeconds(office.ground.now()), trust)
  const [problem] = verdict.problems
  if (problem) return problem
  if (verdict.unit === null || !isCityCode(office.ground, verdict.unit))
    return { code: 'exchange.annex-not-city', values: { name: certificate.name } }
  return null
}

/** The certificates of the trust folder that the city opens an annex with, good today. */
export async function listRecipients(
  office: Office,
): Promise<Result<CallAnswer<'summary.recipients'>>> {
  const trust = await readTrust(trustFolder(office))
  if (!trust.ok) return trust
  const found: CallAnswer<'summary.recipients'> = []
  for (const one of trust.value.certificates) {
    const { name, fingerprint, scheme, to } = one
    if (scheme && (await checkRecipient(office, one, trust.value)) === null)
      found.push({ name, fingerprint, to })
  }
  return ok(found)
}

/** The city's certificate of the trust folder with this fingerprint. */
export async function findRecipient(
  office: Office,
  fingerprint: string,
): Promise<Result<Certificate>> {
  const trust = await readTrust(trustFolder(office))
  if (!trust.ok) return trust
  const found = trust.value.certificates.find((one) => one.fingerprint === fingerprint)
  if (!found) return fail('exchange.annex-no-recipient')
  const problem = await checkRecipient(office, found, trust.value)
  return problem ? { ok: false, problem } : ok(found)
}

/** The city's certificate in a file; the trust folder must hold it or who issued it. */
export async function readRecipient(office: Office, file: string): Promise<Result<Certificate>> {
  const certificate = readCertificateFile(file)
  if (!certificate.ok) return certificate
  const trust = await readTrust(trustFolder(office))
  if (!trust.ok) return trust
  const problem = await checkRecipient(office, certificate.value, trust.value)
  return problem ? { ok: false, problem } : certificate
}

/** Opens the annex of a good summary file with the city's key, and notes that it was opened. */
export async function openAnnex(
  office: Office,
  actor: Actor,
  file: Uint8Array,
  key: SigningKey,
): Promise<Result<Uint8Array>> {
  const trust = await readTrust(trustFolder(office))
  if (!trust.ok) return trust
  const { problems, summary, content, sha256 } = await verifySummary(file, trust.value)
  const [problem] = problems
  if (problem) return { ok: false, problem }
  const annex = content?.['annex.p7m']
  if (!summary || !annex) return fail('exchange.annex-missing')
  const opened = await openEnvelope(annex, key)
  if (!opened.ok) return opened
  return change(office, actor, async (_db, audit) => {
    const { code: unit } = summary.unit
    const { sequence } = summary
    const detail = { unit, sequence, sha256 }
    await audit({ event: 'annex.opened', subject: `unit:${unit}`, detail })
    return ok(opened.value)
  })
}
