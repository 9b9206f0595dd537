import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must, type Result } from '#core/result.ts'
import { signSummary } from '../../src/main/exchange/sign.ts'
import { listTokens, openTokenKey, type TokenCard } from '../../src/main/exchange/token/token.ts'
import { trustOnly } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import { makeSoftToken, softDriver, softToken } from '../support/soft-token.ts'
import { opensslCertificate, pdf, run, summary, workFolder } from './office.ts'

const folder = workFolder()
const at = (name: string): string => join(folder, name)
const driver = softDriver
const { label, pin } = softToken
const token = makeSoftToken(folder)

// Read by the driver when it starts, which it does once in a process.
Object.assign(process.env, token.env)

beforeAll(() => {
  const kinds = [
    ['ec', 'EC', 'ec_paramgen_curve:P-256'],
    ['rsa', 'RSA', 'rsa_keygen_bits:2048'],
    ['short', 'RSA', 'rsa_keygen_bits:1024'],
  ] as const
  for (const [place, [name, kind, option]] of kinds.entries()) {
    const subject = `/CN=${name}/organizationIdentifier=BH:VN-016`
    opensslCertificate(folder, { name, subject, newKey: [kind, '-pkeyopt', option] })
    token.put(name, `0${place + 1}`)
  }
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
    expect(codeOf(wrong)).toBe('exchange.token-pin-wrong')
    expect(await openTokenKey(choice, '1')).toMatchObject({ problem: { values: { wrong: 2 } } })
    expect(card().pin).toBe('wrong-before')
    expect(codeOf(await openTokenKey(choice, pin))).toBe('good')
    expect(await openTokenKey(choice, '0000')).toMatchObject({ problem: { values: { wrong: 1 } } })
  })

  it('[A21] gives no way to the PIN or the key', async () => {
    const key = must(await openTokenKey(choiceOf('ec'), pin))
    expect(() => structuredClone(key)).toThrow()
    expect(JSON.stringify(key) + String(Object.values(key))).not.toContain(pin)
    expect(key.open).toBeUndefined()
  })

  it('keeps its driver loaded when memory is tidied up', () => {
    const script = `
      import { listTokens } from '${import.meta.dirname}/../../src/main/exchange/token/token.ts'
      for (const round of [1, 2]) {
        console.log(listTokens('${driver}').value.length)
        for (let turn = 0; turn < 5; turn++) {
          globalThis.gc()
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      }`
    const node = ['--expose-gc', '--input-type=module', '--eval', script]
    expect(run(process.execPath, node)).toBe('1\n1\n')
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
    const plugIn = token.pullOut()
    const signed = await signSummary(summary, { pdf }, key)
    expect(codeOf(signed)).toBe('exchange.token-gone')
    plugIn()
    expect(codeOf(await signSummary(summary, { pdf }, key))).toBe('good')
  })
})
