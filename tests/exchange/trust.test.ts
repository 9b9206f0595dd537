import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import type { SigningKey } from '../../src/main/exchange/key.ts'
import { readTrust } from '../../src/main/exchange/trust.ts'
import { type SummaryVerdict, verifySummary } from '../../src/main/exchange/verify.ts'
import {
  codesOf,
  key,
  opensslCertificate,
  opensslKey,
  opensslRevocation,
  practiceKey,
  run,
  sealValue,
  summary,
  workFolder,
} from './office.ts'

const folder = workFolder()
const at = (name: string): string => join(folder, name)
const pem = (name: string): Buffer => readFileSync(at(`${name}.pem`))
const ca = ['basicConstraints = critical,CA:TRUE', 'keyUsage = critical,keyCertSign,cRLSign']
const leaf = [
  'basicConstraints = critical,CA:FALSE',
  'keyUsage = critical,digitalSignature,nonRepudiation',
]

/** What stands in for the real signatures: a root, an issuer under it, and units' certificates. */
function makeCertificates(): void {
  const unit = 'organizationIdentifier=BH:VN-016'
  const make = (name: string, subject: string, rest: object = {}): void =>
    opensslCertificate(folder, { name, subject, extensions: leaf, ...rest })
  make('root', '/C=VN/CN=Gốc thử', { extensions: ca })
  make('issuer', '/C=VN/CN=Nơi cấp thử', { extensions: ca, issuer: 'root' })
  make('false-issuer', '/C=VN/CN=Nơi cấp thử', { extensions: ca })
  make('unit', `/C=VN/O=BHXH huyện Sóc Sơn/${unit}/CN=BHXH huyện Sóc Sơn`, { issuer: 'issuer' })
  make('forged', `/C=VN/O=BHXH huyện Sóc Sơn/${unit}/CN=BHXH huyện Sóc Sơn`, {
    issuer: 'false-issuer',
  })
  make('by-unit', `/CN=Con/${unit}`, { issuer: 'unit' })
  make('other-unit', '/CN=BHXH quận Long Biên/organizationIdentifier=BH:VN-004', {
    issuer: 'issuer',
  })
  make('revoked', `/CN=Đã thu hồi/${unit}`, { issuer: 'issuer' })
  make('expired', `/CN=Hết hạn/${unit}`, {
    issuer: 'issuer',
    days: ['20200101000000Z', '20231231000000Z'],
  })
  make('early', `/CN=Chưa hiệu lực/${unit}`, {
    issuer: 'issuer',
    days: ['20250101000000Z', '20281231000000Z'],
  })
  make('nameless', '/CN=Văn thư', { issuer: 'issuer' })
  make('no-signing', `/CN=Máy chủ/${unit}`, {
    issuer: 'issuer',
    extensions: ['keyUsage = critical,keyAgreement'],
  })
}

beforeAll(makeCertificates, 60_000)

/** A trust folder with these files. */
function trustFolder(name: string, files: Record<string, string | Buffer>): string {
  mkdirSync(at(name), { recursive: true })
  for (const [file, content] of Object.entries(files)) writeFileSync(join(at(name), file), content)
  return at(name)
}

let folders = 0

async function verdictOn(
  signer: SigningKey,
  files: Record<string, string | Buffer>,
): Promise<SummaryVerdict> {
  folders += 1
  const trust = must(await readTrust(trustFolder(`trust-${folders}`, files)))
  return verifySummary(await sealValue({ ...summary, practice: false }, signer), trust)
}

const issuers = () => ({ 'root.pem': pem('root'), 'issuer.crt': pem('issuer') })
const fingerprintOf = (name: string): string =>
  run('openssl', ['x509', '-in', at(`${name}.pem`), '-noout', '-fingerprint', '-sha256'])
    .split('=')[1]
    ?.trim() ?? ''

describe('a signer', () => {
  it('is believed when the folder holds the issuer', async () => {
    const verdict = await verdictOn(await opensslKey(folder, 'unit'), issuers())
    expect(verdict).toMatchObject({
      ok: true,
      practice: false,
      revocation: 'unchecked',
      signer: { name: 'BHXH huyện Sóc Sơn', unit: '016', issuer: 'Nơi cấp thử', practice: false },
    })
    expect(verdict.notices.map((notice) => notice.code)).toEqual(['exchange.revocation-unchecked'])
  })

  it('[A26] is unknown without issuer, with a false one, under a unit, or as practice elsewhere', async () => {
    const unknown = async (name: string, files: Record<string, Buffer>): Promise<string[]> =>
      codesOf(await verdictOn(await opensslKey(folder, name), files))
    expect(await unknown('unit', {})).toEqual(['exchange.unknown-signer'])
    expect(await unknown('unit', { 'root.pem': pem('root') })).toEqual(['exchange.unknown-signer'])
    expect(await unknown('forged', issuers())).toEqual(['exchange.unknown-signer'])
    expect(await unknown('by-unit', { ...issuers(), 'unit.pem': pem('unit') })).toEqual([
      'exchange.unknown-signer',
    ])
    expect(codesOf(await verdictOn(key, issuers()))).toEqual(['exchange.unknown-signer'])
  })

  it('is believed from a PEM with text around, a DER, and a folder with other files', async () => {
    const signer = await opensslKey(folder, 'unit')
    const bag = run('openssl', ['pkcs12', '-in', at('unit.p12'), '-passin', 'pass:abcd', '-nokeys'])
    expect(bag).toContain('Bag Attributes')
    const der = Buffer.from(signer.certificate.der)
    const two = Buffer.concat([pem('other-unit'), Buffer.from(bag)])
    for (const files of [{ 'a.pem': bag }, { 'a.der': der }, { 'a.cer': der }, { 'a.CRT': two }])
      expect((await verdictOn(signer, { ...files, 'ghi-chu.txt': 'xin chào' })).ok).toBe(true)
    expect((await verdictOn(key, { 'p.pem': practiceKey.certificatePem })).practice).toBe(true)
  })

  it('[A26] gives seven distinct problems for seven distinct faults', async () => {
    opensslRevocation(folder, 'issuer', ['revoked'], ['20241101000000Z', '20341201000000Z'])
    const crl = readFileSync(at('issuer.crl'))
    const of = async (name: string): Promise<string[]> =>
      codesOf(await verdictOn(await opensslKey(folder, name), { ...issuers(), 'issuer.crl': crl }))
    expect(await of('unit')).toEqual([])
    expect(await of('revoked')).toEqual(['exchange.revoked'])
    expect(await of('expired')).toEqual(['exchange.expired'])
    expect(await of('early')).toEqual(['exchange.not-yet-valid'])
    expect(await of('other-unit')).toEqual(['exchange.wrong-unit'])
    expect(await of('nameless')).toEqual(['exchange.certificate-without-unit'])
    expect(await of('no-signing')).toEqual(['exchange.certificate-usage'])
    expect(await of('forged')).toEqual(['exchange.unknown-signer'])
  })

  it('has three states of revocation', async () => {
    const signer = await opensslKey(folder, 'unit')
    const state = async (crl: Buffer): Promise<string | null> =>
      (await verdictOn(signer, { ...issuers(), 'i.crl': crl })).revocation
    const list = (from: string, to: string): Buffer =>
      readFileSync(opensslRevocation(folder, 'issuer', [], [from, to]))
    const current = list('20241101000000Z', '20341201000000Z')
    const der = run('openssl', [
      'crl',
      '-in',
      at('issuer.crl'),
      '-outform',
      'DER',
      '-out',
      at('der.crl'),
    ])
    expect(der).toBe('')
    expect(await state(current)).toBe('good')
    expect(await state(readFileSync(at('der.crl')))).toBe('good')
    expect(await state(list('20241001000000Z', '20241101000000Z'))).toBe('unchecked')
    const foreign = readFileSync(
      opensslRevocation(folder, 'false-issuer', [], ['20241101000000Z', '20341201000000Z']),
    )
    expect(await state(foreign)).toBe('unchecked')
    const damaged = Buffer.from(readFileSync(at('der.crl')))
    damaged[damaged.length - 3] = (damaged[damaged.length - 3] ?? 0) ^ 1
    expect(await state(damaged)).toBe('unchecked')
  })

  it('takes unit, days and revocation from trust.json by fingerprint', async () => {
    const signer = await opensslKey(folder, 'nameless')
    const of = async (rule: object): Promise<string[]> => {
      const rules = JSON.stringify({ [fingerprintOf('nameless')]: rule })
      return codesOf(await verdictOn(signer, { ...issuers(), 'trust.json': rules }))
    }
    expect(await of({ unit: '016' })).toEqual([])
    expect(await of({ unit: '016', from: '2024-11-16', to: '2024-11-16' })).toEqual([])
    expect(await of({ unit: '004' })).toEqual(['exchange.wrong-unit'])
    expect(await of({ unit: '016', from: '2024-11-17' })).toEqual(['exchange.outside-validity'])
    expect(await of({ unit: '016', to: '2024-11-15' })).toEqual(['exchange.outside-validity'])
    expect(await of({ unit: '016', revoked: '2024-12-01' })).toEqual(['exchange.revoked'])
  })

  it('lets trust.json take a unit’s name from a certificate that names another', async () => {
    const rules = JSON.stringify({ [fingerprintOf('unit').toLowerCase()]: { unit: '004' } })
    const signer = await opensslKey(folder, 'unit')
    const verdict = await verdictOn(signer, { ...issuers(), 'trust.json': rules })
    expect(codesOf(verdict)).toEqual(['exchange.wrong-unit'])
    expect(verdict.revocation).toBe('good')
  })

  it('falls with a revoked issuer', async () => {
    const rules = JSON.stringify({
      [fingerprintOf('issuer')]: { unit: '01', revoked: '2024-01-01' },
    })
    const signer = await opensslKey(folder, 'unit')
    expect(codesOf(await verdictOn(signer, { ...issuers(), 'trust.json': rules }))).toEqual([
      'exchange.revoked',
    ])
  })
})

describe('readTrust', () => {
  it.each<[string, string, string | Buffer]>([
    ['a certificate file without one', 'a.pem', 'không có gì'],
    ['a damaged certificate', 'a.der', Buffer.from([0x30, 0x82, 0x01, 0x00, 0x05])],
    ['a damaged revocation list', 'a.crl', Buffer.from([0x30, 0x03, 0x02, 0x01, 0x01])],
    ['a trust.json that is no JSON', 'trust.json', '{'],
    [
      'a trust.json with a misspelt field',
      'trust.json',
      `{"${'a'.repeat(64)}":{"unit":"016","revokd":"2024-01-01"}}`,
    ],
    ['a trust.json with a short fingerprint', 'trust.json', '{"abcd":{"unit":"016"}}'],
  ])('refuses a folder with %s, naming the file', async (name, file, content) => {
    const trust = await readTrust(trustFolder(name.replaceAll(' ', '-'), { [file]: content }))
    expect(trust).toMatchObject({
      ok: false,
      problem: { code: 'exchange.trust-file', values: { file } },
    })
  })

  it('refuses a folder that is not there', async () => {
    expect(await readTrust(at('nowhere'))).toMatchObject({
      problem: { code: 'exchange.trust-unreadable' },
    })
  })
})
