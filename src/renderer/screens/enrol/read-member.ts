import { parseDate } from '#core/date.ts'
import type { BhxhChoice, BhytChoice, MemberDraft } from '#core/enrolment.ts'
import { parseInsuranceNumber, parsePersonalNumber } from '#core/identifiers.ts'
import { parseMoney } from '#core/money.ts'
import { type Birth, type PersonDraft, readBirthPlace } from '#core/person.ts'
import { parsePhone } from '#core/phone.ts'
import type { Result } from '#core/result.ts'
import type { ParticipationKind } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { noting, readDay, readMonth, type Wrongs } from '../../components/reading.ts'
import type { MemberForm } from './draft.ts'

/** Kinds that apply while the clerk has not chosen one. */
export type SuggestedKinds = {
  bhxh: ParticipationKind | undefined
  bhyt: ParticipationKind | undefined
}

/** A birth date as typed, a bare year allowed. */
function readBirth(text: string, today: string): Result<Birth> {
  return parseDate(text, { today, past: true, allowYear: true })
}

function readPerson(form: MemberForm, today: string, wrong: Wrongs): PersonDraft | null {
  const { required, optional } = noting(wrong)
  const name = required('person.name', cleanText(form.name))
  const birth = required('person.birth', form.birth.trim(), (text) => readBirth(text, today))
  const sex = required('person.sex', form.sex)
  const personalNumber = optional('person.personalNumber', form.personalNumber, parsePersonalNumber)
  const insuranceNumber = optional(
    'person.insuranceNumber',
    form.insuranceNumber,
    parseInsuranceNumber,
  )
  const phone = optional('person.phone', form.phone, parsePhone)
  const nationality = required('person.nationality', cleanText(form.nationality))
  if (!name || !sex || !birth || !nationality) return null
  return {
    id: form.id,
    name,
    birth,
    sex,
    personalNumber,
    insuranceNumber,
    phone,
    nationality,
    email: cleanText(form.email) || null,
    ethnicity: cleanText(form.ethnicity) || null,
    careFacility: cleanText(form.careFacility) || null,
    birthPlace: readBirthPlace(form.birthPlace),
    guardian: cleanText(form.guardian) || null,
    delivery: form.delivery || null,
  }
}

/** The BHXH choice of a row, or null when it is off or not complete. */
export function readBhxh(
  form: MemberForm,
  kind: ParticipationKind,
  today: string,
  wrong: Wrongs,
): BhxhChoice | null {
  if (!form.bhxhOn) return null
  const { required, optional } = noting(wrong)
  const method = required('bhxh.method', form.method)
  const income = required('bhxh.income', form.income.trim(), parseMoney)
  const declaredUntil = optional('bhxh.declaredUntil', form.declaredUntil, (text) =>
    readMonth(text, today),
  )
  if (wrong['bhxh.declaredUntil'] || income === null || !method || method === 'missing') return null
  const kindNote = cleanText(form.bhxhNote) || null
  return { kind: form.bhxhKind || kind, income, method, group: form.group, declaredUntil, kindNote }
}

/** The BHYT choice of a row, or null when it is off or not complete. */
export function readBhyt(
  form: MemberForm,
  kind: ParticipationKind,
  today: string,
  wrong: Wrongs,
): BhytChoice | null {
  if (!form.bhytOn) return null
  const cardEnds = noting(wrong).optional('bhyt.cardEnds', form.cardEnds, (text) =>
    readDay(text, today),
  )
  if (wrong['bhyt.cardEnds']) return null
  const months = Number(form.months) as BhytChoice['months']
  const kindNote = cleanText(form.bhytNote) || null
  return { kind: form.bhytKind || kind, months, support: form.support, cardEnds, kindNote }
}

/** Reads a row: the draft when every box is right, and what is wrong by box otherwise. */
export function readMember(
  form: MemberForm,
  today: string,
  suggested: SuggestedKinds,
): { draft: MemberDraft | null; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const { required } = noting(wrong)
  const relation = required('relation', form.relation)
  const person = readPerson(form, today, wrong)
  const occupation = required('occupation', form.occupation)
  const bhxh = readBhxh(form, suggested.bhxh ?? 'first', today, wrong)
  const bhyt = readBhyt(form, suggested.bhyt ?? 'first', today, wrong)
  const whole = Object.keys(wrong).length === 0 && relation && person && occupation
  return { draft: whole ? { person, relation, occupation, bhxh, bhyt } : null, wrong }
}

/** What the main process refused in one row, by path inside the row. */
export function rowWrongs(wrongs: Wrongs | undefined, index: number): Wrongs | undefined {
  const prefix = `members.${index}.`
  const own = Object.entries(wrongs ?? {}).filter(([path]) => path.startsWith(prefix))
  if (own.length === 0) return undefined
  return Object.fromEntries(own.map(([path, wrong]) => [path.slice(prefix.length), wrong]))
}
