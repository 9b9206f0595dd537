import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CallName, calls } from '#core/contract.ts'
import { answerCall, type BugLog } from '../../src/main/app/answer.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { type Handlers, makeHandlers } from '../../src/main/app/handlers.ts'
import { bugLog, strikeOut } from '../../src/main/app/log.ts'
import {
  clerk,
  deskOf,
  draft,
  groundAt,
  headPin,
  type Made,
  makeOffice,
  planOf,
  tempFolder,
} from '../support/office.ts'
import { looseObjects, sampleOf } from '../support/zod-sample.ts'

const names = Object.keys(calls) as CallName[]
const ground = groundAt({ at: '2024-11-20T03:00:00.000Z' })
const { desk: empty } = deskOf(ground, join(tempFolder(), 'nothing here'))

/** Handlers that only note that they ran: a refused call must never reach one. */
function watched(): { handlers: Handlers; ran: string[] } {
  const ran: string[] = []
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async () => {
        ran.push(name)
        return { ok: true, value: null }
      },
    ]),
  ) as unknown as Handlers
  return { handlers, ran }
}

const noBug: BugLog = (_, error) => {
  throw error
}

const invalid = { ok: false, problem: { code: 'input.invalid' } }

describe('[A63] a call over the boundary', () => {
  it('is one of the contract, and every call of the contract has its handler', () => {
    expect(names.length).toBeGreaterThan(25)
    expect(Object.keys(makeHandlers(empty)).sort()).toEqual([...names].sort())
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'app.state ',
    'APP.STATE',
    'app',
    '',
    'office.create\0',
    null,
    undefined,
    7,
    {},
    ['app.state'],
    { toString: () => 'app.state' },
    Symbol('app.state'),
  ])('is refused under the name %j', async (name) => {
    const { handlers, ran } = watched()
    expect(await answerCall(empty, handlers, name, {}, noBug)).toEqual({
      ok: false,
      problem: { code: 'input.invalid', values: { field: 'call' } },
    })
    expect(ran).toEqual([])
  })

  it.each(names)('%s refuses what is not its input', async (name) => {
    const { handlers, ran } = watched()
    const ask = (input: unknown) => answerCall(empty, handlers, name, input, noBug)
    const good = sampleOf(calls[name].input) as Record<string, unknown>
    const wrongs: unknown[] = [undefined, null, 0, 'x', true, [], [good], () => good, Symbol('x')]
    for (const wrong of wrongs) expect(await ask(wrong), String(wrong)).toMatchObject(invalid)
    for (const key of Object.keys(good)) {
      for (const wrong of [Symbol('x'), Number.NaN, () => 1]) {
        const field = await ask({ ...good, [key]: wrong })
        expect(field, key).toMatchObject(invalid)
        expect(field, key).toMatchObject({ problem: { values: { field: expect.any(String) } } })
      }
    }
    expect(ran).toEqual([])
  })

  it.each(names)('%s refuses keys it does not know', async (name) => {
    // A price request is cut out of a whole sign-up, so there alone the rest is left aside.
    if (name === 'enrolment.price') return expect(looseObjects(calls[name].input).length).toBe(4)
    expect(looseObjects(calls[name].input)).toEqual([])
    const { handlers, ran } = watched()
    const good = sampleOf(calls[name].input) as object
    for (const extra of ['extra', 'constructor', 'toString']) {
      const input = { ...good, [extra]: 1 }
      expect(await answerCall(empty, handlers, name, input, noBug)).toMatchObject(invalid)
    }
    const polluted = JSON.parse(`{"__proto__": {"admin": true}}`)
    await answerCall(empty, handlers, name, Object.assign(polluted, good), noBug)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    expect(ran.length).toBeLessThanOrEqual(1)
  })

  it.each(names.filter((name) => calls[name].who !== 'anyone'))(
    '%s is refused to who is not signed in',
    async (name) => {
      const { handlers, ran } = watched()
      const signedOut = { ok: false, problem: { code: 'session.signed-out' } }
      const input = sampleOf(calls[name].input)
      const half: Desk = { ...empty, actor: clerk }
      for (const desk of [empty, half]) {
        expect(await answerCall(desk, handlers, name, input, noBug)).toEqual(signedOut)
      }
      expect(ran).toEqual([])
    },
  )

  it('may be made by anyone only where nothing personal is said or changed', () => {
    expect(names.filter((name) => calls[name].who === 'anyone').sort()).toEqual([
      'app.chooseFile',
      'app.chooseFolder',
      'app.setLanguage',
      'app.state',
      'camera.end',
      'office.campaigns',
      'office.choices',
      'office.confirmRecovery',
      'office.create',
      'office.practice',
      'office.recoverySheet',
      'office.unlock',
      'paper.bytes',
      'paper.print',
      'paper.printers',
      'paper.save',
      'restore.cancel',
      'restore.list',
      'restore.run',
      'session.end',
      'session.start',
    ])
  })

  it('names the field that is wrong by its path', async () => {
    const { handlers } = watched()
    const sheet = draft()
    const bad = { ...sheet, members: [{ ...sheet.members[0], occupation: 'king' }] }
    expect(await answerCall(empty, handlers, 'enrolment.save', bad, noBug)).toEqual({
      ok: false,
      problem: {
        code: 'input.invalid',
        values: { field: 'members.0.occupation' },
        path: ['members', 0, 'occupation'],
      },
    })
  })
})

describe('a bug in a handler', () => {
  const file = join(tempFolder(), 'logs', 'loi.log')
  const log = bugLog(file, ground.now)

  it('[A63] is answered by a reference alone, and logged without what was quoted', async () => {
    const handlers: Handlers = {
      ...makeHandlers(empty),
      'app.state': async () => {
        throw new TypeError(`cannot read “Nguyễn Văn Ước” of 'Trần' and "001090000001" 0912345678`)
      },
    }
    const reply = await answerCall(empty, handlers, 'app.state', {}, log)
    expect(reply).toEqual({ ok: false, bug: expect.stringMatching(/^[0-9a-f]{8}$/) })
    const text = readFileSync(file, 'utf8')
    const bug = 'bug' in reply ? reply.bug : ''
    expect(text).toContain(`2024-11-20T03:00:00.000Z ${bug} TypeError: cannot read "…"`)
    expect(text).toContain('answer.test.ts')
    expect(text).not.toMatch(/Nguyễn|Trần|001090|0912/)
  })

  it('that throws no error object says nothing at all', async () => {
    const handlers: Handlers = {
      ...makeHandlers(empty),
      'app.state': async () => {
        throw `Nguyễn Văn Ước 001090000001`
      },
    }
    expect(await answerCall(empty, handlers, 'app.state', {}, log)).toHaveProperty('bug')
    expect(readFileSync(file, 'utf8')).not.toContain('Nguyễn')
  })

  it('is answered even when the log cannot be written', async () => {
    const folder = join(tempFolder(), 'a file')
    writeFileSync(folder, '')
    const handlers: Handlers = {
      ...makeHandlers(empty),
      'app.state': async () => {
        throw new Error('x')
      },
    }
    const nowhere = bugLog(join(folder, 'loi.log'), ground.now)
    expect(await answerCall(empty, handlers, 'app.state', {}, nowhere)).toHaveProperty('bug')
  })

  it('turns the log over at a megabyte', () => {
    const path = join(tempFolder(), 'loi.log')
    const small = bugLog(path, ground.now)
    writeFileSync(path, 'x'.repeat(1_000_001))
    small('aaaa', new Error('next'))
    expect(readFileSync(path, 'utf8')).toContain('aaaa Error: next')
    expect(readFileSync(`${path}.1`, 'utf8')).toHaveLength(1_000_001)
  })

  it.each([
    ['no such "Nguyễn Văn Ước" here', 'no such "…" here'],
    ['a “Trần” b', 'a "…" b'],
    ["a 'Lê' b", 'a "…" b'],
    ['tel 0912345678.', 'tel ….'],
    ['line 1\nline 2', 'line 1\nline 2'],
  ])('strikes out %j', (text, struck) => {
    expect(strikeOut(text)).toBe(struck)
  })
})

describe('at work', () => {
  let made: Made
  let desk: Desk
  const ask = (name: CallName, input: unknown) =>
    answerCall(desk, makeHandlers(desk), name, input, noBug)

  beforeAll(async () => {
    made = await makeOffice()
    ;({ desk } = deskOf(made.ground, made.folder))
    desk.office = made.office
    desk.actor = clerk
  })

  it('[A5] a full disk is a sentence, and nothing is half-written', async () => {
    const { raw } = made.office.store
    const count = () => raw.prepare('select count(*) as n from enrolment').get()
    const pages = Number(raw.pragma('page_count', { simple: true }))
    raw.pragma(`max_page_count = ${pages}`)
    let reply = await ask('enrolment.save', draft())
    let before = count()
    for (let i = 0; i < 200 && reply.ok; i += 1) {
      before = count()
      reply = await ask('enrolment.save', draft())
    }
    expect(reply).toEqual({
      ok: false,
      problem: { code: 'store.no-space', values: { folder: made.folder } },
    })
    expect(count()).toEqual(before)
    raw.pragma('max_page_count = 4294967294')
    expect(await ask('enrolment.save', draft())).toMatchObject({ ok: true })
  })

  it('paths that nobody chose in a dialog are refused, by every call that takes one', async () => {
    const outside = tempFolder()
    const { people, targets, code, on, practice } = planOf()
    const order = { kind: 'day', from: '2024-11-16', to: '2024-11-16', headId: 1, pin: headPin }
    const cases: [CallName, object, string][] = [
      ['office.create', { people, targets, code, on, practice, dataDir: outside }, outside],
      ['office.practice', { code, dataDir: outside }, outside],
      ['summary.export', { ...order, key: { kind: 'practice' }, folder: outside }, outside],
      [
        'summary.export',
        {
          ...order,
          key: { kind: 'file', path: '/etc/shadow', password: 'x' },
          folder: made.folder,
        },
        '/etc/shadow',
      ],
      ['summary.verify', { file: '/etc/passwd', trust: null }, '/etc/passwd'],
    ]
    mkdirSync(join(outside, 'x'))
    for (const [name, input, file] of cases) {
      expect(await ask(name, input), name).toEqual({
        ok: false,
        problem: { code: 'file.not-chosen', values: { file } },
      })
    }
    expect(existsSync(join(outside, 'office.db'))).toBe(false)
  })

  it('papers are gone for everybody once somebody signed out', async () => {
    const saved = await ask('enrolment.save', draft())
    const [enrolmentId] = saved.ok ? (saved.value as { enrolmentIds: number[] }).enrolmentIds : []
    const of = { kind: 'enrolments', ids: [enrolmentId] }
    const wish = { form: 'tk1-ts', edition: null, of, blank: false, checkAgainstOfficial: false }
    const card = await ask('paper.make', wish)
    const documentId = card.ok ? (card.value as { documentId: string }).documentId : ''
    expect(await ask('paper.bytes', { documentId })).toMatchObject({ ok: true })
    await ask('session.end', {})
    for (const name of ['paper.bytes', 'paper.print', 'paper.save'] as const) {
      expect(await ask(name, { documentId })).toEqual({
        ok: false,
        problem: { code: 'paper.gone' },
      })
    }
    expect(await ask('enrolment.list', sampleOf(calls['enrolment.list'].input))).toMatchObject({
      problem: { code: 'session.signed-out' },
    })
  })
})
