import { fail, ok, type Result } from './result.ts'
import type { Role } from './terms.ts'

/** A person who can sign in, as far as the rules of an office need it. */
export type StaffMember = { id: number; role: Role; active: boolean }

/**
 * Whether an office can go on with these people: somebody must approve, and two people cannot share a
 * name on the sign-in screen. `after` is how everybody would stand.
 */
export function checkStaff(after: readonly (StaffMember & { name: string })[]): Result<true> {
  const active = after.filter((person) => person.active)
  if (!active.some((person) => person.role === 'head')) return fail('staff.no-head')
  const names = active.map((person) => person.name.toLocaleLowerCase('vi'))
  const twice = active.find((_, index) => names.indexOf(names[index] ?? '') !== index)
  return twice ? fail('staff.same-name', { name: twice.name }) : ok(true)
}

/** Minutes without a key or the mouse before the window locks. */
export const lockMinutes = { least: 1, most: 60, usual: 10 } as const
