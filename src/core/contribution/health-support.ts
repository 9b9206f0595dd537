import { formatDate, type IsoDate } from '../date.ts'
import type { Policy } from '../policy.ts'
import { holdsOn, type Row, rowOn } from '../policy-row.ts'
import { fail, ok, type Result } from '../result.ts'

/** A supported group of BHYT on a day; percent of the full contribution. */
export type SupportedGroup = {
  group: string
  label: string
  percent: number
  mayChooseHousehold: boolean
}

/** The best support of a member: the state's and the province's share, percents. */
export type HealthSupport = {
  row: Row<SupportedGroup>
  localRow: Row<unknown> | null
  statePercent: number
  localPercent: number
}

/** Every supported group that exists on a day, to choose from. */
export function supportedGroups(policy: Policy, date: IsoDate): SupportedGroup[] {
  return policy.health.supports.filter((row) => holdsOn(row, date)).map((row) => row.value)
}

/** What the province adds for a group on a day; a row for `*` says only that rates are not known yet. */
export function localHealthSupport(
  policy: Policy,
  date: IsoDate,
  group: string,
  province: string | null,
): Row<{ percent: number | null }> | null {
  const mine = policy.health.localSupports.filter((row) => row.value.province === province)
  const exact = mine.filter((row) => row.value.group === group)
  return (
    rowOn(exact, date) ??
    rowOn(
      mine.filter((row) => row.value.group === '*'),
      date,
    )
  )
}

/**
 * The support that counts for a member of several groups: the highest (L51 Điều 13.5.g). Null when
 * the member names none; an unknown group is a problem.
 */
export function healthSupport(
  policy: Policy,
  date: IsoDate,
  groups: readonly string[],
  province: string | null,
): Result<HealthSupport | null> {
  let best: HealthSupport | null = null
  for (const group of groups) {
    const row = rowOn(
      policy.health.supports.filter((each) => each.value.group === group),
      date,
    )
    if (!row) return fail('support.unknown-group', { group, date: formatDate(date) }, ['support'])
    const localRow = localHealthSupport(policy, date, group, province)
    const statePercent = row.value.percent
    const localPercent = Math.min(localRow?.value.percent ?? 0, 100 - statePercent)
    const found = { row, localRow, statePercent, localPercent }
    if (best === null || total(found) > total(best)) best = found
  }
  return ok(best)
}

const total = (support: HealthSupport): number => support.statePercent + support.localPercent
