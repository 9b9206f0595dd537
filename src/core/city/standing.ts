import type { IsoDate } from '../date.ts'
import { groupBy } from '../group.ts'
import type { Target, TargetMeasure } from '../target.ts'
import type { Places } from '../units.ts'
import { addUp, coverSpan, inForce, openDays, personsOf, type Span, type Totals } from './merge.ts'
import type { ReceivedFile } from './received.ts'
import { reportingOn, successorOn } from './roll-up.ts'

/** How far a target is: reached when `achieved` is at least `value`. */
export type TargetStand = { id: string; label: string; value: number; achieved: number }

/** One unit in the city's totals; `from` names the units whose files it took over. */
export type UnitStand = {
  unit: { code: string; name: string }
  from: { code: string; name: string }[]
  totals: Totals
  files: number
  /** Days of the span that no file speaks for. */
  openDays: number
  targets: TargetStand[]
}

/** The merged figures of a span: units below a target first, then the city over all of them. */
export type CityStand = {
  span: Span
  units: UnitStand[]
  totals: Totals
  targets: TargetStand[]
  /** The files that were added up, each with the unit it counts for. */
  chosen: { id: number; unit: { code: string; name: string } }[]
}

/** What the figures are held against; `on` is the day whose offices the files roll up to. */
export type StandOrder = {
  span: Span
  on: IsoDate
  places: Places
  targets: readonly Target[]
}

/** What a measure comes to in totals. */
export function measured(totals: Totals, measure: TargetMeasure): number {
  if (measure === 'joiners') return totals.joiners
  if (measure === 'first-time-persons') return totals.firstTime
  if (measure === 'conferences') return totals.conferences.conference.held
  return personsOf(totals, measure === 'bhxh-tn-persons' ? 'bhxh-tn' : 'bhyt-hgd')
}

/**
 * Merges the files of every unit over a span and holds them against the targets that begin in it or
 * reach into it; a target counts from its own first day. Files in any order give the same answer.
 */
export function cityStand(files: readonly ReceivedFile[], order: StandOrder): CityStand {
  const { span, targets } = order
  const counted = inForce(files)
  const groups = groupUnits(counted, order)
  const due = targets.filter(({ from, to }) => from <= span.to && to >= span.from)
  const units = groups.map((group) => standOf(group, span, due.filter(isUnits)))
  const whole = due.filter((target) => !isUnits(target))
  return {
    span,
    units: units.sort(belowFirst),
    totals: addUp(units.map(({ totals }) => totals)),
    targets: whole.map((target) => {
      const achieved = addUp(
        groups.map((group) => totalsOf(group, { from: target.from, to: endOf(target, span) })),
      )
      return standing(target, achieved)
    }),
    chosen: groups.flatMap((group) =>
      chosenOf(group, span).map(({ id }) => ({ id, unit: group.unit })),
    ),
  }
}

const isUnits = ({ scope }: Target): boolean => scope === 'unit'

const endOf = (target: Target, span: Span): IsoDate => (target.to < span.to ? target.to : span.to)

type Group = {
  unit: { code: string; name: string }
  members: { unit: ReceivedFile['unit']; files: ReceivedFile[] }[]
}

/** The units of the day, with the files of those they took over; a unit with no heir stays itself. */
function groupUnits(files: readonly ReceivedFile[], { places, on }: StandOrder): Group[] {
  const groups = new Map<string, Group>()
  for (const { code, name } of reportingOn(places, on))
    groups.set(code, { unit: { code, name }, members: [] })
  for (const own of groupBy(files, ({ unit }) => unit.code).values()) {
    const [first] = own
    if (!first) continue
    const heir = successorOn(places, first.unit.code, on) ?? first.unit
    const group = groups.get(heir.code) ?? {
      unit: { code: heir.code, name: heir.name },
      members: [],
    }
    groups.set(heir.code, group)
    group.members.push({ unit: first.unit, files: own })
  }
  return [...groups.values()]
}

// Each former unit is covered by itself: two units of one heir may both speak for a day.
const chosenOf = ({ members }: Group, span: Span): ReceivedFile[] =>
  members.flatMap(({ files }) => coverSpan(files, span))

const totalsOf = (group: Group, span: Span): Totals => addUp(chosenOf(group, span))

function standing(target: Target, totals: Totals): TargetStand {
  const { id, label, value, measure } = target
  return { id, label, value, achieved: measured(totals, measure) }
}

function standOf(group: Group, span: Span, targets: readonly Target[]): UnitStand {
  const chosen = chosenOf(group, span)
  const { unit, members } = group
  const stands = targets.map((target) =>
    standing(target, totalsOf(group, { from: target.from, to: endOf(target, span) })),
  )
  return {
    unit,
    from: members.map((member) => member.unit).filter(({ code }) => code !== unit.code),
    totals: addUp(chosen),
    files: chosen.length,
    openDays: openDays(chosen, span).length,
    targets: stands,
  }
}

/** Units that miss a target come first, the furthest behind before the others. */
function belowFirst(a: UnitStand, b: UnitStand): number {
  const behind = ({ targets }: UnitStand) =>
    Math.max(0, ...targets.map(({ value, achieved }) => (value - achieved) / Math.max(1, value)))
  return behind(b) - behind(a) || (a.unit.code < b.unit.code ? -1 : 1)
}
