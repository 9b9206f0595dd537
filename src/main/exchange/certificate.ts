import { createHash, X509Certificate as NodeCertificate } from 'node:crypto'
import { cleanText } from '#core/text.ts'
import { type Scheme, schemeOfKey } from './schemes.ts'
import { KeyUsageFlags, KeyUsagesExtension, X509Certificate } from './x509.ts'

/** The mark in a practice certificate's subject (organizational unit). */
export const practiceMark = 'THỰC HÀNH'

/** The mark of the stand-in certificate of a key whose real one was asked for and has not come yet. */
export const pendingMark = 'CHỜ CẤP CHỨNG THƯ'

/** Subject attribute that carries the unit (X.520 organizationIdentifier). */
export const organizationIdentifier = '2.5.4.97'

const unitPrefix = 'BH:VN-'

/** The subject entry for a unit code: `BH:VN-016`. */
export function unitIdentifier(unitCode: string): string {
  return `${unitPrefix}${unitCode}`
}

/** A certificate as read; `from` and `to` are ISO instants, `unit` the code it speaks for, if it names one. */
export type Certificate = {
  der: Uint8Array
  fingerprint: string
  name: string
  issuer: string
  unit: string | null
  practice: boolean
  /** It only holds the place of one that was asked for. */
  pending: boolean
  from: string
  to: string
  scheme: Scheme | null
  canSign: boolean
  issuesOthers: boolean
  /** Its own signature rests on SHA-1 or MD5. */
  oldHash: boolean
  node: NodeCertificate
  parsed: X509Certificate
}

/** ISO instant with whole seconds, `2024-11-16T10:15:00Z`. */
export function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

// What a certificate calls itself is shown to people, so nothing in it may hide or turn text around.
const shown = (text: string | undefined): string =>
  cleanText((text ?? '').replace(/\p{Cf}/gu, '')).slice(0, 200)

function nameIn(name: X509Certificate['subjectName']): string {
  const [common] = [...name.getField('CN'), ...name.getField('O'), name.toString()].filter(Boolean)
  return shown(common)
}

function unitIn(name: X509Certificate['subjectName']): string | null {
  const found = name.getField(organizationIdentifier).filter((id) => id.startsWith(unitPrefix))
  return found.length === 1 ? shown(found[0]?.slice(unitPrefix.length)) || null : null
}

function usages(parsed: X509Certificate): { canSign: boolean; canIssue: boolean } {
  const extension = parsed.getExtension(KeyUsagesExtension)
  if (!extension) return { canSign: true, canIssue: true }
  const signing = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation
  return {
    canSign: (extension.usages & signing) !== 0,
    canIssue: (extension.usages & KeyUsageFlags.keyCertSign) !== 0,
  }
}

function usesOldHash(parsed: X509Certificate): boolean {
  const algorithm: { hash?: { name?: string } } = parsed.signatureAlgorithm
  return ['SHA-1', 'MD5', 'MD2'].includes(algorithm.hash?.name ?? '')
}

function certificateFrom(der: Uint8Array, fingerprint: string): Certificate {
  const parsed = new X509Certificate(Uint8Array.from(der))
  const node = new NodeCertificate(der)
  const { canSign, canIssue } = usages(parsed)
  return {
    der: new Uint8Array(parsed.rawData),
    fingerprint,
    name: nameIn(parsed.subjectName),
    issuer: nameIn(parsed.issuerName),
    unit: unitIn(parsed.subjectName),
    practice: parsed.subjectName.getField('OU').includes(practiceMark),
    pending: parsed.subjectName.getField('OU').includes(pendingMark),
    from: isoSeconds(parsed.notBefore),
    to: isoSeconds(parsed.notAfter),
    scheme: schemeOfKey(node.publicKey),
    canSign,
    issuesOthers: node.ca && canIssue,
    oldHash: usesOldHash(parsed),
    node,
    parsed,
  }
}

/** Certificates read before, by fingerprint: a unit signs a year of files with one, and reading is slow. */
const readBefore = new Map<string, Certificate>()
const mostRemembered = 100

/** Reads one DER certificate; null when the bytes are not one. */
export function readCertificate(der: Uint8Array): Certificate | null {
  const fingerprint = createHash('sha256').update(der).digest('hex')
  const known = readBefore.get(fingerprint)
  if (known) return known
  try {
    const certificate = certificateFrom(der, fingerprint)
    if (!Buffer.from(certificate.der).equals(der)) return null
    if (readBefore.size === mostRemembered) readBefore.clear()
    readBefore.set(fingerprint, certificate)
    return certificate
  } catch {
    return null
  }
}

/** The certificates of a file: every PEM block, or the file itself when it is DER; null when one is none. */
export function readCertificates(bytes: Uint8Array): Certificate[] | null {
  const found = derBlocks(Buffer.from(bytes), 'CERTIFICATE').map(readCertificate)
  return found.length > 0 && found.every((one) => one !== null) ? found : null
}

/** The DER blocks of a file: every PEM block with this label, or the file itself when it is DER. */
export function derBlocks(bytes: Buffer, label: string): Buffer[] {
  if (bytes[0] === 0x30) return [bytes]
  const pattern = new RegExp(
    `-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`,
    'g',
  )
  return [...bytes.toString('latin1').matchAll(pattern)].map((found) =>
    Buffer.from(found[1] ?? '', 'base64'),
  )
}

/** A certificate as PEM text with a line feed at its end. */
export function pemOf(certificate: Certificate): string {
  return `${certificate.parsed.toString('pem')}\n`
}

/** Whether `issuer` made `certificate`: names fit, it may issue, and the signature holds. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!issuer.issuesOthers || !certificate.node.checkIssued(issuer.node)) return false
  try {
    return certificate.node.verify(issuer.node.publicKey)
  } catch {
    return false
  }
}
