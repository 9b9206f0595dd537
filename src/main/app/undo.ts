import type { Changes } from '#core/audit.ts'
import type { LastAction, Undone } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { EnrolmentState } from '#core/enrolment.ts'
import { undoTexts } from '#core/messages/undo-texts.ts'
import type { Phrase } from '#core/messages.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { type ActionLine, canUndo, harmlessEvents, sayAction } from '#core/undo.ts'
import {
  type AuditLine,
  firstAfter,
  lastStaffAction,
  listAbout,
  listSpan,
  type StaffAction,
} from '../db/audit-trail.ts'
import { readFileCard } from '../db/conference-files.ts'
import { readConference } from '../db/conferences.ts'
import { nextSignUp } from '../db/enrolment-life.ts'
import { readEnrolment, type StoredEnrolment } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { listMembers, readPerson } from '../db/people.ts'
import { isDayClosed } from '../db/periods.ts'
import { leadKeyUsed, readAttendee } from '../db/roster.ts'
import { onlyPaperwork } from './conferences.ts'
import { type Actor, change, type Office, timeInVietnam } from './office.ts'
import { restoreLine } from './restore.ts'

/** The last action of a person with everything undo needs to know of it. */
type Found = {
  action: StaffAction
  lines: AuditLine[]
  enrolments: StoredEnrolment[]
  what: Phrase
  at: string
}

/** What `undo` would take back for the signed-in person, and why it cannot when it cannot. */
export async function lastAction(office: Office, actor: Actor): Promise<LastAction | null> {
  const { db } = office.store
  const found = await findLast(db, actor)
  if (!found) return null
  const { action, what, at } = found
  return { id: action.id, at, what, problem: await checkUndo(db, found) }
}

/**
 * Takes back the last action of the signed-in person (`id` null), or the named one while it is still
 * the last. A sign-up or conference just saved is cancelled, anything else gets its old values back.
 */
export async function undo(
  office: Office,
  actor: Actor,
  id: number | null,
): Promise<Result<Undone>> {
  return change(office, actor, async (db, audit) => {
    const found = await findLast(db, actor)
    if (!found) return fail('undo.nothing')
    if (id !== null && found.action.id !== id) return fail('undo.not-last')
    const problem = await checkUndo(db, found)
    if (problem) return { ok: false, problem }
    const { action, lines } = found
    for (const line of [...lines].reverse()) await restoreLine({ db, audit, office }, line)
    const { first, last } = action
    await audit({
      event: 'action.undone',
      subject: `action:${action.id}`,
      detail: { action: action.id, first, last },
    })
    const added = lines.some((line) => line.event === 'enrolment.added')
    return ok({
      what: found.what,
      notices: await noticesOf(db, found, added),
      householdId: added ? (found.enrolments[0]?.household_id ?? null) : null,
    })
  })
}

async function findLast(db: Db, actor: Actor): Promise<Found | null> {
  if (actor.id === null) return null
  const action = await lastStaffAction(db, actor.id, harmlessEvents)
  if (!action) return null
  const lines = await listSpan(db, action.first, action.last)
  const told = lines.map(tell)
  if (!canUndo(told)) return null
  const enrolments: StoredEnrolment[] = []
  for (const id of idsOf(lines, 'enrolment')) {
    const row = await readEnrolment(db, id)
    if (row) enrolments.push(row)
  }
  const what = sayAction(told, await nameOf(db, lines, enrolments))
  return { action, lines, enrolments, what, at: lines[0]?.at ?? '' }
}

function tell({ event, subject, detail }: AuditLine): ActionLine {
  const { state } = (detail.changes ?? {}) as Record<string, [unknown, unknown]>
  return { event, subject, to: state?.[1] as EnrolmentState | undefined }
}

function idsOf(lines: readonly AuditLine[], kind: string): number[] {
  const ids = lines.flatMap(({ subject }) => {
    const [of, id] = subject.split(':')
    return of === kind ? [Number(id)] : []
  })
  return [...new Set(ids)]
}

/** The head of the household, the person, or the place of the conference. */
async function nameOf(
  db: Db,
  lines: readonly AuditLine[],
  enrolments: readonly StoredEnrolment[],
): Promise<string> {
  const about = await conferenceName(db, lines)
  if (about !== null) return about
  const [first] = enrolments
  if (!first) return ''
  if (lines.some((line) => line.event === 'enrolment.added')) {
    return (await listMembers(db, first.household_id))[0]?.name ?? ''
  }
  return (await readPerson(db, first.person_id))?.name ?? ''
}

/** The place of a conference, the first name on its roster, or the name of a file. */
async function conferenceName(db: Db, lines: readonly AuditLine[]): Promise<string | null> {
  const [conference] = idsOf(lines, 'conference')
  if (conference) return (await readConference(db, conference))?.place ?? ''
  const [attendee] = idsOf(lines, 'attendee')
  if (attendee) return (await readAttendee(db, attendee, { removed: true }))?.name ?? ''
  const [file] = idsOf(lines, 'attachment')
  return file ? ((await readFileCard(db, file))?.name ?? '') : null
}

async function checkUndo(db: Db, found: Found): Promise<Problem | null> {
  const subjects = [...new Set(found.lines.map((line) => line.subject))]
  const later =
    (await firstAfter(db, subjects, found.action.last, harmlessEvents)) ??
    (await laterSignUp(db, found))
  if (later) {
    return { code: 'undo.touched', values: { who: later.actor, at: timeInVietnam(later.at) } }
  }
  return (
    (await closedOver(db, found)) ??
    (await conferenceUsed(db, found)) ??
    (await leadUsed(db, found))
  )
}

/** A later sign-up of the household stands on the ladder and the history this one gave. */
async function laterSignUp(db: Db, { lines, enrolments }: Found): Promise<AuditLine | null> {
  if (!lines.some((line) => line.event === 'enrolment.added')) return null
  const last = Math.max(...enrolments.map((row) => row.id))
  for (const householdId of new Set(enrolments.map((row) => row.household_id))) {
    const next = await nextSignUp(db, householdId, last)
    const line = next && (await listAbout(db, [`enrolment:${next.id}`])).at(-1)
    if (line) return line
  }
  return null
}

/** What a closed day counted must stay; steps that it did not count may be taken back. */
async function closedOver(db: Db, { lines, enrolments }: Found): Promise<Problem | null> {
  const onlySteps = lines.every((line) => line.event === 'enrolment.stepped')
  const days = onlySteps ? [] : enrolments.map((row) => row.signed_on)
  for (const id of idsOf(lines.filter(countsConference), 'conference')) {
    const conference = await readConference(db, id)
    if (conference) days.push(conference.heldOn)
  }
  for (const line of lines) {
    const { heldOn } = (line.detail.changes ?? {}) as Record<string, [unknown, unknown]>
    if (typeof heldOn?.[0] === 'string') days.push(heldOn[0])
  }
  for (const day of new Set(days)) {
    if (await isDayClosed(db, day)) {
      return { code: 'undo.closed', values: { date: formatDate(day) } }
    }
  }
  return null
}

/** Paperwork, closing and opening again are not counted, so a closed day lets go of them. */
function countsConference({ event, detail }: AuditLine): boolean {
  if (event === 'conference.stepped') return false
  return event !== 'conference.changed' || !onlyPaperwork((detail.changes ?? {}) as Changes)
}

/** A person who was added has signed up since. */
async function leadUsed(db: Db, { lines }: Found): Promise<Problem | null> {
  for (const id of idsOf(
    lines.filter((line) => line.event === 'attendee.added'),
    'attendee',
  )) {
    const attendee = await readAttendee(db, id)
    if (attendee && (await leadKeyUsed(db, id))) {
      return { code: 'roster.joined', values: { name: attendee.name } }
    }
  }
  return null
}

async function conferenceUsed(db: Db, { lines }: Found): Promise<Problem | null> {
  if (!lines.some((line) => line.event === 'conference.added')) return null
  for (const id of idsOf(lines, 'conference')) {
    const signUps = (await readConference(db, id))?.signUps ?? 0
    if (signUps > 0) return { code: 'undo.conference-used', values: { n: signUps } }
  }
  return null
}

async function noticesOf(db: Db, found: Found, added: boolean): Promise<Phrase[]> {
  const out = ['paper.printed', 'paper.saved']
  const papers = await listAbout(db, [...new Set(found.lines.map((line) => line.subject))])
  return [
    ...(added ? [undoTexts.enrolmentsCancelled] : []),
    ...(papers.some((line) => out.includes(line.event)) ? [undoTexts.paperOut] : []),
  ]
}
