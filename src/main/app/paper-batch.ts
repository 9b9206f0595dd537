import { randomUUID } from 'node:crypto'
import type { CallInput, PaperCard, PrintJobLine } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { forms } from '#core/forms.ts'
import type { PaperSelection, PapersMade, PapersOrder } from '#core/papers/order.ts'
import { partOf } from '#core/papers/part.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { addPrintJob, listPrintJobs, readPrintJob } from '../db/print-jobs.ts'
import { type Desk, type HeldPaper, holdPaper } from './desk.ts'
import { type DrawnPapers, drawInJob } from './jobs.ts'
import { type Actor, type Office, todayInVietnam } from './office.ts'
import { batchCard, sayGaps, sayLeftOut } from './paper-card.ts'
import { editionNotices, paperContext } from './paper-context.ts'
import { tracePaper } from './paper-out.ts'
import { fileName, makePaper, type PaperWish } from './papers.ts'
import { priceReminders, priceSelection } from './reminder-prices.ts'

/** Makes one paper for the preview; several are drawn by a job. */
export async function makeOrDraw(
  desk: Desk,
  office: Office,
  actor: Actor,
  wish: PaperWish,
): Promise<Result<PaperCard>> {
  const made = await makePaper(office, actor, wish)
  if (!made.ok) return made
  if ('paper' in made.value) return ok(holdPaper(desk, made.value.paper))
  return drawAndHold(desk, { office, actor }, randomUUID(), made.value.order)
}

/** Prints everything for a selection into one document. */
export async function makeBatch(
  desk: Desk,
  office: Office,
  actor: Actor,
  wish: CallInput<'paper.batch'>,
): Promise<Result<PaperCard>> {
  const { selection, forms: wanted, order, checkAgainstOfficial } = wish
  const codes = wanted.map(({ form }) => forms[form].code).join(', ')
  const reminds = wanted.some(({ form }) => form === 'reminder')
  const on = todayInVietnam(office.ground.now())
  return drawAndHold(desk, { office, actor }, wish.job, {
    context: paperContext(office, { checkAgainstOfficial, blank: false }),
    resources: office.ground.resources,
    title: [codes, sayMeant(selection)].join(' – '),
    on,
    what: { selection, forms: wanted, order, onlyNeeded: true },
    amounts: reminds ? await priceSelection(office, on, selection) : [],
  })
}

/** Draws a print job again, or the part of it between two places. */
export async function makeAgain(
  desk: Desk,
  office: Office,
  actor: Actor,
  { job, printJob, from, to }: CallInput<'paper.again'>,
): Promise<Result<PaperCard>> {
  const kept = await readPrintJob(office.store.db, printJob)
  if (!kept) return fail('paper.no-such-job', { id: printJob })
  const part = partOf(kept.papers, from, to)
  if (!part.ok) return part
  const { title, madeOn, checkAgainstOfficial } = kept
  return drawAndHold(desk, { office, actor }, job, {
    context: paperContext(office, { checkAgainstOfficial, blank: false }),
    resources: office.ground.resources,
    title,
    on: madeOn,
    what: { papers: part.value },
    amounts: await priceReminders(office, part.value),
  })
}

/** The latest print jobs of the office. */
export async function listJobs(office: Office): Promise<PrintJobLine[]> {
  return listPrintJobs(office.store.db, 100)
}

type Desks = { office: Office; actor: Actor }

async function drawAndHold(
  desk: Desk,
  { office, actor }: Desks,
  id: string,
  order: PapersOrder,
): Promise<Result<PaperCard>> {
  const drawn = await drawInJob(desk, office, id, order)
  if (!drawn.ok) return drawn
  return ok(holdPaper(desk, await keepPapers(office, actor, order, drawn.value)))
}

/** Writes down what a job drew and answers it ready to be held; the audit names form, edition and hash. */
export async function keepPapers(
  office: Office,
  actor: Actor,
  order: PapersOrder,
  { bytes, made }: DrawnPapers,
): Promise<HeldPaper> {
  const printJob = await keepJob(office, actor, order, made)
  const formIds = [...new Set(made.papers.map(({ form }) => form))]
  const editions = [...new Set(made.papers.map(({ edition }) => edition))]
  const card = batchCard(made, printJob, {
    title: order.title,
    fileName: fileName(formIds.map((form) => forms[form].code).join('-'), order.on),
    edition: editions.join('+'),
    notices: [...editionNotices(order.context.editions, made.papers), ...sayLeftOut(made.without)],
    missing: sayGaps(made.gaps),
  })
  const trace = {
    form: formIds.join('+'),
    edition: card.edition,
    subject: `print-job:${printJob}`,
  }
  const paper = { card, bytes, trace }
  await tracePaper(office, actor, 'paper.made', paper)
  return paper
}

function keepJob(
  office: Office,
  actor: Actor,
  order: PapersOrder,
  made: PapersMade,
): Promise<number> {
  return office.store.db.transaction().execute((db) =>
    addPrintJob(db, {
      madeAt: office.ground.now().toISOString(),
      madeBy: actor.name,
      title: order.title,
      madeOn: order.on,
      checkAgainstOfficial: order.context.checkAgainstOfficial,
      pages: made.papers.at(-1)?.pagesSoFar ?? 0,
      papers: made.papers,
      sha256: made.sha256,
    }),
  )
}

function sayMeant(selection: PaperSelection): string {
  switch (selection.kind) {
    case 'day':
      return formatDate(selection.day)
    case 'conference':
      return `hội nghị số ${selection.id}`
    case 'household':
      return `hộ số ${selection.id}`
    case 'enrolments':
      return `${selection.ids.length} hồ sơ`
    case 'filter':
      return 'theo bộ lọc'
    case 'due':
      return `đến hạn ngày ${formatDate(selection.on)}`
  }
}
