import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Holiday } from '#core/overview-days.ts'
import { Campaign } from '#core/target.ts'
import { CoverageTarget } from '#core/target-plan.ts'
import type { Ground } from './office.ts'

type Shipped = { campaigns: Campaign[]; holidays: Holiday[]; coverage: CoverageTarget[] }

const known = new Map<string, Shipped>()

/** The shipped campaigns, public holidays and coverage shares; a damaged installation throws. */
export function overviewData({ resources }: Ground): Shipped {
  const made = known.get(resources)
  if (made) return made
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(resources, 'policy', file), 'utf8'))
  const data = {
    campaigns: z.array(Campaign).parse(read('campaigns.json')),
    holidays: z.array(Holiday).parse(read('holidays.json')),
    coverage: z.array(CoverageTarget).parse(read('coverage.json')),
  }
  known.set(resources, data)
  return data
}
