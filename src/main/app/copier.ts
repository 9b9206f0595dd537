import type { BackupManifest, CopyFacts } from '#core/backup.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { type CopyOrder, copyOrCheck } from '../db/backup.ts'

/** Takes a step of a backup or a restore in this process or in one of its own. */
export type Copier = (order: CopyOrder) => Promise<Result<CopyFacts>>

/** Copies and checks in this process, without a word. */
export const copyHere: Copier = (order) => copyOrCheck(order, () => {})

/** Whether a copy holds what its manifest says, byte for byte and row for row. */
export function agrees(
  facts: Pick<BackupManifest, 'sha256' | 'counts' | 'events' | 'head'>,
  manifest: BackupManifest,
): boolean {
  const told = ({ sha256, counts, events, head }: typeof facts) =>
    JSON.stringify([sha256, Object.entries(counts).sort(), events, head])
  return told(facts) === told(manifest)
}

/**
 * Copies the store of a backup to where it is to be restored and checks every page of the copy;
 * `backup.unsound` when it is not what the manifest says.
 */
export async function takeOut(
  copier: Copier,
  order: Omit<CopyOrder, 'step'>,
  manifest: BackupManifest,
): Promise<Result<true>> {
  return judgeCopy(await copier({ step: 'restore', ...order }), manifest)
}

/** `backup.unsound` for a copy that is not what its manifest says, or that its own key does not open. */
export function judgeCopy(facts: Result<CopyFacts>, manifest: BackupManifest): Result<true> {
  if (facts.ok) return agrees(facts.value, manifest) ? ok(true) : fail('backup.unsound')
  return facts.problem.code === 'store.foreign' ? fail('backup.unsound') : facts
}
