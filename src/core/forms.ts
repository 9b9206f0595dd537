import { z } from 'zod'
import { formatDate } from './date.ts'
import {
  type AttendanceRecord,
  attendanceBoxes,
  type MinutesRecord,
  minutesBoxes,
} from './forms/conference-papers.ts'
import { type D03Record, d03Boxes } from './forms/d03.ts'
import { type D05Record, d05Boxes } from './forms/d05.ts'
import { type DueListRecord, dueListBoxes } from './forms/due-list.ts'
import { type HouseholdAnnexRecord, householdAnnexBoxes } from './forms/household-annex.ts'
import { type Mau2Record, mau2Boxes } from './forms/mau-2.ts'
import { type Mau4Record, mau4Boxes } from './forms/mau-4.ts'
import { type PrivacyNoticeRecord, privacyNoticeBoxes } from './forms/privacy-notice.ts'
import { type QuoteRecord, quoteBoxes } from './forms/quote.ts'
import type { BoxCheck } from './forms/record.ts'
import { type ReminderRecord, reminderBoxes } from './forms/reminder.ts'
import { type Tk1Record, tk1Boxes } from './forms/tk1.ts'
import { IsoDay } from './person.ts'
import { fail, ok, type Problem, type Result } from './result.ts'

/** Every form we can draw: its official code and title, its paper, and the editions we know. */
export const forms = {
  'tk1-ts': {
    code: 'TK1-TS',
    title: 'Tờ khai tham gia, điều chỉnh thông tin BHXH, BHYT',
    paper: 'A4 đứng',
    editions: ['QD490', 'QD366'],
  },
  'household-annex': {
    code: 'Phụ lục TK1-TS',
    title: 'Phụ lục Thành viên hộ gia đình',
    paper: 'A4 ngang',
    editions: ['QD490'],
  },
  'mau-2': {
    code: 'Mẫu số 2',
    title: 'Tờ khai tham gia, điều chỉnh thông tin bảo hiểm y tế',
    paper: 'A4 đứng',
    editions: ['ND188'],
  },
  'mau-4': {
    code: 'Mẫu số 4',
    title: 'Danh sách thành viên hộ gia đình tham gia bảo hiểm y tế',
    paper: 'A4 đứng',
    editions: ['ND188'],
  },
  'd05-ts': {
    code: 'D05-TS',
    title: 'Danh sách tham gia BHXH tự nguyện',
    paper: 'A4 ngang',
    editions: ['QD490', 'QD366'],
  },
  'd03-ts': {
    code: 'D03-TS',
    title: 'Danh sách người chỉ tham gia BHYT',
    paper: 'A4 ngang',
    editions: ['QD490'],
  },
  attendance: {
    code: 'Danh sách dự hội nghị',
    title: 'Danh sách người dự hội nghị tư vấn',
    paper: 'A4 đứng',
    editions: ['RQ1'],
  },
  minutes: {
    code: 'Biên bản hội nghị',
    title: 'Biên bản hội nghị tư vấn',
    paper: 'A4 đứng',
    editions: ['RQ1'],
  },
  quote: {
    code: 'Phiếu tính mức đóng',
    title: 'Phiếu tính mức đóng của hộ gia đình',
    paper: 'A4 đứng',
    editions: ['RQ1'],
  },
  'privacy-notice': {
    code: 'Thông báo dữ liệu cá nhân',
    title: 'Thông báo xử lý dữ liệu cá nhân',
    paper: 'A4 đứng',
    editions: ['ND13', 'L91'],
  },
  reminder: {
    code: 'Thư nhắc đóng tiếp',
    title: 'Thư nhắc đóng tiếp BHXH tự nguyện, BHYT hộ gia đình',
    paper: 'A4 đứng',
    editions: ['RQ1'],
  },
  'due-list': {
    code: 'D08a-TS',
    title: 'Danh sách người tham gia đến hạn phải đóng BHXH tự nguyện, BHYT',
    paper: 'A4 ngang',
    editions: ['QD595', 'RQ1'],
  },
} as const

/** The record each form is filled from. */
export type FormRecords = {
  'tk1-ts': Tk1Record
  'household-annex': HouseholdAnnexRecord
  'mau-2': Mau2Record
  'mau-4': Mau4Record
  'd05-ts': D05Record
  'd03-ts': D03Record
  attendance: AttendanceRecord
  minutes: MinutesRecord
  quote: QuoteRecord
  'privacy-notice': PrivacyNoticeRecord
  reminder: ReminderRecord
  'due-list': DueListRecord
}

/** Id of a form. */
export type FormId = keyof typeof forms

/** An edition of one form (of any form when none is named). */
export type EditionOf<F extends FormId = FormId> = {
  [K in F]: (typeof forms)[K]['editions'][number]
}[F]

/** One paper to draw: form, edition and record that belong together. */
export type FormJob = {
  [F in FormId]: { form: F; edition: EditionOf<F>; record: FormRecords[F] }
}[FormId]

const boxes: { [F in FormId]: Record<EditionOf<F>, BoxCheck<FormRecords[F]>> } = {
  'tk1-ts': tk1Boxes,
  'household-annex': householdAnnexBoxes,
  'mau-2': mau2Boxes,
  'mau-4': mau4Boxes,
  'd05-ts': d05Boxes,
  'd03-ts': d03Boxes,
  attendance: attendanceBoxes,
  minutes: minutesBoxes,
  quote: quoteBoxes,
  'privacy-notice': privacyNoticeBoxes,
  reminder: reminderBoxes,
  'due-list': dueListBoxes,
}

const formIds = Object.keys(forms) as [FormId, ...FormId[]]

/** Reads a form id, for instance from the command line. */
export function parseFormId(text: string): Result<FormId> {
  const found = formIds.find((id) => id === text)
  return found ? ok(found) : fail('forms.unknown-form', { form: text, known: formIds.join(', ') })
}

/**
 * When an edition is in force (inclusive ISO days, `to` null while it is), the legal source, and
 * whether its layout was compared with the official file; a `notice` says what was not.
 */
export const FormEditionRow = z.strictObject({
  form: z.enum(formIds),
  edition: z.string(),
  from: IsoDay,
  to: IsoDay.nullable(),
  source: z.string().min(1),
  confirmed: z.boolean(),
  notice: z.string().min(1).nullable(),
})
export type FormEditionRow = z.infer<typeof FormEditionRow>

/** A row whose edition is one we can draw. */
export type EditionRow<F extends FormId = FormId> = Omit<FormEditionRow, 'form' | 'edition'> & {
  form: F
  edition: EditionOf<F>
}

/** `resources/policy/form-editions.json`: every edition once, no overlap within a form. */
export const FormEditions = z.array(FormEditionRow).superRefine((rows, context) => {
  for (const form of formIds) {
    const listed = rows.filter((row) => row.form === form)
    const editions = listed.map((row) => row.edition).sort()
    if (editions.join() !== [...forms[form].editions].sort().join())
      context.addIssue(`editions of ${form} are ${editions.join(', ')}`)
    const spans = listed.sort((a, b) => (a.from < b.from ? -1 : 1))
    const overlap = spans.some((row, i) => i > 0 && (spans[i - 1]?.to ?? '9999') >= row.from)
    if (overlap) context.addIssue(`editions of ${form} overlap`)
  }
})
export type FormEditions = z.infer<typeof FormEditions>

/** The edition in force on the signing day. */
export function editionOn<F extends FormId>(
  rows: FormEditions,
  form: F,
  signedOn: string,
): Result<EditionRow<F>> {
  const row = rows.find(
    (each) => each.form === form && each.from <= signedOn && signedOn <= (each.to ?? '9999'),
  )
  if (row) return ok(row as EditionRow<F>)
  return fail('forms.no-edition', { form: forms[form].code, date: formatDate(signedOn) }, [
    'signedOn',
  ])
}

/** The edition a clerk chose by hand. */
export function editionNamed<F extends FormId>(
  rows: FormEditions,
  form: F,
  edition: string,
): Result<EditionRow<F>> {
  const row = rows.find((each) => each.form === form && each.edition === edition)
  if (row) return ok(row as EditionRow<F>)
  const { code, editions } = forms[form]
  return fail('forms.unknown-edition', { form: code, edition, known: editions.join(', ') }, [
    'edition',
  ])
}

/** One problem for each box (or cell) the form must have and the record leaves empty, in paper order. */
export function missingBoxes<F extends FormId>(
  form: F,
  edition: EditionOf<F>,
  record: FormRecords[F],
): Problem[] {
  return boxes[form][edition](record)
}
