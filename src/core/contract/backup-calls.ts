import { z } from 'zod'
import { BackupPlan, type BackupVerdict } from '../backup.ts'
import type { Problem } from '../result.ts'
import type { AppState } from './answers.ts'
import { answers, Pin } from './call.ts'
import type { PaperCard } from './paper-answers.ts'

/** A backup in a list; what its manifest says, where that can be read. */
export type BackupCard = {
  folder: string
  name: string
  verdict: BackupVerdict
  /** Name and code of the office it is of. */
  office: { name: string; code: string } | null
  madeAt: string | null
  size: number | null
  people: number | null
  enrolments: number | null
}

/** A place of the plan: what stands there, or why it cannot be looked into. */
export type PlaceCard = { place: string; problem: Problem | null; backups: BackupCard[] }

/** Everything about the backups of the open office; `dueAt` is when the next one is made by itself. */
export type BackupStand = {
  plan: BackupPlan
  places: PlaceCard[]
  dueAt: string | null
  escrow: string | null
}

/** What became of a backup at one place. */
export type BackupOutcome = { place: string; made: BackupCard | null; problem: Problem | null }

/** What a rehearsal found: the copy was whole and the rows of the manifest were all there. */
export type Rehearsal = {
  name: string
  madeAt: string
  people: number
  enrolments: number
  seconds: number
}

const path = z.string().min(1).max(1000)
const code = z.string().max(100)
const job = z.string().min(1).max(64)

/** Calls about backups, restoring and the recovery code. */
export const backupCalls = {
  'backup.read': { input: z.strictObject({}), who: 'keep', ...answers<BackupStand>() },
  'backup.plan': {
    input: z.strictObject({ plan: BackupPlan, ownPin: Pin }),
    who: 'keep',
    ...answers<BackupStand>(),
  },
  'backup.make': { input: z.strictObject({ job }), who: 'keep', ...answers<BackupOutcome[]>() },
  'backup.cancel': { input: z.strictObject({ job }), who: 'keep', ...answers<boolean>() },
  'backup.rehearse': {
    input: z.strictObject({ job, recoveryCode: code.nullable() }),
    who: 'keep',
    ...answers<Rehearsal>(),
  },
  'restore.list': {
    input: z.strictObject({ folder: path }),
    who: 'anyone',
    ...answers<BackupCard[]>(),
  },
  'restore.run': {
    input: z.strictObject({
      job,
      backup: path,
      recoveryCode: code,
      ownPin: Pin.nullable(),
      /** A new data folder to move to; null restores the one in use. */
      dataDir: path.nullable(),
    }),
    who: 'anyone',
    ...answers<{ state: AppState; aside: string | null }>(),
  },
  'restore.cancel': { input: z.strictObject({ job }), who: 'anyone', ...answers<boolean>() },
  'recovery.new': {
    input: z.strictObject({ ownPin: Pin }),
    who: 'approve',
    ...answers<{ recoveryCode: string }>(),
  },
  'recovery.sheet': { input: z.strictObject({}), who: 'approve', ...answers<PaperCard>() },
  'recovery.confirm': {
    input: z.strictObject({ lastGroup: z.string().max(20) }),
    who: 'approve',
    ...answers<{ backups: number; unreached: number }>(),
  },
  'recovery.escrow': {
    input: z.strictObject({ certificate: path.nullable(), ownPin: Pin }),
    who: 'approve',
    ...answers<BackupStand>(),
  },
} as const
