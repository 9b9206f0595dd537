import type { Problem } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { checkSummary } from '#core/summary-check.ts'
import type { Members } from './container.ts'
import { jsonOf, openContainer, type SignatureVerdict } from './open-container.ts'
import { readSummary } from './summary-json.ts'
import type { Trust } from './trust.ts'

export type { SignerCard } from './open-container.ts'

/**
 * The verdict on a summary file. `unit`, `period`, `sequence`, `revision` and `signer` are what the
 * file claims (null while unreadable): believe them only when `ok`. `summary` is there only when `ok`.
 * `sha256` is of the whole file; the next file of the unit carries it as `previous`.
 */
export type SummaryVerdict = SignatureVerdict & {
  ok: boolean
  unit: Summary['unit'] | null
  period: Summary['period'] | null
  sequence: number | null
  revision: number | null
  practice: boolean
  summary: Summary | null
  /** The data objects by name, `summary.pdf` and so on; there only when `ok`. */
  content: Members | null
}

/** What the reader waits for; anything else is a problem. */
export type Expectation = {
  unit?: string
  period?: { from: string; to: string }
}

function checkClaims(summary: Summary, signerUnit: string | null, expect: Expectation): Problem[] {
  const found = checkSummary(summary)
  const { code: unit } = summary.unit
  const { from, to } = summary.period
  if (signerUnit && signerUnit !== unit)
    found.push({ code: 'exchange.wrong-unit', values: { unit, signerUnit } })
  if (expect.unit && expect.unit !== unit)
    found.push({ code: 'exchange.unexpected-unit', values: { unit, expected: expect.unit } })
  const period = expect.period
  if (period && (period.from !== from || period.to !== to)) {
    const values = { from, to, expectedFrom: period.from, expectedTo: period.to }
    found.push({ code: 'exchange.wrong-period', values })
  }
  return found
}

/**
 * Says whether a summary file is whole, who signed it, and whether that signer may speak for the unit:
 * every byte is checked, then the signer against the trust folder, then the figures against themselves
 * and against what is expected. Never throws on hostile bytes.
 */
export async function verifySummary(
  bytes: Uint8Array,
  trust: Trust,
  { expect = {} }: { expect?: Expectation } = {},
): Promise<SummaryVerdict> {
  const { members, ...verdict } = await openContainer('summary', bytes, trust)
  const read = members && readSummary(jsonOf('summary', members))
  const summary = read?.ok ? read.value : null
  const practice = verdict.signer?.practice === true || summary?.practice === true
  const problems = [
    ...verdict.problems,
    ...(read && !read.ok ? [read.problem] : []),
    ...(summary ? checkClaims(summary, verdict.signer?.unit ?? null, expect) : []),
  ]
  const good = problems.length === 0
  return {
    ...verdict,
    ok: good,
    problems,
    notices: [
      ...(practice ? [{ code: 'exchange.practice' } as const] : []),
      ...(members?.['annex.p7m'] ? [{ code: 'exchange.annex' } as const] : []),
      ...verdict.notices,
    ],
    unit: summary?.unit ?? null,
    period: summary?.period ?? null,
    sequence: summary?.sequence ?? null,
    revision: summary?.revision ?? null,
    practice,
    summary: good ? summary : null,
    content: good ? members : null,
  }
}
