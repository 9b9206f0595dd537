/** A month as `YYYY-MM`, some months later (or earlier). */
export function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** The weeks of a month from Monday to Sunday, as ISO days; days of the months beside it fill them up. */
export function weeksOf(month: string): string[][] {
  const first = new Date(`${month}-01T00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const weeks: string[][] = []
  for (let at = -before; ; at += 7) {
    const week = Array.from({ length: 7 }, (_, index) => {
      const day = new Date(first)
      day.setUTCDate(1 + at + index)
      return dayOf(day)
    })
    if (at > 0 && week[0]?.slice(0, 7) !== month) return weeks
    weeks.push(week)
  }
}

/** The year of a month, as its first and last day. */
export function yearSpan(month: string): { from: string; to: string } {
  return { from: `${month.slice(0, 4)}-01-01`, to: `${month.slice(0, 4)}-12-31` }
}

/** The days that a calendar of a month shows. */
export function gridSpan(month: string): { from: string; to: string } {
  const days = weeksOf(month).flat()
  return { from: days[0] ?? `${month}-01`, to: days.at(-1) ?? `${month}-28` }
}

/** A month as it is written: `11/2024`. */
export function formatMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}
