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

/** A month as it is written: `11/2024`. */
export function formatMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}
