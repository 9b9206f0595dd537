/** What a worker does until it is killed. */
export const kinds = ['save', 'import', 'close', 'export', 'migrate', 'backup', 'restore'] as const
export type Kind = (typeof kinds)[number]

/** The order of a worker; everything it needs to open the office and go on. */
export type Order = {
  kind: Kind
  folder: string
  key: string
  recoveryCode: string
  seed: number
  /** When the clock of the trial began, in milliseconds; the day it shows is always the same. */
  began: number
  /** Where files, backups or exports go. */
  out: string
  /** The backup that is restored. */
  backup: string
}

/** What a worker says: it begins, one piece of work is done for good, or everything is. */
export type Word =
  | { say: 'ready' }
  | { say: 'done-piece'; ids: number[]; file: string | null; sha256: string | null }
  | { say: 'over' }

/** A clock that goes on but stays on one day, in all processes of a trial. */
export function trialClock(began: number): () => Date {
  const morning = Date.parse('2024-11-20T01:00:00Z')
  return () => new Date(morning + (Date.now() - began))
}

/** How many rows one import takes in, all of them or none. */
export const rowsOfImport = 40
