import type { IsoDate } from '../date.ts'
import { findOffice, type Office, officesOn, type Places } from '../units.ts'

/**
 * The office that carries on the work of a code on a day: the office of that code, or the one it was
 * merged into (and so on). Null when the list does not say, or says more than one.
 */
export function successorOn(places: Places, code: string, on: IsoDate): Office | null {
  const own = findOffice(places, code, on)
  if (own) return own
  const heirs = officesOn(places, on).filter((office) => descends(places, office, code, []))
  return heirs.length === 1 ? (heirs[0] ?? null) : null
}

function descends(places: Places, office: Office, code: string, seen: readonly string[]): boolean {
  if (office.predecessors.includes(code)) return true
  return office.predecessors.some((earlier) => {
    if (seen.includes(earlier)) return false
    const rows = places.offices.filter((each) => each.code === earlier)
    return rows.some((row) => descends(places, row, code, [...seen, earlier]))
  })
}

/** The offices that report to the city on a day, in the order of the list; the city itself does not. */
export function reportingOn(places: Places, on: IsoDate): Office[] {
  return officesOn(places, on).filter((office) => !office.wholeCity)
}
