import type { ConferenceKind } from '../terms.ts'
import { type BoxCheck, needs, type OfficeHead, type PaperMarks } from './record.ts'

/** What both papers of a conference say about it; `heldOn` an ISO day, times as `HH:MM`. */
type Held = PaperMarks & {
  office: OfficeHead
  kind: ConferenceKind
  heldOn: string | null
  startsAt: string | null
  place: string | null
  commune: string | null
  organisers: string | null
}

/** A person on the attendance sheet; `interest` is what they want to know more about. */
export type Attendee = {
  name: string
  birthYear: number | null
  address: string | null
  phone: string | null
  interest: { bhxh: boolean; bhyt: boolean }
}

/**
 * The attendance sheet of a conference: the people known, then `blankRows` to sign in by hand. The
 * sentence of `consent` stands above, its box is ticked by whoever agrees and never beforehand.
 */
export type AttendanceRecord = Held & {
  consent: { text: string; box: string; version: string }
  attendees: Attendee[]
  blankRows: number
}

/** The minutes of a conference; texts may hold several lines, `null` leaves lines to write on. */
export type MinutesRecord = Held & {
  endsAt: string | null
  chair: string | null
  secretary: string | null
  speakers: string | null
  attendees: number | null
  content: string | null
  opinions: string | null
  conclusion: string | null
  signUps: { bhxh: number; bhyt: number } | null
}

const heldBoxes = [
  { box: 'Thời gian', field: 'ngày tổ chức', path: ['heldOn'], value: (r: Held) => r.heldOn },
  { box: 'Địa điểm', field: 'nơi tổ chức', path: ['place'], value: (r: Held) => r.place },
]

/** What an attendance sheet must say, by edition. */
export const attendanceBoxes: Record<'RQ1', BoxCheck<AttendanceRecord>> = { RQ1: needs(heldBoxes) }

/** What the minutes must say, by edition. */
export const minutesBoxes: Record<'RQ1', BoxCheck<MinutesRecord>> = {
  RQ1: needs<MinutesRecord>([
    ...heldBoxes,
    { box: 'Chủ trì', field: 'người chủ trì', path: ['chair'], value: (r) => r.chair },
    { box: 'Thư ký', field: 'thư ký', path: ['secretary'], value: (r) => r.secretary },
    { box: 'Nội dung', field: 'nội dung hội nghị', path: ['content'], value: (r) => r.content },
  ]),
}
