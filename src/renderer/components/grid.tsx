// biome-ignore-all lint/a11y/useSemanticElements: only the lines on the window are drawn, as no table can
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import css from './grid.module.css'
import type { Grid } from './use-grid.ts'

/** A column of a grid: its heading, its width (CSS grid), its least width in rem and its content. */
export type GridColumn<R> = {
  title: Phrase
  width: string
  least: number
  align?: 'right'
  main?: boolean
  mono?: boolean
  cell: (row: R) => ReactNode
}

type GridProps<R> = {
  label: string
  grid: Grid
  rows: readonly R[]
  /** How many there are in all, or null when that is not known. */
  total: number | null
  columns: GridColumn<R>[]
  marked?: (row: R) => boolean
  gone?: (row: R) => boolean
  onOpen: (row: R) => void
  onMark?: (row: R) => void
  onKey?: (event: KeyboardEvent, row: R | undefined) => void
}

/**
 * A long list as one tab stop: arrows, page keys, Home and End move, Enter opens, Space marks; screen
 * readers hear the line one is at and how many there are.
 */
export function VirtualGrid<R>(props: GridProps<R>) {
  const { label, grid, rows, total, columns, onOpen, onMark, onKey } = props
  const say = useSay()
  const current = rows[grid.at]
  const press = (event: KeyboardEvent) => {
    if (grid.move(event)) return
    if (event.altKey || event.ctrlKey) return
    if (event.key === 'Enter' && current) {
      event.preventDefault()
      onOpen(current)
    } else if (event.key === ' ' && onMark && current) {
      event.preventDefault()
      onMark(current)
    } else onKey?.(event, current)
  }
  const style = {
    '--columns': columns.map(({ width }) => width).join(' '),
    '--least': `${columns.reduce((sum, { least }) => sum + least + 0.75, 0)}rem`,
  } as CSSProperties
  return (
    <div
      ref={grid.box}
      className={css.grid}
      style={style}
      role="grid"
      aria-label={label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-multiselectable={onMark ? true : undefined}
      aria-activedescendant={rows.length > 0 ? grid.lineId(grid.at) : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div role="row" aria-rowindex={1} className={css.head}>
        {columns.map(({ title, align }) => (
          <span
            key={title.vi}
            role="columnheader"
            className={`${css.cell} ${align === 'right' ? css.right : ''}`}
          >
            {say(title)}
          </span>
        ))}
      </div>
      <div className={css.body} role="rowgroup" style={{ height: grid.virtual.getTotalSize() }}>
        {grid.virtual.getVirtualItems().map(({ index, start }) => (
          <Line key={index} {...props} index={index} start={start} />
        ))}
      </div>
    </div>
  )
}

function Line<R>({
  grid,
  rows,
  columns,
  marked,
  gone,
  onOpen,
  onMark,
  index,
  start,
}: GridProps<R> & { index: number; start: number }) {
  const say = useSay()
  const row = rows[index]
  const isMarked = row !== undefined && (marked?.(row) ?? false)
  return (
    <div
      id={grid.lineId(index)}
      role="row"
      className={css.row}
      style={{ transform: `translateY(${start}px)` }}
      aria-rowindex={index + 2}
      aria-selected={onMark ? isMarked : undefined}
      data-current={index === grid.at || undefined}
      data-marked={isMarked || undefined}
      data-gone={(row !== undefined && gone?.(row)) || undefined}
      onClick={() => grid.go(index)}
      onDoubleClick={() => row && onOpen(row)}
    >
      {row === undefined ? (
        <span role="gridcell" className={css.cell}>
          {say(texts.register.loadingLine)}
        </span>
      ) : (
        columns.map((column) => {
          const content = column.cell(row)
          return (
            <span
              key={column.title.vi}
              role="gridcell"
              className={`${css.cell} ${cellClass(column)}`}
              title={typeof content === 'string' ? content : undefined}
            >
              {content}
            </span>
          )
        })
      )}
    </div>
  )
}

function cellClass<R>({ align, main, mono }: GridColumn<R>): string {
  return [align === 'right' && css.right, main && css.main, mono && 'mono']
    .filter(Boolean)
    .join(' ')
}
