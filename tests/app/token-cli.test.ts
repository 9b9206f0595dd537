import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { opensslCertificate, run } from '../exchange/office.ts'
import { tempFolder } from '../support/office.ts'
import { raquan } from '../support/raquan.ts'
import { makeSoftToken, softDriver, softToken } from '../support/soft-token.ts'

const folder = tempFolder()
const at = (name: string): string => join(folder, name)
const token = makeSoftToken(folder)
// The cache of compiled sources halves what a start of the command line takes.
Object.assign(process.env, token.env, { NODE_COMPILE_CACHE: at('compiled') })

const store = (name: string) => ['--data', at(name), '--recovery-code-file', at(`${name}.txt`)]
const prints: Record<string, string> = {}

/** The flags of a signing command for the key of this name on the token. */
const signer = (name: string, pinFile = 'pin.txt') => [
  ...['--driver', softDriver, '--token', softToken.label],
  ...['--certificate', prints[name] ?? '', '--pass-file', at(pinFile)],
]

const summaryOf = (...how: string[]) => [
  ...['summary', ...store('unit'), '--kind', 'day', '--from', '2024-11-16', '--to', '2024-11-16'],
  ...['--out', at('sent'), ...how],
]
const receiptsOf = (...how: string[]) => [
  ...['receipt', 'make', ...store('city'), '--out', at('answers'), ...how],
]

/** A refusal with its code: exit 1 and a sentence that says what to do; nothing is left in the folder. */
async function refused(args: string[], code: string, out: string): Promise<string> {
  const said = await raquan<{ problem: { code: string; message: string } }>(...args)
  expect(said).toMatchObject({ code: 1, value: { problem: { code } } })
  expect(said.value.problem.message).toMatch(/Hãy/)
  expect(said.value.problem.message).not.toMatch(/\{\w+\}|undefined/)
  expect(readdirSync(at(out))).toEqual([])
  return said.value.problem.message
}

/** What openssl says of the signature in a container, with the certificate of this name trusted. */
function opensslVerify(file: string, name: string): string {
  const [manifest, signature] = ['ASiCManifest.xml', 'signature.p7s']
  run('unzip', ['-oqqj', file, `META-INF/${manifest}`, `META-INF/${signature}`, '-d', folder])
  return run('openssl', [
    ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', at(signature)],
    ...['-content', at(manifest), '-CAfile', at(`${name}.pem`), '-partial_chain'],
    ...['-purpose', 'any', '-out', at('signed')],
  ])
}

beforeAll(async () => {
  for (const [place, [name, code]] of [
    ['unit', '016'] as const,
    ['city', '01'] as const,
  ].entries()) {
    const subject = `/CN=BHXH ${code}/organizationIdentifier=BH:VN-${code}`
    opensslCertificate(folder, { name, subject })
    token.put(name, `0${place + 1}`)
  }
  for (const name of ['sent', 'answers', 'opened', 'trust']) mkdirSync(at(name))
  writeFileSync(at('pin.txt'), `${softToken.pin}\nsecond line\n`)
  writeFileSync(at('wrong.txt'), '00000000\n')
  const create = (name: string, unit: string) =>
    raquan(
      ...['office', 'create', '--data', at(name), '--unit', unit, '--practice'],
      ...['--recovery-out', at(`${name}.txt`)],
    )
  await Promise.all([create('unit', '016'), create('city', '01')])
  for (const name of ['unit', 'city']) mkdirSync(at(`${name}/trust`), { recursive: true })
  for (const to of ['trust/unit', 'city/trust/unit']) copyFileSync(at('unit.pem'), at(`${to}.pem`))
  copyFileSync(at('city.pem'), at('unit/trust/city.pem'))
  const span = ['--from', '2024-11-15', '--to', '2024-11-17']
  await raquan('practice', ...store('unit'), '--households', '8', '--seed', '7', ...span)
  type Card = { certificates: { unit: string; fingerprint: string }[] }
  const { value } = await raquan<Card[]>('token', 'list', '--driver', softDriver)
  for (const { unit, fingerprint } of value[0]?.certificates ?? [])
    prints[unit === '01' ? 'city' : 'unit'] = fingerprint
}, 120_000)

it('a summary is signed with a token; without its right PIN nothing is signed', async () => {
  const wrongPin = summaryOf(...signer('unit', 'wrong.txt'))
  expect(await refused(wrongPin, 'exchange.token-pin-wrong', 'sent')).toContain('sai 1 lần')
  await Promise.all([
    refused(summaryOf(...signer('city')), 'exchange.key-other-unit', 'sent'),
    refused(
      summaryOf('--driver', softDriver, '--token', softToken.label, '--pass-file', at('pin.txt')),
      'exchange.token-choose',
      'sent',
    ),
    refused(
      summaryOf('--driver', softDriver, '--token', 'khác', '--pass-file', at('pin.txt')),
      'exchange.token-gone',
      'sent',
    ),
  ])
  type Made = { file: string; sequence: number; revision: number }
  const made = await raquan<Made>(...summaryOf(...signer('unit'), '--annex', at('city.pem')))
  // Number 1: the refusals closed nothing and used no number up.
  expect(made).toMatchObject({ code: 0, value: { sequence: 1, revision: 1 } })
  const { file } = made.value
  expect(readdirSync(at('sent'))).toEqual(['RQ-016-ngay-2024-11-16-so-0001.asice'])
  opensslVerify(file, 'unit')
  expect(() => opensslVerify(file, 'city')).toThrow('Verify error')
  const byHand = join(import.meta.dirname, '../../docs/verify-summary.sh')
  expect(run('sh', [byHand, file, at('trust')])).toContain('HỢP LỆ')
  const verdict = await raquan('verify', file, '--trust', at('trust'))
  expect(verdict).toMatchObject({
    code: 0,
    value: { ok: true, unit: { code: '016' }, signer: { unit: '016', practice: false } },
  })
}, 120_000)

it('a receipt is signed with a token; with a wrong PIN the file goes on waiting', async () => {
  const received = await raquan('receive', at('sent'), ...store('city'))
  expect(received).toMatchObject({ code: 0, value: { counts: { taken: 1 } } })
  await refused(receiptsOf(...signer('city', 'wrong.txt')), 'exchange.token-pin-wrong', 'answers')
  const made = await raquan<{ files: string[] }>(...receiptsOf(...signer('city')))
  expect(made).toMatchObject({ code: 0, value: { verdict: 'accepted' } })
  expect(readdirSync(at('answers'))).toEqual(['RQ-016-tiep-nhan-so-0001-lan-1.asice'])
  const [file = ''] = made.value.files
  opensslVerify(file, 'city')
  expect(() => opensslVerify(file, 'unit')).toThrow('Verify error')
  const opened = await raquan('receipt', file, ...store('unit'))
  expect(opened).toMatchObject({ code: 0, value: { verdict: 'accepted', sequence: 1 } })
}, 120_000)

it('the lists with people in that file open with a key file of the city, never with its token', async () => {
  const [file = ''] = readdirSync(at('sent'))
  const open = ['annex', 'open', join(at('sent'), file), ...store('city')]
  const out = ['--out', join(at('opened'), 'lists.xlsx')]
  await refused([...open, ...signer('city'), ...out], 'exchange.envelope-token', 'opened')
  writeFileSync(at('abcd.txt'), 'abcd\n')
  const key = ['--key', at('city.p12'), '--pass-file', at('abcd.txt')]
  expect(await raquan(...open, ...key, ...out)).toMatchObject({ code: 0 })
  expect(
    readFileSync(join(at('opened'), 'lists.xlsx'))
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
}, 120_000)
