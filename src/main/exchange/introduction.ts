import { canonicalText } from '#core/canonical.ts'
import { Introduction, introductionFormat } from '#core/introduction.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { SigningKey } from './key.ts'
import { verifyContainer } from './open-container.ts'
import { refusalOf } from './schemes.ts'
import { signContainer } from './sign.ts'
import type { Trust } from './trust.ts'

/** What an introduction is about; `issuedAt` is an ISO instant with whole seconds. */
export type IntroductionOrder = Pick<Introduction, 'unit' | 'reason' | 'issuedAt' | 'issuedBy'>

/** A key that is introduced: whose it is, and its certificate. */
export type Introduced = { introduction: Introduction; certificate: Certificate }

/** Signs, with the old key of a unit, that a certificate is its new one: the bytes of a container. */
export async function introduceKey(
  order: IntroductionOrder,
  certificate: Certificate,
  oldKey: SigningKey,
): Promise<Result<Uint8Array>> {
  const { name, node, scheme, fingerprint, unit } = certificate
  if (!scheme) return { ok: false, problem: refusalOf(node.publicKey, name) }
  if (unit && unit !== order.unit.code)
    return fail('exchange.key-other-unit', { unit: order.unit.code, signerUnit: unit })
  if (node.publicKey.equals(oldKey.certificate.node.publicKey))
    return fail('exchange.introduction-same-key')
  const introduction: Introduction = {
    format: introductionFormat,
    ...order,
    oldFingerprint: oldKey.certificate.fingerprint,
    newFingerprint: fingerprint,
    certificate: Buffer.from(certificate.der).toString('base64'),
  }
  const text = canonicalText(introduction)
  if (!text.ok) return text
  const content = { 'introduction.json': Buffer.from(text.value) }
  return signContainer('introduction', content, { key: oldKey, signedAt: order.issuedAt })
}

/**
 * Who an introduction brings in, or why it does not count: its signer must be believed, be the old key
 * it names, and speak for the unit; the new certificate must be the one it names and of no other unit.
 */
export async function openIntroduction(
  bytes: Uint8Array,
  trust: Trust,
): Promise<Result<Introduced>> {
  const verdict = await verifyContainer('introduction', bytes, trust)
  const [problem] = verdict.problems
  if (problem) return { ok: false, problem }
  const parsed = Introduction.safeParse(verdict.json)
  if (!parsed.success || !verdict.signer) return fail('exchange.introduction-wrong')
  const introduction = parsed.data
  const { code } = introduction.unit
  const certificate = readCertificate(Buffer.from(introduction.certificate, 'base64'))
  const fits =
    introduction.oldFingerprint === verdict.signer.fingerprint &&
    introduction.newFingerprint === certificate?.fingerprint &&
    introduction.issuedAt === verdict.signer.signedAt &&
    verdict.signer.unit === code &&
    (certificate.unit ?? code) === code
  return fits ? ok({ introduction, certificate }) : fail('exchange.introduction-wrong')
}

/** The trust with the keys that are introduced by believed ones, over several changes of key. */
export async function addIntroductions(trust: Trust, files: readonly Uint8Array[]): Promise<Trust> {
  let grown = trust
  let waiting = [...files]
  while (waiting.length > 0) {
    const refused: Uint8Array[] = []
    for (const bytes of waiting) {
      const opened = await openIntroduction(bytes, grown)
      if (opened.ok) grown = withKey(grown, opened.value)
      else refused.push(bytes)
    }
    // Whatever nobody vouches for is left out: a revoked old key takes the keys it introduced with it.
    if (refused.length === waiting.length) break
    waiting = refused
  }
  return grown
}

function withKey(trust: Trust, { introduction, certificate }: Introduced): Trust {
  const { fingerprint, unit } = certificate
  const rule = trust.rules.get(fingerprint)
  // A certificate that names no unit speaks for the one it was introduced for.
  const named =
    unit || rule?.unit ? [] : [[fingerprint, { ...rule, unit: introduction.unit.code }] as const]
  return {
    ...trust,
    certificates: [...trust.certificates, certificate],
    rules: new Map([...trust.rules, ...named]),
  }
}
