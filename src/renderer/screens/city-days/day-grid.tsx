// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells one moves in
// biome-ignore-all lint/a11y/useSemanticElements: the cells are table cells already
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
import type { DayCell, DayMark, UnitDays } from '#core/city/matrix.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './city-days.module.css'
import { useCells } from './use-cells.ts'

const { cityDays } = texts

/** What a mark looks like, besides its colour. */
export const signs: Record<DayMark, string> = {
  received: '✓',
  late: 'M',
  replaced: '2',
  returned: '↩',
  covered: '▭',
  missing: '✗',
  awaited: '·',
  off: '',
}

type DayGridProps = { units: UnitDays[]; today: string; onOpen: (fileId: number) => void }

/** Every unit by every day: one tab stop, arrows move, Enter opens the file of a day. */
export function DayGrid({ units, today, onOpen }: DayGridProps) {
  const say = useSay()
  const days = units[0]?.cells.map(({ day }) => day) ?? []
  const open = (cell: DayCell | undefined) => cell?.fileId && onOpen(cell.fileId)
  const cells = useCells(units.length, days.length, ({ row, column }) =>
    open(units[row]?.cells[column]),
  )
  return (
    <table
      ref={cells.box}
      className={css.grid}
      role="grid"
      aria-label={say(cityDays.grid)}
      onKeyDown={cells.press}
    >
      <thead>
        <tr>
          <th scope="col">{say(texts.city.unit)}</th>
          {days.map((day) => (
            <th key={day} scope="col" data-today={day === today || undefined}>
              {Number(day.slice(8))}
            </th>
          ))}
          <th scope="col">{say(cityDays.missingDays)}</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ unit, cells: own }, row) => (
          <tr key={unit.code}>
            <th scope="row">{unit.name}</th>
            {own.map((cell, column) => (
              <td
                key={cell.day}
                role="gridcell"
                data-row={row}
                data-column={column}
                data-mark={cell.mark}
                data-accepted={cell.accepted || undefined}
                tabIndex={row === cells.at.row && column === cells.at.column ? 0 : -1}
                aria-label={say(cityDays.cell, {
                  unit: unit.name,
                  day: formatDate(cell.day),
                  mark: say(cityDays.marks[cell.mark]),
                })}
                onClick={() => cells.go({ row, column })}
                onDoubleClick={() => open(cell)}
              >
                {signs[cell.mark]}
              </td>
            ))}
            <td className={css.sum}>{own.filter(({ mark }) => mark === 'missing').length || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
