import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { canonicalText, type Json } from '#core/canonical.ts'
import { must } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { summarise } from '#core/summary-count.ts'
import { packContainer, unpackContainer } from '../../src/main/exchange/container.ts'
import { openKey, type SigningKey } from '../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { sealContainer } from '../../src/main/exchange/sign.ts'
import { trustOnly } from '../../src/main/exchange/trust.ts'
import type { SummaryVerdict } from '../../src/main/exchange/verify.ts'
import { conference, enrolment, header, targets } from '../core/summary-facts.arbitrary.ts'

/** A folder that goes away when the tests of the file are over. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rq-exchange-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a tool; a refusal throws with what the tool said. */
export function run(tool: string, args: readonly string[], cwd?: string): string {
  return execFileSync(tool, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
}

export const password = 'mật khẩu Đ1'

export const practiceKey = must(
  await makePracticeKey({
    unitCode: '016',
    unitName: 'BHXH huyện Sóc Sơn',
    password,
    now: new Date('2024-11-16T01:00:00Z'),
  }),
)

export const key = must(await openKey(practiceKey.p12, password))

export const trust = trustOnly(key.certificate)

export const summary: Summary = summarise({
  header,
  targets,
  adjustments: [],
  enrolments: [enrolment({ id: 1, conferenceId: 1 }), enrolment({ id: 2, kind: 'renewing' })],
  conferences: [conference({ id: 1 })],
})

/** The smallest PDF a reader opens. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n',
)

/** The members of a summary file with a PDF only, in their order. */
export const memberNames = [
  'mimetype',
  'summary.json',
  'summary.pdf',
  'META-INF/ASiCManifest.xml',
  'META-INF/signature.p7s',
] as const
export type Members = Record<(typeof memberNames)[number], Uint8Array>

/** The container of these members of a summary. */
export const pack = (members: Members): Uint8Array => packContainer('summary', members)

/** The members of a good summary container with a PDF only. */
export const unpack = (bytes: Uint8Array): Members =>
  must(unpackContainer('summary', bytes)) as Members

/** A rightly signed file around any JSON text: only what is inside can be wrong. */
export async function sealText(
  text: string | Uint8Array,
  signer: SigningKey = key,
): Promise<Uint8Array> {
  const content = { 'summary.json': Buffer.from(text), 'summary.pdf': pdf }
  return must(await sealContainer('summary', content, { key: signer, signedAt: summary.createdAt }))
}

/** A rightly signed file around any value. */
export function sealValue(value: unknown, signer: SigningKey = key): Promise<Uint8Array> {
  return sealText(must(canonicalText(value as Json)), signer)
}

export const codesOf = (verdict: SummaryVerdict): string[] =>
  verdict.problems.map((problem) => problem.code)

/** What `openssl` is asked to make: subject, days of validity, and key. */
type CertificateRequest = {
  name: string
  subject: string
  issuer?: string
  newKey?: readonly string[]
  extensions?: readonly string[]
  days?: readonly [string, string]
}

/** Makes `NAME.key`, `NAME.pem` and `NAME.p12` (password `abcd`) in a folder with the real openssl. */
export function opensslCertificate(folder: string, request: CertificateRequest): void {
  const { name, subject, issuer = name } = request
  const path = (file: string): string => join(folder, file)
  const newKey = request.newKey ?? ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256']
  run('openssl', ['genpkey', '-algorithm', ...newKey, '-out', path(`${name}.key`)])
  writeFileSync(path('ca.cnf'), caConfig(folder, request.extensions ?? []))
  run('openssl', [
    'req',
    ...['-new', '-utf8', '-config', path('ca.cnf'), '-key', path(`${name}.key`)],
    ...['-subj', subject, '-out', path(`${name}.csr`)],
  ])
  opensslIssue(folder, issuer, name, request)
  run('openssl', [
    'pkcs12',
    ...['-export', '-inkey', path(`${name}.key`), '-in', path(`${name}.pem`)],
    ...['-passout', 'pass:abcd', '-out', path(`${name}.p12`)],
  ])
}

/** Makes `NAME.pem` from the request `NAME.csr`, signed by an issuer that was made before, or by itself. */
export function opensslIssue(
  folder: string,
  issuer: string,
  name: string,
  { days, extensions = [] }: Pick<CertificateRequest, 'days' | 'extensions'> = {},
): void {
  const path = (file: string): string => join(folder, file)
  const [from, to] = days ?? ['20240101000000Z', '20340101000000Z']
  writeFileSync(path('ca.cnf'), caConfig(folder, extensions))
  run('openssl', [
    'ca',
    ...['-batch', '-notext', '-utf8', '-config', path('ca.cnf'), '-extensions', 'wanted'],
    ...['-startdate', from, '-enddate', to, '-in', path(`${name}.csr`)],
    ...['-keyfile', path(`${issuer}.key`), '-out', path(`${name}.pem`)],
    ...(issuer === name ? ['-selfsign'] : ['-cert', path(`${issuer}.pem`)]),
  ])
}

function caConfig(folder: string, extensions: readonly string[]): string {
  for (const [file, text] of [
    ['index.txt', ''],
    ['index.txt.attr', 'unique_subject = no\n'],
    ['serial', '1000\n'],
    ['crlnumber', '01\n'],
  ] as const)
    writeOnce(join(folder, file), text)
  return `[ca]
default_ca = here
[here]
dir = ${folder}
database = ${folder}/index.txt
new_certs_dir = ${folder}
serial = ${folder}/serial
crlnumber = ${folder}/crlnumber
default_md = sha256
policy = any
preserve = yes
email_in_dn = no
[any]
countryName = optional
organizationName = optional
organizationalUnitName = optional
organizationIdentifier = optional
commonName = supplied
[req]
distinguished_name = names
[names]
[wanted]
subjectKeyIdentifier = hash
${extensions.join('\n')}
`
}

function writeOnce(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch {
    // It is there from the certificate before.
  }
}

/** A revocation list of `issuer` in a folder, after revoking some of its certificates. */
export function opensslRevocation(
  folder: string,
  issuer: string,
  revoked: readonly string[],
  [from, to]: readonly [string, string],
): string {
  const path = (file: string): string => join(folder, file)
  const ca = [
    ...['ca', '-config', path('ca.cnf'), '-keyfile', path(`${issuer}.key`)],
    ...['-cert', path(`${issuer}.pem`)],
  ]
  for (const name of revoked) run('openssl', [...ca, '-revoke', path(`${name}.pem`)])
  const file = path(`${issuer}.crl`)
  run('openssl', [...ca, '-gencrl', '-crl_lastupdate', from, '-crl_nextupdate', to, '-out', file])
  return file
}

/** The key in a PKCS#12 file that `opensslCertificate` made. */
export async function opensslKey(folder: string, name: string): Promise<SigningKey> {
  return must(await openKey(readFileSync(join(folder, `${name}.p12`)), 'abcd'))
}
