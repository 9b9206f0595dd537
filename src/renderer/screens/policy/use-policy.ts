import { useState } from 'react'
import type { AppState, PolicyRead } from '#core/contract.ts'
import { fill, type Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { type Complaint, goToBox } from '../../components/error-summary.tsx'
import { sayInBox, sayWrong, type Wrongs } from '../../components/reading.ts'
import { useLanguage } from '../../language.tsx'
import { asTyped, emptyLine, type LineTable, type PolicyTyped, readPolicy } from './draft.ts'

const { policy } = texts

const labels: Record<string, Phrase> = {
  year: policy.year,
  percent: policy.percent,
  source: policy.source,
  from: policy.from,
  to: policy.to,
  group: policy.group,
  head: policy.head,
  pin: policy.pin,
  ...texts.terms.group,
}

/** The label of a box by the last part of its path. */
export const labelOf = (path: string): Phrase => labels[path.split('.').at(-1) ?? ''] ?? policy.what

function firstTyped({ form }: PolicyRead, { staff }: AppState): PolicyTyped {
  const heads = staff.filter(({ role }) => role === 'head')
  return asTyped(form, heads.length === 1 ? String(heads[0]?.id) : '')
}

/** What the head types, what is wrong with it, and saving it. */
export function usePolicy(read: PolicyRead, state: AppState) {
  const language = useLanguage()
  const act = useAct('policy.save')
  const [typed, setTyped] = useState(() => firstTyped(read, state))
  const [strict, setStrict] = useState(false)
  const { order, wrong } = readPolicy(typed, state.today)
  const problem = act.error instanceof ProblemError ? act.error.problem : null
  const path =
    problem?.path?.join('.') ?? (problem?.code.startsWith('session.wrong') ? 'pin' : null)
  const all: Wrongs = { ...wrong, ...(path && problem && { [path]: problem }) }

  const set = (change: Partial<PolicyTyped>) => {
    act.reset()
    setTyped((before) => ({ ...before, ...change }))
  }
  const save = () => {
    setStrict(true)
    const first = Object.keys(wrong)[0]
    if (first) return requestAnimationFrame(() => goToBox(first))
    if (!order || act.isPending) return
    act.mutate(order, {
      onSuccess: (form) => {
        setStrict(false)
        setTyped(asTyped(form, typed.head))
      },
    })
  }
  return {
    typed,
    set,
    save,
    saving: act.isPending,
    saved: act.isSuccess,
    error: path ? null : act.error,
    complaints: strict
      ? Object.entries(all).map(
          ([at, what]): Complaint => ({
            path: at,
            where: what === 'required' ? '' : fill(labelOf(at), language),
            message: sayWrong(what, labelOf(at), language),
          }),
        )
      : [],
    box: (at: string) => {
      const what = all[at]
      const error = what ? sayInBox(what, language) : null
      return { path: at, label: fill(labelOf(at), language), strict, error }
    },
    add: (table: LineTable) => set({ [table]: [...typed[table], emptyLine[table]()] }),
    remove: (table: LineTable, index: number) =>
      set({ [table]: typed[table].filter((_, at) => at !== index) }),
    change: (table: LineTable, index: number, change: Record<string, string>) =>
      set({
        [table]: typed[table].map((line, at) => (at === index ? { ...line, ...change } : line)),
      }),
  }
}

/** The form of the office's own policy while it is open. */
export type PolicyEditing = ReturnType<typeof usePolicy>
