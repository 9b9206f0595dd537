import { useMemo } from 'react'
import type { RenewalRow } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import type { GridColumn } from '../../components/grid.tsx'
import { type Say, useSay } from '../../language.tsx'
import css from './renewals.module.css'

type Column = GridColumn<RenewalRow>

const { renewals, terms } = texts

function sayLeft(days: number, say: Say): string {
  if (days === 0) return say(renewals.lastDay)
  return days > 0 ? say(renewals.days, { n: days }) : say(renewals.daysOver, { n: -days })
}

function FiveYears({ row }: { row: RenewalRow }) {
  const say = useSay()
  const { continuity } = row
  if (!continuity || !(continuity.isNear || continuity.isLost)) return null
  const words = continuity.isLost
    ? say(renewals.fiveLost)
    : say(renewals.fiveKeep, { date: formatDate(continuity.keepBy) })
  return (
    <span className={css.warn} title={continuity.text}>
      {words}
    </span>
  )
}

function sayCall({ call }: RenewalRow, say: Say): string {
  if (!call) return ''
  const outcome = say(renewals.outcome[call.outcome])
  return call.nextOn
    ? `${outcome}, ${say(renewals.next, { date: formatDate(call.nextOn) })}`
    : outcome
}

function allColumns(say: Say): Column[] {
  return [
    {
      title: renewals.name,
      width: 'minmax(8.5rem, 1.1fr)',
      least: 8.5,
      main: true,
      cell: (row) => row.name,
    },
    {
      title: renewals.birth,
      width: '5.25rem',
      least: 5.25,
      cell: (row) => formatDate(row.birth, row.birthPrecision),
    },
    { title: renewals.phone, width: '6.25rem', least: 6.25, cell: (row) => row.phone ?? '—' },
    {
      title: renewals.place,
      width: 'minmax(7rem, 2fr)',
      least: 7,
      cell: (row) => `${row.address}, ${row.communeName}`,
    },
    {
      title: renewals.scheme,
      width: '5.25rem',
      least: 5.25,
      cell: (row) => say(terms.schemeShort[row.scheme]),
    },
    {
      title: renewals.validTo,
      width: '5.25rem',
      least: 5.25,
      cell: (row) => formatDate(row.validTo),
    },
    {
      title: renewals.left,
      width: '5rem',
      least: 5,
      cell: (row) => (
        <span className={row.daysLeft < 0 ? css.over : undefined}>
          {sayLeft(row.daysLeft, say)}
        </span>
      ),
    },
    { title: renewals.payBy, width: '5.25rem', least: 5.25, cell: (row) => formatDate(row.payBy) },
    {
      title: renewals.amount,
      width: '5.5rem',
      least: 5.5,
      align: 'right',
      cell: (row) => (row.amount === null ? say(renewals.noAmount) : formatMoney(row.amount)),
    },
    {
      title: renewals.fiveYears,
      width: 'minmax(3rem, 0.5fr)',
      least: 3,
      cell: (row) => <FiveYears row={row} />,
    },
    {
      title: renewals.lastCall,
      width: 'minmax(7rem, 1.5fr)',
      least: 7,
      cell: (row) => sayCall(row, say),
    },
  ]
}

/** The columns of the work list. */
export function useColumns(): Column[] {
  const say = useSay()
  return useMemo(() => allColumns(say), [say])
}
