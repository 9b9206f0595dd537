import type { Role } from './terms.ts'

/**
 * What the people of an office may do: `look` at people's data, do the daily `work`, `approve` what
 * leaves the office, `export` lists of people, manage `people` who sign in, `keep` the store safe
 * (backups, restore), read the `audit`.
 */
export type Right = 'look' | 'work' | 'approve' | 'export' | 'people' | 'keep' | 'audit'

/** Who may make a call: anybody at the computer, anybody signed in, or who holds a right. */
export type Who = 'anyone' | 'signed-in' | Right

/**
 * The rights of each role. Whoever manages the computer sees nobody's data, and whoever only looks
 * changes nothing (access by role for sensitive data: NĐ 356/2025/NĐ-CP Điều 4.2).
 */
export const rightsOf: Record<Role, readonly Right[]> = {
  clerk: ['look', 'work'],
  head: ['look', 'work', 'approve', 'export', 'people', 'keep', 'audit'],
  viewer: ['look'],
  administrator: ['people', 'keep', 'audit'],
}

/** Whether a role may make a call of this kind. */
export function mayCall(role: Role, who: Who): boolean {
  return who === 'anyone' || who === 'signed-in' || rightsOf[role].includes(who)
}
