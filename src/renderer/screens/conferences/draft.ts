import type { Conference, ConferenceDraft } from '#core/conference.ts'
import { parseCount } from '#core/count.ts'
import { formatDate } from '#core/date.ts'
import { ok } from '#core/result.ts'
import type { ConferenceKind, Organiser } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { parseTime } from '#core/time.ts'
import { communeKey, communeRef } from '../../components/commune.ts'
import { makeDraft } from '../../components/draft-store.ts'
import { noting, readDay, type Wrongs } from '../../components/reading.ts'

/** A conference as typed. `signUps` is what the register counts, for the one being edited. */
export type ConferenceForm = {
  id: number | null
  kind: ConferenceKind
  heldOn: string
  startsAt: string
  commune: string | null
  place: string
  organisers: Organiser[]
  speakers: string
  attendees: string
  notes: string
  signUps: number
  touched: boolean
}

/** The conference being typed. */
export const conferenceDraft = makeDraft<ConferenceForm>()

/** An empty conference on a day (as typed). */
export function newConference(heldOn: string): ConferenceForm {
  return {
    id: null,
    kind: 'conference',
    heldOn,
    startsAt: '',
    commune: null,
    place: '',
    organisers: ['bhxh', 'post'],
    speakers: '',
    attendees: '',
    notes: '',
    signUps: 0,
    touched: false,
  }
}

/** A stored conference, ready for editing. */
export function editConference(conference: Conference): ConferenceForm {
  return {
    ...conference,
    heldOn: formatDate(conference.heldOn),
    startsAt: conference.startsAt ?? '',
    commune: communeKey(conference.commune),
    attendees: String(conference.attendees),
    touched: false,
  }
}

/** Reads the form: the draft when every box is right, and what is wrong by box otherwise. */
export function readConference(
  form: ConferenceForm,
  today: string,
): { draft: ConferenceDraft | null; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const { required, optional } = noting(wrong)
  const heldOn = required('heldOn', form.heldOn.trim(), (text) => readDay(text, today))
  const startsAt = optional('startsAt', form.startsAt, parseTime)
  const commune = required('commune', form.commune, (key) => ok(communeRef(key)))
  const place = required('place', cleanText(form.place))
  const organisers = required('organisers', form.organisers.length > 0 ? form.organisers : null)
  const attendees = required('attendees', form.attendees.trim(), parseCount)
  if (!heldOn || !commune || !place || !organisers || attendees === null) {
    return { draft: null, wrong }
  }
  if (Object.keys(wrong).length > 0) return { draft: null, wrong }
  const { id, kind, speakers, notes } = form
  const said = { speakers: speakers.trim(), notes: notes.trim() }
  return {
    wrong,
    draft: { id, kind, heldOn, startsAt, commune, place, organisers, attendees, ...said },
  }
}
