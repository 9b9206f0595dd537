import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'

/** Height of a line of a grid, in px; the style sheet says the same. */
export const lineHeight = 30

/** How many lines before the last one that is read the next page is asked for. */
const ahead = 120

/** The lines that are read so far, and how to read on. */
export type Lines = { count: number; hasMore: boolean; isReading: boolean; readOn: () => void }

/** Keys that move: how far, given the number of lines on the window. */
const steps: Record<string, (at: number, last: number, page: number) => number> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at, _last, page) => at - page,
  PageDown: (at, _last, page) => at + page,
  Home: () => 0,
  End: (_at, last) => last,
}

/**
 * Where one is in a long list of which only the lines on the window are drawn. Moving past what is read
 * so far is allowed and reads on, so that no press of a held key is lost. Another `question` starts at
 * its own first line.
 */
export function useGrid({ count, hasMore, isReading, readOn }: Lines, question: string) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  // A held key comes faster than the window draws, so each press starts where the last one ended.
  const latest = useRef(0)
  const at = hasMore ? chosen : Math.max(0, Math.min(chosen, count - 1))
  const drawn = hasMore ? Math.max(count, at + 1) + 1 : count
  const virtual = useVirtualizer({
    count: drawn,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    scrollPaddingStart: lineHeight,
    rangeExtractor: ({ startIndex, endIndex, overscan, count: all }) => {
      const from = Math.max(0, startIndex - overscan)
      const to = Math.min(all - 1, endIndex + overscan)
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
      // What is read out must be drawn, also when the wheel has taken it off the window.
      return at < all && (at < from || at > to) ? [...shown, at].sort((a, b) => a - b) : shown
    },
  })
  const top = useEffectEvent(() => go(0))
  useEffect(() => {
    if (question !== '') top()
  }, [question])
  const furthest = Math.max(at, virtual.range?.endIndex ?? 0)
  useEffect(() => {
    if (hasMore && !isReading && furthest >= count - ahead) readOn()
  }, [hasMore, isReading, furthest, count, readOn])
  const go = (to: number) => {
    const next = Math.max(0, hasMore ? to : Math.min(to, count - 1))
    latest.current = next
    setChosen(next)
    virtual.scrollToIndex(next)
  }
  const move = (event: KeyboardEvent): boolean => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey) return false
    event.preventDefault()
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / lineHeight) - 2)
    const from = hasMore ? latest.current : Math.min(latest.current, count - 1)
    go(step(from, count - 1, page))
    return true
  }
  const lineId = (index: number) => `${id}-${index}`
  return { at, go, move, box, virtual, lineId, focus: () => box.current?.focus() }
}

/** A grid's place and movement. */
export type Grid = ReturnType<typeof useGrid>
