import type { CopyFacts } from './backup.ts'
import type { ExportOrder } from './city/export.ts'
import type { CheckedFile } from './city/received.ts'
import type { PapersMade, PapersOrder } from './papers/order.ts'
import type { RegisterOrder } from './register-table.ts'
import type { Problem } from './result.ts'

/** How a job opens the store: for reading only, with the key handed over in the message. */
export type StoreAccess = { file: string; key: Uint8Array; nativeBinding: string | undefined }

/** Long work for a process of its own. */
export type JobOrder =
  | { kind: 'papers'; store: StoreAccess; papers: PapersOrder }
  /** Writes a list of the register into a file. */
  | { kind: 'register'; store: StoreAccess; register: RegisterOrder }
  /** Checks files and the files of folders against a trust folder; all are absolute paths. */
  | { kind: 'receive'; paths: readonly string[]; trust: string }
  /** Writes the city's merged data to a file. */
  | { kind: 'merged'; store: StoreAccess; order: ExportOrder }
  /** Copies a store that is held still, or checks a copy. */
  | {
      kind: 'backup'
      copy: {
        step: 'copy' | 'check'
        from: string
        to: string
        key: Uint8Array
        nativeBinding: string | undefined
      }
      label: string
    }

/** What each kind of job ends with. */
export type JobMade = {
  papers: PapersMade
  register: { rows: number }
  receive: null
  merged: { rows: number }
  backup: CopyFacts
}

/** A word to a running job: one more piece was dealt with, so it may go on. */
export type JobWord = 'go-on'

/**
 * What a job says: progress at most ten times a second, pieces of its document or files it checked in
 * order, and in the end one of `done`, `refused` (an expected problem) or `broken` (a bug, with its stack).
 */
export type JobReport =
  | { type: 'progress'; done: number; total: number; label: string }
  | { type: 'piece'; bytes: Uint8Array }
  | { type: 'checked'; file: CheckedFile }
  | { type: 'done'; made: JobMade[keyof JobMade] }
  | { type: 'refused'; problem: Problem }
  | { type: 'broken'; stack: string }

/** Whether a report is the last one of its job. */
export function isLast({ type }: JobReport): boolean {
  return type === 'done' || type === 'refused' || type === 'broken'
}
