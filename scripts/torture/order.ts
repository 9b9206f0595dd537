/** What a worker does until it is killed. */
export const kinds = ['save', 'import', 'close', 'export', 'migrate', 'backup', 'restore'] as const
export type Kind = (typeof kinds)[number]

/** The n-th time (from 1) that a worker takes the step of that name. */
export type Step = { name: string; nth: number }

/** The step after everything is done and before anybody is told. */
export const lastStep = 'the end'

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
  /** The step of one piece of work before which the worker ends itself; `list` only tells its steps. */
  stop: Step | 'list' | null
}

/** What a worker says: it begins, one piece of work is done for good (by which steps), or everything is. */
export type Word =
  | { say: 'ready' }
  | { say: 'steps'; names: string[] }
  | { say: 'done-piece'; ids: number[]; file: string | null; sha256: string | null }
  | { say: 'over' }

/** A clock that goes on but stays on one day, in all processes of a trial. */
export function trialClock(began: number): () => Date {
  const morning = Date.parse('2024-11-20T01:00:00Z')
  return () => new Date(morning + (Date.now() - began))
}

/** How many rows one import takes in, all of them or none. */
export const rowsOfImport = 40
