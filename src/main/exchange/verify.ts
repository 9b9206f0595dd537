import { createHash } from 'node:crypto'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { checkSummary } from '#core/summary-check.ts'
import { isSignatureOver, parseSignature, type SignatureParts } from './cms.ts'
import { type Members, mimetype, unpackContainer } from './container.ts'
import { sha256Hex, wrongMember } from './manifest.ts'
import { judgeSigner, type Revocation } from './signer.ts'
import { readSummary } from './summary-json.ts'
import type { Trust } from './trust.ts'

/** Who signed: `unit` is the code the certificate speaks for, `signedAt` the time the signer claims. */
export type SignerCard = {
  name: string
  unit: string | null
  issuer: string
  fingerprint: string
  practice: boolean
  signedAt: string
}

/**
 * The verdict on a summary file. `unit`, `period`, `sequence`, `revision` and `signer` are what the
 * file claims (null while unreadable): believe them only when `ok`. `summary` is there only when `ok`.
 * `sha256` is of the whole file; the next file of the unit carries it as `previous`.
 */
export type SummaryVerdict = {
  ok: boolean
  sha256: string
  unit: Summary['unit'] | null
  period: Summary['period'] | null
  sequence: number | null
  revision: number | null
  signer: SignerCard | null
  practice: boolean
  revocation: Revocation | null
  problems: Problem[]
  notices: Problem[]
  summary: Summary | null
}

/** What the reader waits for; anything else is a problem. */
export type Expectation = {
  unit?: string
  period?: { from: string; to: string }
}

/** A file whose every byte is accounted for and covered by its signature. */
type Whole = { members: Members; signature: SignatureParts }

function openWhole(bytes: Uint8Array): Result<Whole> {
  const members = unpackContainer(bytes)
  if (!members.ok) return members
  if (!Buffer.from(mimetype).equals(members.value.mimetype))
    return fail('exchange.damaged', { member: 'mimetype' })
  const wrong = wrongMember(members.value)
  if (wrong) return fail('exchange.damaged', { member: wrong })
  const signature = parseSignature(members.value['META-INF/signature.p7s'])
  if (!signature.ok) return signature
  const digest = createHash('sha256').update(members.value['META-INF/ASiCManifest.xml']).digest()
  if (!isSignatureOver(signature.value, digest)) return fail('exchange.signature-wrong')
  return ok({ members: members.value, signature: signature.value })
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

const unread = (sha256: string, problem: Problem): SummaryVerdict => ({
  ok: false,
  sha256,
  unit: null,
  period: null,
  sequence: null,
  revision: null,
  signer: null,
  practice: false,
  revocation: null,
  problems: [problem],
  notices: [],
  summary: null,
})

async function judge(
  { members, signature }: Whole,
  trust: Trust,
  expect: Expectation,
): Promise<Omit<SummaryVerdict, 'sha256'>> {
  const { certificate, signedAt } = signature
  const signer = await judgeSigner(certificate, signedAt, trust)
  const read = readSummary(members['summary.json'])
  const summary = read.ok ? read.value : null
  const payload = read.ok ? checkClaims(read.value, signer.unit, expect) : [read.problem]
  const problems = [...signer.problems, ...payload]
  const practice = certificate.practice || summary?.practice === true
  const { name, issuer, fingerprint } = certificate
  return {
    ok: problems.length === 0,
    unit: summary?.unit ?? null,
    period: summary?.period ?? null,
    sequence: summary?.sequence ?? null,
    revision: summary?.revision ?? null,
    signer: {
      name,
      issuer,
      fingerprint,
      unit: signer.unit,
      practice: certificate.practice,
      signedAt,
    },
    practice,
    revocation: signer.revocation,
    problems,
    notices: [...(practice ? [{ code: 'exchange.practice' } as const] : []), ...signer.notices],
    summary: problems.length === 0 ? summary : null,
  }
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
  const sha256 = sha256Hex(bytes)
  const whole = openWhole(bytes)
  if (!whole.ok) return unread(sha256, whole.problem)
  return { sha256, ...(await judge(whole.value, trust, expect)) }
}
