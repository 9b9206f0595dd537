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
    mkdirSync(dirname(path), { recursive: true })
    try {
      if (statSync(path).size > largest) renameSync(path, `${path}.1`)
    } catch {
      // The first line makes the file.
    }
    appendFileSync(path, `${now().toISOString()} ${reference} ${strikeOut(stack)}\n`, {
      mode: 0o600,
    })
  }
}

/** The text without quoted parts and without numbers of nine digits or more. */
export function strikeOut(text: string): string {
  return text.replace(/"[^"\n]*"|'[^'\n]*'|“[^”\n]*”/g, '"…"').replace(/\d{9,}/g, '…')
}
