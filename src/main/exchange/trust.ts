import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '#core/result.ts'
import { IssuerKind } from '#core/signing.ts'
import { type Certificate, derBlocks, readCertificates } from './certificate.ts'
import { peekKind } from './container.ts'
import { addIntroductions } from './introduction.ts'
import { X509Crl } from './x509.ts'

const largestTrustFile = 8 * 1024 * 1024
const rulesFile = 'trust.json'

const Rule = z.strictObject({
  unit: z
    .string()
    .regex(/^[0-9A-Za-z.-]{2,40}$/)
    .optional(),
  kind: IssuerKind.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  revoked: z.iso.date().optional(),
})

/**
 * What `trust.json` says of one certificate: its unit, what kind of issuer it is or comes from, the days
 * it may sign, when it was revoked.
 */
export type TrustRule = z.infer<typeof Rule>

const Rules = z.record(z.string(), Rule)

/** Whom a verifier believes: certificates (of units or of issuers), revocation lists, rules by fingerprint. */
export type Trust = {
  certificates: readonly Certificate[]
  crls: readonly X509Crl[]
  rules: ReadonlyMap<string, TrustRule>
}

/** Trust in nobody. */
export const noTrust: Trust = { certificates: [], crls: [], rules: new Map() }

/** Trust in one certificate only, to read back a file that was just signed with it. */
export function trustOnly(certificate: Certificate): Trust {
  return { ...noTrust, certificates: [certificate] }
}

function readCrls(bytes: Buffer): X509Crl[] | null {
  try {
    const found = derBlocks(bytes, 'X509 CRL').map((der) => new X509Crl(Uint8Array.from(der)))
    return found.length > 0 ? found : null
  } catch {
    return null
  }
}

// Fingerprints are read out and copied in several habits: AB:CD:…, abcd…, with spaces.
const plainFingerprint = (text: string): string => text.replace(/[\s:]/g, '').toLowerCase()

function readRules(bytes: Buffer): Map<string, TrustRule> | null {
  try {
    const rules = Rules.parse(JSON.parse(bytes.toString('utf8')))
    const found = Object.entries(rules).map(([key, rule]) => [plainFingerprint(key), rule] as const)
    return found.every(([key]) => /^[0-9a-f]{64}$/.test(key)) ? new Map(found) : null
  } catch {
    return null
  }
}

type Found = {
  certificates: Certificate[]
  crls: X509Crl[]
  rules: Map<string, TrustRule>
  introductions: Uint8Array[]
}

/** Takes one file of the folder into `found`; false when it cannot be read as what its name says. */
function take(found: Found, name: string, bytes: Buffer): boolean {
  if (bytes.length > largestTrustFile) return false
  if (name === rulesFile) {
    const rules = readRules(bytes)
    found.rules = rules ?? found.rules
    return rules !== null
  }
  if (name.toLowerCase().endsWith('.crl')) {
    const crls = readCrls(bytes)
    found.crls.push(...(crls ?? []))
    return crls !== null
  }
  if (name.toLowerCase().endsWith('.asice')) {
    found.introductions.push(bytes)
    return peekKind(bytes) === 'introduction'
  }
  const certificates = readCertificates(bytes)
  found.certificates.push(...(certificates ?? []))
  return certificates !== null
}

/** Whether a file of this name and content would be read in a trust folder. */
export function isTrustFile(name: string, bytes: Buffer): boolean {
  return isUsed(name) && take(nothing(), name, bytes)
}

const isUsed = (name: string): boolean =>
  name === rulesFile || /\.(pem|crt|cer|der|crl|asice)$/i.test(name)

const nothing = (): Found => ({ certificates: [], crls: [], rules: new Map(), introductions: [] })

/**
 * Reads a trust folder: certificates (`.pem .crt .cer .der`, PEM with any text around, or DER),
 * revocation lists (`.crl`), `trust.json` (fingerprint → rule) and key introductions (`.asice`), which
 * bring in the new key of a unit when its old one is believed. Other files are left alone; one that
 * cannot be read is a problem, because silence would hide a revocation.
 */
export async function readTrust(folder: string): Promise<Result<Trust>> {
  const found = nothing()
  const names = await readdir(folder).catch(() => null)
  if (!names) return fail('exchange.trust-unreadable', { folder })
  const used = names.filter(
    (name) => name === rulesFile || /\.(pem|crt|cer|der|crl|asice)$/i.test(name),
  )
  for (const name of used.sort()) {
    const bytes = await readFile(join(folder, name)).catch(() => null)
    if (!bytes || !take(found, name, bytes)) return fail('exchange.trust-file', { file: name })
  }
  const { introductions, ...trust } = found
  return ok(await addIntroductions(trust, introductions))
}
