import { addDays, addMonths, dateOf, type IsoDate } from '../date.ts'
import type { BhxhChoice, BhytChoice, HouseholdEnrolmentDraft, MemberDraft } from '../enrolment.ts'
import type { CommuneRef, Relation } from '../household.ts'
import type { PersonDraft } from '../person.ts'
import type { ParticipationKind, Sex } from '../terms.ts'
import { birthPlaces, makeAddress, makeName } from './names.ts'
import type { Random } from './random.ts'

/** What a made-up household is made within; `taken` are personal numbers that are in use. */
export type HouseholdSetting = {
  signedOn: IsoDate
  commune: CommuneRef
  conferenceId: number | null
  taken: Set<string>
}

/** A made-up household that signs up on a day; nobody in it exists. */
export function makeHousehold(random: Random, setting: HouseholdSetting): HouseholdEnrolmentDraft {
  const family = makeName(random, 'male').family
  const places = planMembers(random)
  const members = places.map((place) => makeMember(random, setting, place, family))
  if (members.every((member) => !member.bhxh && !member.bhyt)) {
    const head = members[0]
    if (head) head.bhyt = makeBhyt(random, setting.signedOn)
  }
  return {
    key: makeKey(random),
    signedOn: setting.signedOn,
    household: {
      id: null,
      commune: setting.commune,
      address: makeAddress(random),
      phone: makePhone(random),
    },
    collector: random.pick(['post', 'post', 'post', 'service-organisation', 'office-counter']),
    conferenceId: setting.conferenceId,
    members,
  }
}

type MemberPlace = { relation: Relation; sex: Sex; age: number }

function planMembers(random: Random): MemberPlace[] {
  const headSex = random.pick<Sex>(['male', 'male', 'female'])
  const headAge = random.between(27, 62)
  const places: MemberPlace[] = [{ relation: '00', sex: headSex, age: headAge }]
  if (random.chance(75)) {
    const wife = headSex === 'male'
    places.push({
      relation: wife ? '01' : '02',
      sex: wife ? 'female' : 'male',
      age: Math.max(20, headAge + random.between(-6, 4)),
    })
  }
  const children = headAge > 24 ? random.between(0, 3) : 0
  for (let i = 0; i < children; i += 1) {
    places.push({
      relation: '08',
      sex: random.pick<Sex>(['male', 'female']),
      age: Math.max(1, headAge - random.between(22, 34)),
    })
  }
  if (random.chance(20))
    places.push({ relation: '04', sex: 'female', age: headAge + random.between(21, 30) })
  return places
}

function makeMember(
  random: Random,
  setting: HouseholdSetting,
  place: MemberPlace,
  family: string,
): MemberDraft {
  const year = Number(setting.signedOn.slice(0, 4)) - place.age
  const birth = dateOf(year, random.between(1, 12), random.between(1, 28)) ?? `${year}-01-01`
  const sharesFamily = place.relation === '00' || place.relation === '08'
  const { name } = makeName(random, place.sex, sharesFamily ? family : undefined)
  const isAdult = place.age >= 18 && place.age < 60
  const yearOnly = place.age > 65 && random.chance(30)
  return {
    person: withPaperBoxes({
      id: null,
      name,
      birth: yearOnly
        ? { date: `${year}-01-01`, precision: 'year' }
        : { date: birth, precision: 'day' },
      sex: place.sex,
      personalNumber: makeNumber(random, place.sex, year, setting.taken),
      insuranceNumber: null,
      phone: isAdult ? makePhone(random) : null,
      email: null,
      ethnicity: random.chance(92) ? 'Kinh' : 'Mường',
      nationality: 'Việt Nam',
      careFacility: random.pick([
        'Trạm y tế xã',
        'Bệnh viện đa khoa huyện',
        'Phòng khám đa khoa khu vực',
      ]),
    }),
    relation: place.relation,
    occupation: isAdult
      ? random.pick([
          'trader',
          'trader',
          'small-business',
          'freelancer',
          'freelancer',
          'boarding-house-owner',
          'other',
        ])
      : 'other',
    bhxh: isAdult && random.chance(40) ? makeBhxh(random) : null,
    // Children under six hold a card paid by the budget, so they never join here.
    bhyt: place.age >= 6 && random.chance(80) ? makeBhyt(random, setting.signedOn) : null,
  }
}

/**
 * A person with what the declaration asks besides; taken from the number, so that a seed makes the
 * same people as before. One in ten has not said where the birth is registered.
 */
function withPaperBoxes(
  person: Omit<PersonDraft, 'birthPlace' | 'guardian' | 'delivery'> & { personalNumber: string },
): PersonDraft {
  const tail = Number(person.personalNumber.slice(-4))
  const place = tail % 10 === 0 ? null : birthPlaces[tail % birthPlaces.length]
  return {
    ...person,
    birthPlace: place ?? null,
    guardian: null,
    delivery: tail % 3 === 0 ? 'paper' : 'electronic',
  }
}

function makeKind(random: Random): ParticipationKind {
  return random.pick<ParticipationKind>([
    'first',
    'first',
    'first',
    'first',
    'first',
    'renewing',
    'renewing',
    'renewing',
    'returning',
  ])
}

function makeBhxh(random: Random): BhxhChoice {
  return {
    kind: makeKind(random),
    income: 1_500_000 + 50_000 * random.pick([0, 0, 0, 0, 10, 20, 30, 70]),
    method: random.pick(['1m', '3m', '6m', '12m', '12m']),
    group: random.pick(['other', 'other', 'other', 'other', 'near-poor', 'poor']),
  }
}

function makeBhyt(random: Random, signedOn: IsoDate): BhytChoice {
  const kind = makeKind(random)
  const ended =
    kind === 'renewing'
      ? addDays(signedOn, random.between(-20, 25))
      : addMonths(signedOn, -random.between(4, 30))
  return {
    kind,
    months: random.pick([3, 6, 12, 12, 12] as const),
    support: 'none',
    cardEnds: kind === 'first' ? null : ended,
  }
}

function makeNumber(random: Random, sex: Sex, year: number, taken: Set<string>): string {
  const century = (Math.floor(year / 100) - 19) * 2 + (sex === 'female' ? 1 : 0)
  for (;;) {
    const tail = String(random.between(0, 999_999)).padStart(6, '0')
    const number = `001${century}${String(year % 100).padStart(2, '0')}${tail}`
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}

// One block of ten thousand, so that practice calls cannot be mistaken for a list of subscribers.
function makePhone(random: Random): string {
  return `090000${String(random.between(0, 9999)).padStart(4, '0')}`
}

function makeKey(random: Random): string {
  const hex = (length: number) =>
    Array.from({ length }, () => random.between(0, 15).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
}
