import type { FormJob, FormRecords } from '../forms.ts'
import { blankOf } from './blanks.ts'
import { attendanceOf, minutesOf } from './conference-papers.ts'
import { dueListOf, reminderOf } from './due-papers.ts'
import type { PaperContext, PaperFacts, PaperRef, SignUp } from './facts.ts'
import { annexOf, mau4Of, quoteOf } from './household-papers.ts'
import { d03Of, d05Of } from './lists.ts'
import { mau2Of, tk1Of } from './person-papers.ts'
import { noticeOf } from './privacy-papers.ts'

/** The paper a reference names, filled from its facts; without enrolments or conference it is a blank one. */
export function paperOf(context: PaperContext, ref: PaperRef, facts: PaperFacts): FormJob {
  const { form, edition } = ref
  return { form, edition, record: recordOf(markedFor(context, ref), ref, facts) } as FormJob
}

/** The line that asks to compare a layout is for those that were not compared yet. */
function markedFor(context: PaperContext, { form, edition }: PaperRef): PaperContext {
  const row = context.editions.find((each) => each.form === form && each.edition === edition)
  const checkAgainstOfficial = context.checkAgainstOfficial && row?.confirmed !== true
  return { ...context, checkAgainstOfficial }
}

function recordOf(
  context: PaperContext,
  ref: PaperRef,
  facts: PaperFacts,
): FormRecords[keyof FormRecords] {
  const { conference, signUps, roster } = facts
  if (context.blank) return blankOf(ref, context, conference)
  if (ref.form === 'attendance') return attendanceOf(context, conference, signUps, roster)
  if (ref.form === 'minutes') return minutesOf(context, conference, signUps)
  if (ref.form === 'due-list') return dueListOf(context, ref.day, signUps)
  const [first, ...others] = signUps
  if (!first) return blankOf(ref, context, conference)
  return signUpRecord(context, { ...ref, form: ref.form }, facts, [first, ...others])
}

type SignUpForm = Exclude<PaperRef['form'], 'attendance' | 'minutes' | 'due-list'>

function signUpRecord(
  context: PaperContext,
  ref: PaperRef & { form: SignUpForm },
  facts: PaperFacts,
  signUps: [SignUp, ...SignUp[]],
): FormRecords[SignUpForm] {
  const [first] = signUps
  switch (ref.form) {
    case 'tk1-ts':
      return tk1Of(context, first)
    case 'mau-2':
      return mau2Of(context, first)
    case 'household-annex':
      return annexOf(context, first, facts.members)
    case 'mau-4':
      return mau4Of(context, signUps)
    case 'privacy-notice':
      return noticeOf(context, ref.edition, first)
    case 'quote':
      return quoteOf(context, signUps)
    case 'd03-ts':
      return d03Of(context, signUps)
    case 'd05-ts':
      return d05Of(context, ref.edition, signUps)
    case 'reminder':
      return reminderOf(context, ref.day, first, facts)
  }
}
