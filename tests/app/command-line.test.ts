import { execFileSync, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { noVault, openKeyWithCode } from '../../src/main/app/key-file.ts'
import { lockFolder } from '../../src/main/db/lock.ts'
import { toText } from '../forms/pdf-tools.ts'
import { openWithTool, tempFolder } from '../support/office.ts'

const cli = join(import.meta.dirname, '../../src/main/cli.ts')
const here = tempFolder()
const at = (name: string) => join(here, name)
const data = at('office')
const code = at('recovery.txt')
const key = at('key.p12')
const pass = at('pass.txt')
const trust = at('trust')
const sent = at('sent')
const store = ['--data', data, '--recovery-code-file', code]

type Ran = { exit: number | null; out: string; err: string }

/** Runs `raquan` as a process of its own, from an empty folder and with next to no environment. */
function raquan(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: here,
      // The cache of compiled sources halves what a start takes; nothing else is shared between runs.
      env: { PATH: process.env.PATH, HOME: here, TMPDIR: here, NODE_COMPILE_CACHE: at('compiled') },
    })
    const ran: Ran = { exit: null, out: '', err: '' }
    child.stdout.on('data', (part) => {
      ran.out += part
    })
    child.stderr.on('data', (part) => {
      ran.err += part
    })
    child.on('error', reject)
    child.on('close', (exit) => resolve({ ...ran, exit }))
    child.stdin.end(input)
  })
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of another process, looked at field by field
type Json = any

/** Runs with `--json`: stdout is exactly one JSON object on one line, stderr is empty. */
async function json(args: readonly string[], exit = 0, input = ''): Promise<Json> {
  const ran = await raquan([...args, '--json'], input)
  expect(ran, args.join(' ')).toMatchObject({ exit, err: '' })
  expect(ran.out).toMatch(/^\{.*\}\n$/)
  expect(ran.out.trimEnd()).not.toContain('\n')
  return JSON.parse(ran.out)
}

/** A refusal: exit code 1 and a Vietnamese sentence that says what to do. */
async function refused(args: readonly string[], problem: string, input = ''): Promise<void> {
  const answer = await json(args, 1, input)
  expect(answer, args.join(' ')).toEqual({
    problem: { code: problem, message: expect.any(String) },
  })
  expect(answer.problem.message).toMatch(/[Hh]ãy|chỉ|Không/)
  expect(answer.problem.message).not.toMatch(/\{\w+\}|undefined|NaN/)
}

/** Wrong words: exit code 2, nothing on stdout, words on stderr. */
async function usage(args: readonly string[], words: RegExp): Promise<void> {
  const ran = await raquan(args)
  expect(ran, args.join(' ')).toMatchObject({ exit: 2, out: '' })
  expect(ran.err).toMatch(words)
  expect(ran.err).not.toMatch(/Warning|\.ts:\d|node:/)
}

const order = (day: string) => [
  'summary',
  ...store,
  ...['--kind', 'day', '--from', day, '--to', day],
  ...['--key', key, '--pass-file', pass, '--out', sent],
]

let register: Json

beforeAll(async () => {
  writeFileSync(pass, 'mật khẩu thực hành\nsecond line\n')
  mkdirSync(trust)
  mkdirSync(sent)
  const create = ['office', 'create', '--data', data, '--unit', '016', '--practice']
  const made = await json([...create, '--recovery-out', code])
  expect(made).toMatchObject({ data, unit: '016', practice: true, recovery: code })
  expect(made.people).toEqual([
    { name: expect.any(String), role: 'head', pin: expect.stringMatching(/^\d{4}$/) },
    { name: expect.any(String), role: 'clerk', pin: expect.stringMatching(/^\d{4}$/) },
  ])
  expect(readFileSync(code, 'utf8')).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}\n$/)
  const span = ['--from', '2024-11-15', '--to', '2024-11-18']
  const filled = await json(['practice', ...store, '--households', '30', '--seed', '7', ...span])
  expect(filled).toMatchObject({ households: 30, conferences: expect.any(Number) })
  expect(filled.enrolments).toBeGreaterThan(30)
  register = await json(['list', 'enrolments', ...store])
}, 60_000)

describe('the day of an office on the command line', () => {
  it('lists enrolments with masked numbers, and conferences', async () => {
    const { enrolments, total } = register
    expect(enrolments).toHaveLength(total)
    expect(total).toBeGreaterThan(30)
    for (const row of enrolments) {
      expect(row.personalNumber).toMatch(/^001•••••\d{4}$/)
      expect(row).toMatchObject({
        id: expect.any(Number),
        name: expect.any(String),
        state: 'registered',
      })
    }
    const { conferences } = await json(['list', 'conferences', ...store])
    expect(conferences.length).toBeGreaterThan(4)
    const held = await json(['conferences', ...store])
    expect(held.conferences).toHaveLength(conferences.length)
    for (const each of held.conferences) {
      expect(each).toMatchObject({ state: 'held', leads: 0, commune: { name: expect.any(String) } })
      expect(each.attended).toBeGreaterThanOrEqual(each.signUps)
      expect(each.enrolments).toBeGreaterThanOrEqual(each.signUps)
      expect(each.signUps).toBeGreaterThanOrEqual(each.firstTime)
    }
    const sum = (of: string) =>
      held.conferences.reduce(
        (total: number, each: Record<string, number>) => total + (each[of] ?? 0),
        0,
      )
    const attributed = enrolments.filter((row: { conferenceId: unknown }) => row.conferenceId)
    expect(sum('enrolments')).toBe(attributed.length)
    expect(sum('firstTime')).toBeGreaterThan(0)
    const plain = await raquan(['list', 'enrolments', ...store])
    expect(plain).toMatchObject({ exit: 0, err: '' })
    expect(plain.out.trimEnd().split('\n')).toHaveLength(total)
  })

  it('prints a TK1-TS twice with the same bytes and the right name', async () => {
    const { id, name } = register.enrolments[0]
    const print = ['print', 'tk1', ...store, '--enrolment', String(id), '--out']
    const one = await json([...print, at('one.pdf')])
    const two = await json([...print, at('two.pdf')])
    expect(one).toMatchObject({ file: at('one.pdf'), edition: 'QD490', sha256: two.sha256 })
    const bytes = readFileSync(at('one.pdf'))
    expect(bytes).toEqual(readFileSync(at('two.pdf')))
    expect(toText(bytes).toUpperCase()).toContain(name.toUpperCase())
    const today = await json([...print, at('today.pdf'), '--edition', 'QD366'])
    expect(today).toMatchObject({ edition: 'QD366' })
  })

  it('makes a practice key that openssl opens', async () => {
    const made = await json(['key', 'practice', '--out', key, '--pass-file', pass, '--unit', '016'])
    expect(made).toMatchObject({
      file: key,
      certificate: at('key.crt'),
      fingerprint: expect.any(String),
    })
    const text = execFileSync(
      'openssl',
      ['pkcs12', '-in', key, '-passin', 'pass:mật khẩu thực hành', '-nokeys'],
      { encoding: 'utf8' },
    )
    expect(text).toContain('BEGIN CERTIFICATE')
    copyFileSync(at('key.crt'), join(trust, 'soc-son.crt'))
    await refused(
      ['key', 'practice', '--out', key, '--pass-file', pass, '--unit', '016'],
      'file.exists',
    )
  })

  it('closes two days into signed files that verify, until a byte is flipped', async () => {
    const one = await json(order('2024-11-16'))
    const two = await json(order('2024-11-17'))
    expect([one, two]).toMatchObject([
      { file: join(sent, 'RQ-016-ngay-2024-11-16-so-0001.asice'), sequence: 1 },
      { file: join(sent, 'RQ-016-ngay-2024-11-17-so-0002.asice'), sequence: 2 },
    ])
    for (const { file, sequence } of [one, two]) {
      expect(await json(['verify', file, '--trust', trust])).toMatchObject({
        ok: true,
        unit: { code: '016' },
        period: { kind: 'day' },
        sequence,
        signer: { unit: '016', practice: true },
        problems: [],
      })
    }
    const bytes = readFileSync(one.file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(at('bad.asice'), bytes)
    const bad = await json(['verify', at('bad.asice'), '--trust', trust], 1)
    expect(bad).toMatchObject({
      ok: false,
      problems: [{ code: expect.stringMatching(/^exchange\./) }],
    })
    mkdirSync(at('no trust'))
    const unknown = await json(['verify', one.file, '--trust', at('no trust')], 1)
    expect(unknown.problems).toMatchObject([{ code: 'exchange.unknown-signer' }])
    const said = await raquan(['verify', one.file, '--trust', trust])
    expect(said).toMatchObject({ exit: 0, err: '' })
    expect(said.out).toContain('Hợp lệ: BHXH huyện Sóc Sơn (016)')
  })

  it('finds its chain and its store whole, until somebody edits them', async () => {
    const verified = await json(['audit', 'verify', ...store])
    expect(verified).toMatchObject({
      ok: true,
      broken: null,
      head: expect.stringMatching(/^\w{64}$/),
    })
    expect(await json(['check', ...store])).toMatchObject({
      ok: true,
      unit: '016',
      practice: true,
      integrity: 'ok',
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      auditBroken: null,
    })
    const dataKey = must(openKeyWithCode(data, readFileSync(code, 'utf8'), noVault))
    const tool = openWithTool(join(data, 'office.db'), dataKey)
    const actor = tool.prepare('select actor from audit where seq = 7').pluck().get()
    const [update] = tool
      .prepare("select sql from sqlite_master where name = 'audit_no_update'")
      .pluck()
      .all() as string[]
    tool.exec('drop trigger audit_no_update')
    tool.exec("update audit set actor = 'Khác' where seq = 7")
    expect(await json(['audit', 'verify', ...store], 1)).toMatchObject({ ok: false, broken: 7 })
    expect(await json(['check', ...store], 1)).toMatchObject({ ok: false, auditBroken: 7 })
    const said = await raquan(['audit', 'verify', ...store])
    expect(said.out).toContain('dòng 7')
    tool.prepare('update audit set actor = ? where seq = 7').run(actor)
    tool.exec(update ?? '')
    tool.close()
    expect(await json(['audit', 'verify', ...store])).toMatchObject({ ok: true })
  })
})

describe('quote', () => {
  const bhxh = { scheme: 'bhxh-tn', date: '2024-11-20', unit: '01', method: '1m', group: 'other' }

  it('prices one request from standard input, in JSON without being asked', async () => {
    const ran = await raquan(['quote'], JSON.stringify({ ...bhxh, income: 1_500_000 }))
    expect(ran).toMatchObject({ exit: 0, err: '' })
    expect(JSON.parse(ran.out)).toMatchObject({
      gross: 330_000,
      state: 33_000,
      local: 33_000,
      payer: 264_000,
    })
    const member = { position: 1, months: 12, support: 'none', first: true, gapDays: null }
    const household = {
      scheme: 'bhyt-hgd',
      date: '2024-11-20',
      members: [member, { ...member, position: 2 }],
    }
    const answer = await json(['quote'], 0, JSON.stringify(household))
    expect(answer).toMatchObject({
      payer: 1_263_600 + 884_520,
      members: [{ validFrom: '2024-12-20' }, {}],
    })
    expect(answer.basis.length).toBeGreaterThan(0)
  })

  it('refuses in one JSON object what is no request or against the rules', async () => {
    const cases = [
      ['{"scheme":', 'input.invalid'],
      ['', 'input.invalid'],
      [JSON.stringify({ ...bhxh, date: '2024-02-30', income: 1_500_000 }), 'date.impossible'],
      [JSON.stringify({ ...bhxh, income: 1_000_000 }), 'income.below-minimum'],
      [JSON.stringify({ ...bhxh, unit: 'ZZ', income: 1_500_000 }), 'unit.unknown'],
    ] as const
    await Promise.all(cases.map(([input, problem]) => refused(['quote'], problem, input)))
  })
})

describe('what cannot be', () => {
  it('is refused in one sentence: unit, code, passphrase, key, files', async () => {
    const create = (folder: string, unit: string, out: string) => [
      ...['office', 'create', '--data', folder, '--unit', unit, '--recovery-out', out],
    ]
    writeFileSync(at('wrong-code.txt'), 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-0000\n')
    writeFileSync(at('wrong-pass.txt'), 'sai\n')
    writeFileSync(at('a file'), 'x')
    const open = (folder: string, file: string) => ['--data', folder, '--recovery-code-file', file]
    const summary = order('2024-11-18')
    const instead = (name: string, value: string) =>
      summary.map((each, i) => (summary[i - 1] === name ? value : each))
    const before = readdirSync(data).sort()
    await Promise.all([
      refused(create(at('new'), '999', at('new-code')), 'office.unknown-unit'),
      refused(create(data, '016', at('new-code')), 'office.exists'),
      refused(create(at('new'), '016', code), 'file.exists'),
      refused(create(at('a file'), '016', at('new-code')), 'file.unwritable'),
      refused(create(at('new'), '016', at('no/such/folder/code')), 'file.unwritable'),
    ])
    expect(existsSync(at('new-code'))).toBe(false)
    expect(existsSync(join(at('new'), 'office.db'))).toBe(false)
    await refused(['check', ...open(data, at('wrong-code.txt'))], 'recovery.wrong')
    await refused(['check', ...open(data, at('no-such-code'))], 'file.unreadable')
    await refused(['check', ...open(at('elsewhere'), code)], 'store.missing')
    await Promise.all([
      refused(instead('--pass-file', at('wrong-pass.txt')), 'exchange.key-wrong-password'),
      refused(instead('--key', at('a file')), 'exchange.key-not-p12'),
      refused(['verify', at('nothing.asice'), '--trust', trust], 'exchange.file-unreadable'),
      refused(['verify', at('bad.asice'), '--trust', at('nowhere')], 'exchange.trust-unreadable'),
    ])
    expect(await json(['verify', at('a file'), '--trust', trust], 1)).toMatchObject({
      ok: false,
      unit: null,
      problems: [{ code: 'exchange.not-a-summary', message: expect.stringContaining('Hãy') }],
    })
    await refused(instead('--out', at('no such folder')), 'file.unwritable')
    await refused(
      ['print', 'tk1', ...store, '--enrolment', '99999', '--out', at('x.pdf')],
      'enrolment.unknown',
    )
    await refused(
      [
        'practice',
        ...store,
        ...['--households', '1', '--seed', '1', '--from', '2024-11-16', '--to', '2024-11-16'],
      ],
      'period.all-closed',
    )
    expect(readdirSync(data).sort()).toEqual(before)
    expect(readdirSync(sent)).toHaveLength(2)
  }, 60_000)

  it('[A8] is refused while another process has the office', async () => {
    const lock = must(lockFolder(data))
    await refused(['check', ...store], 'store.in-use')
    lock.release()
    await json(['check', ...store])
  })

  it('is wrong usage: words and flags', async () => {
    await Promise.all([usage([], /Không có lệnh/), usage(['constructor'], /Không có lệnh/)])
    await Promise.all([
      usage(['office'], /Không có lệnh/),
      usage(['check', 'twice', ...store], /Thừa “twice”/),
    ])
    await Promise.all([
      usage(['check', '--data', data], /--recovery-code-file/),
      usage(['check', '--bogus'], /bogus/),
    ])
    await Promise.all([
      usage(['verify', '--trust', trust], /Thiếu tệp/),
      usage(['verify', 'a', 'b', '--trust', trust], /Thừa “b”/),
    ])
    const span = (from: string, to: string) => [
      'practice',
      ...store,
      '--households',
      '1',
      '--seed',
      '1',
      '--from',
      from,
      '--to',
      to,
    ]
    await Promise.all([
      usage(span('2024-02-30', '2024-11-16'), /--from cần một ngày có thật/),
      usage(span('2024-11-17', '2024-11-16'), /không muộn hơn/),
    ])
    await Promise.all([
      usage(
        ['practice', ...store, '--households', 'many', '--seed', '1'],
        /--households cần một số nguyên/,
      ),
      usage(
        order('2024-11-18').map((each) => (each === 'day' ? 'year' : each)),
        /--kind là một trong/,
      ),
    ])
    await usage(['office', 'create', '--unit', '016', '--json'], /--data/)
  }, 60_000)
})
