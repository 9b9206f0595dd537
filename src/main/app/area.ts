import type { CommuneCard } from '#core/contract.ts'
import type { IsoDate } from '#core/date.ts'
import type { CommuneRef } from '#core/household.ts'
import {
  communesOf,
  displayName,
  findOffice,
  findUnit,
  type Office as OfficeEntry,
  officesOn,
  type Places,
} from '#core/units.ts'

/**
 * The entry of the office list that an office stands for on a day: its own, or after the districts
 * were abolished (1/7/2025) the grassroots office that took its district over.
 */
export function officeOn(places: Places, code: string, date: IsoDate): OfficeEntry | null {
  return (
    findOffice(places, code, date) ??
    officesOn(places, date).find((office) => office.predecessors.includes(code)) ??
    null
  )
}

/** The communes an office serves on a day, in Vietnamese order, with the district of each. */
export function communesOn(places: Places, code: string, date: IsoDate): CommuneCard[] {
  const office = officeOn(places, code, date)
  if (office === null) return []
  return communesOf(places, office, date).map((commune) => {
    const district =
      commune.parentCode.length === 3 ? findUnit(places, commune.parentCode, date) : null
    return {
      code: commune.code,
      validFrom: commune.validFrom,
      name: displayName(commune),
      districtName: district ? displayName(district) : null,
    }
  })
}

/** The commune of the office's area that a reference names on a day, or null. */
export function communeOn(
  places: Places,
  code: string,
  ref: CommuneRef,
  date: IsoDate,
): CommuneCard | null {
  return (
    communesOn(places, code, date).find(
      (commune) => commune.code === ref.code && commune.validFrom === ref.validFrom,
    ) ?? null
  )
}

/**
 * An office by code with a day on which it works: the given day, or, for an office that has since
 * been merged, its last day.
 */
export function findPlaceOffice(
  places: Places,
  code: string,
  date: IsoDate,
): { office: OfficeEntry; on: IsoDate } | null {
  const now = findOffice(places, code, date)
  if (now) return { office: now, on: date }
  const earlier = places.offices.find((office) => office.code === code && office.to !== null)
  return earlier?.to ? { office: earlier, on: earlier.to } : null
}
