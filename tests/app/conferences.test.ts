import { cpSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConferenceDraft } from '#core/conference.ts'
import type { AttendanceRecord } from '#core/forms/conference-papers.ts'
import { paperOf } from '#core/papers/paper.ts'
import { must } from '#core/result.ts'
import type { AttendeeDraft } from '#core/roster.ts'
import { leaveOffice } from '../../src/main/app/desk.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { paperContext } from '../../src/main/app/paper-context.ts'
import { gatherFacts } from '../../src/main/app/summary-facts.ts'
import { countConferences, readConversion } from '../../src/main/db/conference-counts.ts'
import { listFitting, readSignUps } from '../../src/main/db/paper-queries.ts'
import { closePeriod } from '../../src/main/db/periods.ts'
import { factsOf } from '../../src/main/papers/make.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import {
  clerk,
  conference,
  deskOf,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  soc,
  tempFolder,
  type Window,
} from '../support/office.ts'

let made: Made
let call: Caller
let window: Window
const day = '2024-11-16'
const key = '0d9e0000-0000-4000-8000-000000000001'

let empty: Made

beforeAll(async () => {
  empty = await makeOffice()
  await closeOffice(empty.office)
})

/** Every test starts from the same empty office; making one takes the time of its keys. */
beforeEach(async () => {
  const folder = join(tempFolder(), 'office')
  cpSync(empty.folder, folder, { recursive: true })
  const office = must(await openOffice(empty.ground, folder, empty.key))
  made = { ...empty, folder, office }
  const front = deskOf(made.ground, folder)
  window = front.window
  front.desk.office = office
  front.desk.actor = clerk
  call = callerOf(front.desk)
  return () => leaveOffice(front.desk)
})

const save = async (changes: Partial<ConferenceDraft> = {}) =>
  (await call('conference.save', conference(changes))).id
const undo = () => call('app.undo', { id: null })

function attendee(changes: Partial<AttendeeDraft> = {}): AttendeeDraft {
  return {
    id: null,
    name: 'Trần Văn Bưởi',
    birthYear: 1980,
    address: 'Thôn Đông',
    phone: '0912345678',
    occupation: 'trader',
    bhxh: true,
    bhyt: false,
    consent: true,
    followUpOn: null,
    note: '',
    ...changes,
  }
}

const everyOne = (conferenceId: number) => ({
  ...{ from: null, to: null, scheme: null, kind: null, commune: null },
  ...{ collector: null, state: null, conferenceId },
})

/** Every row of the tables about conferences, to see that nothing moved. */
const book = () =>
  ['conference', 'attendee', 'conference_file'].map((table) =>
    made.office.store.raw.prepare(`select * from ${table} order by id`).all(),
  )

const header = { createdBy: 'A', approvedBy: 'B', sequence: 1, revision: 1, previous: null }
const counted = async () =>
  (
    await gatherFacts(
      made.office.store.db,
      made.office,
      { kind: 'day', from: day, to: day },
      header as never,
    )
  ).facts.conferences.map(({ id }) => id)

describe('the life of a conference', () => {
  it('goes from planned to held to closed and back by undo; only held ones are counted', async () => {
    const id = await save({ state: 'planned', attendees: 0 })
    expect(await counted()).toEqual([])
    await call('conference.save', conference({ id, attendees: 40, consultations: 12 }))
    expect(await call('conference.open', { id })).toMatchObject({ state: 'held', attendees: 40 })
    expect(await counted()).toEqual([id])
    await call('conference.step', { id, step: { to: 'closed' } })
    expect(await counted()).toEqual([id])
    await expect(save({ id, attendees: 41 })).rejects.toThrow('conference.not-editable')
    await undo()
    expect((await call('conference.open', { id })).state).toBe('held')
    await call('conference.step', { id, step: { to: 'cancelled', reason: 'Mưa bão' } })
    expect(await counted()).toEqual([])
    const lines = await call('conference.history', { id })
    expect(lines.map(({ event }) => event)).toEqual([
      'conference.cancelled',
      'conference.restored',
      'conference.stepped',
      'conference.changed',
      'conference.added',
    ])
    expect(lines[0]?.reason).toBe('Mưa bão')
    await undo()
    expect(await call('conference.open', { id })).toMatchObject({
      state: 'held',
      cancelReason: null,
    })
  })

  it('takes back holding it', async () => {
    const id = await save({ state: 'planned', attendees: 0 })
    const before = book()
    await call('conference.save', conference({ id, attendees: 40 }))
    await undo()
    expect(book()).toEqual(before)
  })

  it('is one record however often the same form is saved', async () => {
    const twice = await Promise.all([save({ key }), save({ key })])
    expect(twice[0]).toBe(twice[1])
    expect(await call('conference.list', {})).toHaveLength(1)
  })

  it('is not cancelled while people signed up through it, nor takes sign-ups once it is', async () => {
    const id = await save()
    const saved = await call('enrolment.save', draft({ conferenceId: id }))
    const step = { to: 'cancelled', reason: 'Nhầm' } as const
    await expect(call('conference.step', { id, step })).rejects.toThrow('conference.has-sign-ups')
    await call('enrolment.cancel', { id: saved.enrolmentIds[0] ?? 0, reason: 'Nhầm' })
    await call('conference.step', { id, step })
    await expect(call('enrolment.save', draft({ conferenceId: id }))).rejects.toThrow(
      'conference.cancelled',
    )
  })

  it('[A41] keeps its figures once its day is closed, but the minutes can still be written', async () => {
    const id = await save()
    const { db } = made.office.store
    const period = { kind: 'day', from: day, to: day, revision: 1 } as const
    await closePeriod(db, period, { by: 'B', at: made.clock.at })
    await expect(save({ id, attendees: 90 })).rejects.toThrow('period.closed')
    await expect(
      call('conference.step', { id, step: { to: 'cancelled', reason: 'x' } }),
    ).rejects.toThrow('period.closed')
    await save({ id, minutes: 'Biên bản ghi sau', questions: 'Đóng ở đâu?' })
    await call('conference.step', { id, step: { to: 'closed' } })
    await undo()
    await call('roster.save', { conferenceId: id, attendee: attendee() })
    expect(await call('conference.open', { id })).toMatchObject({
      state: 'held',
      minutes: 'Biên bản ghi sau',
      attendees: 80,
      roster: 1,
    })
  })

  it('warns of clashes and of days outside the campaign without refusing them', async () => {
    const id = await save({ endsAt: '09:00' })
    const { heldOn, startsAt, endsAt, commune, place, speakers } = conference()
    const about = { id: null, heldOn, startsAt, endsAt, commune, place, speakers }
    const codes = async (changes: Partial<typeof about>) =>
      (await call('conference.warnings', { ...about, ...changes })).map(({ code }) => code)
    expect(await codes({})).toEqual(['conference.clash-place', 'conference.clash-speaker'])
    expect(await codes({ startsAt: '09:00' })).toEqual([])
    expect(await codes({ heldOn: '2024-11-15' })).toEqual(['conference.outside-campaign'])
    expect((await call('conference.warnings', { ...about, id: id as never })).length).toBe(0)
    expect(await save()).toBeGreaterThan(id)
  })
})

describe('a roster', () => {
  it('is printed on the attendance sheet, nobody twice', async () => {
    const conferenceId = await save({ attendees: 3, chair: 'Lê Văn Chủ', minutes: 'Nội dung' })
    const { id } = await call('roster.save', { conferenceId, attendee: attendee() })
    await call('roster.save', { conferenceId, attendee: attendee({ name: 'Đỗ Thị Cam' }) })
    const { key: lead } = await call('lead.start', { id, key })
    const other = draft({ conferenceId, members: [member({ person: { name: 'Vũ Thị Đào' } })] })
    await call('enrolment.save', draft({ key: lead, conferenceId }))
    await call('enrolment.save', other)
    const { db } = made.office.store
    const context = paperContext(made.office, { checkAgainstOfficial: false, blank: false })
    const paper = async (form: 'attendance' | 'minutes') => {
      const enrolments = await listFitting(db, everyOne(conferenceId), 10)
      const ref = { form, edition: 'RQ1', day, enrolments, conference: conferenceId }
      const facts = await factsOf(db, ref, await readSignUps(db, enrolments))
      return paperOf(context, ref, { ...facts, amounts: new Map() }).record
    }
    const sheet = (await paper('attendance')) as AttendanceRecord
    expect(sheet.attendees.map(({ name }) => name)).toEqual([
      'Trần Văn Bưởi',
      'Đỗ Thị Cam',
      'Vũ Thị Đào',
    ])
    expect(sheet.blankRows).toBe(10)
    expect(await paper('minutes')).toMatchObject({
      chair: 'Lê Văn Chủ',
      content: 'Nội dung',
      attendees: 3,
      signUps: { bhxh: 2, bhyt: 0 },
    })
  })

  it('refuses the same person twice, phones without consent and closed conferences', async () => {
    const conferenceId = await save()
    await call('roster.save', { conferenceId, attendee: attendee() })
    const add = (changes: Partial<AttendeeDraft>) =>
      call('roster.save', { conferenceId, attendee: attendee(changes) })
    await expect(add({ name: 'TRẦN VĂN BƯỞI' })).rejects.toThrow('roster.twice')
    await expect(add({ name: 'An', consent: false })).rejects.toThrow(
      'roster.phone-without-consent',
    )
    await expect(add({ name: 'An', followUpOn: '2024-11-15' })).rejects.toThrow(
      'roster.follow-up-early',
    )
    await call('conference.step', { id: conferenceId, step: { to: 'closed' } })
    await expect(add({ name: 'An' })).rejects.toThrow('roster.not-open')
    expect(await call('roster.list', { conferenceId })).toHaveLength(1)
  })

  it('forgets the phone of who withdraws consent, in the log too', async () => {
    const conferenceId = await save()
    const { id } = await call('roster.save', { conferenceId, attendee: attendee() })
    const changed = attendee({ id, consent: false, phone: null })
    await call('roster.save', { conferenceId, attendee: changed })
    const all = JSON.stringify(made.office.store.raw.prepare('select detail from audit').all())
    expect(all).not.toContain('0912345678')
    await undo()
    expect((await call('roster.list', { conferenceId }))[0]).toMatchObject({
      consent: true,
      phone: null,
    })
  })

  it('[A45] is pasted as the dry run said, undone to the row, and the same rows change nothing', async () => {
    const conferenceId = await save()
    await call('roster.save', { conferenceId, attendee: attendee() })
    const before = book()
    const text =
      'Họ tên\tNăm sinh\tĐiện thoại\tĐồng ý\nAn\t1980\t0912345670\tx\nBình\t3000\nAn\t1980\t0912345670\tx'
    const trial = await call('roster.paste', { conferenceId, text, dryRun: true })
    expect(book()).toEqual(before)
    const real = await call('roster.paste', { conferenceId, text, dryRun: false })
    expect(real).toEqual(trial)
    expect(real).toMatchObject({ added: 1, names: ['An'] })
    expect(real.refused.map(({ line }) => line)).toEqual([3, 4])
    const again = await call('roster.paste', { conferenceId, text, dryRun: false })
    expect(again.added).toBe(0)
    await undo()
    expect(book()).toEqual(before)
  })

  it('takes people off and puts them back', async () => {
    const conferenceId = await save()
    const { id } = await call('roster.save', { conferenceId, attendee: attendee() })
    const before = book()
    await call('roster.remove', { id })
    expect(await call('roster.list', { conferenceId })).toEqual([])
    await undo()
    expect(book()).toEqual(before)
  })
})

describe('a lead', () => {
  async function lead() {
    const conferenceId = await save()
    const { id } = await call('roster.save', {
      conferenceId,
      attendee: attendee({ followUpOn: day }),
    })
    return { conferenceId, id }
  }
  const start = (id: number, n = 1) => call('lead.start', { id, key: key.slice(0, -1) + n })

  it('becomes a sign-up under its key, counts as joined, and is open again when that is cancelled', async () => {
    const { conferenceId, id } = await lead()
    expect(await call('lead.list', { until: '2024-11-15' })).toEqual([])
    expect((await call('lead.list', { until: day })).map((each) => each.id)).toEqual([id])
    const first = await start(id)
    expect((await start(id, 2)).key).toBe(first.key)
    const signUp = draft({ key: first.key, conferenceId })
    const saved = await call('enrolment.save', signUp)
    const [row] = await call('roster.list', { conferenceId })
    expect(row).toMatchObject({ enrolmentId: saved.enrolmentIds[0], outcome: null })
    expect(await call('lead.list', { until: '9999-12-31' })).toEqual([])
    await expect(start(id)).rejects.toThrow('roster.joined')
    await expect(call('roster.remove', { id })).rejects.toThrow('roster.joined')
    const facts = await call('conference.conversion', { from: day, to: day })
    expect(facts.conferences[0]).toMatchObject({ leads: 1, joined: 1, signUps: 1, firstTime: 1 })
    expect(facts.groups).toEqual([
      {
        occupation: 'trader',
        attendees: 1,
        consultations: 0,
        leads: 1,
        joined: 1,
        signUps: 1,
        firstTime: 1,
      },
    ])
    await call('enrolment.cancel', { id: saved.enrolmentIds[0] ?? 0, reason: 'Nhầm' })
    expect(await call('lead.list', { until: day })).toHaveLength(1)
    expect((await start(id, 3)).key).not.toBe(first.key)
  })

  it('leaves the list when it refuses, comes back by undo, and keeps its date', async () => {
    const { id } = await lead()
    await call('lead.note', { id, outcome: 'thinking', followUpOn: '2024-11-20', note: 'gọi tối' })
    expect(await call('lead.list', { until: day })).toEqual([])
    await call('lead.note', { id, outcome: 'refused', followUpOn: null, note: '' })
    expect(await call('lead.list', { until: '9999-12-31' })).toEqual([])
    await undo()
    const [back] = await call('lead.list', { until: '2024-11-20' })
    expect(back).toMatchObject({ outcome: 'thinking', note: 'gọi tối', place: 'Nhà văn hóa xã' })
  })

  it('is counted by commune and kind for the overview', async () => {
    const { conferenceId } = await lead()
    await save({ kind: 'small-group', attendees: 6, consultations: 4 })
    await save({ state: 'planned', attendees: 0 })
    await call(
      'enrolment.save',
      draft({ conferenceId, members: draft().members.map((m) => ({ ...m, bhyt: newBhyt })) }),
    )
    const { db } = made.office.store
    const name = 'Thị trấn Sóc Sơn'
    expect(await countConferences(db, { from: day, to: day })).toMatchObject([
      { commune: soc, kind: 'conference', held: 1, planned: 1, attendees: 80 },
      { commune: soc, kind: 'small-group', held: 1, planned: 0, attendees: 6, consultations: 4 },
    ])
    expect((await countConferences(db, { from: day, to: day }))[0]?.commune.name).toBe(name)
    const { conferences } = await readConversion(db, { from: day, to: day })
    // Both schemes of one person are one sign-up.
    expect(conferences.map(({ signUps }) => signUps)).toEqual([1, 0])
  })
})

it('[A43] a first-time joiner entered at two conferences is one once both entries are merged', async () => {
  const sources = [await save(), await save({ heldOn: '2024-11-18', place: 'Chợ' })]
  const people: number[] = []
  for (const [index, conferenceId] of sources.entries()) {
    const signedOn = index === 0 ? day : '2024-11-18'
    const saved = await call('enrolment.save', draft({ conferenceId, signedOn }))
    const { personId } = await call('enrolment.open', { id: saved.enrolmentIds[0] ?? 0 })
    people.push(personId)
  }
  const span = { from: day, to: '2024-11-30' }
  const counts = async () =>
    (await call('conference.conversion', span)).conferences.map(({ signUps, firstTime }) => [
      signUps,
      firstTime,
    ])
  expect(await counts()).toEqual([
    [1, 1],
    [1, 1],
  ])
  const [keep = 0, drop = 0] = people
  await call('person.merge', { keep, drop, why: 'Nhập trùng' })
  expect(await counts()).toEqual([
    [1, 1],
    [1, 0],
  ])
})

describe('a file', () => {
  const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(2000, 7)])

  async function attach(conferenceId: number, name: string, bytes: Buffer, size?: number) {
    const path = join(made.folder, name)
    writeFileSync(path, bytes)
    if (size) truncateSync(path, size)
    window.files = [path]
    await call('app.choosePictures', {})
    return call('conference.attach', { conferenceId, path })
  }

  it('is kept in the encrypted store, shown, taken off and put back', async () => {
    const conferenceId = await save()
    const { id } = await attach(conferenceId, 'hội trường.jpg', jpeg)
    expect(await call('conference.files', { conferenceId })).toMatchObject([
      { id, name: 'hội trường.jpg', kind: 'jpeg', size: jpeg.length, hasThumbnail: false },
    ])
    expect(Buffer.from(await call('conference.file', { id, part: 'bytes' }))).toEqual(jpeg)
    await call('conference.thumbnail', { id, bytes: new Uint8Array(jpeg.subarray(0, 500)) })
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    await expect(call('conference.thumbnail', { id, bytes: png })).rejects.toThrow(
      'attachment.not-picture',
    )
    await call('conference.detach', { id })
    await expect(call('conference.file', { id, part: 'bytes' })).rejects.toThrow(
      'attachment.unknown',
    )
    await undo()
    expect(await call('conference.files', { conferenceId })).toMatchObject([{ hasThumbnail: true }])
    await expect(attach(conferenceId, 'bản sao.jpg', jpeg)).rejects.toThrow('attachment.twice')
    await attach(conferenceId, 'khác.jpg', Buffer.concat([jpeg, jpeg]))
    await undo()
    expect(await call('conference.files', { conferenceId })).toHaveLength(1)
  })

  it('is refused when it is a renamed program, too large, empty, gone or not chosen', async () => {
    const conferenceId = await save()
    const program = Buffer.from('4d5a9000030000000400', 'hex')
    const before = book()
    const size = 200 * 1024 * 1024
    await expect(attach(conferenceId, 'a.jpg', program)).rejects.toThrow('attachment.not-picture')
    await expect(attach(conferenceId, 'b.jpg', jpeg, size)).rejects.toThrow('attachment.too-large')
    await expect(attach(conferenceId, 'c.jpg', Buffer.alloc(0))).rejects.toThrow('attachment.empty')
    const path = join(made.folder, 'không có.jpg')
    window.files = [path]
    await call('app.choosePictures', {})
    await expect(call('conference.attach', { conferenceId, path })).rejects.toThrow(
      'file.unreadable',
    )
    await expect(
      call('conference.attach', { conferenceId, path: '/etc/hostname' }),
    ).rejects.toThrow('file.not-chosen')
    expect(book()).toEqual(before)
  })
})
