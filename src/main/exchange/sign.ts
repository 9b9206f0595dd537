import { createHash } from 'node:crypto'
import { canonicalText } from '#core/canonical.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { checkSummary } from '#core/summary-check.ts'
import { signDetached } from './cms.ts'
import { largestFile, type Members, mimetype, packContainer } from './container.ts'
import type { SigningKey } from './key.ts'
import { manifestOf } from './manifest.ts'
import { checkShape } from './summary-json.ts'

/** A summary that must not leave the office, or the canonical text of one that may. */
function textToSign(summary: Summary, key: SigningKey): Result<string> {
  const shaped = checkShape(summary)
  if (!shaped.ok) return shaped
  const [problem] = checkSummary(shaped.value)
  if (problem) return { ok: false, problem }
  const { name, unit, from, to } = key.certificate
  if (unit && unit !== summary.unit.code)
    return fail('exchange.wrong-unit', { unit: summary.unit.code, signerUnit: unit })
  const signedAt = summary.createdAt
  if (signedAt < from || signedAt > to)
    return fail('exchange.outside-validity', { signer: name, signedAt, from, to })
  return canonicalText(shaped.value)
}

/** The signed container of this content; `signedAt` is an ISO instant with whole seconds. */
export async function sealContainer(
  content: Pick<Members, 'summary.json' | 'summary.pdf'>,
  key: SigningKey,
  signedAt: string,
): Promise<Uint8Array> {
  const manifest = manifestOf(content)
  const { certificate, scheme } = key
  const digest = createHash('sha256').update(manifest).digest()
  return packContainer({
    mimetype: Buffer.from(mimetype),
    'summary.json': content['summary.json'],
    'summary.pdf': content['summary.pdf'],
    'META-INF/ASiCManifest.xml': manifest,
    'META-INF/signature.p7s': await signDetached(
      { certificate, scheme, signedAt, digest },
      key.sign,
    ),
  })
}

/**
 * Signs a summary with its readable PDF: the bytes of an ASiC-E container with one CAdES-B-B
 * signature. The time of signing is the summary's `createdAt`. Refuses a summary that does not pass its
 * own check, a key of another unit, and a certificate that does not hold at that time.
 */
export async function signSummary(
  summary: Summary,
  pdf: Uint8Array,
  key: SigningKey,
): Promise<Result<Uint8Array>> {
  const text = textToSign(summary, key)
  if (!text.ok) return text
  const content = { 'summary.json': Buffer.from(text.value), 'summary.pdf': pdf }
  const bytes = await sealContainer(content, key, summary.createdAt)
  if (bytes.length > largestFile)
    return fail('exchange.too-large', { limit: largestFile / 1024 / 1024 })
  return ok(bytes)
}
