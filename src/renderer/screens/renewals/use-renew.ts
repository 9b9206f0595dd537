import { useState } from 'react'
import { useAct } from '../../api.ts'
import { draftStore, isDirty } from '../enrol/draft.ts'
import { formOf, renewalNotes } from './renewal-form.ts'

/** Renews a whole household: fills the sign-up with it and goes there; asks before replacing another. */
export function useRenew(today: string, onGo: () => void) {
  const act = useAct('renewal.draft')
  const [asking, setAsking] = useState<number | null>(null)
  const make = (householdId: number) => {
    setAsking(null)
    act.mutate(
      { householdId, on: today },
      {
        onSuccess: ({ draft, notices }) => {
          draftStore.set(formOf(draft))
          renewalNotes.set({ key: draft.key, notices })
          onGo()
        },
      },
    )
  }
  return {
    asking: asking !== null,
    error: act.error,
    isPending: act.isPending,
    start: (householdId: number) =>
      isDirty(draftStore.get()) ? setAsking(householdId) : make(householdId),
    replace: () => asking !== null && make(asking),
    stop: () => setAsking(null),
  }
}
