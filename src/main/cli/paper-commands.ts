import { existsSync, readFileSync } from 'node:fs'
import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import { quote } from '#core/quote.ts'
import { fail, type Result } from '#core/result.ts'
import { findPlaceOffice } from '../app/area.ts'
import { fileProblem, writeDurably } from '../app/files.ts'
import { todayInVietnam } from '../app/office.ts'
import { readSummaryFile } from '../exchange/files.ts'
import { makePracticeKey } from '../exchange/practice-key.ts'
import { readTrust } from '../exchange/trust.ts'
import { verifySummary } from '../exchange/verify.ts'
import type { Flags } from './commands.ts'
import { type Answer, groundHere, need, needDay, readSecret, Usage } from './ground.ts'

/** `quote`: prices one JSON request from standard input; needs no store. */
export async function quoteOnce(): Promise<Answer> {
  let request: unknown
  try {
    request = JSON.parse(readFileSync(0, 'utf8'))
  } catch {
    return fail('input.invalid', { field: 'JSON' })
  }
  const quoted = quote(request, groundHere().policy)
  return quoted.ok ? { ok: true, value: quoted.value, text: JSON.stringify(quoted.value) } : quoted
}

/** `key practice`: makes a practice key and, beside it, its certificate for a trust folder. */
export async function makeKey(flags: Flags): Promise<Answer> {
  const ground = groundHere()
  const [out, unitCode] = [need(flags, 'out'), need(flags, 'unit')]
  const on = flags.on === undefined ? todayInVietnam(ground.now()) : needDay(flags, 'on')
  const place = findPlaceOffice(ground.policy.places, unitCode, on)
  if (!place) return fail('office.unknown-unit', { code: unitCode, date: formatDate(on) })
  const password = readSecret(need(flags, 'pass-file'))
  if (!password.ok) return password
  const certificate = out.replace(/(\.p12|\.pfx)?$/i, '.crt')
  const taken = [out, certificate].find((path) => existsSync(path))
  if (taken) return fail('file.exists', { file: taken })
  const unitName = place.office.name
  const made = await makePracticeKey({
    unitCode,
    unitName,
    password: password.value,
    now: ground.now(),
  })
  if (!made.ok) return made
  const written = write(out, made.value.p12)
  if (!written.ok) return written
  const beside = write(certificate, made.value.certificatePem)
  if (!beside.ok) return beside
  const { fingerprint } = made.value
  return {
    ok: true,
    value: { file: out, certificate, fingerprint },
    text: `Đã tạo khóa thực hành ${out}; chứng thư ${certificate} (${fingerprint}).`,
  }
}

/** `verify`: says whether a summary file is whole and who signed it. */
export async function verifyHere(flags: Flags, [file]: string[]): Promise<Answer> {
  if (!file) throw new Usage('Thiếu tệp cần kiểm tra.')
  const trust = await readTrust(need(flags, 'trust'))
  if (!trust.ok) return trust
  const bytes = await readSummaryFile(file)
  if (!bytes.ok) return bytes
  const { summary: _figures, ...verdict } = await verifySummary(bytes.value, trust.value)
  const say = (problem: Parameters<typeof sayProblem>[0]) => ({
    code: problem.code,
    message: sayProblem(problem),
  })
  const problems = verdict.problems.map(say)
  const notices = verdict.notices.map(say)
  const { unit, period, signer } = verdict
  const head = verdict.ok
    ? `Hợp lệ: ${unit?.name} (${unit?.code}), kỳ ${period?.from} – ${period?.to}, số ${verdict.sequence}, ký bởi ${signer?.name}.`
    : 'Không hợp lệ:'
  return {
    ok: verdict.ok,
    value: { ...verdict, problems, notices },
    text: [head, ...[...problems, ...notices].map(({ message }) => `- ${message}`)].join('\n'),
  }
}

function write(path: string, content: string | Uint8Array): Result<true> {
  try {
    writeDurably(path, content)
    return { ok: true, value: true }
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
}
