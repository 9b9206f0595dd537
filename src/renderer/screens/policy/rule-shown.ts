import { useContext, useEffect, useState } from 'react'
import { makeDraft } from '../../components/draft-store.ts'
import { GoTo } from '../shell/go-to.ts'

/** A row of policy to be shown, by its id, and the ISO day it is looked up for. */
type RuleShown = { row: string; on: string }

const ruleShown = makeDraft<RuleShown>()

/** Opens the rules of a day at one row. */
export function useShowRule(on: string): (row: string) => void {
  const go = useContext(GoTo)
  return (row) => {
    ruleShown.set({ row, on })
    go('policy')
  }
}

/** The row the rules were opened at, once: coming back by the menu shows the rules of today. */
export function useRuleShown(): RuleShown | null {
  const [shown] = useState(() => ruleShown.get())
  useEffect(() => ruleShown.clear(), [])
  return shown
}
