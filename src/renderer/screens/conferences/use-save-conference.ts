import { useState } from 'react'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { type Complaint, goToBox } from '../../components/error-summary.tsx'
import { sayWrong, type Wrongs } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { type ConferenceForm, readConference } from './draft.ts'

const { conferences } = texts

/** The label of each box of the form. */
export const conferenceLabel = {
  kind: conferences.kind,
  heldOn: conferences.heldOn,
  startsAt: conferences.startsAt,
  commune: conferences.commune,
  place: conferences.place,
  organisers: conferences.organisers,
  speakers: conferences.speakers,
  attendees: conferences.attendees,
  notes: conferences.notes,
} as const

/** Saving a conference: what is wrong by box, and the sentence for a refusal that has no box. */
export function useSaveConference(
  form: ConferenceForm,
  today: string,
  onSaved: (id: number) => void,
) {
  const say = useSay()
  const language = useLanguage()
  const act = useAct('conference.save')
  const [strict, setStrict] = useState(false)
  const [refused, setRefused] = useState<{ form: ConferenceForm; error: unknown } | null>(null)
  const { draft, wrong } = readConference(form, today)
  // A refusal is about exactly this form: any change to it drops the refusal.
  const error = refused?.form === form ? refused.error : null
  const refusal = error instanceof ProblemError ? error.problem : null
  const path = refusal?.path?.join('.')
  const all: Wrongs = { ...wrong, ...(path && refusal && { [path]: refusal }) }

  const save = () => {
    setStrict(true)
    setRefused(null)
    const first = Object.keys(wrong)[0]
    if (first) return requestAnimationFrame(() => goToBox(first))
    if (!draft || act.isPending) return
    act.mutate(draft, {
      onSuccess: ({ id }) => {
        setStrict(false)
        onSaved(id)
      },
      onError: (failure) => {
        setRefused({ form, error: failure })
        const at = failure instanceof ProblemError ? failure.problem.path?.join('.') : undefined
        if (at) requestAnimationFrame(() => goToBox(at))
      },
    })
  }

  const complaints: Complaint[] = strict
    ? Object.entries(all).map(([at, what]) => {
        const label = (conferenceLabel as Record<string, Phrase>)[at]
        return {
          path: at,
          where: label ? say(label) : '',
          message: sayWrong(what, label, language),
        }
      })
    : []
  return {
    save,
    strict,
    complaints,
    saving: act.isPending,
    wrong: all,
    error: path ? null : error,
  }
}
