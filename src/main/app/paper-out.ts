import type { AuditEntry } from '#core/audit.ts'
import type { CallInput } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { reissue } from '../forms/reissue.ts'
import { type Desk, type HeldPaper, remember } from './desk.ts'
import { fileProblem, writeDurably } from './files.ts'
import { type Actor, change, type Office } from './office.ts'
import { noOffset } from './printers.ts'

/** What was done with a paper besides its form, edition and hash. */
type Done = { copies?: number; pages?: string; printer?: string | null }

/** Writes into the audit what was done with a paper: form, edition, hash, copies, and where it went. */
export async function tracePaper(
  office: Office,
  actor: Actor,
  event: 'paper.made' | 'paper.printed' | 'paper.saved',
  paper: HeldPaper,
  { copies = 1, pages, printer }: Done = {},
): Promise<void> {
  const { form, edition, subject } = paper.trace
  const entry: AuditEntry = {
    event,
    subject,
    detail: {
      form,
      edition,
      sha256: paper.card.sha256,
      copies,
      ...(pages && { pages }),
      ...(printer && { printer }),
    },
  }
  await change(office, actor, (_db, audit) => audit(entry))
}

/**
 * Prints a held PDF, or some of its pages, moved as the printer was calibrated. What is held stays as
 * it is, so that it can be printed again.
 */
export async function printPaper(
  desk: Desk,
  wish: CallInput<'paper.print'>,
): Promise<Result<{ sent: boolean }>> {
  const { documentId, printer = null, dialog = true, copies = 1, pages = null } = wish
  const paper = desk.papers.get(documentId)
  if (!paper) return fail('paper.gone')
  if (printer === null && !dialog) return fail('input.invalid', { field: 'printer' }, ['printer'])
  const last = paper.card.pages
  const { from, to } = pages ?? { from: 1, to: last }
  if (to > last || to < from) {
    return fail('paper.no-such-page', { pages: last, page: to > last ? to : from }, ['pages'])
  }
  const { right, down } = (printer !== null && desk.settings.printers[printer]) || noOffset
  const isWhole = to - from + 1 === last && right === 0 && down === 0
  const pdf = isWhole ? paper.bytes : reissue(paper.bytes, { from, to, right, down })
  const printed = await desk.ports.print({ pdf, printer, dialog, copies })
  if (wish.printer !== undefined && printed.ok && printed.value.sent) remember(desk, { printer })
  if (printed.ok && printed.value.sent && desk.office && desk.actor) {
    await tracePaper(desk.office, desk.actor, 'paper.printed', paper, {
      copies,
      printer,
      ...(pages && { pages: `${from}-${to}` }),
    })
  }
  return printed
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
