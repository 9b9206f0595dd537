import { formatDate } from '#core/date.ts'
import type { Problem } from '#core/result.ts'
import { lastAuditTime } from '../db/audit.ts'
import type { Db } from '../db/kysely.ts'
import { timeInVietnam, todayInVietnam } from './office.ts'

/** A clock that cannot be right, with what goes into the audit and what is said. */
export type OddClock = {
  event: 'clock.back' | 'clock.ahead'
  detail: { now: string; last: string }
  notice: Problem
}

const day = 86_400_000
/** An office is shut for Tết; a longer gap is more likely a wrong clock. */
const longestGap = 31 * day

/**
 * Holds the clock against the last thing the office recorded: behind it, or further ahead than an
 * office is ever shut. Numbers of files never depend on the clock.
 */
export async function readClock(db: Db, now: Date): Promise<OddClock | null> {
  const last = await lastAuditTime(db)
  if (last === null) return null
  const gap = now.getTime() - Date.parse(last)
  const detail = { now: now.toISOString(), last }
  if (gap < 0) {
    const said = `${formatDate(todayInVietnam(new Date(last)))} ${timeInVietnam(last)}`
    return { event: 'clock.back', detail, notice: { code: 'clock.back', values: { last: said } } }
  }
  if (gap <= longestGap) return null
  const values = { days: Math.floor(gap / day) }
  return { event: 'clock.ahead', detail, notice: { code: 'clock.ahead', values } }
}
