/** Stops a script with one sentence for the person at the keyboard; never shown with a stack. */
export class Stop extends Error {}

/** Prints one line. */
export function say(line: string): void {
  console.log(line)
}

/** A duration for people, in Vietnamese: "0,4 giây", "1 phút 12 giây". */
export function spoken(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1).replace('.', ',')} giây`
  return `${Math.floor(seconds / 60)} phút ${Math.round(seconds % 60)} giây`
}

/**
 * Runs one step and prints one line with what it did and how long it took. The work may answer a
 * note for that line. A step that is not over after two seconds announces itself first.
 */
export async function step<T>(
  label: string,
  work: (note: (text: string) => void) => Promise<T>,
): Promise<T> {
  const start = performance.now()
  const announce = setTimeout(() => say(`… ${label}`), 2000)
  let note = ''
  let mark = '✗'
  try {
    const value = await work((text) => {
      note = `: ${text}`
    })
    mark = '✓'
    return value
  } finally {
    clearTimeout(announce)
    say(`${mark} ${label}${note} (${spoken(performance.now() - start)})`)
  }
}

/** Runs a script: its answer is the exit code; a `Stop` prints its sentence and exits with 1. */
export async function main(work: () => Promise<number>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(130))
  }
  try {
    process.exit(await work())
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exit(1)
  }
}
