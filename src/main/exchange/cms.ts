import { createHash } from 'node:crypto'
import {
  type AsnType,
  Constructed,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
  UTCTime,
} from 'asn1js'
import { fail, ok, type Result } from '#core/result.ts'
import { type Certificate, isoSeconds, readCertificate } from './certificate.ts'
import {
  type AcceptedScheme,
  acceptedScheme,
  fits,
  refusalOf,
  schemeIdentifier,
  sha256Identifier,
} from './schemes.ts'

const idData = '1.2.840.113549.1.7.1'
const idSignedData = '1.2.840.113549.1.7.2'
const idContentType = '1.2.840.113549.1.9.3'
const idMessageDigest = '1.2.840.113549.1.9.4'
const idSigningTime = '1.2.840.113549.1.9.5'
const idSigningCertificateV2 = '1.2.840.113549.1.9.16.2.47'
const idTimestampToken = '1.2.840.113549.1.9.16.2.14'
const idSha1 = '1.3.14.3.2.26'
const largestSignature = 64 * 1024

/**
 * What a detached CAdES-B-B signature says: `digest` is the SHA-256 of the signed content, `signedAt`
 * an ISO instant with whole seconds.
 */
export type SignatureParts = {
  certificate: Certificate
  scheme: AcceptedScheme
  signedAt: string
  digest: Uint8Array
  signature: Uint8Array
  /** The RFC 3161 token over the signature value (CAdES-T), DER; null without one. */
  timestamp: Uint8Array | null
}

type Signable = Pick<SignatureParts, 'certificate' | 'signedAt' | 'digest'>

const oid = (value: string) => new ObjectIdentifier({ value })
const octets = (bytes: Uint8Array) => new OctetString({ valueHex: Uint8Array.from(bytes) })
const seq = (...value: AsnType[]) => new Sequence({ value })
const set = (...value: AsnType[]) => new SetOf({ value })
const tagged = (tagNumber: number, ...value: AsnType[]) =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
const derOf = (node: AsnType) => Buffer.from(node.toBER())

/** The members of a constructed node; none when it is not one. */
const members = (node: unknown): AsnType[] =>
  node instanceof Constructed ? node.valueBlock.value : []

/** SigningCertificateV2 with one ESSCertIDv2; SHA-256 is its default and therefore left out (RFC 5035). */
function signingCertificate(certificate: Certificate): Sequence {
  return seq(seq(seq(octets(createHash('sha256').update(certificate.der).digest()))))
}

function attributesOf({ certificate, signedAt, digest }: Signable): Sequence[] {
  return (
    [
      seq(oid(idContentType), set(oid(idData))),
      seq(oid(idSigningTime), set(new UTCTime({ valueDate: new Date(signedAt) }))),
      seq(oid(idMessageDigest), set(octets(digest))),
      seq(oid(idSigningCertificateV2), set(signingCertificate(certificate))),
    ]
      .map((attribute) => ({ attribute, der: derOf(attribute) }))
      // DER sorts the members of a SET OF by their encoding.
      .sort((a, b) => Buffer.compare(a.der, b.der))
      .map(({ attribute }) => attribute)
  )
}

/** The bytes the signer signs: the DER of the signed attributes as a SET (RFC 5652, 5.4). */
const bytesToSign = (parts: Signable): Uint8Array => derOf(set(...attributesOf(parts)))

/** The certificate as a node, its serial number and its issuer. */
function certificateNodes(certificate: Certificate): [AsnType, AsnType, AsnType] {
  const whole = fromBER(certificate.der).result
  const fields = members(members(whole)[0])
  // The version is an optional [0] in front.
  const [serial, , issuer] = fields[0]?.idBlock.tagClass === 3 ? fields.slice(1) : fields
  if (!serial || !issuer) throw new Error('a certificate without serial number or issuer')
  return [whole, serial, issuer]
}

/** The unsigned attributes: a time stamp or nothing. */
function stampOf({ timestamp }: SignatureParts): AsnType[] {
  if (!timestamp) return []
  return [tagged(1, seq(oid(idTimestampToken), set(fromBER(Uint8Array.from(timestamp)).result)))]
}

/** The one encoding of a signature: CMS SignedData without content, with the signer's certificate only. */
function encodeSignature(parts: SignatureParts): Uint8Array {
  const [certificate, serial, issuer] = certificateNodes(parts.certificate)
  const one = () => new Integer({ value: 1 })
  const sha256 = () => sha256Identifier().toSchema()
  const signer = seq(
    one(),
    seq(issuer, serial),
    sha256(),
    tagged(0, ...attributesOf(parts)),
    schemeIdentifier(parts.scheme).toSchema(),
    octets(parts.signature),
    ...stampOf(parts),
  )
  const signed = seq(one(), set(sha256()), seq(oid(idData)), tagged(0, certificate), set(signer))
  return derOf(seq(oid(idSignedData), tagged(0, signed)))
}

/** The value of a signed attribute. */
function attribute(attributes: readonly AsnType[], type: string): unknown {
  const found = attributes
    .map(members)
    .find(([id]) => id instanceof ObjectIdentifier && id.getValue() === type)
  return members(found?.[1])[0]
}

const idIn = (node: unknown): string => {
  const [id] = members(node)
  return id instanceof ObjectIdentifier ? id.getValue() : ''
}

const rawOf = (node: AsnType): Uint8Array => Uint8Array.from(node.valueBeforeDecodeView)

/** What the file says itself, besides the algorithms it names. */
type Read = Omit<SignatureParts, 'scheme'> & { digestId: string; schemeId: string }

/** Picks the parts from where our encoding has them; whatever else is there fails the comparison later. */
function readParts(bytes: Uint8Array): Read | null {
  const signed = members(members(members(fromBER(bytes).result)[1])[0])
  const embedded = members(signed[3])[0]
  const signer = members(members(signed[4])[0])
  const certificate = embedded && readCertificate(rawOf(embedded))
  const attributes = members(signer[3])
  const digest = attribute(attributes, idMessageDigest)
  const time = attribute(attributes, idSigningTime)
  const signature = signer[5]
  const stamp = attribute(members(signer[6]), idTimestampToken)
  if (!certificate || !(digest instanceof OctetString) || !(signature instanceof OctetString))
    return null
  if (!(time instanceof UTCTime)) return null
  return {
    certificate,
    signedAt: isoSeconds(time.toDate()),
    digest: Uint8Array.from(digest.valueBlock.valueHexView),
    signature: Uint8Array.from(signature.valueBlock.valueHexView),
    timestamp: stamp instanceof Sequence ? rawOf(stamp) : null,
    digestId: idIn(signer[2]),
    schemeId: idIn(signer[4]),
  }
}

/**
 * Reads a signature. Only the exact bytes `encodeSignature` gives for what was read are taken: no
 * second signer, other attribute, other algorithm or spare byte. Says nothing yet about who signed
 * what; see `isSignatureOver`.
 */
export function parseSignature(bytes: Uint8Array): Result<SignatureParts> {
  const damaged = fail('exchange.damaged', { member: 'META-INF/signature.p7s' })
  if (bytes.length > largestSignature) return damaged
  try {
    const parts = readParts(bytes)
    if (!parts) return damaged
    const { digestId, schemeId, ...rest } = parts
    const { scheme, node, name } = rest.certificate
    if (!scheme) return { ok: false, problem: refusalOf(node.publicKey, name) }
    if (digestId === idSha1) return fail('exchange.signature-sha1', { signer: name })
    const whole = { ...rest, scheme: acceptedScheme(scheme, schemeId) }
    return Buffer.from(encodeSignature(whole)).equals(bytes) ? ok(whole) : damaged
  } catch {
    // The ASN.1 libraries throw on hostile input; every such input is simply not our encoding.
    return damaged
  }
}

/** Gets a time stamp over a signature value: the token as DER. */
export type Stamp = (signature: Uint8Array) => Promise<Result<Uint8Array>>

/**
 * Signs content whose SHA-256 is `digest`; `sign` makes the raw signature in CMS form, `stamp` the time
 * stamp over it when there is to be one.
 */
export async function signDetached(
  parts: Omit<SignatureParts, 'signature' | 'timestamp'>,
  sign: (bytes: Uint8Array) => Promise<Result<Uint8Array>>,
  stamp?: Stamp,
): Promise<Result<Uint8Array>> {
  const signature = await sign(bytesToSign(parts))
  if (!signature.ok) return signature
  const timestamp = stamp ? await stamp(signature.value) : ok(null)
  if (!timestamp.ok) return timestamp
  return ok(encodeSignature({ ...parts, signature: signature.value, timestamp: timestamp.value }))
}

/** Whether a parsed signature is by its certificate and over content with this SHA-256 digest. */
export function isSignatureOver(parts: SignatureParts, digest: Uint8Array): boolean {
  const { certificate, scheme, signature } = parts
  return (
    Buffer.from(parts.digest).equals(digest) &&
    fits(scheme, certificate.node.publicKey, bytesToSign(parts), signature)
  )
}
