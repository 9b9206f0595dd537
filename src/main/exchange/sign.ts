import { createHash } from 'node:crypto'
import { canonicalText } from '#core/canonical.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { checkSummary } from '#core/summary-check.ts'
import { signDetached } from './cms.ts'
import { frameNames, largestFile, type Members, mimetype, packContainer } from './container.ts'
import { readKindJson } from './json.ts'
import type { SigningKey } from './key.ts'
import { jsonName, type Kind, kinds } from './kinds.ts'
import { manifestOf } from './manifest.ts'
import { checkValidity } from './signer.ts'
import { checkShape } from './summary-json.ts'
import { noTrust } from './trust.ts'

/** Who signs and when: `signedAt` is an ISO instant with whole seconds. */
export type Signer = { key: SigningKey; signedAt: string }

/** A checked summary as it is signed: the canonical bytes of `summary.json` and the time of signing. */
export type SummaryText = { json: Uint8Array; signedAt: string }

/**
 * Checks a summary and writes it out for signing with this key. Refuses a summary that does not pass its
 * own check, and a key of another unit. The time of signing is the summary's `createdAt`.
 */
export function writeOut(summary: Summary, key: SigningKey): Result<SummaryText> {
  const shaped = checkShape(summary)
  if (!shaped.ok) return shaped
  const [problem] = checkSummary(shaped.value)
  if (problem) return { ok: false, problem }
  const { unit } = key.certificate
  if (unit && unit !== summary.unit.code)
    return fail('exchange.key-other-unit', { unit: summary.unit.code, signerUnit: unit })
  const text = canonicalText(shaped.value)
  return text.ok ? ok({ json: Buffer.from(text.value), signedAt: summary.createdAt }) : text
}

/** The signed container of this content as it is, unchecked. */
export async function sealContainer(
  kind: Kind,
  content: Members,
  { key, signedAt }: Signer,
): Promise<Result<Uint8Array>> {
  const manifest = manifestOf(kind, content)
  const { certificate, scheme } = key
  const digest = createHash('sha256').update(manifest).digest()
  const parts = { certificate, scheme, signedAt, digest }
  const signature = await signDetached(parts, key.sign, key.stamp)
  if (!signature.ok) return signature
  return ok(
    packContainer(kind, {
      ...content,
      [frameNames.mimetype]: Buffer.from(mimetype),
      [frameNames.manifest]: manifest,
      [frameNames.signature]: signature.value,
    }),
  )
}

/**
 * Signs the data objects of one kind of file (`receipt.json`, …; see `kinds`): the bytes of an ASiC-E
 * container with one CAdES signature. Its JSON must be canonical and carry the kind's own `format`.
 * Refuses a certificate that does not hold at `signedAt`, and passes on what the key or token says.
 */
export async function signContainer(
  kind: Kind,
  content: Members,
  signer: Signer,
): Promise<Result<Uint8Array>> {
  const names = kinds[kind].objects.map(({ name }) => name)
  const stray = Object.keys(content).find((name) => !names.includes(name))
  if (stray !== undefined) throw new Error(`${stray} has no place in a ${kind}`)
  const json = readKindJson(kind, content[jsonName(kind)] ?? new Uint8Array())
  return json.ok ? sealHeld(kind, content, signer) : json
}

/** Seals content whose JSON is known to be right, with a certificate that must hold then. */
async function sealHeld(kind: Kind, content: Members, signer: Signer): Promise<Result<Uint8Array>> {
  const [invalid] = checkValidity(signer.key.certificate, signer.signedAt, noTrust)
  if (invalid) return { ok: false, problem: invalid }
  const bytes = await sealContainer(kind, content, signer)
  if (bytes.ok && bytes.value.length > largestFile)
    return fail('exchange.too-large', { limit: largestFile / 1024 / 1024 })
  return bytes
}

/** What goes into a summary file beside its JSON. */
export type SummaryPapers = {
  pdf: Uint8Array
  /** The same figures as a spreadsheet. */
  xlsx?: Uint8Array
  /** Rows with people, in an envelope that only the city opens. */
  annex?: Uint8Array
}

/** Signs a summary that was written out, with its papers. Refuses a certificate that does not hold then. */
export async function signText(
  { json, signedAt }: SummaryText,
  { pdf, xlsx, annex }: SummaryPapers,
  key: SigningKey,
): Promise<Result<Uint8Array>> {
  const content = {
    'summary.json': json,
    'summary.pdf': pdf,
    ...(xlsx && { 'summary.xlsx': xlsx }),
    ...(annex && { 'annex.p7m': annex }),
  }
  return sealHeld('summary', content, { key, signedAt })
}

/** Checks a summary and signs it with its papers. */
export async function signSummary(
  summary: Summary,
  papers: SummaryPapers,
  key: SigningKey,
): Promise<Result<Uint8Array>> {
  const text = writeOut(summary, key)
  return text.ok ? signText(text.value, papers, key) : text
}
