import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import {
  confirmHead,
  confirmPerson,
  describeState,
  endSession,
  startSession,
} from '../../src/main/app/session.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { clerkPin, deskOf, headPin, type Made, makeOffice, reopen } from '../support/office.ts'

let made: Made

beforeAll(async () => {
  made = await makeOffice()
})

const wrongPin = (left: number) => ({
  ok: false,
  problem: { code: 'session.wrong-pin', values: { left } },
})
const wait = (seconds: number) => ({
  ok: false,
  problem: { code: 'session.wait', values: { seconds } },
})

const head = (pin: string) => confirmPerson(made.office, 1, pin)

function later(seconds: number): void {
  made.clock.at = new Date(Date.parse(made.clock.at) + seconds * 1000).toISOString()
}

const events = () =>
  made.office.store.raw.prepare('select event, subject, actor from audit order by seq').all()

describe('a PIN', () => {
  it('signs in its person only', async () => {
    const { desk } = deskOf(made.ground, made.folder)
    desk.office = made.office
    expect(await startSession(desk, made.office, 1, clerkPin)).toEqual(wrongPin(4))
    expect(desk.actor).toBeNull()
    expect(await startSession(desk, made.office, 99, headPin)).toEqual({
      ok: false,
      problem: { code: 'session.signed-out' },
    })
    must(await startSession(desk, made.office, 1, headPin))
    expect(await describeState(desk)).toMatchObject({
      phase: 'ready',
      session: { id: 1, name: 'Trần Thị Trưởng', role: 'head' },
    })
    await endSession(desk)
    expect(await describeState(desk)).toMatchObject({ phase: 'signed-out', session: null })
    desk.office = null
    const staff = { subject: 'staff:1', actor: 'Trần Thị Trưởng' }
    expect(events().slice(-3)).toEqual([
      { event: 'session.refused', ...staff },
      { event: 'session.started', ...staff },
      { event: 'session.ended', ...staff },
    ])
  })

  it('waits after five wrong tries, twice as long each time, up to an hour', async () => {
    for (const left of [4, 3, 2, 1]) expect(await head('0000')).toEqual(wrongPin(left))
    for (const seconds of [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      expect(await head('0000')).toEqual(wait(seconds))
      later(seconds)
    }
    must(await head(headPin))
    expect(await head('0000')).toEqual(wrongPin(4))
    must(await head(headPin))
  })

  it('is refused while waiting even when it is right, also after a restart', async () => {
    for (let i = 0; i < 5; i += 1) await head('0000')
    expect(await head(headPin)).toEqual(wait(30))
    made = await reopen(made)
    later(10)
    expect(await head(headPin)).toEqual(wait(20))
    later(19.5)
    expect(await head(headPin)).toEqual(wait(1))
    later(0.5)
    must(await head(headPin))
  })

  it('does not wait for somebody else', async () => {
    for (let i = 0; i < 5; i += 1) await head('0000')
    must(await confirmPerson(made.office, 2, clerkPin))
    later(30)
    must(await head(headPin))
  })

  it('cannot be guessed by many calls at once', async () => {
    const guesses = Array.from({ length: 12 }, (_, i) => (i === 8 ? headPin : `00${10 + i}`))
    const answers = await Promise.all(guesses.map(head))
    expect(answers.filter((each) => each.ok)).toEqual([])
    expect(
      answers.filter((each) => !each.ok && each.problem.code === 'session.wrong-pin'),
    ).toHaveLength(4)
    const row = made.office.store.raw.prepare(
      'select failed_tries as tries from staff where id = 1',
    )
    expect(row.get()).toEqual({ tries: 5 })
    later(30)
    must(await head(headPin))
  })

  it('stands nowhere in the store as it is', () => {
    const rows = made.office.store.raw.prepare('select * from staff').all() as {
      pin_salt: Buffer
      pin_hash: Buffer
    }[]
    expect(rows).toHaveLength(2)
    for (const row of rows) {
      expect(row.pin_salt).toHaveLength(16)
      expect(row.pin_hash).toHaveLength(32)
      expect(JSON.stringify(row)).not.toMatch(/2468|1357/)
    }
  })
})

describe('the head', () => {
  it('confirms with the own PIN', async () => {
    expect(must(await confirmHead(made.office, 1, headPin))).toMatchObject({ id: 1, role: 'head' })
  })

  it('is nobody else, and not a wrong PIN', async () => {
    const notHead = { ok: false, problem: { code: 'session.not-head' } }
    expect(await confirmHead(made.office, 2, clerkPin)).toEqual(notHead)
    expect(await confirmHead(made.office, 1, clerkPin)).toEqual(wrongPin(4))
    expect(await confirmHead(made.office, 3, headPin)).toMatchObject({ ok: false })
  })
})

it('[A36] every try is in the chain, and the chain is whole', async () => {
  expect(
    events().filter((each) => (each as { event: string }).event === 'session.refused').length,
  ).toBeGreaterThan(30)
  expect(await findBrokenLine(made.office.store.db)).toBeNull()
})
