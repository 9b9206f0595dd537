import { createHash } from 'node:crypto'
import type { SummaryCover } from '#core/forms/summary-cover.ts'
import type { Summary } from '#core/summary.ts'
import { ParticipationKind, Scheme } from '#core/terms.ts'
import { shortFingerprint } from './fingerprint.ts'

/**
 * The cover page's content. It cannot carry the hash of the file it lies in, so the fingerprint and
 * the QR are those of `summary.json`, whose bytes are `json`.
 */
export function coverOf(summary: Summary, json: Uint8Array): SummaryCover {
  const sha256 = createHash('sha256').update(json).digest('hex')
  const { unit, period, sequence, revision, people, practice, createdBy, approvedBy } = summary
  const conferences = summary.conferenceTotals.map(({ kind, held, attendees, signUps }) => ({
    kind,
    held,
    attendees,
    signUps: signUps['bhxh-tn'] + signUps['bhyt-hgd'],
  }))
  const total = (figure: 'attendees' | 'signUps') =>
    conferences.reduce((sum, each) => sum + each[figure], 0)
  const held = (kind: string) => conferences.find((each) => each.kind === kind)?.held ?? 0
  return {
    officeName: unit.name,
    unitCode: unit.code,
    period,
    sequence,
    revision,
    madeOn: summary.createdAt.slice(0, 10),
    totals: Scheme.options.flatMap((scheme) =>
      ParticipationKind.options.map((kind) => totalOf(summary, scheme, kind)),
    ),
    people,
    conferences: {
      held: held('conference'),
      smallGroups: held('small-group'),
      attendees: total('attendees'),
      signUps: total('signUps'),
    },
    targets: summary.targets
      .filter((target) => target.scope === 'unit')
      .map(({ label, target, achieved }) => ({ label, target, achieved })),
    adjustments: {
      entries: adjusted(summary, 'entries'),
      gross: adjusted(summary, 'gross'),
      payer: adjusted(summary, 'payer'),
    },
    reopened: summary.reopened,
    createdBy,
    approvedBy,
    fingerprintOf: 'summary.json',
    fingerprint: shortFingerprint(sha256),
    qr: ['RAQUAN1', unit.code, period.kind, period.from, period.to, sequence, sha256].join('|'),
    practice,
  }
}

const adjusted = (summary: Summary, of: 'entries' | 'gross' | 'payer'): number =>
  summary.controlTotals.adjustments.reduce((sum, each) => sum + each[of], 0)

function totalOf(summary: Summary, scheme: Scheme, kind: ParticipationKind) {
  const rows = summary.rows.filter((row) => row.scheme === scheme && row.kind === kind)
  const sum = (figure: 'persons' | 'gross' | 'payer') =>
    rows.reduce((total, row) => total + row[figure], 0)
  return { scheme, kind, persons: sum('persons'), gross: sum('gross'), payer: sum('payer') }
}
