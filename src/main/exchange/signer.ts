import { webcrypto } from 'node:crypto'
import type { Problem } from '#core/result.ts'
import type { CertificateWeight } from '#core/signing.ts'
import { type Certificate, isIssuedBy, isoSeconds } from './certificate.ts'
import type { Trust } from './trust.ts'
import { type X509Crl, X509CrlReason } from './x509.ts'

/** Whether a certificate is known not to be revoked, known to be, or nobody could tell (offline). */
export type Revocation = 'good' | 'revoked' | 'unchecked'

/** What the trust folder says of a signer; no problems means it may be believed. */
export type SignerVerdict = {
  unit: string | null
  weight: CertificateWeight
  revocation: Revocation
  problems: Problem[]
  notices: Problem[]
}

const longestPath = 8

const isSame = (a: Certificate, b: Certificate): boolean => a.fingerprint === b.fingerprint

const isRoot = (one: Certificate): boolean => one.node.checkIssued(one.node)

/** The signer, then its issuers as far as the folder holds them. */
function pathOf(signer: Certificate, trust: Trust): Certificate[] {
  const path = [signer]
  for (let last = signer; !isRoot(last) && path.length < longestPath; ) {
    const issuer = trust.certificates.find((one) => isIssuedBy(last, one))
    if (!issuer || path.includes(issuer)) break
    path.push(issuer)
    last = issuer
  }
  return path
}

// The day of an instant in Việt Nam (UTC+7, no summer time): rules are written in local days.
const dayInVietnam = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** Whether a certificate holds at an instant, and on its days in trust.json. */
export function checkValidity(one: Certificate, signedAt: string, trust: Trust): Problem[] {
  const { name: signer, from, to } = one
  const values = { signer, signedAt, from, to }
  if (signedAt < from) return [{ code: 'exchange.not-yet-valid', values }]
  if (signedAt > to) return [{ code: 'exchange.expired', values }]
  const rule = trust.rules.get(one.fingerprint)
  const day = dayInVietnam(signedAt)
  if (day >= (rule?.from ?? day) && day <= (rule?.to ?? day)) return []
  const days = { from: rule?.from ?? from, to: rule?.to ?? to }
  return [{ code: 'exchange.outside-validity', values: { signer, signedAt, ...days } }]
}

type Status = { state: Revocation; since: string }

const unchecked: Status = { state: 'unchecked', since: '' }

/** The newest revocation list that this issuer signed. */
async function newestList(issuer: Certificate, trust: Trust): Promise<X509Crl | undefined> {
  const publicKey = issuer.parsed
  const named = trust.crls.filter((crl) => crl.issuer === publicKey.subject)
  const holds = await Promise.all(
    named.map((crl) => crl.verify({ publicKey }, webcrypto).catch(() => false)),
  )
  const signed = named.filter((_, index) => holds[index])
  return signed.sort((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())[0]
}

/** Looks a certificate up in its issuer's list; the list must reach the moment of signing. */
async function lookUp(
  one: Certificate,
  issuer: Certificate,
  signedAt: string,
  trust: Trust,
): Promise<Status> {
  const list = await newestList(issuer, trust)
  const entry = list?.findRevoked(one.parsed)
  if (entry && entry.reason !== X509CrlReason.removeFromCRL)
    return { state: 'revoked', since: isoSeconds(entry.revocationDate).slice(0, 10) }
  const reaches = list && (!list.nextUpdate || isoSeconds(list.nextUpdate) >= signedAt)
  return reaches ? { state: 'good', since: '' } : unchecked
}

async function statusOf(
  path: readonly Certificate[],
  signedAt: string,
  trust: Trust,
): Promise<Status> {
  let own = unchecked
  for (const [index, one] of path.entries()) {
    const rule = trust.rules.get(one.fingerprint)
    if (rule?.revoked) return { state: 'revoked', since: rule.revoked }
    const issuer = path[index + 1]
    const status = issuer ? await lookUp(one, issuer, signedAt, trust) : unchecked
    if (status.state === 'revoked') return status
    // Issuers stand in the folder because somebody put them there; a signer listed in trust.json is watched there.
    if (index === 0) own = rule ? { state: 'good', since: '' } : status
  }
  return own
}

function checkIdentity(signer: Certificate, unit: string | null): Problem[] {
  const values = { signer: signer.name, fingerprint: signer.fingerprint }
  const found: Problem[] = []
  if (!signer.canSign) found.push({ code: 'exchange.certificate-usage', values })
  if (!unit) found.push({ code: 'exchange.certificate-without-unit', values })
  return found
}

/** The legal weight: what trust.json says of the certificate or its nearest issuer, else `internal`. */
function weightOf(path: readonly Certificate[], trust: Trust): CertificateWeight {
  if (path[0]?.practice) return 'practice'
  const kinds = path.map((one) => trust.rules.get(one.fingerprint)?.kind)
  return kinds.find((kind) => kind !== undefined) ?? 'internal'
}

/** Certificates signed with SHA-1 or MD5 can be forged; a root vouches for nobody by its own signature. */
function checkHashes(path: readonly Certificate[]): Problem[] {
  return path
    .filter((one) => !isRoot(one) && one.oldHash)
    .map((one) => ({ code: 'exchange.certificate-sha1', values: { signer: one.name } }))
}

/** What the trust folder says of any certificate at an instant. */
export type CertificateVerdict = {
  known: boolean
  path: readonly Certificate[]
  revocation: Revocation
  problems: Problem[]
}

/** Whether the folder holds a certificate or its issuers, all valid at that instant and none revoked. */
export async function judgeCertificate(
  one: Certificate,
  at: string,
  trust: Trust,
): Promise<CertificateVerdict> {
  const path = pathOf(one, trust)
  const known = path.length > 1 || trust.certificates.some((held) => isSame(held, one))
  const { name: signer, fingerprint } = one
  const status = await statusOf(path, at, trust)
  const problems: Problem[] = [
    ...(known
      ? []
      : [{ code: 'exchange.unknown-signer', values: { signer, fingerprint } } as const]),
    ...(status.state === 'revoked'
      ? [{ code: 'exchange.revoked', values: { signer, since: status.since } } as const]
      : []),
    ...path.flatMap((each) => checkValidity(each, at, trust)),
    ...checkHashes(path),
  ]
  return { known, path, revocation: status.state, problems }
}

/**
 * Whether the trust folder vouches for a signer at the time of signing: it holds the certificate itself
 * or the issuer's (and so on up), all valid then and none revoked. Practice certificates are
 * self-signed, so only the first way is open to them.
 */
export async function judgeSigner(
  signer: Certificate,
  signedAt: string,
  trust: Trust,
): Promise<SignerVerdict> {
  const { known, path, revocation, problems } = await judgeCertificate(signer, signedAt, trust)
  const unit = trust.rules.get(signer.fingerprint)?.unit ?? signer.unit
  const notices: Problem[] =
    known && revocation === 'unchecked'
      ? [{ code: 'exchange.revocation-unchecked', values: { issuer: signer.issuer } }]
      : []
  return {
    unit,
    weight: weightOf(path, trust),
    revocation,
    problems: [...problems, ...(known ? checkIdentity(signer, unit) : [])],
    notices,
  }
}
