import { createContext, useContext } from 'react'
import type { PeopleFigure } from '#core/contract/overview-calls.ts'
import { formatMoney } from '#core/money.ts'
import type { HeldFigure } from '#core/overview-held.ts'
import css from './overview.module.css'

/** Opens the list of the people behind a figure. */
export const ShowPeople = createContext<(figure: PeopleFigure) => void>(() => {})

/** Opens the list of the conferences behind a figure. */
export const ShowHeld = createContext<(figure: HeldFigure) => void>(() => {})

type FigureProps = { figure: PeopleFigure; people: number; name: string }

/** A number of people that opens its list; nobody has no list. */
export function FigureNumber({ figure, people, name }: FigureProps) {
  const show = useContext(ShowPeople)
  return <OpenNumber number={people} name={name} onOpen={() => show(figure)} />
}

type HeldProps = { figure: HeldFigure; held: number; name: string }

/** A number of conferences, or of people who came to them, that opens the list of these conferences. */
export function HeldNumber({ figure, held, name }: HeldProps) {
  const show = useContext(ShowHeld)
  return <OpenNumber number={held} name={name} onOpen={() => show(figure)} />
}

type NumberProps = { number: number; name: string; onOpen: () => void }

function OpenNumber({ number, name, onOpen }: NumberProps) {
  return (
    <button
      type="button"
      className={css.number}
      disabled={number === 0}
      aria-label={`${name}: ${formatMoney(number)}`}
      onClick={onOpen}
    >
      {formatMoney(number)}
    </button>
  )
}

/** Thousandths as a percentage with one place: `82,3 %`. */
export function percent(permille: number): string {
  return `${(permille / 10).toFixed(1).replace('.', ',')} %`
}
