import { beforeAll, describe, expect, it } from 'vitest'
import { type CallName, calls } from '#core/contract.ts'
import { rightsOf, type Who } from '#core/rights.ts'
import { Role } from '#core/terms.ts'
import { answerCall } from '../../src/main/app/answer.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { type Handlers, makeHandlers } from '../../src/main/app/handlers.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import { clerkPin, deskOf, headPin, type Made, makeOffice } from '../support/office.ts'
import { sampleOf } from '../support/zod-sample.ts'

let made: Made
let desk: Desk
let call: Caller

beforeAll(async () => {
  made = await makeOffice()
  desk = deskOf(made.ground, made.folder).desk
  desk.office = made.office
  call = callerOf(desk)
})

const asHead = () => call('session.start', { staffId: 1, pin: headPin })
const asClerk = () => call('session.start', { staffId: 2, pin: clerkPin })
const newPerson = { name: 'Phạm Văn Xem', role: 'viewer' as const, pin: '5678' }

describe('the rights of a role', () => {
  const names = Object.keys(calls) as CallName[]
  const needing = (who: Who) => names.filter((name) => (calls[name].who as Who) === who)

  it.each(Role.options)('are checked in the service for every call: %s', async (role) => {
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
    const acting = { ...desk, actor: { id: 9, name: 'x', role } }
    for (const who of ['look', 'work', 'approve', 'export', 'people', 'keep', 'audit'] as const) {
      for (const name of needing(who)) {
        const input = sampleOf(calls[name].input)
        const reply = await answerCall(acting, handlers, name, input, () => undefined)
        const allowed = rightsOf[role].includes(who)
        expect(reply.ok, `${role} ${name}`).toBe(allowed)
        if (!allowed) expect(reply).toMatchObject({ problem: { code: 'session.not-allowed' } })
      }
    }
    expect(ran.length).toBeGreaterThan(0)
  })

  it('leave nobody but the head to approve, and hide people’s data from the administrator', () => {
    expect(Role.options.filter((role) => rightsOf[role].includes('approve'))).toEqual(['head'])
    expect(rightsOf.administrator).not.toContain('look')
    expect(rightsOf.viewer).toEqual(['look'])
  })
})

describe('the people of an office', () => {
  it('are added by the head, whose own PIN is asked, and change a PIN that was given', async () => {
    await asClerk()
    await expect(call('staff.list', {})).rejects.toThrow('session.not-allowed')
    await asHead()
    await expect(call('staff.add', { ...newPerson, ownPin: clerkPin })).rejects.toThrow(
      'session.wrong-pin',
    )
    const people = await call('staff.add', { ...newPerson, ownPin: headPin })
    expect(people.at(-1)).toMatchObject({ id: 3, role: 'viewer', active: true, pinGiven: true })
    const state = await call('session.start', { staffId: 3, pin: '5678' })
    expect(state.session).toMatchObject({ mustChangePin: true, rights: ['look'] })
    await expect(call('registry.communes', {})).rejects.toThrow('session.pin-given')
    await expect(call('session.changePin', { old: '5678', new: '5678' })).rejects.toThrow(
      'staff.same-pin',
    )
    const after = await call('session.changePin', { old: '5678', new: 'mật khẩu dài' })
    expect(after.session?.mustChangePin).toBe(false)
    await call('session.start', { staffId: 3, pin: 'mật khẩu dài'.normalize('NFD') })
  })

  it('cannot share a name, lose their last head, or demote themselves', async () => {
    await asHead()
    const ownPin = headPin
    await expect(
      call('staff.add', { name: 'LÊ văn nhập', role: 'clerk', pin: '1111', ownPin }),
    ).rejects.toThrow('staff.same-name')
    const head = { id: 1, name: 'Trần Thị Trưởng', active: true, ownPin }
    await expect(call('staff.edit', { ...head, role: 'clerk' })).rejects.toThrow('staff.self')
    await expect(call('staff.edit', { ...head, role: 'head', active: false })).rejects.toThrow(
      'staff.self',
    )
    await call('staff.add', { name: 'Vũ Quản Trị', role: 'administrator', pin: '9876', ownPin })
    await call('session.start', { staffId: 4, pin: '9876' })
    await call('session.changePin', { old: '9876', new: '98765' })
    await expect(
      call('staff.edit', { ...head, role: 'head', active: false, ownPin: '98765' }),
    ).rejects.toThrow('staff.no-head')
  })

  it('get a new PIN from the head, who also ends the wait; who is switched off stays out', async () => {
    for (let tries = 0; tries < 5; tries++) {
      await call('session.start', { staffId: 2, pin: '0000' }).catch(() => undefined)
    }
    await expect(asClerk()).rejects.toThrow('session.wait')
    await asHead()
    await call('staff.resetPin', { id: 2, pin: '2222', ownPin: headPin })
    await call('session.start', { staffId: 2, pin: '2222' })
    await call('session.changePin', { old: '2222', new: clerkPin })
    await asHead()
    const clerk = { id: 2, name: 'Lê Văn Nhập', role: 'clerk' as const, ownPin: headPin }
    await call('staff.edit', { ...clerk, active: false })
    await expect(asClerk()).rejects.toThrow('session.signed-out')
    await call('staff.edit', { ...clerk, active: true })
    await asClerk()
  })
})

describe('the lock', () => {
  it('keeps papers and work, and remembers whose they are', async () => {
    await asClerk()
    const paper = { card: { documentId: 'x' }, bytes: new Uint8Array(1) }
    desk.papers.set('x', paper as never)
    const locked = await call('session.lock', {})
    expect(locked).toMatchObject({ phase: 'signed-out', session: null, locked: 2 })
    expect(desk.papers.has('x')).toBe(true)
    await expect(
      call('enrolment.list', sampleOf(calls['enrolment.list'].input) as never),
    ).rejects.toThrow('session.signed-out')
    expect((await asHead()).locked).toBeNull()
    expect(desk.papers.has('x')).toBe(true)
    expect((await call('session.setLock', { minutes: 3 })).lockMinutes).toBe(3)
    await call('session.end', {})
    expect(desk.papers.size).toBe(0)
  })
})

describe('the audit to read', () => {
  it('is for who holds the right, by area and person, and being read is an event', async () => {
    await asClerk()
    const all = { before: null, from: null, to: null, actor: null, area: null, subject: null }
    await expect(call('audit.list', all)).rejects.toThrow('session.not-allowed')
    await asHead()
    const page = await call('audit.list', { ...all, area: 'staff' })
    expect(new Set(page.lines.map(({ event }) => event.split('.')[0]))).toEqual(new Set(['staff']))
    expect(page.areas).toContain('session')
    const mine = await call('audit.list', { ...all, actor: 'Trần Thị Trưởng' })
    expect(mine.lines[0]?.event).toBe('audit.listed')
    expect(mine.lines.every(({ actor }) => actor === 'Trần Thị Trưởng')).toBe(true)
    await call('session.start', { staffId: 4, pin: '98765' })
    const unseen = await call('audit.list', { ...all, area: 'staff' })
    expect(JSON.stringify(unseen.lines)).not.toContain('viewer')
    expect(unseen.lines[0]?.detail).toHaveProperty('fields')
    await asHead()
    const none = await call('audit.list', { ...all, to: '2000-01-01' })
    expect(none.lines).toEqual([])
  })

  it('[A36] is whole, and says where it was changed with another tool', async () => {
    expect(await call('audit.verify', {})).toMatchObject({ broken: null })
    const { raw } = made.office.store
    raw.exec('drop trigger audit_no_update')
    raw.prepare("update audit set detail = '{}' where seq = 3 and detail <> '{}'").run()
    expect(await call('audit.verify', {})).toMatchObject({ broken: 3 })
    expect(await findBrokenLine(made.office.store.db)).toEqual({ seq: 3 })
  })
})

it('every handler of the contract exists', () => {
  expect(Object.keys(makeHandlers(desk)).sort()).toEqual(Object.keys(calls).sort())
})
