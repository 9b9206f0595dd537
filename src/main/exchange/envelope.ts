import type { KeyObject } from 'node:crypto'
import { fromBER } from 'asn1js'
import { ContentInfo, EnvelopedData, Certificate as PkiCertificate } from 'pkijs'
import { fail, ok, type Result } from '#core/result.ts'
import type { Certificate } from './certificate.ts'
import type { SigningKey } from './key.ts'
import './pkcs12.ts'
import { refusalOf } from './schemes.ts'

const idEnvelopedData = '1.2.840.113549.1.7.3'
const contentEncryption = { name: 'AES-CBC', length: 256 }

/**
 * Encrypts bytes for the holder of one certificate: CMS EnvelopedData in DER with AES-256-CBC, the
 * key under RSA-OAEP with SHA-256 or under ECDH with an AES-256 key wrap. It hides and does not vouch:
 * put it into a signed container. Refuses keys that are too weak.
 */
export async function envelope(
  bytes: Uint8Array,
  recipient: Certificate,
): Promise<Result<Uint8Array>> {
  if (!recipient.scheme)
    return { ok: false, problem: refusalOf(recipient.node.publicKey, recipient.name) }
  const enveloped = new EnvelopedData()
  const certificate = PkiCertificate.fromBER(Uint8Array.from(recipient.der))
  enveloped.addRecipientByCertificate(certificate, {
    oaepHashAlgorithm: 'SHA-256',
    kdfAlgorithm: 'SHA-256',
    kekEncryptionLength: 256,
  })
  await enveloped.encrypt(contentEncryption, Uint8Array.from(bytes).buffer)
  const info = new ContentInfo({ contentType: idEnvelopedData, content: enveloped.toSchema() })
  return ok(new Uint8Array(info.toSchema().toBER()))
}

/** Opens an envelope with the private key itself; only `openKey` calls this, so the key stays there. */
export async function openWith(
  bytes: Uint8Array,
  certificate: Certificate,
  key: KeyObject,
): Promise<Result<Uint8Array>> {
  try {
    const info = new ContentInfo({ schema: fromBER(Uint8Array.from(bytes)).result })
    if (info.contentType !== idEnvelopedData) return fail('exchange.envelope-damaged')
    const enveloped = new EnvelopedData({ schema: info.content })
    const recipientPrivateKey = Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }))
    const recipientCertificate = PkiCertificate.fromBER(Uint8Array.from(certificate.der))
    const plain = await enveloped.decrypt(0, { recipientPrivateKey, recipientCertificate })
    return ok(new Uint8Array(plain))
  } catch {
    // The libraries throw for a wrong key and for damaged bytes alike, each in its own words.
    return fail('exchange.envelope-not-ours', { recipient: certificate.name })
  }
}

/**
 * The bytes in an envelope that was made for this key's certificate. A key on a token is refused: it
 * signs only.
 */
export async function openEnvelope(
  bytes: Uint8Array,
  key: SigningKey,
): Promise<Result<Uint8Array>> {
  return key.open ? key.open(bytes) : fail('exchange.envelope-token')
}
