import { describe, expect, it } from 'vitest'
import { communeKey, communeRef, findFolded } from '../../src/renderer/components/commune.ts'
import {
  type ConferenceForm,
  editConference,
  newConference,
  readConference,
} from '../../src/renderer/screens/conferences/draft.ts'
import { firstPicked, tokenValue } from '../../src/renderer/screens/keys/picked-key.ts'
import { readSigning, type Typed } from '../../src/renderer/screens/signing/read-signing.ts'
import { percentOf } from '../../src/renderer/screens/summary/tally.ts'
import {
  newPerson,
  readPeople,
  readTargets,
  targetForms,
} from '../../src/renderer/screens/wizard/plan.ts'

describe('finding a commune', () => {
  const labels = ['Xã Đức Hoà', 'Xã Hòa Đức', 'Thị trấn Sóc Sơn'].map((label) => ({ label }))

  it.each([
    ['duc hoa', ['Xã Đức Hoà', 'Xã Hòa Đức']],
    ['HOÀ', ['Xã Đức Hoà', 'Xã Hòa Đức']],
    ['thi tran', ['Thị trấn Sóc Sơn']],
    ['', ['Xã Đức Hoà', 'Xã Hòa Đức', 'Thị trấn Sóc Sơn']],
    ['xyz', []],
  ])('finds %j without marks and in any order', (typed, expected) => {
    expect(findFolded(labels, typed).map(({ label }) => label)).toEqual(expected)
  })

  it('puts what begins with the typed letters first', () => {
    expect(findFolded([{ label: 'Xã Nam Sơn' }, { label: 'Nam Hồng' }], 'nam')[0]?.label).toBe(
      'Nam Hồng',
    )
  })

  it('keeps code and start date together', () => {
    const commune = { code: '00379', validFrom: '2025-07-01' }
    expect(communeRef(communeKey(commune))).toEqual(commune)
  })
})

describe('reading a conference', () => {
  const form: ConferenceForm = {
    ...newConference('16/11/2024'),
    commune: '00379|',
    place: ' Nhà văn hóa ',
    startsAt: '8h30',
    attendees: '1.200',
  }

  it('makes the draft of what was typed, also when edited again', () => {
    const { draft, wrong } = readConference(form, '2024-11-16')
    expect(wrong).toEqual({})
    expect(draft).toMatchObject({
      heldOn: '2024-11-16',
      startsAt: '08:30',
      attendees: 1200,
      place: 'Nhà văn hóa',
    })
    if (!draft) return
    const counts = { signUps: 3, roster: 0, files: 0, cancelReason: null }
    const stored = { ...draft, ...counts, id: 5, communeName: 'Xã Đức Hoà' }
    const edited = { ...draft, id: 5, key: null }
    expect(readConference(editConference(stored), '2024-11-16').draft).toEqual(edited)
  })

  it('names what is missing or wrong', () => {
    const empty = { ...newConference(''), organisers: [], startsAt: '25:00', attendees: '-1' }
    expect(readConference(empty, '2024-11-16').wrong).toMatchObject({
      heldOn: 'required',
      startsAt: { code: 'time.unreadable' },
      commune: 'required',
      place: 'required',
      organisers: 'required',
      attendees: { code: 'count.unreadable' },
    })
  })
})

describe('the first run', () => {
  it('wants a name and the same PIN twice for everybody', () => {
    const good = { ...newPerson('head'), name: 'Nguyễn Thị Hòa', pin: '2468', again: '2468' }
    const short = { ...newPerson('clerk'), name: 'B', pin: '12' }
    const differs = { ...newPerson('clerk'), pin: '1357', again: '1375' }
    expect(readPeople([good]).wrong).toEqual({})
    expect(readPeople([good, short, differs]).wrong).toEqual({
      'people.1.pin': 'pin-shape',
      'people.2.name': 'required',
      'people.2.again': 'pin-differs',
    })
  })

  it('reads targets grouped with dots', () => {
    const target = {
      id: 'year',
      label: 'Cả năm',
      measure: 'bhyt-hgd-persons' as const,
      scope: 'city' as const,
      from: '2024-01-01',
      to: '2024-12-31',
      value: 1_470_268,
    }
    const campaign = { id: 'c', name: 'c', launchDay: target.from, source: 's', from: '', to: '' }
    const forms = targetForms([{ ...campaign, targets: [target] }])
    expect(forms[0]?.value).toBe('1.470.268')
    expect(readTargets(forms)).toEqual({ targets: [target], wrong: {} })
    const wrong = readTargets([{ target, value: 'nhiều' }]).wrong
    expect(wrong).toMatchObject({ 'targets.0': { code: 'count.unreadable' } })
  })
})

describe('the signing form', () => {
  const typed: Typed = {
    reason: '',
    head: '1',
    pin: '2468',
    key: firstPicked(true),
    folder: '/media/usb',
  }
  const read = (change: Partial<Typed>) => readSigning({ ...typed, ...change }, false)

  it('is whole only with head, PIN, key and folder', () => {
    expect(read({})).toEqual({
      signature: {
        ...{ reason: '', headId: 1, pin: '2468' },
        ...{ key: { kind: 'practice' }, folder: '/media/usb' },
      },
      wrong: [],
    })
    expect(read({ head: '', pin: '1', key: firstPicked(false), folder: null })).toEqual({
      signature: null,
      wrong: ['head', 'pin', 'keyFile', 'folder'],
    })
  })

  it('asks for a reason where one is needed, and tidies its spaces', () => {
    expect(readSigning({ ...typed, reason: ' \n ' }, true).wrong).toEqual(['reason'])
    const reason = ' Số  hội nghị\nkhông khớp '
    expect(readSigning({ ...typed, reason }, true).signature?.reason).toBe('Số hội nghị không khớp')
  })

  it('takes a token with its certificate and PIN, and says which of them is missing', () => {
    const fingerprint = 'ab'.repeat(32)
    const token = { ...firstPicked(true), kind: 'token' as const }
    expect(read({ key: token }).wrong).toEqual(['token'])
    const chosen = { ...token, token: tokenValue('SN 01', fingerprint) }
    expect(read({ key: chosen }).wrong).toEqual(['tokenPin'])
    expect(read({ key: { ...chosen, tokenPin: '1357' } }).signature?.key).toEqual({
      kind: 'token',
      serial: 'SN 01',
      fingerprint,
      tokenPin: '1357',
    })
  })
})

describe('a target', () => {
  it.each([
    [49, 50, 98],
    [50, 50, 100],
    [5999, 6000, 99],
    [0, 0, 100],
  ])('%s of %s is %s percent, never rounded up to reached', (achieved, target, percent) => {
    expect(percentOf(achieved, target)).toBe(percent)
  })
})
