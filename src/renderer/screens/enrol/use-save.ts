import { useState } from 'react'
import type { CallAnswer } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { call, ProblemError } from '../../api.ts'
import type { Wrongs } from '../../components/reading.ts'
import { draftStore, type EnrolForm, newForm } from './draft.ts'
import { readForm, readPriceRequest } from './read-form.ts'

/** The sign-up saved last: what the store answered, and whose household it was. */
export type Saved = CallAnswer<'enrolment.save'> & { household: string }

/** What the store refused, about exactly this form: any change to it drops the refusal. */
type Refusal = { form: EnrolForm; wrongs: Wrongs; error: unknown }

/** Prices once more, so that the suggested kinds saved are those of exactly this form. */
async function priceNow(form: EnrolForm, today: string) {
  const request = readPriceRequest(form, today, undefined)
  return request ? call('enrolment.price', request) : undefined
}

function refusalOf(form: EnrolForm, error: unknown): Refusal {
  const problem = error instanceof ProblemError ? error.problem : null
  const path = problem?.path?.join('.')
  if (!problem || !path) return { form, wrongs: {}, error }
  return { form, wrongs: { [path]: problem }, error: null }
}

/** How an attempt to save ended: saved, or refused with the path of the first wrong box if there is one. */
export type Outcome = 'saved' | { wrongAt: string | undefined }

/** Saving the sign-up; from the first attempt on everything wrong shows, except in rows added later. */
export function useSave(today: string) {
  const [saved, setSaved] = useState<Saved | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [attempted, setAttempted] = useState<{ key: string; rows: string[] } | null>(null)
  const [saving, setSaving] = useState(false)

  async function attempt(form: EnrolForm): Promise<Outcome> {
    if (saving) return { wrongAt: undefined }
    setAttempted({ key: form.key, rows: form.members.map(({ rowId }) => rowId) })
    setRefusal(null)
    const first = Object.keys(readForm(form, today, undefined).wrong)[0]
    if (first) return { wrongAt: first }
    setSaving(true)
    try {
      const { draft } = readForm(form, today, await priceNow(form, today))
      if (!draft) return { wrongAt: undefined }
      const answer = await call('enrolment.save', draft)
      setSaved({ ...answer, household: draft.members[0]?.person.name ?? '' })
      draftStore.set(newForm(formatDate(today), form))
      return 'saved'
    } catch (error) {
      const refused = refusalOf(form, error)
      setRefusal(refused)
      return { wrongAt: Object.keys(refused.wrongs)[0] }
    } finally {
      setSaving(false)
    }
  }

  const strictFor = (form: EnrolForm, rowId?: string): boolean =>
    attempted?.key === form.key && (!rowId || attempted.rows.includes(rowId))
  const refusalFor = (form: EnrolForm) => (refusal?.form === form ? refusal : null)

  /** Everything wrong that shows now, by path. */
  function wrongsOf(form: EnrolForm): Wrongs {
    if (!strictFor(form)) return {}
    const { wrong } = readForm(form, today, undefined)
    const all = Object.entries({ ...wrong, ...refusalFor(form)?.wrongs })
    return Object.fromEntries(
      all.filter(([path]) => {
        const row = /^members\.(\d+)\./.exec(path)
        return !row || strictFor(form, form.members[Number(row[1])]?.rowId)
      }),
    )
  }

  const forget = () => setSaved(null)
  return { attempt, saving, saved, forget, strictFor, refusalFor, wrongsOf }
}
