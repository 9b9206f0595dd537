import { createHash } from 'node:crypto'
import {
  type EditionOf,
  type FormId,
  type FormJob,
  type FormRecords,
  missingBoxes,
} from '#core/forms.ts'
import type { PaperFacts, PaperRef } from '#core/papers/facts.ts'
import type { CommonGap, PapersMade, PapersOrder, PlacedPaper } from '#core/papers/order.ts'
import { paperOf } from '#core/papers/paper.ts'
import { ok, type Problem, type Result } from '#core/result.ts'
import { readConference } from '../db/conferences.ts'
import type { Db } from '../db/kysely.ts'
import { readCards, readSignUps } from '../db/paper-queries.ts'
import { listMembers } from '../db/people.ts'
import { listRoster } from '../db/roster.ts'
import { drawBatch, drawForm } from '../forms/draw-form.ts'
import type { DrawOptions } from '../forms/paper.ts'
import { choosePapers } from './choose.ts'

/** Where the document goes while it is drawn, and who hears how far it is. */
export type Receiver = {
  piece: (bytes: Uint8Array) => void
  /** Called for every paper; awaited, so that the receiver can let others work. */
  progress: (done: number, total: number) => Promise<void> | void
}

/**
 * Draws the papers of an order into one document, piece by piece, from one snapshot of the store: what
 * is saved meanwhile is not in it.
 */
export async function makePapers(
  db: Db,
  order: PapersOrder,
  receiver: Receiver,
): Promise<Result<PapersMade>> {
  return db.transaction().execute(async (snapshot) => {
    const { what } = order
    const plan =
      'papers' in what
        ? ok({ papers: what.papers, without: [] })
        : await choosePapers(snapshot, order, what)
    if (!plan.ok) return plan
    const { papers, without } = plan.value
    return ok({ ...(await draw(snapshot, order, papers, receiver)), without })
  })
}

async function draw(
  db: Db,
  order: PapersOrder,
  refs: readonly PaperRef[],
  receiver: Receiver,
): Promise<Omit<PapersMade, 'without'>> {
  const hash = createHash('sha256')
  const papers: PlacedPaper[] = []
  const gaps = new Map<string, CommonGap>()
  const jobs = jobsOf(db, order, refs, async (ref, job) => {
    noteGaps(gaps, ref, job)
    await receiver.progress(papers.length, refs.length)
  })
  const document = drawBatch(jobs, {
    resources: order.resources,
    title: order.title,
    createdOn: order.on,
    onPaper: (pagesSoFar) => {
      const ref = refs[papers.length]
      if (ref) papers.push({ ...ref, pagesSoFar })
    },
  })
  for await (const piece of joined(document)) {
    hash.update(piece)
    receiver.piece(piece)
  }
  await receiver.progress(papers.length, refs.length)
  return { papers, sha256: hash.digest('hex'), gaps: [...gaps.values()] }
}

/** A page is a few thousand bytes; messages between processes are better larger. */
const pieceSize = 256 * 1024

async function* joined(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    size += piece.length
    if (size < pieceSize) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  yield Buffer.concat(waiting)
}

/** How many papers are read from the store at once. */
const readAhead = 100

async function* jobsOf(
  db: Db,
  order: PapersOrder,
  refs: readonly PaperRef[],
  onJob: (ref: PaperRef, job: FormJob) => Promise<void>,
): AsyncGenerator<FormJob> {
  const amounts = new Map(order.amounts)
  for (let from = 0; from < refs.length; from += readAhead) {
    const slice = refs.slice(from, from + readAhead)
    const ids = [...new Set(slice.flatMap(({ enrolments }) => enrolments))]
    const signUps = new Map((await readSignUps(db, ids)).map((signUp) => [signUp.id, signUp]))
    for (const ref of slice) {
      const own = ref.enrolments.flatMap((id) => signUps.get(id) ?? [])
      const facts = { ...(await factsOf(db, ref, own)), amounts }
      const job = paperOf(order.context, ref, facts)
      await onJob(ref, job)
      yield job
    }
  }
}

/** Reads what one paper needs besides its enrolments. */
export async function factsOf(
  db: Db,
  { form, conference }: PaperRef,
  signUps: PaperFacts['signUps'],
): Promise<Omit<PaperFacts, 'amounts'>> {
  const [first] = signUps
  return {
    signUps,
    members: form === 'household-annex' && first ? await listMembers(db, first.household.id) : [],
    conference: conference === null ? null : await readConference(db, conference),
    roster: form === 'attendance' && conference !== null ? await listRoster(db, conference) : [],
    cards: form === 'reminder' && first ? await readCards(db, first.person.id) : [],
  }
}

const shownNumbers = 20

function noteGaps(gaps: Map<string, CommonGap>, ref: PaperRef, job: FormJob): void {
  for (const problem of missingOf(job)) {
    const { code, values } = problem
    const kind = [job.form, code, values?.box ?? values?.column].join(' ')
    const gap = gaps.get(kind) ?? { problem, count: 0, numbers: [] }
    gap.count += 1
    const [number] = ref.enrolments
    if (number !== undefined && gap.numbers.length < shownNumbers) gap.numbers.push(number)
    gaps.set(kind, gap)
  }
}

type JobOf<F extends FormId> = { form: F; edition: EditionOf<F>; record: FormRecords[F] }

/** The boxes a paper must have and does not, in its own order. */
export function missingOf<F extends FormId>({ form, edition, record }: JobOf<F>): Problem[] {
  return missingBoxes(form, edition, record)
}

/** Draws one paper by itself, tagged for reading aloud. */
export function drawPaper<F extends FormId>(
  { form, edition, record }: JobOf<F>,
  options: DrawOptions,
): Promise<Uint8Array> {
  return drawForm(form, edition, record, options)
}
