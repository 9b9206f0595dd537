import { createContext, useContext } from 'react'
import type { CountedFigure } from '#core/contract/overview-calls.ts'
import { formatMoney } from '#core/money.ts'
import css from './overview.module.css'

/** Opens the list of the people behind a figure. */
export const ShowPeople = createContext<(figure: CountedFigure) => void>(() => {})

/** A number of people that opens its list; nobody has no list. */
export function FigureNumber({
  figure,
  people,
  name,
}: {
  figure: CountedFigure
  people: number
  name: string
}) {
  const show = useContext(ShowPeople)
  return (
    <button
      type="button"
      className={css.number}
      disabled={people === 0}
      aria-label={`${name}: ${formatMoney(people)}`}
      onClick={() => show(figure)}
    >
      {formatMoney(people)}
    </button>
  )
}

/** Thousandths as a percentage with one place: `82,3 %`. */
export function percent(permille: number): string {
  return `${(permille / 10).toFixed(1).replace('.', ',')} %`
}
