import { groupBy } from './group.ts'
import { countBy, countedOf, nobody, type PeopleCounts } from './overview-cells.ts'
import type { OverviewFacts, SpanCounts } from './overview-facts.ts'
import { permilleOf } from './overview-pace.ts'
import type { TargetMeasure } from './target.ts'

/** How a commune stands for one measure; `own` says that the number was assigned and not an equal part. */
export type CommuneTarget = {
  measure: TargetMeasure
  target: number
  done: number
  permille: number
  own: boolean
}

/** What happened in a commune in the span looked at; a commune that is no more has `isCurrent` false. */
export type CommuneFigure = {
  code: string
  validFrom: string
  name: string
  isCurrent: boolean
  people: PeopleCounts
  conferences: number
  smallGroups: number
  attendees: number
  conferencesPlanned: number | null
  targets: CommuneTarget[]
  /** The mean of the shares, in thousandths, each taken as at most done; null without a target. */
  permille: number | null
}

type Span = { from: string; to: string }

/** The communes of the office, those farthest behind first; without targets by how many joined. */
export function communeFigures(
  facts: OverviewFacts,
  span: Span,
  counts: SpanCounts | undefined,
): CommuneFigure[] {
  const people = countBy(counts, 'commune')
  const held = heldBy(facts, span)
  const goals = goalsOf(facts, span)
  const names = new Map(facts.communes.map((one) => [keyOf(one), one]))
  const keys = new Set([...names.keys(), ...people.keys(), ...held.keys()])
  return [...keys]
    .map((key) => {
      const [code = '', validFrom = ''] = key.split('|')
      const known = names.get(key)
      const counted = people.get(key) ?? nobody()
      const events = held.get(key) ?? { conferences: 0, smallGroups: 0, attendees: 0 }
      const targets = known ? targetsOf(goals, key, { people: counted, ...events }) : []
      const planned = targets.find(({ measure }) => measure === 'conferences')
      return {
        ...{ code, validFrom, name: known?.name ?? code, isCurrent: known?.isCurrent ?? false },
        people: counted,
        ...events,
        conferencesPlanned: planned?.target ?? null,
        targets,
        permille: meanOf(targets),
      }
    })
    .sort(behindFirst)
}

const keyOf = ({ code, validFrom }: { code: string; validFrom: string }) => `${code}|${validFrom}`

const behindFirst = (a: CommuneFigure, b: CommuneFigure): number =>
  Number(b.isCurrent) - Number(a.isCurrent) ||
  (a.permille ?? 1001) - (b.permille ?? 1001) ||
  a.people.joiner - b.people.joiner ||
  (a.code < b.code ? -1 : 1)

function meanOf(targets: readonly CommuneTarget[]): number | null {
  if (targets.length === 0) return null
  const sum = targets.reduce((total, { permille }) => total + Math.min(permille, 1000), 0)
  return Math.floor(sum / targets.length)
}

function heldBy(facts: OverviewFacts, span: Span) {
  const held = new Map<string, { conferences: number; smallGroups: number; attendees: number }>()
  const last = facts.on < span.to ? facts.on : span.to
  for (const { day, kind, commune, attendees } of facts.conferences) {
    if (day < span.from || day > last) continue
    const key = keyOf(commune)
    const events = held.get(key) ?? { conferences: 0, smallGroups: 0, attendees: 0 }
    events[kind === 'conference' ? 'conferences' : 'smallGroups'] += 1
    events.attendees += attendees
    held.set(key, events)
  }
  return held
}

/** Numbers to reach in the span: assigned ones by commune, and equal parts of the office's own. */
type Goals = {
  assigned: ReadonlyMap<string, { measure: TargetMeasure; value: number }[]>
  equal: readonly { measure: TargetMeasure; value: number }[]
}

/**
 * The communes' assigned numbers for exactly this span, and for the office's own targets of the span
 * that no commune was given a part of, an equal part of what stands for the whole office.
 */
function goalsOf(facts: OverviewFacts, span: Span): Goals {
  const same = (other: Span) => other.from === span.from && other.to === span.to
  const assigned = facts.assignments.flatMap((row) =>
    row.commune && same(row)
      ? [{ key: keyOf(row.commune), measure: row.measure, value: row.value }]
      : [],
  )
  const parted = new Set(assigned.map(({ measure }) => measure))
  const current = facts.communes.filter(({ isCurrent }) => isCurrent).length
  const equal = facts.targets
    .filter((row) => row.scope === 'unit' && same(row) && !parted.has(row.measure) && current > 0)
    .map(({ measure, value }) => ({ measure, value: Math.ceil(value / current) }))
  return { assigned: groupBy(assigned, ({ key }) => key), equal }
}

function targetsOf(
  { assigned, equal }: Goals,
  key: string,
  here: { people: PeopleCounts; conferences: number },
): CommuneTarget[] {
  const judge =
    (own: boolean) =>
    ({ measure, value }: { measure: TargetMeasure; value: number }) => {
      const counted = countedOf(measure)
      const done = counted ? here.people[counted] : here.conferences
      return { measure, target: value, done, permille: permilleOf(done, value), own }
    }
  return [...(assigned.get(key) ?? []).map(judge(true)), ...equal.map(judge(false))]
}
