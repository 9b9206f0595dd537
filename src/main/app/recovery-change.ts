import type { CallAnswer, PaperCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { drawRecoverySheet } from '../forms/recovery-sheet.ts'
import { findBackups } from './backup-folder.ts'
import { readPlan } from './backup-plan.ts'
import { isOwn } from './backup-view.ts'
import { type Desk, holdPaper } from './desk.ts'
import { fileProblem } from './files.ts'
import { changeCode } from './key-file.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { paperCard } from './paper-card.ts'
import { isLastGroup, makeRecoveryCode } from './recovery-code.ts'

/** A new recovery code, shown and printed; nothing is written before its last group is typed back. */
export function planCode(desk: Desk): { recoveryCode: string } {
  const recoveryCode = makeRecoveryCode()
  desk.newCode = recoveryCode
  return { recoveryCode }
}

/** The printed sheet of the new code. */
export async function newCodeSheet(desk: Desk, office: Office): Promise<Result<PaperCard>> {
  if (desk.newCode === null) return fail('paper.gone')
  const { code: unitCode, name: officeName, practice } = office.row
  const madeOn = todayInVietnam(office.ground.now())
  const sheet = { officeName, unitCode, recoveryCode: desk.newCode, madeOn, practice }
  const bytes = await drawRecoverySheet(sheet, office.ground)
  const card = paperCard(bytes, {
    title: `Mã khôi phục – ${officeName} – ${formatDate(madeOn)}`,
    fileName: `ma-khoi-phuc-${unitCode}.pdf`,
    edition: '1',
    notices: [],
    missing: [],
  })
  const trace = { form: 'recovery-sheet', edition: '1', subject: 'office' }
  return ok(holdPaper(desk, { card, bytes, trace }))
}

/**
 * Puts the data key under the new code once its last group was typed back: in the data folder, and in
 * every backup that can be reached. Backups that are elsewhere still open with the code they were made
 * under.
 */
export async function confirmCode(
  desk: Desk,
  office: Office,
  actor: Actor,
  typed: string,
): Promise<Result<CallAnswer<'recovery.confirm'>>> {
  const code = desk.newCode
  if (code === null) return fail('paper.gone')
  if (!isLastGroup(code, typed)) return fail('recovery.not-confirmed')
  const { key } = office.store
  try {
    const changed = changeCode(office.folder, key, code)
    if (!changed.ok) return changed
  } catch (error) {
    const problem = fileProblem(error, office.folder)
    if (problem) return problem
    throw error
  }
  desk.newCode = null
  desk.papers.clear()
  const detail = await changeInBackups(office, code)
  await change(office, actor, (_db, audit) =>
    audit({ event: 'recovery.changed', subject: 'office', detail }),
  )
  return ok(detail)
}

async function changeInBackups(
  office: Office,
  code: string,
): Promise<{ backups: number; unreached: number }> {
  const counts = { backups: 0, unreached: 0 }
  for (const place of (await readPlan(office)).places) {
    const found = findBackups(place)
    if (!found.ok) counts.unreached += 1
    for (const each of found.ok ? found.value : []) {
      if (!isOwn(office, each)) continue
      if (changeQuietly(each.folder, office.store.key, code)) counts.backups += 1
      else counts.unreached += 1
    }
  }
  return counts
}

function changeQuietly(folder: string, key: Buffer, code: string): boolean {
  try {
    return changeCode(folder, key, code).ok
  } catch (error) {
    if (fileProblem(error, folder) === null) throw error
    return false
  }
}
