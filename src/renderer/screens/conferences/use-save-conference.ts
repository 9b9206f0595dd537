import { useState } from 'react'
import { fill, type Language, type Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { type Complaint, goToBox } from '../../components/error-summary.tsx'
import { sayWrong, type Wrongs } from '../../components/reading.ts'
import { useLanguage } from '../../language.tsx'
import { type ConferenceForm, readConference } from './draft.ts'

const { conferences } = texts

/** The label of each box of the form. */
export const conferenceLabel = {
  kind: conferences.kind,
  state: conferences.state,
  heldOn: conferences.heldOn,
  startsAt: conferences.startsAt,
  endsAt: conferences.endsAt,
  commune: conferences.commune,
  place: conferences.place,
  organisers: conferences.organisers,
  targetGroups: conferences.targetGroups,
  speakers: conferences.speakers,
  invited: conferences.invited,
  attendees: conferences.attendees,
  consultations: conferences.consultations,
  notes: conferences.notes,
  questions: conferences.questions,
  materials: conferences.materials,
  chair: conferences.chair,
  secretary: conferences.secretary,
  minutes: conferences.minutes,
} as const

/** What is wrong by box, as lines of the error summary. */
function complaintsOf(wrongs: Wrongs, language: Language): Complaint[] {
  return Object.entries(wrongs).map(([path, what]) => {
    const label = (conferenceLabel as Record<string, Phrase>)[path]
    const where = label && what !== 'required' ? fill(label, language) : ''
    return { path, where, message: sayWrong(what, label, language) }
  })
}

/** Saving a conference: what is wrong by box, and the sentence for a refusal that has no box. */
export function useSaveConference(
  form: ConferenceForm,
  today: string,
  onSaved: (id: number) => void,
) {
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

  return {
    save,
    strict,
    complaints: strict ? complaintsOf(all, language) : [],
    saving: act.isPending,
    wrong: all,
    error: path ? null : error,
  }
}
