import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Deadline } from '#core/city/deadlines.ts'
import type { Ground } from './office.ts'

const read = new WeakMap<Ground, Deadline[]>()

/** When the files of a period must be in, as shipped in `resources/policy/deadlines.json`. */
export function readDeadlines(ground: Ground): readonly Deadline[] {
  const known = read.get(ground)
  if (known) return known
  const path = join(ground.resources, 'policy', 'deadlines.json')
  const deadlines = z.array(Deadline).parse(JSON.parse(readFileSync(path, 'utf8')))
  read.set(ground, deadlines)
  return deadlines
}
