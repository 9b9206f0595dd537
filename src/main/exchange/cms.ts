import { createHash } from 'node:crypto'
import { fromBER, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  Certificate as PkiCertificate,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { fail, ok, type Result } from '#core/result.ts'
import { type Certificate, isoSeconds, readCertificate } from './certificate.ts'
import { fits, type Scheme, schemeIdentifier, sha256Identifier } from './schemes.ts'

const idData = '1.2.840.113549.1.7.1'
const idSignedData = '1.2.840.113549.1.7.2'
const idContentType = '1.2.840.113549.1.9.3'
const idMessageDigest = '1.2.840.113549.1.9.4'
const idSigningTime = '1.2.840.113549.1.9.5'
const idSigningCertificateV2 = '1.2.840.113549.1.9.16.2.47'
const largestSignature = 64 * 1024

/** What a detached CAdES-B-B signature says; `signedAt` is an ISO instant with whole seconds. */
export type SignatureParts = {
  certificate: Certificate
  scheme: Scheme
  signedAt: string
  /** SHA-256 of the signed content. */
  digest: Uint8Array
  signature: Uint8Array
}

type Signable = Omit<SignatureParts, 'signature' | 'scheme'>

/** SigningCertificateV2 with one ESSCertIDv2; SHA-256 is its default and therefore left out (RFC 5035). */
function signingCertificate(certificate: Certificate): Sequence {
  const hash = createHash('sha256').update(certificate.der).digest()
  const id = new Sequence({ value: [new OctetString({ valueHex: Uint8Array.from(hash) })] })
  return new Sequence({ value: [new Sequence({ value: [id] })] })
}

function attributesOf({ certificate, signedAt, digest }: Signable): SignedAndUnsignedAttributes {
  const attributes = [
    [idContentType, new ObjectIdentifier({ value: idData })],
    [idMessageDigest, new OctetString({ valueHex: Uint8Array.from(digest) })],
    [idSigningTime, new UTCTime({ valueDate: new Date(signedAt) })],
    [idSigningCertificateV2, signingCertificate(certificate)],
  ] as const
  const sorted = attributes
    .map(([type, value]) => new Attribute({ type, values: [value] }))
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER()) }))
    // DER sorts the members of a SET OF by their encoding.
    .sort((a, b) => Buffer.compare(a.der, b.der))
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: sorted.map((one) => one.attribute),
  })
}

/** The bytes the signer signs: the DER of the signed attributes as a SET (RFC 5652, 5.4). */
function bytesToSign(parts: Signable): Uint8Array {
  const bytes = new Uint8Array(attributesOf(parts).toSchema().toBER())
  bytes[0] = 0x31
  return bytes
}

/** The one encoding of a signature: CMS SignedData without content, with the signer's certificate only. */
function encodeSignature(parts: SignatureParts): Uint8Array {
  const certificate = PkiCertificate.fromBER(Uint8Array.from(parts.certificate.der))
  const { issuer, serialNumber } = certificate
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    digestAlgorithm: sha256Identifier(),
    signedAttrs: attributesOf(parts),
    signatureAlgorithm: schemeIdentifier(parts.scheme),
    signature: new OctetString({ valueHex: Uint8Array.from(parts.signature) }),
  })
  const signed = new SignedData({
    digestAlgorithms: [sha256Identifier()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: idData }),
    certificates: [certificate],
    signerInfos: [signer],
  })
  const info = new ContentInfo({ contentType: idSignedData, content: signed.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER())
}

function attribute(signer: SignerInfo, type: string): unknown {
  return signer.signedAttrs?.attributes.find((one) => one.type === type)?.values[0]
}

type ReadParts = Omit<SignatureParts, 'scheme'>

function readParts(bytes: Uint8Array): ReadParts | null {
  const asn1 = fromBER(bytes)
  if (asn1.offset !== bytes.length) return null
  const signed = new SignedData({ schema: new ContentInfo({ schema: asn1.result }).content })
  const [signer] = signed.signerInfos
  const [embedded] = signed.certificates ?? []
  if (!signer || !(embedded instanceof PkiCertificate)) return null
  const certificate = readCertificate(new Uint8Array(embedded.toSchema().toBER()))
  const [digest, time] = [attribute(signer, idMessageDigest), attribute(signer, idSigningTime)]
  if (!certificate || !(digest instanceof OctetString) || !(time instanceof UTCTime)) return null
  return {
    certificate,
    signedAt: isoSeconds(time.toDate()),
    digest: Uint8Array.from(digest.valueBlock.valueHexView),
    signature: Uint8Array.from(signer.signature.valueBlock.valueHexView),
  }
}

/**
 * Reads a signature. Only the exact bytes `encodeSignature` gives for what was read are taken: no
 * second signer, unsigned attribute, other algorithm or spare byte. Says nothing yet about who signed
 * what; see `isSignatureOver`.
 */
export function parseSignature(bytes: Uint8Array): Result<SignatureParts> {
  const damaged = fail('exchange.damaged', { member: 'META-INF/signature.p7s' })
  if (bytes.length > largestSignature) return damaged
  try {
    const parts = readParts(bytes)
    if (!parts) return damaged
    const { scheme } = parts.certificate
    if (!scheme) return fail('exchange.signature-unsupported')
    const whole = { ...parts, scheme }
    return Buffer.from(encodeSignature(whole)).equals(bytes) ? ok(whole) : damaged
  } catch {
    // The ASN.1 libraries throw on hostile input; every such input is simply not our encoding.
    return damaged
  }
}

/** Signs content whose SHA-256 is `digest`; `sign` makes the raw signature in CMS form. */
export async function signDetached(
  parts: Omit<SignatureParts, 'signature'>,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  return encodeSignature({ ...parts, signature: await sign(bytesToSign(parts)) })
}

/** Whether a parsed signature is by its certificate and over content with this SHA-256 digest. */
export function isSignatureOver(parts: SignatureParts, digest: Uint8Array): boolean {
  const { certificate, scheme, signature } = parts
  return (
    Buffer.from(parts.digest).equals(digest) &&
    fits(scheme, certificate.node.publicKey, bytesToSign(parts), signature)
  )
}
