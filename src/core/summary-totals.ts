import type { Summary, SummaryAdjustment, SummaryConference, SummaryRow } from './summary.ts'
import { ConferenceKind, Scheme } from './terms.ts'

const dimensions = ['collector', 'occupation', 'sex', 'ageBand', 'support'] as const

type Cell = Omit<SummaryRow, 'persons' | 'months' | 'gross' | 'state' | 'local' | 'payer'>

/** Rows are sorted by this key in plain character order, and no two rows share it. */
export function cellKey(row: Cell): string {
  const commune = `${row.commune.code} ${row.commune.validFrom} ${row.commune.name}`
  return [row.scheme, row.kind, commune, ...dimensions.map((name) => row[name])].join('\n')
}

/** Adjustments are sorted by this key, and no two share it. */
export function adjustmentKey(adjustment: SummaryAdjustment): string {
  return [adjustment.why, adjustment.signedOn, cellKey(adjustment)].join('\n')
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/** The control totals that rows, conferences and adjustments must come to. */
export function controlTotalsOf({
  rows,
  conferences,
  adjustments,
}: Pick<Summary, 'rows' | 'conferences' | 'adjustments'>): Summary['controlTotals'] {
  return {
    rows: rows.length,
    schemes: Scheme.options.map((scheme) => {
      const own = rows.filter((row) => row.scheme === scheme)
      return {
        scheme,
        persons: sum(own, (row) => row.persons),
        months: sum(own, (row) => row.months),
        gross: sum(own, (row) => row.gross),
        state: sum(own, (row) => row.state),
        local: sum(own, (row) => row.local),
        payer: sum(own, (row) => row.payer),
      }
    }),
    conferences: conferences.length,
    attendees: sum(conferences, (conference) => conference.attendees),
    adjustments: adjustedTotals(adjustments),
  }
}

function adjustedTotals(
  adjustments: readonly SummaryAdjustment[],
): Summary['controlTotals']['adjustments'] {
  return Scheme.options.map((scheme) => {
    const own = adjustments.filter((one) => one.scheme === scheme)
    return {
      scheme,
      entries: sum(own, (one) => one.entries),
      months: sum(own, (one) => one.months),
      gross: sum(own, (one) => one.gross),
      state: sum(own, (one) => one.state),
      local: sum(own, (one) => one.local),
      payer: sum(own, (one) => one.payer),
    }
  })
}

/** Totals of the conferences and of the small-group sessions. */
export function totalsByConferenceKind(
  conferences: readonly SummaryConference[],
): Summary['conferenceTotals'] {
  return ConferenceKind.options.map((kind) => {
    const own = conferences.filter((conference) => conference.kind === kind)
    return {
      kind,
      held: own.length,
      attendees: sum(own, (conference) => conference.attendees),
      signUps: {
        'bhxh-tn': sum(own, (conference) => conference.signUps['bhxh-tn']),
        'bhyt-hgd': sum(own, (conference) => conference.signUps['bhyt-hgd']),
      },
    }
  })
}
