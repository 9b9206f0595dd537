import type { Conference, ConferenceDraft } from '#core/conference.ts'
import { parseCount } from '#core/count.ts'
import { formatDate } from '#core/date.ts'
import { ok } from '#core/result.ts'
import type { ConferenceKind, ConferenceState, Occupation, Organiser } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { parseTime } from '#core/time.ts'
import { communeKey, communeRef } from '../../components/commune.ts'
import { makeDraft } from '../../components/draft-store.ts'
import { noting, readDay, type Wrongs } from '../../components/reading.ts'

/**
 * A conference as typed. `state` is `''` until the clerk chooses: then the day decides whether it is
 * planned or held. `stored` is how far the book has it, `signUps` what the register counts.
 */
export type ConferenceForm = {
  id: number | null
  key: string | null
  stored: ConferenceState | null
  state: 'planned' | 'held' | ''
  kind: ConferenceKind
  heldOn: string
  startsAt: string
  endsAt: string
  commune: string | null
  place: string
  organisers: Organiser[]
  speakers: string
  targetGroups: Occupation[]
  invited: string
  attendees: string
  consultations: string
  notes: string
  questions: string
  materials: string
  chair: string
  secretary: string
  minutes: string
  signUps: number
  touched: boolean
}

/** The conference being typed. */
export const conferenceDraft = makeDraft<ConferenceForm>()

/** An empty conference on a day (as typed). */
export function newConference(heldOn: string): ConferenceForm {
  return {
    id: null,
    key: crypto.randomUUID(),
    stored: null,
    state: '',
    kind: 'conference',
    heldOn,
    startsAt: '',
    endsAt: '',
    commune: null,
    place: '',
    organisers: ['bhxh', 'post'],
    speakers: '',
    targetGroups: [],
    invited: '',
    attendees: '',
    consultations: '',
    notes: '',
    questions: '',
    materials: '',
    chair: '',
    secretary: '',
    minutes: '',
    signUps: 0,
    touched: false,
  }
}

const typedCount = (count: number | null): string => (count ? String(count) : '')

/** A stored conference, ready for editing. */
export function editConference(conference: Conference): ConferenceForm {
  const { state, speakers, attendees, consultations, invited } = conference
  const { kind, place, organisers, targetGroups, signUps, id } = conference
  const { notes, questions, materials, chair, secretary, minutes } = conference
  return {
    ...{ id, kind, place, organisers, targetGroups, signUps },
    ...{ notes, questions, materials, chair, secretary, minutes },
    key: null,
    stored: state,
    state: state === 'planned' ? 'planned' : 'held',
    heldOn: formatDate(conference.heldOn),
    startsAt: conference.startsAt ?? '',
    endsAt: conference.endsAt ?? '',
    commune: communeKey(conference.commune),
    speakers: speakers.join('; '),
    attendees: state === 'planned' ? '' : String(attendees),
    consultations: typedCount(consultations),
    invited: typedCount(invited),
    touched: false,
  }
}

/** A new conference like an old one: where, by whom and for whom, without its day and its figures. */
export function copyConference(conference: Conference): ConferenceForm {
  const { startsAt, endsAt, kind, commune, place, speakers, organisers, targetGroups, materials } =
    editConference(conference)
  const same = { startsAt, endsAt, kind, commune, place, speakers, organisers, targetGroups }
  return { ...newConference(''), ...same, materials, touched: true }
}

/** Whether a form is for a conference that is still to come: as chosen, or else by its day. */
export function isPlanned(form: ConferenceForm, today: string): boolean {
  if (form.state !== '') return form.state === 'planned'
  const day = readDay(form.heldOn, today)
  return day.ok && day.value > today
}

const speakersOf = (text: string): string[] => text.split(/[;\n]/).map(cleanText).filter(Boolean)

/** Reads the form: the draft when every box is right, and what is wrong by box otherwise. */
export function readConference(
  form: ConferenceForm,
  today: string,
): { draft: ConferenceDraft | null; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const { required, optional } = noting(wrong)
  const planned = isPlanned(form, today)
  const heldOn = required('heldOn', form.heldOn.trim(), (text) => readDay(text, today))
  const startsAt = optional('startsAt', form.startsAt, parseTime)
  const endsAt = optional('endsAt', form.endsAt, parseTime)
  const commune = required('commune', form.commune, (key) => ok(communeRef(key)))
  const place = required('place', cleanText(form.place))
  const organisers = required('organisers', form.organisers.length > 0 ? form.organisers : null)
  const invited = optional('invited', form.invited, parseCount)
  const attendees = planned ? 0 : required('attendees', form.attendees.trim(), parseCount)
  const consultations = planned
    ? 0
    : (optional('consultations', form.consultations, parseCount) ?? 0)
  if (!heldOn || !commune || !place || !organisers || attendees === null) {
    return { draft: null, wrong }
  }
  if (Object.keys(wrong).length > 0) return { draft: null, wrong }
  const { id, key, kind, targetGroups, notes, questions, materials, minutes } = form
  return {
    wrong,
    draft: {
      ...{ id, key, kind, heldOn, startsAt, endsAt, commune, place, organisers, targetGroups },
      ...{ invited, attendees, consultations },
      state: planned ? 'planned' : 'held',
      speakers: speakersOf(form.speakers),
      notes: notes.trim(),
      questions: questions.trim(),
      materials: materials.trim(),
      chair: cleanText(form.chair),
      secretary: cleanText(form.secretary),
      minutes: minutes.trim(),
    },
  }
}
