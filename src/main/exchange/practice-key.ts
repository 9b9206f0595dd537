import { webcrypto } from 'node:crypto'
import { fail, ok, type Result } from '#core/result.ts'
import { organizationIdentifier, practiceMark, unitIdentifier } from './certificate.ts'
import { sha256Hex } from './manifest.ts'
import { writePkcs12 } from './pkcs12.ts'
import {
  BasicConstraintsExtension,
  type JsonNameParams,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from './x509.ts'

/** The shortest password of a key file. */
export const shortestPassword = 4

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const validYears = 3
// X.520 allows 64 characters in a name.
const longestSubject = 64

/** Who a practice key is for; `now` is the moment it is made. */
export type PracticeKeyRequest = {
  unitCode: string
  unitName: string
  password: string
  now: Date
}

/** A new key: the PKCS#12 file, its certificate as PEM for the trust folder, SHA-256 fingerprint as hex. */
export type PracticeKey = { p12: Uint8Array; certificatePem: string; fingerprint: string }

function subjectOf({ unitCode, unitName }: PracticeKeyRequest): Name {
  const cut = (text: string): { utf8String: string }[] => [
    { utf8String: text.slice(0, longestSubject).trim() },
  ]
  const subject: JsonNameParams = [
    { C: [{ printableString: 'VN' }] },
    { O: cut(unitName) },
    { OU: cut(practiceMark) },
    { [organizationIdentifier]: cut(unitIdentifier(unitCode)) },
    { CN: cut(`${practiceMark} ${unitName}`) },
  ]
  return new Name(subject)
}

async function selfSigned(request: PracticeKeyRequest, keys: webcrypto.CryptoKeyPair) {
  const day = 24 * 60 * 60 * 1000
  // Clocks in offices differ: a key made now must hold for a file dated a little earlier.
  const notBefore = new Date(request.now.getTime() - day)
  const notAfter = new Date(request.now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + validYears)
  return X509CertificateGenerator.createSelfSigned(
    {
      name: subjectOf(request),
      keys,
      notBefore,
      notAfter,
      signingAlgorithm: ecdsa,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  )
}

/**
 * Makes a key pair with a self-signed certificate that names the unit and says THỰC HÀNH. For training:
 * it is no legal signature (Luật Giao dịch điện tử 20/2023/QH15, Điều 22), and the city accepts it only
 * from its trust folder.
 */
export async function makePracticeKey(request: PracticeKeyRequest): Promise<Result<PracticeKey>> {
  const { password, unitName } = request
  if (password.length < shortestPassword)
    return fail('exchange.key-password-short', { least: shortestPassword })
  const keys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const certificate = await selfSigned(request, keys)
  const pkcs8 = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const der = new Uint8Array(certificate.rawData)
  const name = `${practiceMark} ${unitName}`
  return ok({
    p12: await writePkcs12({ pkcs8, certificate: der, name }, password),
    certificatePem: `${certificate.toString('pem')}\n`,
    fingerprint: sha256Hex(der),
  })
}
