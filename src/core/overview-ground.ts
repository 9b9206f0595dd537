import type { IsoDate } from './date.ts'
import type { Holiday } from './overview-days.ts'
import type { AreaCommune, OverviewFacts } from './overview-facts.ts'
import type { Policy } from './policy.ts'
import type { CoverageTarget } from './target-plan.ts'

/** What the figures of an office rest on besides its book; plain data, so that a job can be given it. */
export type OverviewGround = {
  unit: OverviewFacts['unit']
  /** The rules with what the office added. */
  policy: Policy
  holidays: readonly Holiday[]
  /** The shipped coverage shares, for a plan without its own. */
  coverage: readonly CoverageTarget[]
  /** The communes the office serves on the day asked for. */
  communes: readonly AreaCommune[]
  today: IsoDate
}
