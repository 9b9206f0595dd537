import type { PapersMade, PapersOrder } from './papers/order.ts'
import type { Problem } from './result.ts'

/** How a job opens the store: for reading only, with the key handed over in the message. */
export type StoreAccess = { file: string; key: Uint8Array; nativeBinding: string | undefined }

/** Long work for a process of its own. */
export type JobOrder = { kind: 'papers'; store: StoreAccess; papers: PapersOrder }

/**
 * What a job says: progress at most ten times a second, pieces of its document in order, and in the
 * end one of `done`, `refused` (an expected problem) or `broken` (a bug, with its stack).
 */
export type JobReport =
  | { type: 'progress'; done: number; total: number; label: string }
  | { type: 'piece'; bytes: Uint8Array }
  | { type: 'done'; made: PapersMade }
  | { type: 'refused'; problem: Problem }
  | { type: 'broken'; stack: string }
