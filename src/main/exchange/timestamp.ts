import { createHash } from 'node:crypto'
import { fromBER } from 'asn1js'
import { ContentInfo, SignedData, TSTInfo } from 'pkijs'
import type { Problem } from '#core/result.ts'
import { type Certificate, isoSeconds, readCertificate } from './certificate.ts'
import type { SignatureParts } from './cms.ts'
import './pkcs12.ts'
import { judgeCertificate } from './signer.ts'
import type { Trust } from './trust.ts'

const idSignedData = '1.2.840.113549.1.7.2'
const idTstInfo = '1.2.840.113549.1.9.16.1.4'
const idExtendedKeyUsage = '2.5.29.37'
const idTimeStamping = '1.3.6.1.5.5.7.3.8'
const idSha256 = '2.16.840.1.101.3.4.2.1'
const acceptedDigests = [idSha256, '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3']

/** A time stamp as read: when (ISO instant) and by which authority; `known` when the trust folder vouches. */
export type StampVerdict = { at: string; authority: string; known: boolean }

/** What a token says once its own signature holds. */
export type Token = { at: string; nonce: string | null; authority: Certificate }

function mayStamp(authority: Certificate): boolean {
  const usage = authority.parsed.getExtension(idExtendedKeyUsage) as { usages?: string[] } | null
  return usage?.usages?.includes(idTimeStamping) === true
}

/** The authority's certificate: the one in the token that its signer is named by. */
function authorityIn(signed: SignedData): Certificate | null {
  const sid = signed.signerInfos[0]?.sid
  const found = signed.certificates?.find(
    (one) =>
      'serialNumber' in one &&
      one.issuer.isEqual(sid?.issuer) &&
      one.serialNumber.isEqual(sid?.serialNumber),
  )
  return found ? readCertificate(new Uint8Array(found.toSchema().toBER())) : null
}

function infoIn(signed: SignedData): TSTInfo | null {
  if (signed.encapContentInfo.eContentType !== idTstInfo) return null
  const content = signed.encapContentInfo.eContent?.getValue()
  return content ? TSTInfo.fromBER(content) : null
}

/**
 * Reads an RFC 3161 token over a signature value. Null unless it is over just these bytes (SHA-256), by
 * one authority whose certificate is inside and is for time stamping, and its signature holds.
 */
export async function readToken(token: Uint8Array, signature: Uint8Array): Promise<Token | null> {
  try {
    const info = new ContentInfo({ schema: fromBER(Uint8Array.from(token)).result })
    if (info.contentType !== idSignedData) return null
    const signed = new SignedData({ schema: info.content })
    const stamp = infoIn(signed)
    const authority = authorityIn(signed)
    const [signer, second] = signed.signerInfos
    if (!stamp || !authority || !signer || second || !mayStamp(authority)) return null
    if (!acceptedDigests.includes(signer.digestAlgorithm.algorithmId)) return null
    const { hashAlgorithm, hashedMessage } = stamp.messageImprint
    const digest = createHash('sha256').update(signature).digest()
    if (hashAlgorithm.algorithmId !== idSha256) return null
    if (!digest.equals(Buffer.from(hashedMessage.valueBlock.valueHexView))) return null
    const data = Uint8Array.from(signature).buffer
    if (!(await signed.verify({ signer: 0, data, checkChain: false }))) return null
    const nonce = stamp.nonce ? Buffer.from(stamp.nonce.valueBlock.valueHexView) : null
    return { at: isoSeconds(stamp.genTime), nonce: nonce?.toString('hex') ?? null, authority }
  } catch {
    // The ASN.1 and crypto libraries throw on damaged tokens, each in its own words.
    return null
  }
}

/** What a time stamp of a signature is worth; `value` is null when there is none or it does not hold. */
export type JudgedStamp = { value: StampVerdict | null; problems: Problem[]; notices: Problem[] }

/**
 * Judges the time stamp of a signature: one that does not hold, or whose authority was revoked or not
 * valid then, is a problem; an authority the trust folder does not know is a notice.
 */
export async function judgeStamp(
  { timestamp, signature }: SignatureParts,
  trust: Trust,
): Promise<JudgedStamp> {
  if (!timestamp) return { value: null, problems: [], notices: [] }
  const token = await readToken(timestamp, signature)
  if (!token) return { value: null, problems: [{ code: 'exchange.timestamp-wrong' }], notices: [] }
  const { at, authority } = token
  const { known, problems } = await judgeCertificate(authority, at, trust)
  const values = { authority: authority.name, at }
  const code = known ? 'exchange.timestamped' : 'exchange.timestamp-unknown'
  return {
    value: { at, authority: authority.name, known },
    problems: known ? problems : [],
    notices: [{ code, values }],
  }
}
