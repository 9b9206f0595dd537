import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must, type Result } from '#core/result.ts'
import { openKeyHere } from '../../src/main/cli/signing.ts'
import { signSummary } from '../../src/main/exchange/sign.ts'
import { listTokens, openTokenKey, type TokenCard } from '../../src/main/exchange/token/token.ts'
import { trustOnly } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import { opensslCertificate, pdf, run, summary, workFolder } from './office.ts'

const folder = workFolder()
const at = (name: string): string => join(folder, name)
const driver = '/usr/lib/softhsm/libsofthsm2.so'
const pin = '24681357'
const label = 'BHXH Sóc Sơn'

// Read by the driver when it starts, which it does once in a process.
process.env.SOFTHSM2_CONF = at('softhsm2.conf')

const softhsm = (...args: string[]): string => run('softhsm2-util', args)

/** Puts a key and its certificate onto the token, as an issuer's tool does. */
function importKey(name: string, id: string, newKey: readonly string[]): void {
  const subject = `/CN=${name}/organizationIdentifier=BH:VN-016`
  opensslCertificate(folder, { name, subject, newKey })
  run('openssl', [
    'pkcs8',
    '-topk8',
    '-nocrypt',
    '-in',
    at(`${name}.key`),
    '-out',
    at(`${name}.p8`),
  ])
  const where = ['--pin', pin, '--id', id, '--label', name]
  softhsm('--import', at(`${name}.p8`), '--token', label, ...where)
  run('openssl', ['x509', '-in', at(`${name}.pem`), '-outform', 'DER', '-out', at(`${name}.der`)])
  run('pkcs11-tool', [
    ...['--module', driver, '--token-label', label, '--login', ...where],
    ...['--write-object', at(`${name}.der`), '--type', 'cert'],
  ])
}

beforeAll(() => {
  mkdirSync(at('tokens'))
  writeFileSync(at('softhsm2.conf'), `directories.tokendir = ${at('tokens')}\nlog.level = ERROR\n`)
  softhsm('--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '13572468')
  importKey('ec', '01', ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'])
  importKey('rsa', '02', ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048'])
  importKey('short', '03', ['RSA', '-pkeyopt', 'rsa_keygen_bits:1024'])
}, 30_000)

const codeOf = (result: Result<unknown>): string => (result.ok ? 'good' : result.problem.code)

const card = (): TokenCard => {
  const [only, second] = must(listTokens(driver))
  expect(second).toBeUndefined()
  return only as TokenCard
}

function choiceOf(name: string) {
  const { serial, certificates } = card()
  const { fingerprint = '' } = certificates.find((one) => one.name === name) ?? {}
  return { driver, serial, fingerprint }
}

describe('a signing token (SoftHSM)', () => {
  it('is listed by `raquan token list`', () => {
    const cli = join(import.meta.dirname, '../../src/main/cli.ts')
    const said = run(process.execPath, [cli, 'token', 'list', '--driver', driver, '--json'])
    expect(JSON.parse(said)).toMatchObject([
      { label, pin: 'good', certificates: [{ unit: '016' }, { unit: '016' }, { unit: '016' }] },
    ])
  })

  it('signs for `raquan summary` and `raquan receipt make` with a PIN from a file', async () => {
    writeFileSync(at('pin.txt'), `${pin}\n`)
    const { serial, certificates } = card()
    const certificate = certificates.find(({ name }) => name === 'ec')?.fingerprint ?? ''
    const flags = { driver, token: serial, certificate, 'pass-file': at('pin.txt') }
    const key = must(await openKeyHere(flags))
    expect(key.certificate.fingerprint).toBe(certificate)
    expect(codeOf(await signSummary(summary, { pdf }, key))).toBe('good')
    expect(codeOf(await openKeyHere({ ...flags, token: label }))).toBe('good')
    const { certificate: _, ...unsaid } = flags
    expect(codeOf(await openKeyHere(unsaid))).toBe('exchange.token-choose')
    expect(codeOf(await openKeyHere({ ...flags, token: 'khác' }))).toBe('exchange.token-gone')
    await expect(openKeyHere({ 'pass-file': at('pin.txt') })).rejects.toThrow('--key')
  })

  it('is listed with its certificates before any PIN', () => {
    expect(card()).toMatchObject({ label, maker: 'SoftHSM project', pin: 'good' })
    expect(
      card()
        .certificates.map(({ name, unit }) => [name, unit])
        .sort(),
    ).toEqual([
      ['ec', '016'],
      ['rsa', '016'],
      ['short', '016'],
    ])
  })

  it.each([
    ['ec', 'ecdsa-p256-sha256'],
    ['rsa', 'rsa-pss-sha256'],
  ])('signs a summary with its %s key', async (name, scheme) => {
    const key = must(await openTokenKey(choiceOf(name), pin))
    expect(key.scheme).toBe(scheme)
    const bytes = must(await signSummary(summary, { pdf }, key))
    const verdict = await verifySummary(bytes, trustOnly(key.certificate))
    expect(verdict.problems).toEqual([])
  })

  it('refuses a weak key and a certificate that is not there', async () => {
    expect(codeOf(await openTokenKey(choiceOf('short'), pin))).toBe('exchange.key-short')
    expect(codeOf(await openTokenKey(choiceOf('none'), pin))).toBe('exchange.token-no-key')
  })

  it('counts wrong PINs, passes on what the token says of the tries left, and starts anew', async () => {
    const choice = choiceOf('ec')
    const wrong = await openTokenKey(choice, '00000000')
    expect(wrong).toMatchObject({ problem: { values: { wrong: 1 } } })
    expect(codeOf(wrong)).toMatch(/^exchange\.token-pin-(wrong|few)$/)
    expect(await openTokenKey(choice, '1')).toMatchObject({ problem: { values: { wrong: 2 } } })
    expect(['good', 'few-tries']).toContain(card().pin)
    expect(codeOf(await openTokenKey(choice, pin))).toBe('good')
    expect(await openTokenKey(choice, '0000')).toMatchObject({ problem: { values: { wrong: 1 } } })
  })

  it('[A21] gives no way to the PIN or the key', async () => {
    const key = must(await openTokenKey(choiceOf('ec'), pin))
    expect(() => structuredClone(key)).toThrow()
    expect(JSON.stringify(key) + String(Object.values(key))).not.toContain(pin)
    expect(key.open).toBeUndefined()
  })

  it('refuses a driver that is none', () => {
    writeFileSync(at('driver.so'), 'xin chào')
    expect(codeOf(listTokens(at('driver.so')))).toBe('exchange.token-driver')
    expect(codeOf(listTokens(at('nowhere.so')))).toBe('exchange.token-driver')
    expect(codeOf(listTokens('/lib/x86_64-linux-gnu/libc.so.6'))).toBe('exchange.token-driver')
  })

  it('says that it was pulled out in the middle of signing, and signs again once it is back', async () => {
    const choice = choiceOf('rsa')
    const key = must(await openTokenKey(choice, pin))
    const [name = ''] = readdirSync(at('tokens'))
    renameSync(join(at('tokens'), name), at('pulled-out'))
    const signed = await signSummary(summary, { pdf }, key)
    expect(codeOf(signed)).toBe('exchange.token-gone')
    renameSync(at('pulled-out'), join(at('tokens'), name))
    expect(codeOf(await signSummary(summary, { pdf }, key))).toBe('good')
  })
})
