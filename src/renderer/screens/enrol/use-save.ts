import { useState } from 'react'
import type { CallAnswer } from '#core/contract.ts'
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

/**
 * Saving the sign-up. `attempt` answers the path of the first wrong box, or null when it was saved;
 * `strict` shows everything that is wrong from the first attempt on.
 */
export function useSave(today: string) {
  const [saved, setSaved] = useState<Saved | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [attempted, setAttempted] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)

  async function attempt(form: EnrolForm): Promise<string | null> {
    if (saving) return null
    setAttempted(form.key)
    setRefusal(null)
    const first = Object.keys(readForm(form, today, undefined).wrong)[0]
    if (first) return first
    setSaving(true)
    try {
      const { draft } = readForm(form, today, await priceNow(form, today))
      if (!draft) return null
      const answer = await call('enrolment.save', draft)
      setSaved({ ...answer, household: draft.members[0]?.person.name ?? '' })
      draftStore.set(newForm(today, form))
      return null
    } catch (error) {
      const refused = refusalOf(form, error)
      setRefusal(refused)
      return Object.keys(refused.wrongs)[0] ?? null
    } finally {
      setSaving(false)
    }
  }

  return {
    attempt,
    saving,
    saved,
    forget: () => setSaved(null),
    strictFor: (form: EnrolForm) => attempted === form.key,
    refusalFor: (form: EnrolForm) => (refusal?.form === form ? refusal : null),
  }
}
