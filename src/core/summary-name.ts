import type { Summary } from './summary.ts'

function spanName({ kind, from, to }: Summary['period']): string {
  if (kind === 'launch-day') return `ra-quan-${from}`
  if (kind === 'day') return `ngay-${from}`
  if (kind === 'week') return `tuan-${from}`
  if (kind === 'month') return `thang-${from.slice(0, 7)}`
  return `chien-dich-${from}-den-${to}`
}

/** The name a summary file is written under: `RQ-016-ngay-2024-11-16-so-0001.asice`. */
export function summaryFileName(summary: Pick<Summary, 'unit' | 'period' | 'sequence'>): string {
  const number = String(summary.sequence).padStart(4, '0')
  return `RQ-${summary.unit.code}-${spanName(summary.period)}-so-${number}.asice`
}
