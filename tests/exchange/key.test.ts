import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { openKey } from '../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { signSummary } from '../../src/main/exchange/sign.ts'
import { trustOnly } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import {
  key,
  opensslCertificate,
  password,
  pdf,
  practiceKey,
  run,
  summary,
  workFolder,
} from './office.ts'

const folder = workFolder()
const file = (name: string): string => join(folder, name)

const codeOf = async (bytes: Uint8Array, pass: string): Promise<string> => {
  const opened = await openKey(bytes, pass)
  return opened.ok ? 'opened' : opened.problem.code
}

/** Key and certificate made by openssl, and a p12 exported with these options. */
function exported(
  name: string,
  newKey: readonly string[],
  options: readonly string[] = [],
): Buffer {
  opensslCertificate(folder, {
    name,
    newKey,
    subject: `/CN=${name}/organizationIdentifier=BH:VN-016`,
  })
  run('openssl', [
    ...['pkcs12', '-export', '-inkey', file(`${name}.key`), '-in', file(`${name}.pem`)],
    ...[...options, '-passout', 'pass:abcd', '-out', file(`${name}.p12`)],
  ])
  return readFileSync(file(`${name}.p12`))
}

describe('a practice key', () => {
  it('names the unit and says that it is for practice', () => {
    expect(key.certificate).toMatchObject({
      unit: '016',
      practice: true,
      name: 'THỰC HÀNH BHXH huyện Sóc Sơn',
      scheme: 'ecdsa-p256-sha256',
      issuesOthers: false,
      canSign: true,
      from: '2024-11-15T01:00:00Z',
      to: '2027-11-16T01:00:00Z',
      fingerprint: practiceKey.fingerprint,
    })
  })

  it('opens in openssl with the same password, marks and accents and all', () => {
    writeFileSync(file('practice.p12'), practiceKey.p12)
    writeFileSync(file('password'), password)
    const text = run('openssl', [
      ...['pkcs12', '-in', file('practice.p12'), '-passin', `file:${file('password')}`],
      ...['-nodes', '-info'],
    ])
    expect(text).toContain('BEGIN PRIVATE KEY')
    expect(text).toContain(practiceKey.certificatePem.trim())
    expect(() =>
      run('openssl', ['pkcs12', '-in', file('practice.p12'), '-passin', 'pass:sai', '-nodes']),
    ).toThrow()
  })

  it('has a certificate openssl reads as P-256, not a CA, for signing', () => {
    writeFileSync(file('practice.pem'), practiceKey.certificatePem)
    const text = run('openssl', ['x509', '-in', file('practice.pem'), '-noout', '-text'])
    expect(text).toContain('NIST CURVE: P-256')
    expect(text).toContain('CA:FALSE')
    expect(text).toContain('Digital Signature, Non Repudiation')
    expect(
      run('openssl', [
        'verify',
        '-CAfile',
        file('practice.pem'),
        '-no_check_time',
        file('practice.pem'),
      ]),
    ).toContain('OK')
  })

  it('takes the password however the keyboard composes it', async () => {
    expect(await codeOf(practiceKey.p12, password.normalize('NFD'))).toBe('opened')
  })

  it('needs a password', async () => {
    const request = { unitCode: '016', unitName: 'BHXH', password: 'abc', now: new Date(0) }
    expect(await makePracticeKey(request)).toMatchObject({
      problem: { code: 'exchange.key-password-short', values: { least: 4 } },
    })
  })

  it('takes a unit with a very long name', async () => {
    const made = must(
      await makePracticeKey({
        unitCode: 'bhxh-co-so-12',
        unitName: 'Bảo hiểm xã hội cơ sở '.repeat(8),
        password: 'abcd',
        now: new Date('2026-01-01T00:00:00Z'),
      }),
    )
    expect(must(await openKey(made.p12, 'abcd')).certificate.unit).toBe('bhxh-co-so-12')
  })
})

describe('openKey', () => {
  it('tells a wrong password, a damaged file and a foreign file apart', async () => {
    const { p12 } = practiceKey
    expect(await codeOf(p12, 'sai')).toBe('exchange.key-wrong-password')
    expect(await codeOf(p12, '')).toBe('exchange.key-wrong-password')
    for (const size of [20, 100, 700, p12.length - 1])
      expect(await codeOf(p12.subarray(0, size), password)).toBe('exchange.key-damaged')
    for (const foreign of [new Uint8Array(), pdf, Buffer.from(practiceKey.certificatePem)])
      expect(await codeOf(foreign, password)).toBe('exchange.key-not-p12')
    expect(await codeOf(new Uint8Array(2_000_000), password)).toBe('exchange.key-not-p12')
    expect(await codeOf(key.certificate.der, password)).toBe('exchange.key-not-p12')
  })

  it('never throws on a damaged file and never opens one', async () => {
    const { p12 } = practiceKey
    for (let at = 0; at < p12.length; at += 97) {
      const damaged = Buffer.from(p12)
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      expect([at, await codeOf(damaged, password)]).not.toEqual([at, 'opened'])
    }
  }, 60_000)

  it.each<[string, string[]]>([
    ['EC', ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256']],
    ['RSA', ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048']],
  ])('opens a file of openssl with an %s key, and signs with it', async (name, newKey) => {
    const opened = must(await openKey(exported(name, newKey), 'abcd'))
    const bytes = must(await signSummary(summary, { pdf }, opened))
    const verdict = await verifySummary(bytes, trustOnly(opened.certificate))
    expect(verdict).toMatchObject({ ok: true, unit: { code: '016' }, signer: { name } })
  })

  it.each<[string, string, string[], string[]]>([
    [
      'an RC2/3DES file',
      'exchange.key-legacy',
      ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ['-legacy'],
    ],
    [
      'a 3DES key bag',
      'exchange.key-legacy',
      ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ['-keypbe', 'PBE-SHA1-3DES'],
    ],
    [
      'a key without its certificate',
      'exchange.key-incomplete',
      ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ['-nocerts'],
    ],
    [
      'a certificate without its key',
      'exchange.key-incomplete',
      ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ['-nokeys'],
    ],
    ['a P-384 key', 'exchange.key-curve', ['EC', '-pkeyopt', 'ec_paramgen_curve:P-384'], []],
    [
      'an RSA key of 1024 bits',
      'exchange.key-short',
      ['RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
      [],
    ],
    ['an Ed25519 key', 'exchange.key-eddsa', ['ED25519'], []],
    [
      'a file without MAC',
      'exchange.key-damaged',
      ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ['-nomac'],
    ],
  ])('refuses %s', async (name, code, newKey, options) => {
    expect(await codeOf(exported(name.replaceAll(/\W/g, ''), newKey, options), 'abcd')).toBe(code)
  })

  it('[A21] gives no way to the private key', async () => {
    expect(() => structuredClone(key)).toThrow()
    expect(() => structuredClone(key.sign)).toThrow()
    const secret = run('openssl', [
      ...['pkcs12', '-in', file('practice.p12'), '-passin', `file:${file('password')}`],
      ...['-nodes', '-nocerts'],
    ])
    const { d } = createPrivateKey(secret).export({ format: 'jwk' })
    const scalar = Buffer.from(d ?? '', 'base64url')
    expect(scalar.length).toBe(32)
    const shown = Buffer.from(JSON.stringify(key) + String(Object.values(key)))
    for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const)
      expect(shown.includes(scalar.toString(form))).toBe(false)
  })
})
