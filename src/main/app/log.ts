import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BugLog } from './answer.ts'

const largest = 1_000_000

/**
 * A log of bugs at a path: time, reference, kind of error and stack, with everything that could be
 * a person's number or quoted text struck out. It turns over at one megabyte.
 */
export function bugLog(path: string, now: () => Date): BugLog {
  return (reference, error) => {
    const stack = error instanceof Error ? (error.stack ?? error.name) : 'not an error'
    try {
      mkdirSync(dirname(path), { recursive: true })
      turnOver(path)
      const line = `${now().toISOString()} ${reference} ${strikeOut(stack)}\n`
      appendFileSync(path, line, { mode: 0o600 })
    } catch {
      // A disk that takes no log must not turn the answer to a call into another error.
    }
  }
}

function turnOver(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > largest) renameSync(path, `${path}.1`)
}

/** The text without quoted parts and without numbers of nine digits or more. */
export function strikeOut(text: string): string {
  return text.replace(/"[^"\n]*"|'[^'\n]*'|“[^”\n]*”/g, '"…"').replace(/\d{9,}/g, '…')
}
