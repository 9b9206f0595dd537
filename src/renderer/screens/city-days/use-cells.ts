import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** A place in a table: line and column, from 0. */
export type CellAt = { row: number; column: number }

const moves: Record<string, (at: CellAt, last: CellAt) => CellAt> = {
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, last) => ({ ...at, column: last.column }),
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last))

/** One tab stop for a table of cells: arrows, Home and End move, Enter opens. */
export function useCells(rows: number, columns: number, onOpen: (at: CellAt) => void) {
  const box = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<CellAt>({ row: 0, column: 0 })
  const moved = useRef(false)
  const last = { row: rows - 1, column: columns - 1 }
  const here = { row: clamp(at.row, last.row), column: clamp(at.column, last.column) }
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const place = `[data-row="${here.row}"][data-column="${here.column}"]`
    box.current?.querySelector<HTMLElement>(place)?.focus()
  }, [here.row, here.column])
  const go = (to: CellAt) => {
    moved.current = true
    setAt({ row: clamp(to.row, last.row), column: clamp(to.column, last.column) })
  }
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey) return
    const move = moves[event.key]
    if (move) {
      event.preventDefault()
      go(move(here, last))
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onOpen(here)
    }
  }
  return { box, at: here, press, go }
}
