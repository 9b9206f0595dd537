import type { IsoDate } from '../date.ts'
import type {
  CommuneFact,
  ConferenceFact,
  EnrolmentFact,
  SummaryFacts,
  SummaryHeader,
} from '../summary-facts.ts'
import { Collector, Occupation, Sex } from '../terms.ts'
import type { Random } from './random.ts'

/** What a made-up day of a unit is counted from: the head of its file, its communes, how many sign up. */
export type UnitDay = {
  header: SummaryHeader
  communes: readonly [CommuneFact, ...CommuneFact[]]
  joiners: number
  conferences: number
}

/** The facts of a made-up day of a unit; nobody and nothing in it exists. */
export function makeUnitFacts(random: Random, { header, ...day }: UnitDay): SummaryFacts {
  const { from } = header.period
  const conferences = count(day.conferences, (id) => makeConference(random, id, from, day.communes))
  const enrolments = count(day.joiners, (id) => makeEnrolment(random, id, from, day))
  return { header, enrolments, conferences, adjustments: [], targets: [] }
}

function count<T>(many: number, make: (id: number) => T): T[] {
  return Array.from({ length: many }, (_, index) => make(index + 1))
}

function makeConference(
  random: Random,
  id: number,
  date: IsoDate,
  communes: UnitDay['communes'],
): ConferenceFact {
  const commune = random.pick(communes)
  return {
    id,
    kind: id === 1 ? 'conference' : random.pick(['conference', 'small-group', 'small-group']),
    date,
    start: random.pick(['08:00', '08:30', '14:00']),
    commune,
    place: `Nhà văn hóa ${commune.name}`,
    organisers: random.pick([['bhxh', 'post'], ['bhxh', 'post', 'people-committee'], ['bhxh']]),
    attendees: random.between(15, 140),
  }
}

function makeEnrolment(
  random: Random,
  id: number,
  signedOn: IsoDate,
  { communes, conferences }: Pick<UnitDay, 'communes' | 'conferences'>,
): EnrolmentFact {
  const scheme = random.pick(['bhxh-tn', 'bhyt-hgd', 'bhyt-hgd'] as const)
  const months = random.pick([3, 6, 12, 12])
  const money = scheme === 'bhxh-tn' ? bhxh(months) : bhyt(months)
  return {
    ...{ id, personId: id, householdId: Math.ceil(id / 2), scheme, signedOn, months, ...money },
    kind: random.pick(['first', 'first', 'returning', 'renewing']),
    commune: random.pick(communes),
    collector: random.pick(options(Collector.options)),
    occupation: random.pick(options(Occupation.options)),
    sex: random.pick(options(Sex.options)),
    birthDate: `${random.between(1950, 2004)}-06-15`,
    support: scheme === 'bhxh-tn' ? 'other' : 'none',
    conferenceId: conferences > 0 && random.chance(40) ? random.between(1, conferences) : null,
    cancelled: false,
  }
}

// A choice of an enum as the never-empty list that `pick` asks for.
const options = <T>(all: readonly T[]): [T, ...T[]] => all as [T, ...T[]]

// 22 % of 1.5 million đồng a month, a tenth of it from the state (NĐ 134/2015/NĐ-CP, Điều 14).
function bhxh(months: number) {
  const [gross, state] = [330_000 * months, 33_000 * months]
  return { gross, state, local: 0, payer: gross - state }
}

// 4.5 % of the base salary of 2.34 million đồng a month (NĐ 73/2024/NĐ-CP).
function bhyt(months: number) {
  const gross = 105_300 * months
  return { gross, state: 0, local: 0, payer: gross }
}
