import { webcrypto } from 'node:crypto'
import { BmpString, OctetString } from 'asn1js'
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  CryptoEngine,
  PFX,
  PKCS8ShroudedKeyBag,
  Certificate as PkiCertificate,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
  setEngine,
} from 'pkijs'

setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto }))

/** Object identifiers of the bags of a PKCS#12 file. */
export const bagIds = {
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
} as const

const idFriendlyName = '1.2.840.113549.1.9.20'
const idLocalKeyId = '1.2.840.113549.1.9.21'

// Guessing a password must cost the same by way of the MAC as by way of the key; the certificate is public.
const keyIterations = 600_000
const macIterations = 100_000
const certificateIterations = 10_000

/** A password as the bytes PKCS#12 derives from: NFC, so that every keyboard types the same one. */
export function passwordBytes(password: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(password.normalize('NFC'))).buffer
}

const aes256 = (password: ArrayBuffer, iterationCount: number) => ({
  password,
  contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount,
})

function labels(name: string, keyId: Uint8Array): Attribute[] {
  return [
    new Attribute({ type: idFriendlyName, values: [new BmpString({ value: name })] }),
    new Attribute({
      type: idLocalKeyId,
      values: [new OctetString({ valueHex: Uint8Array.from(keyId) })],
    }),
  ]
}

/** What goes into a key file: PKCS#8 key, its certificate, both DER, and the name software shows. */
export type KeyFileContent = { pkcs8: Uint8Array; certificate: Uint8Array; name: string }

async function keyBag(
  content: KeyFileContent,
  password: ArrayBuffer,
): Promise<PKCS8ShroudedKeyBag> {
  const parsedValue = PrivateKeyInfo.fromBER(Uint8Array.from(content.pkcs8))
  const bag = new PKCS8ShroudedKeyBag({ parsedValue })
  await bag.makeInternalValues(aes256(password, keyIterations))
  return bag
}

/** Writes a PKCS#12 file: PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256, MAC with HMAC-SHA256. */
export async function writePkcs12(content: KeyFileContent, password: string): Promise<Uint8Array> {
  const secret = passwordBytes(password)
  const keyId = new Uint8Array(await webcrypto.subtle.digest('SHA-256', content.certificate))
  const bagAttributes = labels(content.name, keyId)
  const shrouded = await keyBag(content, secret)
  const certificate = PkiCertificate.fromBER(Uint8Array.from(content.certificate))
  const certBag = new CertBag({ parsedValue: certificate })
  const contents = [
    new SafeBag({ bagId: bagIds.shroudedKey, bagValue: shrouded, bagAttributes }),
    new SafeBag({ bagId: bagIds.certificate, bagValue: certBag, bagAttributes }),
  ].map((bag) => new SafeContents({ safeBags: [bag] }))
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: contents.map((value, privacyMode) => ({ privacyMode, value })),
    },
  })
  await authenticatedSafe.makeInternalValues({
    safeContents: [{}, aes256(secret, certificateIterations)],
  })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  await pfx.makeInternalValues({
    password: secret,
    iterations: macIterations,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return new Uint8Array(pfx.toSchema().toBER())
}
