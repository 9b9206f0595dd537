import { addDays, type IsoDate } from '#core/date.ts'
import { yearOf } from '#core/overview.ts'
import { makeAttendee } from '#core/practice/attendee.ts'
import { makeConference } from '#core/practice/conference.ts'
import { type Random, randomFrom } from '#core/practice/random.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { TargetMeasure } from '#core/target.ts'
import { listConferences } from '../db/conferences.ts'
import { communesOn } from './area.ts'
import { saveConference } from './conferences.ts'
import { type Office, todayInVietnam } from './office.ts'
import { practiceActor as actor } from './practice.ts'
import { saveAttendee } from './roster.ts'
import { saveEntry } from './targets.ts'

/** How many records were made. */
export type PlanMade = { planned: number; attendees: number; targets: number }

/**
 * What makes the screens of a new practice office worth a look: conferences to come, rosters with leads
 * to call, targets of the year. The same seed gives the same in a new office on the same day.
 */
export async function addPracticePlan(
  office: Office,
  { seed }: { seed: number },
): Promise<Result<PlanMade>> {
  if (!office.row.practice) return fail('office.not-practice')
  const today = todayInVietnam(office.ground.now())
  const random = randomFrom(seed)
  const planned = await planConferences(office, random, today)
  if (!planned.ok) return planned
  const attendees = await fillRosters(office, random, today)
  if (!attendees.ok) return attendees
  const targets = await setTargets(office, today)
  if (!targets.ok) return targets
  return ok({ planned: planned.value, attendees: attendees.value, targets: targets.value })
}

async function planConferences(
  office: Office,
  random: Random,
  today: IsoDate,
): Promise<Result<number>> {
  let made = 0
  for (const after of [2, 5, 9, 16]) {
    const day = addDays(today, after)
    const communes = communesOn(office.ground.policy.places, office.row.code, day)
    const commune = communes[random.between(0, Math.max(0, communes.length - 1))]
    if (!commune) continue
    const { code, validFrom } = commune
    const kind = random.pick(['conference', 'conference', 'small-group'] as const)
    const draft = makeConference(random, day, { code, validFrom }, kind)
    const plan = { ...draft, state: 'planned', invited: draft.attendees, attendees: 0 } as const
    const saved = await saveConference(office, actor, plan)
    if (!saved.ok) return saved
    made += 1
  }
  return ok(made)
}

async function fillRosters(
  office: Office,
  random: Random,
  today: IsoDate,
): Promise<Result<number>> {
  const held = await listConferences(office.store.db, { span: null, states: ['held'] })
  let made = 0
  for (const { id, heldOn, attendees } of held.slice(0, 4)) {
    for (let n = 0; n < Math.min(attendees, 8); n += 1) {
      const draft = makeAttendee(random, { heldOn, callOn: today })
      const saved = await saveAttendee(office, actor, id, draft)
      if (saved.ok) made += 1
      // Two made-up people may come out alike.
      else if (saved.problem.code !== 'roster.twice') return saved
    }
  }
  return ok(made)
}

const yearTargets: { measure: TargetMeasure; name: string; value: number }[] = [
  { measure: 'bhxh-tn-persons', name: 'BHXH tự nguyện', value: 400 },
  { measure: 'bhyt-hgd-persons', name: 'BHYT hộ gia đình', value: 900 },
  { measure: 'conferences', name: 'Hội nghị', value: 40 },
]

async function setTargets(office: Office, today: IsoDate): Promise<Result<number>> {
  const year = yearOf(today)
  for (const { measure, name, value } of yearTargets) {
    const saved = await saveEntry(office, actor, {
      previousKey: null,
      entry: {
        part: 'targets',
        row: {
          id: `thuc-hanh-${today.slice(0, 4)}-${measure}`,
          label: `${name} năm ${today.slice(0, 4)} (thực hành)`,
          ...{ measure, scope: 'unit', ...year, value, campaignId: null },
        },
      },
    })
    if (!saved.ok) return saved
  }
  return ok(yearTargets.length)
}
