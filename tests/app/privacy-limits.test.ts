import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '#core/contract.ts'
import { must } from '#core/result.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { closePeriod } from '../../src/main/db/periods.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import { everyText } from '../support/every-text.ts'
import {
  clerkPin,
  conference,
  deskOf,
  draft,
  headPin,
  type Made,
  makeOffice,
  member,
  newBhyt,
  reopen,
} from '../support/office.ts'

let made: Made
let call: Caller
let desk: Desk

const head = { headId: 1, pin: headPin }
const asHead = () => call('session.start', { staffId: 1, pin: headPin })
const asClerk = () => call('session.start', { staffId: 2, pin: clerkPin })

beforeAll(async () => {
  made = await makeOffice({ now: '2026-06-01T03:00:00.000Z' })
  desk = deskOf(made.ground, made.folder).desk
  desk.office = made.office
  call = callerOf(desk)
})

const request: CallInput<'request.add'> = {
  kind: 'delete',
  receivedOn: '2026-06-01',
  subjectName: 'Ngô Thị Yêu Cầu',
  contact: '0900000123',
  personId: null,
  thirdParty: false,
  note: 'Xóa giúp tôi',
}

describe('a request at the counter', () => {
  it('is noted by a clerk and decided by the head alone', async () => {
    await asClerk()
    const [noted] = await call('request.add', request)
    expect(noted).toMatchObject({ takenBy: 'Lê Văn Nhập', state: 'open', answerBy: '2026-06-03' })
    const id = noted?.id ?? 0
    expect((await call('request.list', {})).map((each) => each.id)).toEqual([id])
    const answer = { id, step: { step: 'answer' as const } }
    await expect(call('request.step', answer)).rejects.toThrow('session.not-allowed')
    for (const name of ['privacy.read', 'privacy.due', 'breach.list'] as const) {
      await expect(call(name, {}), name).rejects.toThrow('session.not-allowed')
    }
    await asHead()
    const [answered] = await call('request.step', answer)
    expect(answered).toMatchObject({ id, answeredOn: '2026-06-01' })
  })
})

const raw = (sql: string, ...values: unknown[]) =>
  made.office.store.raw.prepare(sql).all(...values) as Record<string, unknown>[]

describe('free words about a sign-up', () => {
  it('go with the person, also when the day is closed, and out of the audit', async () => {
    const order = draft({ members: [member({ person: { name: 'Cù Thị Lời Riêng' } })] })
    await call('enrolment.save', order)
    const [row] = raw('select id, person_id from enrolment where draft_key = ?', order.key)
    const [id, personId] = [Number(row?.id), Number(row?.person_id)]
    const { raw: tool, db } = made.office.store
    tool.prepare('update enrolment set kind_note = ? where id = ?').run('chị Lời đóng ở quê', id)
    const reason = 'bà Lời Riêng đổi ý'
    await call('enrolment.step', { ids: [id], step: { to: 'cancelled', reason } })
    await closePeriod(
      db,
      { kind: 'day', from: '2024-11-16', to: '2024-11-16', revision: 1 },
      { by: 'B', at: made.clock.at },
    )
    const refused = (set: string) => {
      expect(() => tool.prepare(`update enrolment set ${set} where id = ?`).run(id)).toThrow(
        'period-closed',
      )
    }
    for (const set of ["cancel_reason = 'khác'", 'kind_note = null', 'payer = 1']) refused(set)
    expect(everyText(made)).toContain(reason)
    await call('privacy.erase', { personId, requestId: null, reason: 'Theo yêu cầu', ...head })
    for (const gone of [reason, 'đóng ở quê', 'Cù Thị Lời Riêng']) {
      expect(everyText(made), gone).not.toContain(gone)
    }
    for (const set of ["cancel_reason = 'khác'", "kind_note = 'x'", 'payer = 1']) refused(set)
    expect(await findBrokenLine(db)).toBeNull()
  })
})

describe('the name of a guardian', () => {
  it('goes from records of the household without a sign-up that holds, and stays on a declaration', async () => {
    made.clock.at = '2026-06-01T03:00:00.000Z'
    const guardian = 'Phó Thị Giám Hộ'
    const child = (name: string, birth: string) =>
      member({
        person: { name, birth: { date: birth, precision: 'day' }, guardian },
        relation: '03',
        bhxh: null,
        bhyt: newBhyt,
      })
    const order = draft({
      signedOn: '2024-11-18',
      members: [
        member({ person: { name: guardian } }),
        child('Phó Văn Còn', '2022-01-05'),
        child('Phó Văn Hủy', '2022-02-05'),
      ],
    })
    await call('enrolment.save', order)
    const rows = raw(
      `select enrolment.id, person.id as person, name from enrolment
        join person on person.id = enrolment.person_id where draft_key = ? order by enrolment.id`,
      order.key,
    )
    const of = (name: string) => rows.find((row) => row.name === name)
    const cancel = { to: 'cancelled' as const, reason: 'Nhập nhầm' }
    const ids = [guardian, 'Phó Văn Hủy'].map((name) => Number(of(name)?.id))
    await call('enrolment.step', { ids, step: cancel })
    const personId = Number(of(guardian)?.person)
    await call('privacy.erase', { personId, requestId: null, reason: 'Theo yêu cầu', ...head })
    const left = (name: string) =>
      raw('select guardian from person where id = ?', of(name)?.person)[0]?.guardian
    expect(left('Phó Văn Còn')).toBe(guardian)
    expect(left('Phó Văn Hủy')).toBeNull()
    const lines = (name: string) =>
      raw('select detail from audit where subject = ?', `person:${of(name)?.person}`)
    expect(JSON.stringify(lines('Phó Văn Hủy'))).not.toContain(guardian)
    expect(JSON.stringify(lines('Phó Văn Còn'))).toContain(guardian)
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})

describe('the register of requests', () => {
  it('keeps who asked until the term the head set is over, then only kind, days and outcome', async () => {
    const [open] = await call('request.list', {})
    const id = open?.id ?? 0
    await call('request.step', { id, step: { step: 'refuse', reason: 'Luật buộc lưu, bà Ngô' } })
    const retention = { request: { months: 12, source: 'Danh mục hồ sơ 2026' } }
    await call('privacy.save', { contact: '', retention, wordings: [], ...head })
    expect((await call('privacy.due', {})).due).toEqual([])
    made.clock.at = '2027-06-02T03:00:00.000Z'
    const { due } = await call('privacy.due', {})
    expect(due).toEqual([
      { kind: 'request', recordId: String(id), name: 'Ngô Thị Yêu Cầu', since: '2026-06-01' },
    ])
    const records = due.map(({ kind, recordId }) => ({ kind, recordId }))
    const after = await call('privacy.destroy', { records, reason: 'Hết hạn lưu', ...head })
    expect(after.due).toEqual([])
    expect(after.destroyed[0]).toMatchObject({ kind: 'request', recordId: String(id) })
    for (const gone of ['Yêu Cầu', '0900000123', 'Xóa giúp tôi', 'bà Ngô']) {
      expect(everyText(made), gone).not.toContain(gone)
    }
    const [row] = await call('request.list', {})
    expect(row).toMatchObject({ id, kind: 'delete', state: 'refused', subjectName: '(đã xóa)' })
    made = await reopen(made)
    desk.office = made.office
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})

describe('consent that was withdrawn', () => {
  it('stays withdrawn when a backup from before it is restored', async () => {
    const { id: conferenceId } = await call('conference.save', conference({ heldOn: '2024-11-18' }))
    const attendee = {
      ...{ id: null, name: 'Bế Thị Rút Lời', birthYear: 1980, address: 'Thôn Đoài', note: '' },
      ...{ phone: '0911222333', occupation: null, bhxh: true, bhyt: false, consent: true },
      followUpOn: null,
    }
    const { id } = await call('roster.save', { conferenceId, attendee })
    const { store } = made.office
    const copy = join(made.folder, 'before.copy')
    store.raw.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(store.file, copy)
    await call('roster.withdraw', { id })
    store.raw.pragma('wal_checkpoint(TRUNCATE)')
    await closeOffice(made.office)
    copyFileSync(copy, store.file)
    const office = must(await openOffice(made.ground, made.folder, made.key))
    made = { ...made, office }
    desk.office = office
    const read = 'select name, phone, consent from attendee where id = ?'
    expect(raw(read, id)).toEqual([{ name: '(đã xóa)', phone: null, consent: 0 }])
    expect(everyText(made)).not.toContain('Rút Lời')
    expect(await findBrokenLine(office.store.db)).toBeNull()
  })
})
