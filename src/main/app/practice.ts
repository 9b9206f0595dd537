import { addDays, daysBetween, formatDate, type IsoDate } from '#core/date.ts'
import { wizardTexts } from '#core/messages/ui-wizard.ts'
import type { Phrase } from '#core/messages.ts'
import { makeConference } from '#core/practice/conference.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { type Random, randomFrom } from '#core/practice/random.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { listNumbers } from '../db/people.ts'
import { isDayClosed } from '../db/periods.ts'
import { communesOn } from './area.ts'
import { saveConference } from './conferences.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { saveHousehold } from './save-household.ts'

/** What practice data to make: how many households, from which seed, signed on which days. */
export type PracticeOrder = { households: number; seed: number; from: IsoDate; to: IsoDate }

/** How far the making is and what is being made. */
export type Making = { done: number; total: number; label: Phrase }

/** How many records were made. */
export type PracticeMade = { households: number; enrolments: number; conferences: number }

/** Who made-up records are written by. */
export const practiceActor: Actor = { id: null, name: 'Dữ liệu thực hành', role: 'command-line' }
const launchDay = '2024-11-16'

type Held = { id: number; day: IsoDate; commune: { code: string; validFrom: string }; room: number }

/**
 * Fills a practice office with made-up households, enrolments and conferences. The same order gives
 * the same data in a new office. Closed days are left alone.
 */
export async function addPracticeData(
  office: Office,
  order: PracticeOrder,
  onProgress: (making: Making) => void,
): Promise<Result<PracticeMade>> {
  if (!office.row.practice) return fail('office.not-practice')
  const today = todayInVietnam(office.ground.now())
  if (order.to > today) return fail('enrolment.future', { date: formatDate(order.to) })
  const random = randomFrom(order.seed)
  const days = await openDays(office, order)
  if (days.length === 0) return fail('period.all-closed')
  const held = await holdConferences(office, random, days)
  if (!held.ok) return held
  const made = { households: 0, enrolments: 0, conferences: held.value.length }
  const taken = new Set(await listNumbers(office.store.db))
  while (made.households < order.households) {
    const saved = await enrolOne(office, random, days, held.value, taken)
    if (!saved.ok) return saved
    made.households += 1
    made.enrolments += saved.value
    if (made.households % 10 === 0) {
      onProgress({
        done: made.households,
        total: order.households,
        label: wizardTexts.practiceHouseholds,
      })
      // Lets the window draw and other calls be answered between batches.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await change(office, practiceActor, (_db, audit) =>
    audit({
      event: 'practice.added',
      subject: 'office',
      detail: { households: order.households, seed: order.seed },
    }),
  )
  return ok(made)
}

async function openDays(office: Office, order: PracticeOrder): Promise<IsoDate[]> {
  const count = Math.min(daysBetween(order.from, order.to), 3650)
  const days: IsoDate[] = []
  for (let i = 0; i <= count; i += 1) {
    const day = addDays(order.from, i)
    const served = communesOn(office.ground.policy.places, office.row.code, day).length > 0
    if (served && !(await isDayClosed(office.store.db, day))) days.push(day)
  }
  return days
}

async function holdConferences(
  office: Office,
  random: Random,
  days: readonly IsoDate[],
): Promise<Result<Held[]>> {
  const held: Held[] = []
  for (const day of days) {
    const onLaunchDay = day === launchDay
    const kinds: ('conference' | 'small-group')[] = onLaunchDay
      ? ['conference', 'conference', 'small-group', 'small-group', 'small-group']
      : random.chance(25)
        ? [random.pick(['conference', 'small-group'])]
        : []
    for (const kind of kinds) {
      const commune = pickCommune(office, random, day)
      if (!commune) return fail('office.unknown-unit', { code: office.row.code, date: day })
      const draft = makeConference(random, day, commune, kind)
      const saved = await saveConference(office, practiceActor, draft)
      if (!saved.ok) return saved
      held.push({ id: saved.value.id, day, commune, room: draft.attendees })
    }
  }
  return ok(held)
}

async function enrolOne(
  office: Office,
  random: Random,
  days: readonly IsoDate[],
  held: Held[],
  taken: Set<string>,
): Promise<Result<number>> {
  const day = days.includes(launchDay) && random.chance(30) ? launchDay : pickDay(random, days)
  const here = held.filter((conference) => conference.day === day && conference.room >= 7)
  const source =
    here.length > 0 && random.chance(60) ? here[random.between(0, here.length - 1)] : undefined
  const commune = source?.commune ?? pickCommune(office, random, day)
  if (!commune) return fail('office.unknown-unit', { code: office.row.code, date: day })
  const conferenceId = source?.id ?? null
  const draft = makeHousehold(random, { signedOn: day, commune, conferenceId, taken })
  if (source) source.room -= draft.members.length
  const saved = await saveHousehold(office, practiceActor, draft)
  return saved.ok ? ok(saved.value.enrolmentIds.length) : saved
}

function pickDay(random: Random, days: readonly IsoDate[]): IsoDate {
  return days[random.between(0, days.length - 1)] ?? ''
}

function pickCommune(office: Office, random: Random, day: IsoDate) {
  const communes = communesOn(office.ground.policy.places, office.row.code, day)
  const commune = communes[random.between(0, communes.length - 1)]
  return commune ? { code: commune.code, validFrom: commune.validFrom } : null
}
