import { createPrivateKey } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallAnswer, CallInput, CallName } from '#core/contract.ts'
import { answerCall } from '../../src/main/app/answer.ts'
import { type Desk, leaveOffice } from '../../src/main/app/desk.ts'
import { openAtStart } from '../../src/main/app/first-run.ts'
import { makeHandlers } from '../../src/main/app/handlers.ts'
import { bugLog } from '../../src/main/app/log.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { opensslCertificate, opensslIssue, run } from '../exchange/office.ts'
import { deskOf, headPin, keyring, makeOffice, tempFolder, type Window } from '../support/office.ts'

const stick = tempFolder()
const work = tempFolder()
const log = join(work, 'loi.log')
const at = (name: string) => join(work, name)
const password = 'mật khẩu khóa'
let desk: Desk
let window: Window
let folder: string
/** Everything that came out of main: answers and refusals, as the window gets them. */
const answers: string[] = []

async function reply(name: CallName, input: unknown) {
  const write = bugLog(log, () => new Date('2024-11-20T03:00:00Z'))
  const said = await answerCall(desk, makeHandlers(desk), name, input, write)
  answers.push(JSON.stringify(said))
  return said
}

async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>> {
  const said = await reply(name, input)
  if (said.ok) return said.value as CallAnswer<N>
  throw new Error('problem' in said ? said.problem.code : 'bug')
}

async function choose(purpose: 'key' | 'certificate' | 'trust', file: string): Promise<string> {
  window.file = file
  await call('app.chooseFile', { purpose })
  return file
}

beforeAll(async () => {
  const ring = keyring()
  const made = await makeOffice({ vault: ring })
  await closeOffice(made.office)
  folder = made.folder
  ;({ desk, window } = deskOf(made.ground, folder, ring))
  await openAtStart(desk)
  await call('session.start', { staffId: 1, pin: headPin })
  window.folder = stick
  await call('app.chooseFolder', { purpose: 'export' })
  opensslCertificate(work, {
    name: 'ca',
    subject: '/CN=Nơi cấp thử',
    extensions: ['basicConstraints = critical,CA:TRUE', 'keyUsage = critical,keyCertSign,cRLSign'],
  })
  return () => leaveOffice(desk)
})

describe('keys of an office', () => {
  let keyFile = ''
  let installed = ''

  it('begins with nobody trusted, no token driver and no time-stamp server', async () => {
    const signing = await call('signing.overview', {})
    expect(signing).toMatchObject({ driver: null, stampServer: null, trusted: [], revocations: [] })
    await expect(call('signing.tokens', {})).rejects.toThrow('exchange.token-no-driver')
  })

  it('asks for a certificate, joins it with its key, and says what it is worth', async () => {
    const made = await call('signing.request', { folder: stick, password })
    keyFile = made.keyFile
    writeFileSync(at('unit.csr'), readFileSync(made.requestFile))
    opensslIssue(work, 'ca', 'unit')
    const early = { kind: 'file', path: keyFile, password } as const
    await expect(call('signing.inspect', { key: early })).rejects.toThrow('exchange.key-pending')
    const certificateFile = await choose('certificate', at('unit.pem'))
    const done = await call('signing.install', { keyFile, password, certificateFile })
    installed = done.keyFile
    expect(done.certificate).toMatchObject({ weight: 'internal', state: 'unchecked' })
    await call('trust.add', { file: await choose('trust', at('ca.pem')) })
    const rules = at('trust.json')
    const [issuer] = (await call('signing.overview', {})).trusted
    const { fingerprint = '' } = issuer ?? {}
    writeFileSync(rules, JSON.stringify({ [fingerprint]: { kind: 'public-duty' } }))
    await call('trust.add', { file: await choose('trust', rules) })
    const key = { kind: 'file', path: installed, password } as const
    const card = await call('signing.inspect', { key })
    expect(card).toMatchObject({ weight: 'public-duty', state: 'unchecked', issuer: 'Nơi cấp thử' })
    expect(card.problems.join()).toContain('Chưa kiểm tra được thu hồi')
  })

  it('[A22] lets the old key introduce the new one, for the city and for itself', async () => {
    const old = { kind: 'practice' } as const
    const order = { key: old, certificateFile: at('unit.pem'), reason: 'Đổi khóa', folder: stick }
    const { file } = await call('signing.introduce', order)
    expect(existsSync(file)).toBe(true)
    expect(readdirSync(join(folder, 'trust')).some((name) => name.endsWith('.asice'))).toBe(true)
    const { trusted } = await call('signing.overview', {})
    expect(trusted.map(({ weight }) => weight)).toEqual(['public-duty', 'practice', 'public-duty'])
  })

  it('takes nothing into the trust folder that it cannot read, and no path nobody chose', async () => {
    writeFileSync(at('rac.crl'), 'xin chào')
    const file = await choose('trust', at('rac.crl'))
    await expect(call('trust.add', { file })).rejects.toThrow('exchange.trust-file')
    const path = at('ca.key')
    await expect(call('trust.add', { file: path })).rejects.toThrow('file.not-chosen')
    await expect(call('signing.useDriver', { file: path })).rejects.toThrow('file.not-chosen')
    const key = { kind: 'file', path, password } as const
    await expect(call('signing.inspect', { key })).rejects.toThrow('file.not-chosen')
  })

  it('keeps the address of a time-stamp server only when it is one', async () => {
    const bad = call('signing.useStampServer', { address: 'tsa.gov.vn' })
    await expect(bad).rejects.toThrow('exchange.timestamp-address')
    expect(window.settings?.stampServer ?? null).toBeNull()
    await call('signing.useStampServer', { address: 'http://127.0.0.1:1/' })
    expect(window.settings?.stampServer).toBe('http://127.0.0.1:1/')
    await call('signing.useStampServer', { address: null })
    expect(window.settings?.stampServer).toBeNull()
  })

  it('[A21] lets no private key, password or PIN out: not in an answer, a refusal or the log', async () => {
    await reply('signing.inspect', {
      key: { kind: 'file', path: installed, password: 'sai rồi đó' },
    })
    await reply('signing.inspect', { key: { kind: 'token', serial: 1, tokenPin: '97531864' } })
    const token = { kind: 'token', serial: 'x', fingerprint: 'a'.repeat(64), tokenPin: '97531864' }
    await reply('signing.inspect', { key: token })
    writeFileSync(at('password'), password)
    const pem = run('openssl', [
      ...['pkcs12', '-in', installed, '-passin', `file:${at('password')}`, '-nodes', '-nocerts'],
    ])
    const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' })
    const scalar = Buffer.from(d, 'base64url')
    expect(scalar.length).toBe(32)
    const out = answers.join('\n') + (existsSync(log) ? readFileSync(log, 'utf8') : '')
    expect(answers.length).toBeGreaterThan(20)
    for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const)
      expect(out.includes(scalar.toString(form))).toBe(false)
    const pkcs8 = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' }).toString('base64')
    for (const secret of [password, 'sai rồi đó', '97531864', pkcs8, 'PRIVATE KEY'])
      expect(out.includes(secret)).toBe(false)
  })
})
