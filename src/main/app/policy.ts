import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Policy, parsePolicy } from '#core/policy.ts'
import { fail, must, type Result } from '#core/result.ts'

/**
 * Reads and checks `resources/policy/` under the installation's resources folder. A missing or
 * damaged file is a problem that names it.
 */
export function readPolicy(resources: string): Result<Policy> {
  const read = (file: string): string => readFileSync(join(resources, 'policy', file), 'utf8')
  let file = ''
  const json = (name: string): unknown => {
    file = name
    return JSON.parse(read(name))
  }
  try {
    file = 'units.csv'
    return parsePolicy({
      units: read(file),
      offices: json('offices.json'),
      amounts: json('amounts.json'),
      voluntary: json('voluntary.json'),
      health: json('health.json'),
    })
  } catch {
    return fail('policy.unreadable', { file })
  }
}

/** The policy of this installation; without it nothing can start, so a damaged one throws. */
export function loadPolicy(resources: string): Policy {
  return must(readPolicy(resources))
}
