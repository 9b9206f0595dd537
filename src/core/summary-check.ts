import { canonicalText } from './canonical.ts'
import { addDays, daysInMonth, isIsoDate, weekdayName } from './date.ts'
import type { Problem } from './result.ts'
import { type Summary, summaryFormat } from './summary.ts'
import {
  adjustmentKey,
  cellKey,
  controlTotalsOf,
  totalsByConferenceKind,
} from './summary-totals.ts'
import type { PeriodKind } from './terms.ts'

const same = (a: Summary[keyof Summary], b: Summary[keyof Summary]): boolean => {
  const [left, right] = [canonicalText(a), canonicalText(b)]
  return left.ok && right.ok && left.value === right.value
}

/** Whether the days of a period are a day, a Monday-to-Sunday week, a calendar month or a span. */
export function isWholePeriod(period: { kind: PeriodKind; from: string; to: string }): boolean {
  const { kind, from, to } = period
  if (!isIsoDate(from) || !isIsoDate(to) || from > to) return false
  if (kind === 'campaign') return true
  if (kind === 'week') return weekdayName(from) === 'thứ Hai' && to === addDays(from, 6)
  if (kind === 'month') {
    const last = daysInMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)))
    return from.endsWith('-01') && to === `${from.slice(0, 8)}${last}`
  }
  return from === to
}

const sortedOnce = (keys: readonly string[]): boolean =>
  keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)

function checkPeople({ people, rows, controlTotals }: Summary): boolean {
  const persons = controlTotals.schemes.map((total) => total.persons)
  const first = rows.filter((row) => row.kind === 'first')
  const firstByScheme = controlTotals.schemes.map(({ scheme }) =>
    first.reduce((sum, row) => sum + (row.scheme === scheme ? row.persons : 0), 0),
  )
  const bounded = (value: number, parts: number[]): boolean =>
    value >= Math.max(...parts) && value <= parts.reduce((sum, part) => sum + part, 0)
  return (
    bounded(people.joiners, persons) &&
    bounded(people.firstTime, firstByScheme) &&
    people.firstTime <= people.joiners &&
    people.households <= people.joiners &&
    people.households > 0 === people.joiners > 0
  )
}

function checkConferences(summary: Summary): boolean {
  const { conferences, period } = summary
  const inside = conferences.every(({ date }) => date >= period.from && date <= period.to)
  const ids = new Set(conferences.map((conference) => conference.id))
  return inside && ids.size === conferences.length
}

/** Adjustments touch closed days only, balance, and take back when they cancel. */
function checkAdjustments({ adjustments, period }: Summary): boolean {
  const balanced = adjustments.every(
    (one) =>
      one.gross === one.state + one.local + one.payer &&
      one.signedOn <= period.to &&
      (one.why === 'corrected' ||
        Math.max(one.months, one.gross, one.state, one.local, one.payer) <= 0),
  )
  return balanced && sortedOnce(adjustments.map(adjustmentKey))
}

/** A later revision names the file it replaces; only such a one can follow a reopening. */
function checkRevision({ format, revision, sequence, replaces, reopened }: Summary): boolean {
  if (format !== summaryFormat) return true
  if (revision === 1) return replaces === null && reopened === null
  const twoPeople = reopened === null || reopened.askedBy !== reopened.approvedBy
  return replaces !== null && replaces.sequence < sequence && twoPeople
}

/** Recounts what pooling promises: small cells hide all four traits, cells of the agreed size none. */
function checkPooling({ rows, pooledBelow }: Summary): boolean {
  return rows.every((row) => {
    const hidden = [row.occupation, row.sex, row.ageBand, row.support].filter(
      (one) => one === 'pooled',
    )
    if (hidden.length === 0) return row.persons >= pooledBelow
    return hidden.length === 4 && pooledBelow > 0
  })
}

/**
 * Recounts a summary that has the right shape: control totals, order and uniqueness of rows, money of
 * every row, bounds of the head-counts, whole periods, adjustments, what a revision replaces, pooled
 * cells, the chain of files. Empty when all agree.
 */
export function checkSummary(summary: Summary): Problem[] {
  const found: Problem[] = []
  const need = (holds: boolean, code: Problem['code'], values: Problem['values'] = {}): void => {
    if (!holds) found.push({ code, values })
  }
  const { rows, period, sequence } = summary
  const totalsAgree =
    same(summary.controlTotals, controlTotalsOf(summary)) &&
    same(summary.conferenceTotals, totalsByConferenceKind(summary.conferences))
  need(totalsAgree, 'exchange.control-totals')
  const wrongRow = rows.findIndex((row) => row.gross !== row.state + row.local + row.payer)
  need(wrongRow < 0, 'exchange.row-money', { row: wrongRow + 1 })
  need(sortedOnce(rows.map(cellKey)), 'exchange.rows-order')
  need(checkPeople(summary), 'exchange.head-count')
  need(checkConferences(summary), 'exchange.conference-list')
  need(isWholePeriod(period), 'exchange.period-shape', { from: period.from, to: period.to })
  need(checkAdjustments(summary), 'exchange.adjustments')
  need(checkRevision(summary), 'exchange.revision', { revision: summary.revision })
  need(checkPooling(summary), 'exchange.pooling', { least: summary.pooledBelow })
  need((sequence === 1) === (summary.previous === null), 'exchange.chain', { sequence })
  return found
}
