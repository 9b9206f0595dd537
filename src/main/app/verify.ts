import { join } from 'node:path'
import type { Verdict } from '#core/contract.ts'
import { type Language, sayProblem } from '#core/messages.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { readSummaryFile } from '../exchange/files.ts'
import { readTrust, type Trust } from '../exchange/trust.ts'
import { verifySummary } from '../exchange/verify.ts'
import type { Desk } from './desk.ts'
import { shortFingerprint } from './fingerprint.ts'

/** Verifies a chosen file against a chosen trust folder, or the office's own one. */
export async function verifyFile(
  desk: Desk,
  file: string,
  trustFolder: string | null,
): Promise<Result<Verdict>> {
  const unchosen = [file, ...(trustFolder === null ? [] : [trustFolder])].find(
    (path) => !desk.chosen.has(path),
  )
  if (unchosen !== undefined) return fail('file.not-chosen', { file: unchosen })
  const trust = await readTrust(trustFolder ?? join(desk.settings.dataDir, 'trust'))
  return trust.ok ? judgeFile(file, trust.value, desk.settings.language) : trust
}

/** The verdict on a file in plain words: whole or not, who signed, for which unit and period. */
export async function judgeFile(
  file: string,
  trust: Trust,
  language: Language,
): Promise<Result<Verdict>> {
  const bytes = await readSummaryFile(file)
  return bytes.ok ? ok(await judgeBytes(bytes.value, file, trust, language)) : bytes
}

/** The verdict on the bytes of a file; `file` is only named in it. */
export async function judgeBytes(
  bytes: Uint8Array,
  file: string,
  trust: Trust,
  language: Language,
): Promise<Verdict> {
  const verdict = await verifySummary(bytes, trust)
  return {
    ok: verdict.ok,
    file,
    fingerprint: shortFingerprint(verdict.sha256),
    unit: verdict.unit,
    period: verdict.period,
    sequence: verdict.sequence,
    signer: verdict.signer,
    revocation: verdict.revocation,
    problems: verdict.problems.map((problem) => sayProblem(problem, language)),
    notices: verdict.notices.map((notice) => sayProblem(notice, language)),
    summary: verdict.summary,
  }
}
