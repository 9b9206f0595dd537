import { webcrypto } from 'node:crypto'
import { organizationIdentifier, unitIdentifier } from './certificate.ts'
import {
  BasicConstraintsExtension,
  type JsonNameParams,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from './x509.ts'

/** The shortest password of a key file. */
export const shortestPassword = 4

/** The keys that are made here. */
export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

// X.520 allows 64 characters in a name.
const longestSubject = 64

/** The subject of a unit's certificate; `mark` stands as organizational unit, `name` as common name. */
export function subjectOf(
  unit: { unitCode: string; unitName: string },
  name: string,
  mark?: string,
): Name {
  const cut = (text: string): { utf8String: string }[] => [
    { utf8String: text.slice(0, longestSubject).trim() },
  ]
  const subject: JsonNameParams = [
    { C: [{ printableString: 'VN' }] },
    { O: cut(unit.unitName) },
    ...(mark ? [{ OU: cut(mark) }] : []),
    { [organizationIdentifier]: cut(unitIdentifier(unit.unitCode)) },
    { CN: cut(name) },
  ]
  return new Name(subject)
}

/** A self-signed certificate for signing, not a CA, valid from a day before `now` for some years. */
export async function selfSigned(
  name: Name,
  keys: webcrypto.CryptoKeyPair,
  { now, years }: { now: Date; years: number },
): Promise<X509Certificate> {
  const day = 24 * 60 * 60 * 1000
  // Clocks in offices differ: a key made now must hold for a file dated a little earlier.
  const notBefore = new Date(now.getTime() - day)
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years)
  const signing = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation
  return X509CertificateGenerator.createSelfSigned(
    {
      name,
      keys,
      notBefore,
      notAfter,
      signingAlgorithm: ecdsa,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(signing, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  )
}
