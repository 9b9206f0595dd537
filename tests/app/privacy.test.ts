import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '#core/contract.ts'
import { must } from '#core/result.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { erasureListPath, readErasureList } from '../../src/main/app/privacy/erasure-list.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { readSheet } from '../../src/main/sheets/workbook.ts'
import { toText } from '../forms/pdf-tools.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import { everyText } from '../support/every-text.ts'
import {
  conference,
  deskOf,
  draft,
  headPin,
  type Made,
  makeOffice,
  member,
  reopen,
  type Window,
} from '../support/office.ts'

let made: Made
let call: Caller
let desk: Desk
let window: Window

const head = { headId: 1, pin: headPin }
const number = '001190123456'
const secret = 'Đặng Thị Huyền Bí'

beforeAll(async () => {
  made = await makeOffice({ now: '2026-06-01T03:00:00.000Z' })
  const own = deskOf(made.ground, made.folder)
  desk = own.desk
  window = own.window
  desk.office = made.office
  call = callerOf(desk)
  await call('session.start', { staffId: 1, pin: headPin })
})

const raw = (sql: string, ...values: unknown[]) =>
  made.office.store.raw.prepare(sql).all(...values) as Record<string, unknown>[]

/** Signs somebody up and answers the person's id. */
async function signUp(changes: Parameters<typeof member>[0] = {}): Promise<number> {
  const order = draft({ members: [member(changes)] })
  await call('enrolment.save', order)
  const id = raw('select person_id from enrolment where draft_key = ?', order.key)[0]?.person_id
  return Number(id)
}

/** Every text of the store and of the index of words, as a tool with the key reads it. */
const everything = () => everyText(made)

describe('erasing a person', () => {
  it('is refused for whoever has a sign-up that holds, with the reason', async () => {
    const personId = await signUp()
    const wish = { personId, requestId: null, reason: 'Theo yêu cầu', ...head }
    await expect(call('privacy.erase', wish)).rejects.toThrow('privacy.must-keep')
    await expect(call('privacy.erase', { ...wish, pin: '9999' })).rejects.toThrow('session.')
  })

  it('overwrites everything that tells who it was, in rows, index and audit, and keeps the money', async () => {
    const personId = await signUp({
      person: { name: secret, personalNumber: number, phone: '0987000111', ethnicity: 'Tày' },
    })
    const [enrolment] = raw('select id, payer, gross from enrolment where person_id = ?', personId)
    await call('enrolment.step', {
      ids: [Number(enrolment?.id)],
      step: { to: 'cancelled', reason: 'Nhập nhầm' },
    })
    expect(everything()).toContain(secret)
    const done = await call('privacy.erase', {
      personId,
      requestId: null,
      reason: 'Yêu cầu xóa số 1',
      ...head,
    })
    expect(done.erasure).toBe(1)
    const left = everything()
    for (const gone of [secret, number, '0987000111', 'dang thi huyen bi', 'huyen']) {
      expect(left, gone).not.toContain(gone)
    }
    expect(raw('select id, payer, gross from enrolment where person_id = ?', personId)).toEqual([
      enrolment,
    ])
    expect(raw('select name, birth_precision, sex from person where id = ?', personId)).toEqual([
      { name: '(đã xóa)', birth_precision: 'year', sex: 'male' },
    ])
    const found = await call('registry.search', {
      show: 'people',
      query: 'huyền bí',
      filters: {} as never,
      after: null,
      limit: 10,
    }).catch(() => null)
    expect(found?.rows ?? []).toEqual([])
    await expect(call('registry.person', { id: personId })).rejects.toThrow('privacy.erased')
  })

  it('leaves a chain that is whole, and that breaks when anything else loses its values', async () => {
    const { store } = made.office
    expect(await findBrokenLine(store.db)).toBeNull()
    const bare = raw(`select seq from audit where detail = '{"erased":true}'`)
    expect(bare.length).toBeGreaterThan(0)
    const first = Number(bare[0]?.seq)
    store.raw.exec('begin')
    try {
      // The one update the store allows a tool is the one the chain then tells of.
      store.raw.exec(`update audit set detail = '{"erased":true}' where seq = 2`)
      expect((await findBrokenLine(store.db))?.seq).toBe(2)
    } finally {
      store.raw.exec('rollback')
    }
    store.raw.exec('begin')
    try {
      store.raw.exec('drop trigger audit_no_update')
      store.raw.prepare("update audit set actor = 'Khác' where seq = ?").run(first)
      expect((await findBrokenLine(store.db))?.seq).toBe(first)
    } finally {
      store.raw.exec('rollback')
    }
    expect(await findBrokenLine(store.db)).toBeNull()
  })

  it('is done again when a backup from before it is restored', async () => {
    const personId = await signUp({ person: { name: 'Lò Thị Sao Lưu', personalNumber: null } })
    const [enrolment] = raw('select id from enrolment where person_id = ?', personId)
    const step = { to: 'cancelled' as const, reason: 'Nhập nhầm' }
    await call('enrolment.step', { ids: [Number(enrolment?.id)], step })
    const { store } = made.office
    const copy = join(made.folder, 'before.copy')
    store.raw.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(store.file, copy)
    await call('privacy.erase', { personId, requestId: null, reason: 'Theo yêu cầu', ...head })
    const list = readErasureList(made.folder, made.key)
    expect(list).toContainEqual(
      expect.objectContaining({ kind: 'person', recordId: String(personId) }),
    )
    expect(JSON.stringify(list)).not.toContain('Sao')
    const sealed = readFileSync(erasureListPath(made.folder))
    expect(sealed.includes('Theo yêu cầu')).toBe(false)
    store.raw.pragma('wal_checkpoint(TRUNCATE)')
    const { closeOffice } = await import('../../src/main/app/office.ts')
    const { openOffice } = await import('../../src/main/app/open-office.ts')
    await closeOffice(made.office)
    copyFileSync(copy, store.file)
    const office = must(await openOffice(made.ground, made.folder, made.key))
    made = { ...made, office }
    desk.office = office
    expect(raw('select name from person where id = ?', personId)).toEqual([{ name: '(đã xóa)' }])
    expect(await findBrokenLine(office.store.db)).toBeNull()
    made = await reopen(made)
    desk.office = made.office
    expect(raw('select count(*) as n from erasure where record_id = ?', String(personId))).toEqual([
      { n: 1 },
    ])
    writeFileSync(erasureListPath(made.folder), '{ not a list')
    made = await reopen(made)
    desk.office = made.office
    expect(readErasureList(made.folder, made.key)).toEqual(list)
  })
})

describe('consent of who only attended', () => {
  const row = {
    id: null,
    name: 'Hoàng Thị Đồng Ý',
    birthYear: 1980,
    address: 'Thôn Đoài',
    phone: '0911222333',
    occupation: null,
    bhxh: true,
    bhyt: false,
    consent: true,
    followUpOn: null,
    note: 'gọi buổi tối',
  }

  it('is kept with who wrote it down, when and to which wording; withdrawn, it takes name and phone', async () => {
    const { id: conferenceId } = await call('conference.save', conference())
    const { id } = await call('roster.save', { conferenceId, attendee: row })
    const proof =
      'select consent_by, consent_at, consent_wording, phone, name from attendee where id = ?'
    expect(raw(proof, id)[0]).toMatchObject({
      consent_by: 'Trần Thị Trưởng',
      consent_at: '2026-06-01T03:00:00.000Z',
      consent_wording: 'nd13-1',
    })
    await call('roster.save', { conferenceId, attendee: { ...row, id, note: 'gọi sáng' } })
    const before = await call('roster.list', { conferenceId })
    await call('roster.withdraw', { id })
    const after = await call('roster.list', { conferenceId })
    expect(after.length).toBe(before.length)
    expect(after[0]).toMatchObject({
      name: '(đã xóa)',
      phone: null,
      address: '',
      note: '',
      bhxh: true,
    })
    for (const gone of ['Hoàng Thị Đồng Ý', '0911222333', 'gọi sáng', 'Thôn Đoài']) {
      expect(everything(), gone).not.toContain(gone)
    }
    expect(raw("select reason from erasure where kind = 'attendee'")).toEqual([
      { reason: 'Rút lại đồng ý' },
    ])
    await expect(call('roster.withdraw', { id })).rejects.toThrow('privacy.withdrawn')
    const again = { conferenceId, attendee: { ...row, id } }
    await expect(call('roster.save', again)).rejects.toThrow('privacy.withdrawn')
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
    const without = { ...row, name: 'Người Khác', consent: false, phone: null }
    const other = await call('roster.save', { conferenceId, attendee: without })
    expect(raw(proof, other.id)[0]).toMatchObject({ consent_by: null, phone: null })
    await expect(call('roster.withdraw', { id: other.id })).rejects.toThrow('privacy.no-consent')
  })

  it('without it, names stay until the conference is closed, then only counts are left', async () => {
    const saved = await call('conference.save', conference({ place: 'Nhà văn hóa 2' }))
    const conferenceId = saved.id
    const add = async (changes: Partial<typeof row>) =>
      (await call('roster.save', { conferenceId, attendee: { ...row, phone: null, ...changes } }))
        .id
    const no = await add({ name: 'Kha Thị Không Muốn', consent: false, address: 'Xóm Gạo' })
    await add({ id: no as never, name: 'Kha Thị Chẳng Muốn', consent: false, address: 'Xóm Gạo' })
    const gone = await add({ name: 'Lục Văn Gạch Tên', consent: false })
    await call('roster.remove', { id: gone })
    const joined = await add({ name: 'Mạc Thị Ghi Danh', consent: false })
    const { key } = await call('lead.start', { id: joined, key: crypto.randomUUID() })
    await call(
      'enrolment.save',
      draft({ key, members: [member({ person: { name: 'Mạc Thị Ghi Danh' } })] }),
    )
    await add({ name: 'Ninh Thị Bằng Lòng', phone: '0911222444' })
    const before = await call('conference.open', { id: conferenceId })
    await call('conference.step', { id: conferenceId, step: { to: 'closed' } })
    const names = (await call('roster.list', { conferenceId })).map(({ name }) => name)
    expect(names).toEqual(['(đã xóa)', 'Mạc Thị Ghi Danh', 'Ninh Thị Bằng Lòng'])
    const { roster, attendees } = await call('conference.open', { id: conferenceId })
    expect({ roster, attendees }).toEqual({ roster: 3, attendees: before.attendees })
    for (const word of ['Không Muốn', 'Chẳng Muốn', 'Xóm Gạo', 'Gạch Tên']) {
      expect(everything(), word).not.toContain(word)
    }
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
    expect(await call('app.lastAction', {})).toBeNull()
    await call('conference.step', { id: conferenceId, step: { to: 'held' } })
    const again = { conferenceId, attendee: { ...row, id: no } }
    await expect(call('roster.save', again)).rejects.toThrow('privacy.withdrawn')
  })

  it('without it, names of a cancelled conference stay for undo and go when the office is opened', async () => {
    const { id: conferenceId } = await call('conference.save', conference({ place: 'Đình làng' }))
    const without = { ...row, name: 'Ông Thị Hủy Bỏ', consent: false, phone: null }
    await call('roster.save', { conferenceId, attendee: without })
    const step = { to: 'cancelled' as const, reason: 'Mưa bão' }
    await call('conference.step', { id: conferenceId, step })
    expect(everything()).toContain('Ông Thị Hủy Bỏ')
    made = await reopen(made)
    desk.office = made.office
    expect(everything()).not.toContain('Ông Thị Hủy Bỏ')
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})

describe('requests about personal data', () => {
  const request: CallInput<'request.add'> = {
    kind: 'delete',
    receivedOn: '2026-05-04',
    subjectName: 'Ngô Thị Yêu Cầu',
    contact: '0900000000',
    personId: null,
    thirdParty: false,
    note: 'Xóa giúp tôi',
  }

  it('stand in order of their next deadline and go through their steps', async () => {
    await call('request.add', request)
    await call('request.add', { ...request, kind: 'view', receivedOn: '2026-06-01' })
    const listed = await call('request.add', {
      ...request,
      kind: 'supply',
      receivedOn: '2026-05-29',
    })
    expect(listed.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['delete', '2026-05-06'],
      ['supply', '2026-06-02'],
      ['view', '2026-06-03'],
    ])
    const id = listed[0]?.id ?? 0
    await call('request.step', { id, step: { step: 'answer' } })
    expect(listed.every(({ mayExtend }) => mayExtend)).toBe(true)
    const extend = { step: 'extend' as const, reason: 'Chờ Bưu điện' }
    const later = await call('request.step', { id, step: extend })
    expect(later.find((each) => each.id === id)).toMatchObject({
      dueOn: '2026-06-13',
      mayExtend: false,
    })
    await expect(call('request.step', { id, step: extend })).rejects.toThrow('privacy.extended')
    const refuse = { step: 'refuse' as const, reason: 'Luật 91/2025 Điều 14: còn ghi danh' }
    const closed = await call('request.step', { id, step: refuse })
    expect(closed.at(-1)).toMatchObject({ id, state: 'refused', dueOn: null })
    await expect(call('request.step', { id, step: refuse })).rejects.toThrow(
      'privacy.request-closed',
    )
    const future = { ...request, receivedOn: '2026-06-02' }
    await expect(call('request.add', future)).rejects.toThrow('privacy.received-later')
  })

  it('are answered with everything the book holds, on the word of the head, leaving no value in the audit', async () => {
    const personId = await signUp({ person: { name: 'Vũ Thị Xin Dữ Liệu', phone: '0977888999' } })
    window.save = join(made.folder, 'person.xlsx')
    const order = { personId, format: 'xlsx' as const, reason: 'Yêu cầu số 2', ...head }
    const done = await call('privacy.export', order)
    const { rows } = must(await readSheet(done?.path ?? ''))
    const flat = rows.flat().join('|')
    expect(flat).toContain('Vũ Thị Xin Dữ Liệu')
    expect(flat).toContain('0977888999')
    expect(flat).toContain('Cấp thẻ BHYT')
    window.save = join(made.folder, 'person.json')
    const json = await call('privacy.export', { ...order, format: 'json' })
    const held = JSON.parse(readFileSync(json?.path ?? '', 'utf8'))
    expect(Object.keys(held)).toContain('enrolment')
    expect(held.enrolment.length).toBe(1)
    const [line] = raw(
      "select detail from audit where event = 'privacy.exported' order by seq desc",
    )
    expect(line?.detail).toContain('Yêu cầu số 2')
    expect(line?.detail).not.toContain('Xin')
    await expect(call('privacy.export', { ...order, pin: '0000' })).rejects.toThrow('session.')
  })
})

describe('terms and destruction', () => {
  it('list nothing until the head sets a term, then wait for a decision record by record', async () => {
    await call('sheet.keep', { key: crypto.randomUUID(), title: 'Bà Nháp', content: {} })
    expect((await call('privacy.due', {})).due).toEqual([])
    const terms = { sheet: { months: 1, source: 'Danh mục hồ sơ 2026' } }
    const saved = await call('privacy.save', {
      contact: 'Bà Trưởng',
      retention: terms,
      wordings: [],
      ...head,
    })
    expect(saved.retention.find(({ kind }) => kind === 'sheet')).toMatchObject({
      months: 1,
      confirmed: true,
    })
    expect((await call('privacy.due', {})).due).toEqual([])
    made.clock.at = '2026-07-05T03:00:00.000Z'
    const [due] = (await call('privacy.due', {})).due
    if (!due) throw new Error('nothing is due')
    expect(due).toMatchObject({ kind: 'sheet', name: 'Bà Nháp', since: '2026-06-01' })
    const record = { kind: due.kind, recordId: due.recordId }
    const kept = await call('privacy.keep', {
      ...record,
      reason: 'Đang chờ giấy tờ',
      lookAgainOn: '2026-08-01',
    })
    expect(kept.due).toEqual([])
    const destroy = { records: [record], reason: 'Hết hạn lưu', ...head }
    await expect(call('privacy.destroy', destroy)).rejects.toThrow('privacy.not-due')
    made.clock.at = '2026-08-02T03:00:00.000Z'
    const after = await call('privacy.destroy', destroy)
    expect(after.due).toEqual([])
    expect(after.destroyed[0]).toMatchObject({ kind: 'sheet', reason: 'Hết hạn lưu' })
    expect(everything()).not.toContain('Bà Nháp')
    made.clock.at = '2026-06-01T03:00:00.000Z'
  })

  it('are not shorter than the least that is advised, and a new wording gets a version of its own', async () => {
    const wish = { contact: 'Bà Trưởng', retention: {}, wordings: [], ...head }
    const short = { audit: { months: 6, source: 'tự đặt' } }
    await expect(call('privacy.save', { ...wish, retention: short })).rejects.toThrow(
      'privacy.term-too-short',
    )
    const text = 'Tôi đồng ý để cơ quan gọi lại cho tôi.'
    const consent = { regime: 'l91', kind: 'consent' as const, text }
    const saved = await call('privacy.save', { ...wish, wordings: [consent] })
    const l91 = saved.regimes.find(({ id }) => id === 'l91')
    expect(l91?.consent).toMatchObject({ version: 'dv-1', text })
    expect(l91?.ownNotice).toBe(false)
    const paper = await call('paper.make', {
      form: 'attendance',
      edition: null,
      of: null,
      blank: true,
      checkAgainstOfficial: false,
    })
    const words = toText(await call('paper.bytes', { documentId: paper.documentId }))
    expect(words.replace(/\s+/g, ' ')).toContain(text)
    expect(raw('select version, written_by from privacy_wording')).toEqual([
      { version: 'dv-1', written_by: 'Trần Thị Trưởng' },
    ])
  })
})

describe('a breach', () => {
  it('has 72 hours, whom it touches counted from the store, and a record to print', async () => {
    const found = {
      id: null,
      foundAt: '2026-06-01T01:30:00.000Z',
      happenedAt: 'tối 31/5/2026',
      place: 'Phòng một cửa',
      what: 'Mất một USB chứa danh sách chưa mã hóa',
      cause: '',
      harm: 'Lộ số định danh',
      measures: 'Báo công an phường',
      contact: 'Bà Trưởng',
      fields: ['name' as const, 'personalNumber' as const],
      from: '2024-11-16',
      to: '2024-11-16',
      communeCode: null,
      communeFrom: null,
      reportedAt: null,
    }
    const [breach] = await call('breach.save', found)
    expect(breach?.reportBy).toBe('2026-06-04T01:30:00.000Z')
    const [{ n }] = raw(`select count(distinct person.id) as n from person
      join enrolment on enrolment.person_id = person.id
      where signed_on = '2024-11-16' and erased_at is null`) as [{ n: number }]
    expect(breach?.affected.people).toBe(n)
    expect(n).toBeGreaterThan(1)
    const numbers = raw('select count(*) as n from person where personal_number is not null')[0]?.n
    expect(breach?.affected.fields.personalNumber).toBe(numbers)
    const none = await call('breach.count', {
      from: '2030-01-01',
      to: null,
      communeCode: null,
      communeFrom: null,
    })
    expect(none).toMatchObject({ people: 0, fields: { support: 0 } })
    const [place] = raw('select commune_code as code, commune_from as "from" from household') as [
      { code: string; from: string },
    ]
    const scope = { from: null, to: null, communeCode: place.code }
    const there = await call('breach.count', { ...scope, communeFrom: place.from })
    expect(there.people).toBeGreaterThan(1)
    expect(await call('breach.count', { ...scope, communeFrom: '1999-01-01' })).toMatchObject({
      people: 0,
    })
    const paper = await call('breach.paper', { id: breach?.id ?? 0 })
    const words = toText(await call('paper.bytes', { documentId: paper.documentId }))
    expect(words).toContain('08:30 ngày 04/06/2026')
    expect(words).toContain('Mẫu 08')
    expect(words).toContain('Mất một USB')
    expect(words).toContain('người ký từ ngày 16/11/2024 đến ngày 16/11/2024')
    const narrow = { ...found, communeCode: place.code, communeFrom: place.from }
    const [second] = await call('breach.save', narrow)
    const record = await call('breach.paper', { id: second?.id ?? 0 })
    expect(toText(await call('paper.bytes', { documentId: record.documentId }))).toMatch(
      /người ở (Xã|Phường|Thị trấn) /,
    )
    const { reportBy: _, affected, ...noted } = second as NonNullable<typeof second>
    await signUp()
    const reported = { ...noted, reportedAt: '2026-06-01T02:00:00.000Z' }
    const [kept] = await call('breach.save', reported)
    expect(kept).toMatchObject({ id: noted.id, affected })
    const late = { ...found, foundAt: '2026-06-01T04:00:00.000Z' }
    await expect(call('breach.save', late)).rejects.toThrow('privacy.breach-later')
  })
})

describe('numbers', () => {
  it('are masked on the card until somebody asks, and asking is an event', async () => {
    const personId = await signUp({ person: { personalNumber: '001090777888' } })
    const card = await call('registry.person', { id: personId })
    expect(card.person.personalNumber).toBe('001•••••7888')
    expect(JSON.stringify(card)).not.toContain('001090777888')
    const events = () => raw("select subject from audit where event = 'privacy.unmasked'")
    const before = events().length
    const full = await call('person.unmask', { id: personId })
    expect(full.person.personalNumber).toBe('001090777888')
    expect(events().slice(before)).toEqual([{ subject: `person:${personId}` }])
  })
})

describe('diagnostics', () => {
  it('name nobody, no number and no path', async () => {
    const planted = ['Quách Thị Bẫy', '001190555666', '0966555444'] as const
    await signUp({ person: { name: planted[0], personalNumber: planted[1], phone: planted[2] } })
    window.save = join(made.folder, 'diagnostics.json')
    const done = await call('app.diagnostics', {})
    const text = readFileSync(done?.path ?? '', 'utf8')
    const people = raw('select name from person').map(({ name }) => String(name))
    const staff = raw('select name from staff').map(({ name }) => String(name))
    for (const word of [...planted, ...people, ...staff, made.folder, secret]) {
      expect(text, word).not.toContain(word)
    }
    expect(text).not.toMatch(/\d{12}(?!\d)/)
    const held = JSON.parse(text)
    expect(held.store.tables.person).toBe(people.length)
    expect(held.store.migrations).toContain('0012-privacy')
  })
})
