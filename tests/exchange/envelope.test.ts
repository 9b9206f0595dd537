import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { type Certificate, readCertificates } from '../../src/main/exchange/certificate.ts'
import { envelope, openEnvelope } from '../../src/main/exchange/envelope.ts'
import { key, opensslCertificate, opensslKey, practiceKey, run, workFolder } from './office.ts'

const folder = workFolder()
const at = (name: string): string => join(folder, name)
const pem = (name: string): string => readFileSync(at(`${name}.pem`), 'utf8')
const recipient = (text: string): Certificate => {
  const [only] = readCertificates(Buffer.from(text)) ?? []
  if (!only) throw new Error('no certificate')
  return only
}
const rows = Buffer.from('Nguyễn Thị Mẫu;001234567890\n'.repeat(2000))

beforeAll(() => {
  const make = (name: string, newKey: readonly string[]): void =>
    opensslCertificate(folder, { name, subject: `/CN=BHXH thành phố ${name}`, newKey })
  make('rsa', ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048'])
  make('ec', ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'])
  make('short', ['RSA', '-pkeyopt', 'rsa_keygen_bits:1024'])
}, 30_000)

describe('an envelope', () => {
  it.each(['rsa', 'ec'])('is opened by openssl with the %s key of the city', async (name) => {
    const closed = must(await envelope(rows, recipient(pem(name))))
    expect(Buffer.from(closed).includes('Nguyễn')).toBe(false)
    writeFileSync(at('annex.p7m'), closed)
    run('openssl', [
      ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', at('annex.p7m')],
      ...['-recip', at(`${name}.pem`), '-inkey', at(`${name}.key`), '-out', at('plain')],
    ])
    expect(readFileSync(at('plain')).equals(rows)).toBe(true)
    const printed = run('openssl', [
      ...['cms', '-cmsout', '-print', '-inform', 'DER', '-in', at('annex.p7m')],
    ])
    expect(printed).toContain('aes-256-cbc')
    if (name === 'rsa') expect(printed).toContain('rsaesOaep')
  })

  it.each(['rsa', 'ec'])(
    'is opened by the key file of the %s city, and by no other',
    async (name) => {
      const closed = must(await envelope(rows, recipient(pem(name))))
      const opened = must(await openEnvelope(closed, await opensslKey(folder, name)))
      expect(Buffer.from(opened).equals(rows)).toBe(true)
      expect(await openEnvelope(closed, key)).toMatchObject({
        problem: { code: 'exchange.envelope-not-ours' },
      })
    },
  )

  it('opens with a practice key as well', async () => {
    const closed = must(await envelope(rows, recipient(practiceKey.certificatePem)))
    expect(Buffer.from(must(await openEnvelope(closed, key))).equals(rows)).toBe(true)
  })

  it('is refused when it is no envelope, damaged, or for a key that only signs', async () => {
    const closed = must(await envelope(rows, recipient(pem('ec'))))
    const signer = await opensslKey(folder, 'ec')
    const { open: _, ...token } = signer
    const codeOf = async (bytes: Uint8Array, by = signer): Promise<string> => {
      const opened = await openEnvelope(bytes, by)
      return opened.ok ? 'opened' : opened.problem.code
    }
    expect(await codeOf(closed)).toBe('opened')
    expect(await codeOf(closed, token)).toBe('exchange.envelope-token')
    expect(await codeOf(closed.subarray(0, 300))).toBe('exchange.envelope-not-ours')
    expect(await codeOf(Buffer.from('xin chào'))).toBe('exchange.envelope-not-ours')
    expect(await codeOf(Buffer.from(pem('ec')))).toBe('exchange.envelope-not-ours')
  })

  it('is not made for a weak key', async () => {
    expect(await envelope(rows, recipient(pem('short')))).toMatchObject({
      problem: { code: 'exchange.key-short' },
    })
  })
})
