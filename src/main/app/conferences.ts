import { type Changes, changesBetween } from '#core/audit.ts'
import {
  type Conference,
  type ConferenceCard,
  type ConferenceDraft,
  type ConferenceStep,
  checkConference,
  checkConferenceStep,
  paperworkFields,
} from '#core/conference.ts'
import { findClashes, findOutsideCampaign, type Timed } from '#core/conference-warnings.ts'
import type { HistoryLine } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { listAbout } from '../db/audit-trail.ts'
import {
  addConference,
  changeConference,
  changePaperwork,
  findConferenceByKey,
  listConferences,
  moveConference,
  readConference,
} from '../db/conferences.ts'
import type { Db } from '../db/kysely.ts'
import { isDayClosed } from '../db/periods.ts'
import { readPlan } from '../db/target-plan.ts'
import { communeOn, communesOn } from './area.ts'
import { historyLine } from './enrolment-life.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { forgetUnconsented } from './privacy/withdraw.ts'

/** Every conference of the office (of a span of days), cancelled ones too, latest first. */
export async function listAllConferences(
  office: Office,
  span: { from: string; to: string } | null = null,
): Promise<ConferenceCard[]> {
  return listConferences(office.store.db, { span, states: null })
}

/** A conference with all its texts. */
export async function openConference(office: Office, id: number): Promise<Result<Conference>> {
  const conference = await readConference(office.store.db, id)
  return conference ? ok(conference) : fail('conference.unknown', { id })
}

/**
 * Saves a new or changed conference; saving the same form twice answers the first record. A closed day
 * refuses everything (`period.closed`) but the paperwork, which no summary counts.
 */
export async function saveConference(
  office: Office,
  actor: Actor,
  typed: ConferenceDraft,
): Promise<Result<{ id: number }>> {
  const { places } = office.ground.policy
  const communes = communesOn(places, office.row.code, typed.heldOn)
  const today = todayInVietnam(office.ground.now())
  return change(office, actor, async (db, audit, at) => {
    const again = typed.id === null && typed.key ? await findConferenceByKey(db, typed.key) : null
    if (again !== null) return ok({ id: again })
    const previous = typed.id === null ? null : await readConference(db, typed.id)
    if (typed.id !== null && previous === null) return fail('conference.unknown', { id: typed.id })
    const checked = checkConference(typed, { communes, previous, today })
    if (!checked.ok) return checked
    const draft = checked.value
    const { key: _key, ...stored } = draft
    const changes = changesBetween(previous ?? {}, stored)
    if (previous && Object.keys(changes).length === 0) return ok({ id: previous.id })
    const isPaperwork = previous !== null && onlyPaperwork(changes)
    const closed = isPaperwork ? null : await closedDay(db, draft, previous)
    if (closed) return { ok: false, problem: closed }
    const name = communeOn(places, office.row.code, draft.commune, draft.heldOn)?.name ?? ''
    const id = previous?.id ?? (await addConference(db, draft, name, at))
    if (isPaperwork) await changePaperwork(db, id, draft)
    else if (previous) await changeConference(db, id, draft, name)
    await audit({
      event: previous ? 'conference.changed' : 'conference.added',
      subject: `conference:${id}`,
      detail: { changes: previous ? changes : { ...changes, id: [null, id] } },
    })
    return ok({ id })
  })
}

/** Whether a change touches nothing that a closed day counted. */
export function onlyPaperwork(changes: Changes): boolean {
  const open: readonly string[] = paperworkFields
  return Object.keys(changes).every((field) => open.includes(field))
}

async function closedDay(
  db: Db,
  { heldOn }: ConferenceDraft,
  previous: Conference | null,
): Promise<Problem | null> {
  for (const day of new Set([heldOn, previous?.heldOn ?? heldOn])) {
    if (await isDayClosed(db, day)) {
      return { code: 'period.closed', values: { date: formatDate(day) }, path: ['heldOn'] }
    }
  }
  return null
}

/**
 * Closes, opens again or cancels a conference; a closed day keeps what it counted. Closing
 * forgets everybody on the roster who did not agree to be kept; of a cancelled one, opening the office
 * does, so that cancelling can be undone.
 */
export async function stepConference(
  office: Office,
  actor: Actor,
  id: number,
  step: ConferenceStep,
): Promise<Result<{ id: number }>> {
  return change(office, actor, async (db, audit, at) => {
    const conference = await readConference(db, id)
    if (!conference) return fail('conference.unknown', { id })
    const checked = checkConferenceStep(conference, step)
    if (!checked.ok) return checked
    const { state, heldOn } = conference
    const subject = `conference:${id}`
    if (step.to === 'cancelled') {
      if (state === 'held' && (await isDayClosed(db, heldOn))) {
        return fail('period.closed', { date: formatDate(heldOn) })
      }
      await moveConference(db, id, 'cancelled', step.reason)
      await audit({ event: 'conference.cancelled', subject, detail: { reason: step.reason } })
      return ok({ id })
    }
    await moveConference(db, id, step.to, null)
    const detail = { changes: changesBetween({ state }, { state: step.to }) }
    await audit({ event: 'conference.stepped', subject, detail })
    await forgetUnconsented({ db, audit, at }, id)
    return ok({ id })
  })
}

/** What is worth a look in a conference being typed, and stops nothing: clashes, a day outside the campaign. */
export async function warnOfConference(office: Office, draft: Timed): Promise<Problem[]> {
  const span = { from: draft.heldOn, to: draft.heldOn }
  const sameDay = await listConferences(office.store.db, { span, states: null })
  const { campaigns } = await readPlan(office.store.db)
  return [...findClashes(draft, sameDay), ...findOutsideCampaign(draft.heldOn, campaigns)]
}

/** What happened to a conference, field by field, newest first. */
export async function conferenceHistory(office: Office, id: number): Promise<HistoryLine[]> {
  return (await listAbout(office.store.db, [`conference:${id}`])).map(historyLine)
}
