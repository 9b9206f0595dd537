import { fail, ok, type Result } from '#core/result.ts'
import { readConversion } from '../../db/conference-counts.ts'
import {
  attachFile,
  detachFile,
  fileBytes,
  listConferenceFiles,
  saveThumbnail,
} from '../conference-files.ts'
import {
  conferenceHistory,
  listAllConferences,
  openConference,
  saveConference,
  stepConference,
  warnOfConference,
} from '../conferences.ts'
import type { Desk } from '../desk.ts'
import {
  listDueLeads,
  noteOnLead,
  pasteRoster,
  readRoster,
  removeAttendee,
  saveAttendee,
  startLead,
} from '../roster.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of conferences: their life, rosters, leads and files. */
export function conferenceHandlers(desk: Desk) {
  const told = <T>(result: Result<T>): Result<T> => {
    if (result.ok) desk.ports.emit('changed', { areas: ['conferences'] })
    return result
  }
  return {
    'conference.list': async ({ span }) =>
      ok(await listAllConferences(atWork(desk).office, span ?? null)),
    'conference.open': async ({ id }) => openConference(atWork(desk).office, id),
    'conference.save': async (draft) => {
      const { office, actor } = atWork(desk)
      return told(await saveConference(office, actor, draft))
    },
    'conference.step': async ({ id, step }) => {
      const { office, actor } = atWork(desk)
      return told(await stepConference(office, actor, id, step))
    },
    'conference.warnings': async (draft) => ok(await warnOfConference(atWork(desk).office, draft)),
    'conference.history': async ({ id }) => ok(await conferenceHistory(atWork(desk).office, id)),
    'conference.conversion': async (span) =>
      ok(await readConversion(atWork(desk).office.store.db, span)),
    ...fileHandlers(desk, told),
    ...rosterHandlers(desk, told),
  } satisfies Partial<Handlers>
}

type Told = <T>(result: Result<T>) => Result<T>

function fileHandlers(desk: Desk, told: Told) {
  return {
    'conference.files': async ({ conferenceId }) =>
      ok(await listConferenceFiles(atWork(desk).office, conferenceId)),
    'conference.attach': async ({ conferenceId, path }) => {
      const { office, actor } = atWork(desk)
      if (!desk.chosen.has(path)) return fail('file.not-chosen', { file: path })
      return told(await attachFile(office, actor, conferenceId, path))
    },
    'conference.file': async ({ id, part }) => fileBytes(atWork(desk).office, id, part),
    'conference.thumbnail': async ({ id, bytes }) =>
      told(await saveThumbnail(atWork(desk).office, id, bytes)),
    'conference.detach': async ({ id }) => {
      const { office, actor } = atWork(desk)
      return told(await detachFile(office, actor, id))
    },
  } satisfies Partial<Handlers>
}

function rosterHandlers(desk: Desk, told: Told) {
  return {
    'roster.list': async ({ conferenceId }) =>
      ok(await readRoster(atWork(desk).office, conferenceId)),
    'roster.save': async ({ conferenceId, attendee }) => {
      const { office, actor } = atWork(desk)
      return told(await saveAttendee(office, actor, conferenceId, attendee))
    },
    'roster.remove': async ({ id }) => {
      const { office, actor } = atWork(desk)
      return told(await removeAttendee(office, actor, id))
    },
    'roster.paste': async (order) => {
      const { office, actor } = atWork(desk)
      const pasted = await pasteRoster(office, actor, order)
      return order.dryRun ? pasted : told(pasted)
    },
    'lead.list': async ({ until }) => ok(await listDueLeads(atWork(desk).office, until)),
    'lead.note': async (note) => {
      const { office, actor } = atWork(desk)
      return told(await noteOnLead(office, actor, note))
    },
    'lead.start': async (order) => {
      const { office, actor } = atWork(desk)
      return startLead(office, actor, order)
    },
  } satisfies Partial<Handlers>
}
