import { fail, ok, type Result } from '#core/result.ts'
import type { Ground, Office } from './office.ts'

/** Whether a code is that of the city office, in whichever years. */
export function isCityCode({ policy }: Ground, code: string): boolean {
  return policy.places.offices.some((office) => office.code === code && office.wholeCity)
}

/** Refuses what only the city office does in a unit's store. */
export function atCity({ ground, row }: Office): Result<true> {
  return isCityCode(ground, row.code) ? ok(true) : fail('city.not-city')
}
