import type { CopyFacts } from './backup.ts'
import type { ExportOrder } from './city/export.ts'
import type { CheckedFile } from './city/received.ts'
import type { CountedPeople } from './contract/overview-answers.ts'
import type { CountedWish } from './contract/overview-calls.ts'
import type { IsoDate } from './date.ts'
import type { Overview } from './overview.ts'
import type { OverviewGround } from './overview-ground.ts'
import type { PapersMade, PapersOrder } from './papers/order.ts'
import type { RegisterOrder } from './register-table.ts'
import type { ReportOrder } from './reports.ts'
import type { Problem } from './result.ts'
import type { PlanFile } from './target-sheet.ts'

/** How a job opens the store: for reading only, with the key handed over in the message. */
export type StoreAccess = { file: string; key: Uint8Array; nativeBinding: string | undefined }

/** Long work for a process of its own. */
export type JobOrder =
  | { kind: 'papers'; store: StoreAccess; papers: PapersOrder }
  /** Reads the overview of a day. */
  | { kind: 'overview'; store: StoreAccess; ground: OverviewGround; on: IsoDate }
  /** Lists people behind a figure. */
  | { kind: 'counted'; store: StoreAccess; ground: OverviewGround; wish: CountedWish }
  /** Draws a report, or writes it as a workbook to a path. */
  | {
      kind: 'report'
      store: StoreAccess
      ground: OverviewGround
      order: ReportOrder
      resources: string
      path: string | null
    }
  /** Reads the rows of a file of targets, or what is written in one of JSON. */
  | { kind: 'plan'; path: string }
  /** Writes a list of the register into a file. */
  | { kind: 'register'; store: StoreAccess; register: RegisterOrder }
  /** Checks files and the files of folders against a trust folder; all are absolute paths. */
  | { kind: 'receive'; paths: readonly string[]; trust: string }
  /** Writes the city's merged data to a file. */
  | { kind: 'merged'; store: StoreAccess; order: ExportOrder }
  /** Copies a store that is held still, or checks a copy, or both. */
  | {
      kind: 'backup'
      copy: {
        step: 'copy' | 'check' | 'restore'
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
  overview: Overview
  counted: CountedPeople
  /** The bytes are null when it was written to a path. */
  report: { isOwn: boolean; notes: readonly string[]; bytes: Uint8Array | null }
  plan: PlanFile
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
