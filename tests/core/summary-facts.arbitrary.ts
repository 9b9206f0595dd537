import fc from 'fast-check'
import { AdjustmentReason, SummarySupport } from '#core/summary.ts'
import type {
  AdjustmentFact,
  ConferenceFact,
  EnrolmentFact,
  SummaryFacts,
} from '#core/summary-facts.ts'
import type { Target } from '#core/target.ts'
import {
  Collector,
  ConferenceKind,
  Occupation,
  Organiser,
  ParticipationKind,
  Scheme,
  Sex,
} from '#core/terms.ts'

export const launchDay = '2024-11-16'

export const communes = [
  { code: '00376', validFrom: '', name: 'Thị trấn Sóc Sơn' },
  { code: '00379', validFrom: '', name: 'Bắc Sơn' },
  { code: '00382', validFrom: '2025-07-01', name: 'Minh Trí' },
]

export const header: SummaryFacts['header'] = {
  unit: { code: '016', name: 'BHXH huyện Sóc Sơn', from: '' },
  period: { kind: 'launch-day', from: launchDay, to: launchDay },
  sequence: 1,
  revision: 1,
  previous: null,
  createdAt: '2024-11-16T10:15:00Z',
  createdBy: 'Nguyễn Thị Mai',
  approvedBy: 'Trần Văn Hùng',
  appVersion: '0.1.0',
  practice: true,
  auditHead: { hash: 'ab'.repeat(32), events: 12 },
  replaces: null,
  reopened: null,
  clockBack: false,
  pooledBelow: 0,
}

export const targets: Target[] = [
  {
    id: 'launch-first-time',
    label: 'Người tham gia lần đầu trong ngày ra quân',
    measure: 'first-time-persons',
    scope: 'unit',
    from: launchDay,
    to: launchDay,
    value: 50,
  },
  {
    id: 'launch-conferences',
    label: 'Hội nghị tư vấn trong ngày ra quân',
    measure: 'conferences',
    scope: 'unit',
    from: launchDay,
    to: launchDay,
    value: 1,
  },
  {
    id: 'year-bhyt',
    label: 'Người tham gia BHYT hộ gia đình năm 2024',
    measure: 'bhyt-hgd-persons',
    scope: 'city',
    from: '2024-01-01',
    to: '2024-12-31',
    value: 1470268,
  },
]

export function enrolment(over: Partial<EnrolmentFact> & { id: number }): EnrolmentFact {
  return {
    personId: over.id,
    householdId: over.id,
    scheme: 'bhxh-tn',
    kind: 'first',
    signedOn: launchDay,
    commune: { code: '00376', validFrom: '', name: 'Thị trấn Sóc Sơn' },
    collector: 'post',
    occupation: 'trader',
    sex: 'female',
    birthDate: '1985-05-02',
    support: 'other',
    months: 12,
    gross: 3_960_000,
    state: 396_000,
    local: 396_000,
    payer: 3_168_000,
    conferenceId: null,
    cancelled: false,
    ...over,
  }
}

export function conference(over: Partial<ConferenceFact> & { id: number }): ConferenceFact {
  return {
    kind: 'conference',
    date: launchDay,
    start: '08:00',
    commune: { code: '00376', validFrom: '', name: 'Thị trấn Sóc Sơn' },
    place: 'Nhà văn hóa thị trấn Sóc Sơn',
    organisers: ['bhxh', 'post'],
    attendees: 120,
    ...over,
  }
}

export function adjustment(over: Partial<AdjustmentFact> & { id: number }): AdjustmentFact {
  const { personId, householdId, conferenceId, cancelled, ...about } = enrolment({ id: over.id })
  const money = {
    months: -12,
    gross: -3_960_000,
    state: -396_000,
    local: -396_000,
    payer: -3_168_000,
  }
  return {
    ...about,
    ...money,
    signedOn: '2024-11-15',
    why: 'cancelled',
    madeOn: launchDay,
    ...over,
  }
}

const days = ['2024-03-01', '2024-11-15', launchDay, launchDay, launchDay, '2024-11-17']
const money = fc.integer({ min: 0, max: 50_000_000 })

const anyEnrolment = fc.record({
  personId: fc.integer({ min: 1, max: 12 }),
  scheme: fc.constantFrom(...Scheme.options),
  kind: fc.constantFrom(...ParticipationKind.options),
  signedOn: fc.constantFrom(...days),
  commune: fc.constantFrom(...communes),
  collector: fc.constantFrom(...Collector.options),
  occupation: fc.constantFrom(...Occupation.options),
  sex: fc.constantFrom(...Sex.options),
  birthDate: fc.constantFrom('1959-11-16', '1959-11-17', '1994-02-28', '2012-01-01'),
  support: fc.constantFrom(...SummarySupport.options),
  months: fc.constantFrom(1, 3, 6, 12),
  state: money,
  local: money,
  payer: money,
  conferenceId: fc.option(fc.integer({ min: 1, max: 4 })),
  cancelled: fc.boolean(),
})

const anyConference = fc.record({
  kind: fc.constantFrom(...ConferenceKind.options),
  date: fc.constantFrom(...days),
  start: fc.option(fc.constantFrom('08:00', '14:30')),
  commune: fc.constantFrom(...communes),
  place: fc.constantFrom('Nhà văn hóa', 'Chợ Nỷ'),
  organisers: fc.subarray(Organiser.options, { minLength: 1 }),
  attendees: fc.integer({ min: 0, max: 500 }),
})

const anyAdjustment = anyEnrolment
  .map(({ personId, conferenceId, cancelled, ...about }) => ({ ...about, signedOn: '2024-11-14' }))
  .chain((about) =>
    fc
      .record({
        why: fc.constantFrom(...AdjustmentReason.options),
        madeOn: fc.constantFrom(...days),
      })
      .map((made) => ({ ...about, ...made })),
  )

/** Facts of a launch day with some around it; members of a household share `householdId`. */
export const anyFacts: fc.Arbitrary<SummaryFacts> = fc
  .record({
    enrolments: fc.array(anyEnrolment, { maxLength: 40 }),
    conferences: fc.array(anyConference, { maxLength: 4 }),
    adjustments: fc.array(anyAdjustment, { maxLength: 6 }),
    pooledBelow: fc.constantFrom(0, 0, 3),
  })
  .map(({ enrolments, conferences, adjustments, pooledBelow }) => ({
    header: { ...header, pooledBelow },
    targets,
    adjustments: adjustments.map((fact, index) => {
      const sign = fact.why === 'cancelled' ? -1 : 1
      const [state, local, payer] = [sign * fact.state, sign * fact.local, sign * fact.payer]
      const gross = state + local + payer
      return { ...fact, id: index + 1, months: sign * fact.months, state, local, payer, gross }
    }),
    enrolments: enrolments.map((fact, index) => ({
      ...fact,
      id: index + 1,
      householdId: Math.ceil(fact.personId / 3),
      gross: fact.state + fact.local + fact.payer,
    })),
    conferences: conferences.map((fact, index) => ({ ...fact, id: index + 1 })),
  }))
