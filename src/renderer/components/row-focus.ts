import { type KeyboardEvent, useRef, useState } from 'react'

/** Keys that move between rows: how far, given the number of rows. */
const steps: Record<string, (at: number, count: number) => number> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at) => at - 15,
  PageDown: (at) => at + 15,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** One tab stop for a whole list of rows; arrows, page keys, Home and End move inside it. */
export function useRowFocus(count: number) {
  const [chosen, setChosen] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.max(0, Math.min(chosen, count - 1))
  const go = (to: number) => {
    const next = Math.max(0, Math.min(to, count - 1))
    setChosen(next)
    body.current?.rows[next]?.focus()
  }
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey) return
    event.preventDefault()
    go(step(at, count))
  }
  return {
    at,
    body,
    focus: () => go(at),
    row: (index: number) => ({
      tabIndex: index === at ? 0 : -1,
      'data-current': index === at || undefined,
      onFocus: () => setChosen(index),
      onKeyDown: move,
    }),
  }
}
