import { type AuditEntry, changesBetween } from '#core/audit.ts'
import type { Conference } from '#core/conference.ts'
import type { LeadStart, RosterPasted } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import {
  type Attendee,
  type AttendeeDraft,
  checkAttendee,
  type Lead,
  type LeadNote,
  type RosterFacts,
} from '#core/roster.ts'
import { planRoster } from '#core/roster-paste.ts'
import { readConference } from '../db/conferences.ts'
import { dropProof, hasWithdrawn, proveConsent } from '../db/consent.ts'
import type { Db } from '../db/kysely.ts'
import {
  addAttendee,
  changeAttendee,
  forgetLeadKey,
  keyOfLead,
  leadKeyUsed,
  listLeads,
  listRoster,
  markAttendee,
  noteLead,
  readAttendee,
} from '../db/roster.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { consentVersion } from './privacy/rules.ts'

/** The most leads one list shows. */
const mostLeads = 1000

type Audit = (entry: AuditEntry) => Promise<void>

/** Everybody on the roster of a conference. */
export async function readRoster(office: Office, conferenceId: number): Promise<Attendee[]> {
  return listRoster(office.store.db, conferenceId)
}

async function factsOf(db: Db, conference: Conference): Promise<RosterFacts> {
  return {
    heldOn: conference.heldOn,
    canWrite: conference.state === 'planned' || conference.state === 'held',
    others: await listRoster(db, conference.id),
  }
}

/** Adds somebody to a roster or corrects the row. */
export async function saveAttendee(
  office: Office,
  actor: Actor,
  conferenceId: number,
  draft: AttendeeDraft,
): Promise<Result<{ id: number }>> {
  return change(office, actor, async (db, audit, at) => {
    const conference = await readConference(db, conferenceId)
    if (!conference) return fail('conference.unknown', { id: conferenceId })
    const previous = draft.id === null ? null : await readAttendee(db, draft.id)
    if (draft.id !== null && previous?.conferenceId !== conferenceId) return fail('roster.unknown')
    if (previous !== null && (await hasWithdrawn(db, previous.id))) return fail('privacy.withdrawn')
    const checked = checkAttendee(draft, await factsOf(db, conference))
    if (!checked.ok) return checked
    const wording = await consentVersion(office, db, conference.heldOn)
    if (previous === null) {
      return ok({ id: await add(db, audit, conferenceId, draft, { by: actor.name, at, wording }) })
    }
    const changes = changesBetween(previous, draft)
    if (Object.keys(changes).length === 0) return ok({ id: previous.id })
    await changeAttendee(db, previous.id, draft)
    if (draft.consent) await proveConsent(db, previous.id, { by: actor.name, at, wording })
    else await dropProof(db, previous.id)
    // A phone that somebody wants forgotten is not kept in the log either.
    if (!draft.consent) delete changes.phone
    await audit({
      event: 'attendee.changed',
      subject: `attendee:${previous.id}`,
      detail: { conference: conferenceId, changes },
    })
    return ok({ id: previous.id })
  })
}

async function add(
  db: Db,
  audit: Audit,
  conference: number,
  draft: AttendeeDraft,
  added: { by: string; at: string; wording: string },
): Promise<number> {
  const id = await addAttendee(db, conference, draft, added)
  if (draft.consent) await proveConsent(db, id, added)
  await audit({ event: 'attendee.added', subject: `attendee:${id}`, detail: { conference } })
  return id
}

/** Takes somebody off a roster; who has joined from there stays. */
export async function removeAttendee(
  office: Office,
  actor: Actor,
  id: number,
): Promise<Result<{ id: number }>> {
  return change(office, actor, async (db, audit) => {
    const attendee = await readAttendee(db, id)
    if (!attendee) return fail('roster.unknown')
    const conference = await readConference(db, attendee.conferenceId)
    if (conference?.state !== 'planned' && conference?.state !== 'held') {
      return fail('roster.not-open')
    }
    if (attendee.enrolmentId !== null) return fail('roster.joined', { name: attendee.name })
    await markAttendee(db, id, true)
    const detail = { conference: attendee.conferenceId }
    await audit({ event: 'attendee.removed', subject: `attendee:${id}`, detail })
    return ok({ id })
  })
}

/**
 * Adds the rows of a pasted sheet. The dry run plans exactly as the real one and writes nothing; refused
 * rows come back with their reasons either way.
 */
export async function pasteRoster(
  office: Office,
  actor: Actor,
  order: { conferenceId: number; text: string; dryRun: boolean },
): Promise<Result<RosterPasted>> {
  const today = todayInVietnam(office.ground.now())
  return change(office, actor, async (db, audit, at) => {
    const conference = await readConference(db, order.conferenceId)
    if (!conference) return fail('conference.unknown', { id: order.conferenceId })
    const planned = planRoster(order.text, await factsOf(db, conference), today)
    if (!planned.ok) return planned
    const { rows, refused, phonesLeft } = planned.value
    if (!order.dryRun) {
      const added = {
        by: actor.name,
        at,
        wording: await consentVersion(office, db, conference.heldOn),
      }
      for (const row of rows) await add(db, audit, order.conferenceId, row, added)
    }
    return ok({
      added: rows.length,
      names: rows.slice(0, 5).map(({ name }) => name),
      refused,
      phonesLeft,
    })
  })
}

/** Open leads to call up to a day, the longest waiting first. */
export async function listDueLeads(office: Office, until: string): Promise<Lead[]> {
  return listLeads(office.store.db, until, mostLeads)
}

/** Writes down what came of talking to a lead, also after the conference was closed. */
export async function noteOnLead(
  office: Office,
  actor: Actor,
  note: LeadNote,
): Promise<Result<{ id: number }>> {
  return change(office, actor, async (db, audit) => {
    const attendee = await readAttendee(db, note.id)
    if (!attendee) return fail('roster.unknown')
    if (await hasWithdrawn(db, note.id)) return fail('privacy.withdrawn')
    const changes = changesBetween(attendee, note)
    if (Object.keys(changes).length === 0) return ok({ id: note.id })
    await noteLead(db, note)
    await audit({
      event: 'attendee.changed',
      subject: `attendee:${note.id}`,
      detail: { conference: attendee.conferenceId, changes },
    })
    return ok({ id: note.id })
  })
}

/**
 * Ties a lead to a sign-up that is about to be typed: the sign-up saved under the key answered is this
 * lead's. Asking again answers the same key; once its sign-up was cancelled, the fresh one.
 */
export async function startLead(
  office: Office,
  actor: Actor,
  { id, key: fresh }: { id: number; key: string },
): Promise<Result<LeadStart>> {
  return change(office, actor, async (db) => {
    const attendee = await readAttendee(db, id)
    if (!attendee) return fail('roster.unknown')
    if (await hasWithdrawn(db, id)) return fail('privacy.withdrawn')
    const conference = await readConference(db, attendee.conferenceId)
    if (!conference) return fail('conference.unknown', { id: attendee.conferenceId })
    if (conference.state === 'cancelled') return fail('conference.cancelled', { id: conference.id })
    if (attendee.enrolmentId !== null) return fail('roster.joined', { name: attendee.name })
    if (await leadKeyUsed(db, id)) await forgetLeadKey(db, id)
    return ok({ key: await keyOfLead(db, id, fresh), attendee, conference })
  })
}
