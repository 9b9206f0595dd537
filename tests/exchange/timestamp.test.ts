import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, ok, type Result } from '#core/result.ts'
import { readCertificates } from '../../src/main/exchange/certificate.ts'
import { signSummary } from '../../src/main/exchange/sign.ts'
import { isStampAddress, stampFrom } from '../../src/main/exchange/timestamp-client.ts'
import type { Trust } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import {
  codesOf,
  key,
  opensslCertificate,
  pdf,
  run,
  summary,
  trust,
  unpack,
  workFolder,
} from './office.ts'

const folder = workFolder()
const at = (name: string): string => join(folder, name)
const codeOf = (result: Result<unknown>): string => (result.ok ? 'good' : result.problem.code)

/** What the responder does with the next request. */
let answer: (query: Buffer) => { status?: number; body: Buffer } = () => ({ body: Buffer.alloc(0) })
let asked: Buffer[] = []
let server: Server
let address = ''

/** A real RFC 3161 answer to a query, by `openssl ts`. */
function reply(query: Buffer, config = 'ts.cnf'): { body: Buffer } {
  writeFileSync(at('query.tsq'), query)
  run('openssl', [
    ...['ts', '-reply', '-config', at(config), '-queryfile', at('query.tsq')],
    ...['-out', at('answer.tsr')],
  ])
  return { body: readFileSync(at('answer.tsr')) }
}

beforeAll(async () => {
  opensslCertificate(folder, {
    name: 'tsa',
    subject: '/CN=Máy dấu thời gian thử',
    newKey: ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
    extensions: [
      'keyUsage = critical,digitalSignature',
      'extendedKeyUsage = critical,timeStamping',
    ],
    days: ['20240101000000Z', '20440101000000Z'],
  })
  writeFileSync(at('tsserial'), '01\n')
  writeFileSync(
    at('ts.cnf'),
    `[tsa]
default_tsa = here
[here]
serial = ${at('tsserial')}
signer_cert = ${at('tsa.pem')}
signer_key = ${at('tsa.key')}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`,
  )
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    asked.push(Buffer.concat(parts))
    const { status = 200, body } = answer(Buffer.concat(parts))
    response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}, 30_000)

afterAll(() => server.close())

const signed = () => signSummary(summary, { pdf }, { ...key, stamp: stampFrom(address) })

/** The trust that knows the time-stamp authority too. */
function withAuthority(): Trust {
  const authority = readCertificates(readFileSync(at('tsa.pem'))) ?? []
  return { ...trust, certificates: [...trust.certificates, ...authority] }
}

describe('a time stamp (openssl ts on loopback)', () => {
  it('is in the file, seen by openssl, and said in the verdict', async () => {
    answer = reply
    const before = Date.now()
    const bytes = must(await signed())
    const verdict = await verifySummary(bytes, withAuthority())
    expect(verdict.problems).toEqual([])
    expect(verdict.stamp).toMatchObject({ authority: 'Máy dấu thời gian thử', known: true })
    expect(Math.abs(Date.parse(verdict.stamp?.at ?? '') - before)).toBeLessThan(60_000)
    expect(verdict.notices.map(({ code }) => code)).toContain('exchange.timestamped')
    writeFileSync(at('signature.p7s'), unpack(bytes)['META-INF/signature.p7s'])
    const printed = run('openssl', [
      ...['cms', '-cmsout', '-print', '-inform', 'DER', '-in', at('signature.p7s')],
    ])
    expect(printed).toContain('id-smime-aa-timeStampToken')
  })

  it('is only noted when the authority is not known', async () => {
    answer = reply
    const verdict = await verifySummary(must(await signed()), trust)
    expect(verdict).toMatchObject({ ok: true, stamp: { known: false } })
    expect(verdict.notices.map(({ code }) => code)).toContain('exchange.timestamp-unknown')
  })

  it('sends the digest of the signature and nothing else', async () => {
    answer = reply
    asked = []
    await signed()
    expect(asked).toHaveLength(1)
    expect(asked[0]?.length).toBeLessThan(120)
    expect(asked[0]?.includes('016')).toBe(false)
  })

  it('of another signature is refused', async () => {
    answer = reply
    const token = must(await stampFrom(address)(Buffer.from('chữ ký khác')))
    const stamp = async () => ok(token)
    const bytes = must(await signSummary(summary, { pdf }, { ...key, stamp }))
    expect(codesOf(await verifySummary(bytes, withAuthority()))).toEqual([
      'exchange.timestamp-wrong',
    ])
  })

  it.each<[string, string, typeof answer]>([
    [
      'a server error',
      'exchange.timestamp-unreachable',
      () => ({ status: 500, body: Buffer.of() }),
    ],
    ['rubbish', 'exchange.timestamp-refused', () => ({ body: Buffer.from('xin chào') })],
    ['an endless answer', 'exchange.timestamp-unreachable', () => ({ body: Buffer.alloc(1e6) })],
    [
      'an answer to another question',
      'exchange.timestamp-refused',
      () => {
        run('openssl', [
          ...['ts', '-query', '-digest', 'ab'.repeat(32), '-sha256', '-cert'],
          ...['-out', at('other.tsq')],
        ])
        return reply(readFileSync(at('other.tsq')))
      },
    ],
  ])('is not taken from %s', async (_, code, respond) => {
    answer = respond
    expect(codeOf(await signed())).toBe(code)
  })

  it('says when nobody answers', async () => {
    const stamp = stampFrom('http://127.0.0.1:1/')
    expect(codeOf(await signSummary(summary, { pdf }, { ...key, stamp }))).toBe(
      'exchange.timestamp-unreachable',
    )
  })

  it('is asked only of http and https addresses without a password in them', () => {
    expect(['http://tsa.gov.vn', 'https://ca.vn/tsa'].map(isStampAddress)).toEqual([true, true])
    const bad = ['', 'tsa.gov.vn', 'file:///etc/passwd', 'ftp://a.vn', 'http://u:p@a.vn']
    expect(bad.filter(isStampAddress)).toEqual([])
  })

  it('is not asked for without a server: no connection is made', async () => {
    asked = []
    must(await signSummary(summary, { pdf }, key))
    expect(asked).toEqual([])
  })
})
