import { changesBetween } from '#core/audit.ts'
import type { ConferenceDraft } from '#core/conference.ts'
import { undoneReason } from '#core/enrolment-life.ts'
import type { Attendee } from '#core/roster.ts'
import type { AuditLine } from '../db/audit-trail.ts'
import { dropFile, markFile, readFileCard } from '../db/conference-files.ts'
import {
  changeConference,
  changePaperwork,
  moveConference,
  previousState,
  readConference,
} from '../db/conferences.ts'
import { hasWithdrawn } from '../db/consent.ts'
import { changeAttendee, dropAttendee, markAttendee, noteLead, readAttendee } from '../db/roster.ts'
import { communeOn } from './area.ts'
import { onlyPaperwork } from './conferences.ts'
import { oldValues, type Restoring } from './restoring.ts'

/**
 * Takes back one line about a conference, its roster or its files: old values and states return, a
 * conference that was added is cancelled, people and files that were added are forgotten.
 */
export async function restoreConferenceLine(
  tools: Restoring,
  line: AuditLine,
  id: number,
): Promise<void> {
  const { db } = tools
  switch (line.event) {
    case 'conference.added':
      return cancelAdded(tools, id)
    case 'conference.changed':
      return restoreConference(tools, id, oldValues<ConferenceDraft>(line))
    case 'conference.stepped':
    case 'conference.cancelled':
      return stepBack(tools, id)
    case 'attendee.added':
      return dropAttendee(db, id)
    case 'attendee.changed':
      return restoreAttendee(tools, id, oldValues<Attendee>(line))
    case 'attendee.removed':
      return putBack(tools, id)
    case 'attachment.added':
      return dropFile(db, id)
    case 'attachment.removed':
      return putFileBack(tools, id)
  }
}

async function cancelAdded({ db, audit }: Restoring, id: number): Promise<void> {
  await moveConference(db, id, 'cancelled', undoneReason)
  const detail = { reason: undoneReason }
  await audit({ event: 'conference.cancelled', subject: `conference:${id}`, detail })
}

async function stepBack({ db, audit }: Restoring, id: number): Promise<void> {
  const now = await readConference(db, id)
  const state = await previousState(db, id)
  if (!now || !state) return
  await moveConference(db, id, state, null)
  const changes = changesBetween(
    { state: now.state, cancelReason: now.cancelReason },
    { state, cancelReason: null },
  )
  await audit({ event: 'conference.restored', subject: `conference:${id}`, detail: { changes } })
}

async function restoreConference(
  { db, audit, office }: Restoring,
  id: number,
  old: Partial<ConferenceDraft>,
): Promise<void> {
  const now = await readConference(db, id)
  if (!now) return
  const { communeName, signUps, roster, files, cancelReason, ...current } = now
  const state = current.state === 'planned' ? current.state : 'held'
  const draft: ConferenceDraft = { ...current, state, key: null, ...old }
  const changes = changesBetween(now, old)
  if (onlyPaperwork(changes)) await changePaperwork(db, id, draft)
  else {
    const { places } = office.ground.policy
    const commune = communeOn(places, office.row.code, draft.commune, draft.heldOn)
    await changeConference(db, id, draft, commune?.name ?? communeName)
  }
  await audit({ event: 'conference.restored', subject: `conference:${id}`, detail: { changes } })
}

async function restoreAttendee(
  { db, audit }: Restoring,
  id: number,
  old: Partial<Attendee>,
): Promise<void> {
  const now = await readAttendee(db, id)
  if (!now || (await hasWithdrawn(db, id))) return
  const before = { ...now, ...old }
  // Who did not consent has no phone to get back.
  await changeAttendee(db, id, { ...before, phone: before.consent ? before.phone : null })
  await noteLead(db, before)
  const changes = changesBetween(now, old)
  await audit({ event: 'attendee.restored', subject: `attendee:${id}`, detail: { changes } })
}

async function putBack({ db, audit }: Restoring, id: number): Promise<void> {
  await markAttendee(db, id, false)
  const detail = { changes: { removed: [true, false] as [unknown, unknown] } }
  await audit({ event: 'attendee.restored', subject: `attendee:${id}`, detail })
}

async function putFileBack({ db, audit }: Restoring, id: number): Promise<void> {
  const card = await readFileCard(db, id)
  if (!card) return
  await markFile(db, id, false)
  const detail = { conference: card.conferenceId }
  await audit({ event: 'attachment.restored', subject: `attachment:${id}`, detail })
}
