const clock = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An ISO instant as it is said in Viet Nam: `20/11/2024 16:05`. */
export function momentOf(instant: string): string {
  const parts = Object.fromEntries(
    clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  )
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`
}

/** A size in bytes as megabytes with one decimal. */
export function megabytes(size: number): string {
  return `${(size / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
