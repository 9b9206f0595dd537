import { formatDate, parseDate } from '#core/date.ts'
import { parsePhone } from '#core/phone.ts'
import { ok, type Result } from '#core/result.ts'
import type { Attendee, AttendeeDraft } from '#core/roster.ts'
import type { Occupation } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { noting, readDay, type Wrongs } from '../../components/reading.ts'

/** A row of a roster as typed. */
export type AttendeeForm = {
  id: number | null
  name: string
  birthYear: string
  address: string
  phone: string
  occupation: Occupation | ''
  bhxh: boolean
  bhyt: boolean
  consent: boolean
  followUpOn: string
  note: string
}

/** An empty row. */
export const emptyAttendee: AttendeeForm = {
  id: null,
  name: '',
  birthYear: '',
  address: '',
  phone: '',
  occupation: '',
  bhxh: false,
  bhyt: false,
  consent: false,
  followUpOn: '',
  note: '',
}

/** A stored row, ready for editing. */
export function editAttendee(attendee: Attendee): AttendeeForm {
  const { id, name, birthYear, address, phone, occupation, bhxh, bhyt, consent, note } = attendee
  return {
    ...{ id, name, address, bhxh, bhyt, consent, note },
    birthYear: birthYear === null ? '' : String(birthYear),
    phone: phone ?? '',
    occupation: occupation ?? '',
    followUpOn: attendee.followUpOn === null ? '' : formatDate(attendee.followUpOn),
  }
}

function readYear(text: string, today: string): Result<number> {
  const read = parseDate(text, { today, past: true, allowYear: true })
  return read.ok ? ok(Number(read.value.date.slice(0, 4))) : read
}

/** Reads the row: the draft when every box is right, and what is wrong by box otherwise. */
export function readAttendee(
  form: AttendeeForm,
  today: string,
): { draft: AttendeeDraft | null; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const { required, optional } = noting(wrong)
  const name = required('name', cleanText(form.name))
  const birthYear = optional('birthYear', form.birthYear, (text) => readYear(text, today))
  const phone = optional('phone', form.phone, parsePhone)
  const followUpOn = optional('followUpOn', form.followUpOn, (text) => readDay(text, today))
  if (phone !== null && !form.consent) wrong.phone = { code: 'roster.phone-without-consent' }
  if (!name || Object.keys(wrong).length > 0) return { draft: null, wrong }
  const { id, bhxh, bhyt, consent } = form
  return {
    wrong,
    draft: {
      ...{ id, name, birthYear, phone, bhxh, bhyt, consent, followUpOn },
      address: cleanText(form.address),
      occupation: form.occupation || null,
      note: cleanText(form.note),
    },
  }
}
