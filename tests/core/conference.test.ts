import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AttachmentKind,
  checkAttachment,
  kindOfFile,
  largestAttachment,
} from '#core/attachment.ts'
import {
  type ConferenceCard,
  ConferenceDraft,
  checkConference,
  checkConferenceStep,
  nextConferenceStates,
} from '#core/conference.ts'
import { findClashes, findOutsideCampaign } from '#core/conference-warnings.ts'
import { sayProblem } from '#core/messages.ts'
import { ConferenceState } from '#core/terms.ts'
import { monthAfter, weeksOf } from '../../src/renderer/screens/conferences/span.ts'

const soc = { code: '00376', validFrom: '' }
const facts = { communes: [soc], previous: null, today: '2024-11-16' }

function draft(changes: Partial<ConferenceDraft> = {}): ConferenceDraft {
  return ConferenceDraft.parse({
    id: null,
    kind: 'conference',
    heldOn: '2024-11-16',
    startsAt: '08:00',
    commune: soc,
    place: 'Nhà văn hóa xã',
    organisers: ['bhxh'],
    speakers: ['Lê Văn Nói'],
    attendees: 10,
    notes: '',
    ...changes,
  })
}

const codeOf = (result: ReturnType<typeof checkConference>) =>
  result.ok ? 'ok' : result.problem.code

describe('a conference', () => {
  it.each([
    [{}, 'ok'],
    [{ commune: { code: '00001', validFrom: '' } }, 'conference.outside-area'],
    [{ endsAt: '08:00' }, 'conference.times-reversed'],
    [{ endsAt: '07:30' }, 'conference.times-reversed'],
    [{ endsAt: '09:00', startsAt: null }, 'conference.times-reversed'],
    [{ heldOn: '2024-11-17' }, 'conference.future'],
    [{ heldOn: '2024-11-17', state: 'planned' as const }, 'ok'],
  ])('typed as %j is %s', (changes, code) => {
    expect(codeOf(checkConference(draft(changes), facts))).toBe(code)
  })

  it('that is only planned has no figures yet', () => {
    const checked = checkConference(draft({ state: 'planned', consultations: 4 }), facts)
    expect(checked).toMatchObject({ ok: true, value: { attendees: 0, consultations: 0 } })
  })

  it('never has fewer attendees than people who signed up there, and never goes back in its life', () => {
    const previous = { id: 3, state: 'held' as const, signUps: 11 }
    expect(codeOf(checkConference(draft({ id: 3 }), { ...facts, previous }))).toBe(
      'conference.too-few-attendees',
    )
    const back = draft({ id: 3, state: 'planned' })
    expect(codeOf(checkConference(back, { ...facts, previous }))).toBe('conference.not-editable')
    for (const state of ['closed', 'cancelled'] as const) {
      const stays = { ...facts, previous: { ...previous, state, signUps: 0 } }
      expect(codeOf(checkConference(draft({ id: 3 }), stays))).toBe('conference.not-editable')
    }
  })

  it('is closed with its figures, cancelled without sign-ups, and held only by saving them', () => {
    const step = (state: ConferenceState, to: 'held' | 'closed' | 'cancelled', more = {}) => {
      const conference = { id: 1, state, signUps: 0, attendees: 5, ...more }
      const reason = to === 'cancelled' ? { reason: 'Mưa bão' } : {}
      const checked = checkConferenceStep(conference, { to, ...reason } as never)
      return checked.ok ? 'ok' : checked.problem.code
    }
    expect(step('held', 'closed')).toBe('ok')
    expect(step('held', 'closed', { attendees: 0 })).toBe('conference.nobody-came')
    expect(step('held', 'cancelled', { signUps: 2 })).toBe('conference.has-sign-ups')
    expect(step('planned', 'cancelled')).toBe('ok')
    expect(step('planned', 'held')).toBe('conference.illegal-step')
    expect(step('closed', 'held')).toBe('ok')
    for (const to of ['held', 'closed', 'cancelled'] as const) {
      expect(step('cancelled', to)).toBe('conference.illegal-step')
    }
    expect(
      ConferenceState.options.every((state) => !nextConferenceStates(state).includes(state)),
    ).toBe(true)
  })
})

describe('a clash', () => {
  const other = {
    ...draft(),
    id: 7,
    state: 'planned',
    cancelReason: null,
    communeName: 'Xã',
    signUps: 0,
    roster: 0,
    files: 0,
  } as ConferenceCard
  const codes = (changes: Partial<ConferenceDraft>, with_: Partial<ConferenceCard> = {}) =>
    findClashes(draft(changes), [{ ...other, ...with_ }]).map(({ code }) => code)

  it('is the same place or speaker at an overlapping time, marks aside', () => {
    expect(codes({ place: 'nha van hoa XÃ', speakers: [] })).toEqual(['conference.clash-place'])
    expect(codes({ place: 'Chợ', speakers: ['le van noi'] })).toEqual(['conference.clash-speaker'])
    expect(codes({ startsAt: '10:00' })).toEqual([])
    expect(codes({ startsAt: '09:59' }).length).toBe(2)
    expect(codes({ startsAt: '09:00' }, { endsAt: '09:00' })).toEqual([])
    expect(codes({ startsAt: null }).length).toBe(2)
    expect(codes({ heldOn: '2024-11-15' })).toEqual([])
    expect(codes({}, { state: 'cancelled' })).toEqual([])
    expect(codes({ id: 7 })).toEqual([])
    expect(codes({ commune: { code: '00379', validFrom: '' }, speakers: [] })).toEqual([])
  })

  it('is the same from either side', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((n) =>
        [Math.floor(n / 60), n % 60].map((part) => String(part).padStart(2, '0')).join(':'),
      )
    fc.assert(
      fc.property(time, time, (a, b) => {
        const one = findClashes(draft({ startsAt: a }), [{ ...other, startsAt: b }]).length
        const two = findClashes(draft({ startsAt: b }), [{ ...other, startsAt: a }]).length
        expect(one).toBe(two)
      }),
    )
  })

  it('with the days of a campaign is said and names it', () => {
    const campaigns = [{ name: 'Tháng hành động', from: '2024-11-16', to: '2024-12-31' }]
    expect(findOutsideCampaign('2024-11-16', campaigns)).toEqual([])
    const [problem] = findOutsideCampaign('2024-11-15', campaigns)
    expect(problem && sayProblem(problem)).toContain('“Tháng hành động”')
    expect(findOutsideCampaign('2026-03-01', campaigns)).toEqual([])
    expect(findOutsideCampaign('2024-03-01', [])).toEqual([])
  })
})

describe('an attachment', () => {
  const heads: [AttachmentKind | null, number[]][] = [
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['webp', [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50]],
    ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    [null, [0x4d, 0x5a, 0x90, 0x00]],
    [null, [0x7f, 0x45, 0x4c, 0x46]],
    [null, [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x41, 0x56, 0x45]],
    [null, []],
  ]
  it.each(heads)('is known as %s by its first bytes', (kind, bytes) => {
    expect(kindOfFile(Uint8Array.from(bytes))).toBe(kind)
  })

  it('is refused by size, emptiness and number before anything else is read', () => {
    const head = Uint8Array.from([0xff, 0xd8, 0xff])
    const check = (size: number, present = 0) => {
      const checked = checkAttachment({ name: 'a.jpg', size, head }, present)
      return checked.ok ? checked.value : checked.problem
    }
    expect(check(largestAttachment)).toBe('jpeg')
    expect(check(200 * 1024 * 1024)).toMatchObject({
      code: 'attachment.too-large',
      values: { mb: 200, max: 10 },
    })
    expect(check(0)).toMatchObject({ code: 'attachment.empty' })
    expect(check(10, 30)).toMatchObject({ code: 'attachment.too-many' })
  })
})

describe('a month', () => {
  it('has whole weeks from Monday with every day of it once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (by) => {
        const month = monthAfter('2000-01', by)
        const days = weeksOf(month).flat()
        expect(days.length % 7).toBe(0)
        expect(new Date(`${days[0]}T00:00Z`).getUTCDay()).toBe(1)
        const own = days.filter((day) => day.startsWith(month))
        expect(new Set(own).size).toBe(own.length)
        expect(own.length).toBe(
          new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate(),
        )
        expect(monthAfter(month, -by)).toBe('2000-01')
      }),
    )
  })
})
