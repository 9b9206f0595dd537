import type { Conference } from '../conference.ts'
import type { AttendanceRecord, Attendee, MinutesRecord } from '../forms/conference-papers.ts'
import type { Place } from '../forms/record.ts'
import { groupBy } from '../group.ts'
import { termTexts } from '../messages/ui-terms.ts'
import type { Attendee as Listed } from '../roster.ts'
import type { PaperContext, SignUp } from './facts.ts'
import { marksOf, officeHead, placeOf } from './marks.ts'
import { consentOf } from './privacy-papers.ts'
import { tieText } from './tie.ts'

/** Lines for people who sign in by hand, on a blank sheet and under the known ones. */
const blankSheet = 50
const spareRows = 10

/**
 * The attendance sheet: the people on the roster, those who signed up through the conference without
 * being on it, and room for everybody else.
 */
export function attendanceOf(
  context: PaperContext,
  conference: Conference | null,
  signUps: readonly SignUp[],
  roster: readonly Listed[],
): AttendanceRecord {
  const listed = new Set(roster.flatMap(({ personId }) => personId ?? []))
  const others = signUps.filter(({ person }) => !listed.has(person.id))
  const attendees = context.blank ? [] : [...roster.map(listedOf), ...attendeesOf(context, others)]
  const expected = (conference?.attendees ?? 0) - attendees.length
  return {
    ...heldBoxes(context, conference),
    consent: consentOf(context, conference?.heldOn ?? null),
    attendees,
    blankRows: context.blank ? blankSheet : Math.max(expected, 0) + spareRows,
  }
}

function listedOf({ name, birthYear, address, phone, bhxh, bhyt }: Listed): Attendee {
  return { name, birthYear, address: address || null, phone, interest: { bhxh, bhyt } }
}

function attendeesOf(context: PaperContext, signUps: readonly SignUp[]): Attendee[] {
  return [...groupBy(signUps, ({ person }) => person.id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { person, household, commune, signedOn } = first
    const place = placeOf(context, commune, signedOn)
    return {
      name: person.name,
      birthYear: Number(person.birth.date.slice(0, 4)),
      address: [household.address, place.commune].filter(Boolean).join(', '),
      phone: person.phone ?? household.phone,
      interest: {
        bhxh: own.some(({ scheme }) => scheme === 'bhxh-tn'),
        bhyt: own.some(({ scheme }) => scheme === 'bhyt-hgd'),
      },
    }
  })
}

/** The minutes: what the book knows; what it does not know is written by hand. */
export function minutesOf(
  context: PaperContext,
  conference: Conference | null,
  signUps: readonly SignUp[],
): MinutesRecord {
  const count = (scheme: string) => signUps.filter((signUp) => signUp.scheme === scheme).length
  const held = context.blank ? null : conference
  return {
    ...heldBoxes(context, conference),
    endsAt: held?.endsAt ?? null,
    chair: held?.chair || null,
    secretary: held?.secretary || null,
    speakers: conference?.speakers.join('; ') || null,
    attendees: held?.attendees ?? null,
    content: held?.minutes || held?.notes || null,
    opinions: held?.questions || null,
    conclusion: null,
    signUps: held && { bhxh: count('bhxh-tn'), bhyt: count('bhyt-hgd') },
  }
}

function heldBoxes(context: PaperContext, conference: Conference | null) {
  const office = officeHead(context)
  if (conference === null) {
    const open = { heldOn: null, startsAt: null, place: null, commune: null, organisers: null }
    return { ...marksOf(context, null), office, kind: 'conference' as const, ...open }
  }
  const { kind, heldOn, startsAt, place, organisers } = conference
  const { commune, district } = conferencePlace(context, conference)
  return {
    ...marksOf(context, heldOn, { tie: tieOf(context, conference) }),
    office,
    kind,
    heldOn,
    startsAt,
    place,
    commune: [commune, district].filter(Boolean).join(', '),
    organisers: organisers.map((each) => termTexts.organiser[each].vi).join(', '),
  }
}

/** Where a conference is held, by the names of its day. */
export function conferencePlace(context: PaperContext, conference: Conference): Place {
  const commune = { ...conference.commune, name: conference.communeName }
  return placeOf(context, commune, conference.heldOn)
}

/** The QR square of the papers of a conference. */
export function tieOf({ office }: PaperContext, { id }: Conference): string {
  return tieText({ unit: office.code, conference: id })
}
