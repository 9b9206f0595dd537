import type { AuditEntry } from '#core/audit.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Desk, HeldPaper } from './desk.ts'
import { fileProblem, writeDurably } from './files.ts'
import { type Actor, change, type Office } from './office.ts'

/** Writes into the audit what was done with a paper: form, edition, hash, copies. */
export async function tracePaper(
  office: Office,
  actor: Actor,
  event: 'paper.made' | 'paper.printed' | 'paper.saved',
  paper: HeldPaper,
): Promise<void> {
  const { form, edition, subject } = paper.trace
  const entry: AuditEntry = {
    event,
    subject,
    detail: { form, edition, sha256: paper.card.sha256, copies: 1 },
  }
  await change(office, actor, (_db, audit) => audit(entry))
}

/** Hands a held PDF to the system's print dialog. */
export async function printPaper(
  desk: Desk,
  documentId: string,
): Promise<Result<{ sent: boolean }>> {
  const paper = desk.papers.get(documentId)
  if (!paper) return fail('paper.gone')
  const sent = await desk.ports.print(paper.bytes, paper.card.title)
  if (sent && desk.office && desk.actor) {
    await tracePaper(desk.office, desk.actor, 'paper.printed', paper)
  }
  return ok({ sent })
}

/** Saves a held PDF where the person chooses; null when the dialog was cancelled. */
export async function savePaper(desk: Desk, documentId: string): Promise<Result<string | null>> {
  const paper = desk.papers.get(documentId)
  if (!paper) return fail('paper.gone')
  const path = await desk.ports.chooseSave(paper.card.fileName)
  if (path === null) return ok(null)
  try {
    writeDurably(path, paper.bytes)
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
  if (desk.office && desk.actor) await tracePaper(desk.office, desk.actor, 'paper.saved', paper)
  return ok(path)
}
