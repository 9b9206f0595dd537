import { formatMoney } from '#core/money.ts'
import type { PaperRef } from '#core/papers/facts.ts'
import { mostPapers, type PaperSelection, type PapersOrder } from '#core/papers/order.ts'
import { type PlanFacts, planPapers } from '#core/papers/plan.ts'
import { dueSpan } from '#core/renewal.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { listConferences, readConference } from '../db/conferences.ts'
import type { Db } from '../db/kysely.ts'
import { listFitting, listOfHousehold, readCompanions, readPlanned } from '../db/paper-queries.ts'
import { listDue } from '../db/renewals.ts'
import { searchRegistry } from '../db/search.ts'

type Chosen = Extract<PapersOrder['what'], { selection: unknown }>

const everything = {
  from: null,
  to: null,
  scheme: null,
  kind: null,
  commune: null,
  collector: null,
  state: null,
  conferenceId: null,
}

/** Lays out the papers of a selection; none and too many are refused. */
export async function choosePapers(
  db: Db,
  order: PapersOrder,
  what: Chosen,
): Promise<Result<ReturnType<typeof planPapers>>> {
  const ids = await chooseEnrolments(db, what.selection)
  const facts: PlanFacts = {
    chosen: await readPlanned(db, ids, what.order),
    companions: await readCompanions(db, ids),
    conferences: await chooseConferences(db, what.selection),
    on: what.selection.kind === 'due' ? what.selection.on : order.on,
    onlyNeeded: what.onlyNeeded,
  }
  const plan = planPapers(what.forms, facts, order.context.editions)
  const [missing] = plan.without
  if (plan.papers.length === 0) {
    return missing ? { ok: false, problem: missing.problem } : fail('paper.nothing')
  }
  return isTooMany(plan.papers) ? tooMany() : ok(plan)
}

/** An enrolment on a list weighs as much as a paper of its own would. */
function isTooMany(papers: readonly PaperRef[]): boolean {
  const weight = papers.reduce((sum, { enrolments }) => sum + Math.max(1, enrolments.length), 0)
  return papers.length > mostPapers || weight > mostPapers * 5
}

const tooMany = () => fail('paper.too-many', { max: formatMoney(mostPapers) })

async function chooseEnrolments(db: Db, selection: PaperSelection): Promise<number[]> {
  const limit = mostPapers + 1
  switch (selection.kind) {
    case 'enrolments':
      return selection.ids
    case 'day':
      return listFitting(db, { ...everything, from: selection.day, to: selection.day }, limit)
    case 'conference':
      return listFitting(db, { ...everything, conferenceId: selection.id }, limit)
    case 'household':
      return listOfHousehold(db, selection.id, selection.signedOn)
    case 'due': {
      const { on, mark, commune, scheme } = selection
      const span = { ...dueSpan(on, mark), commune, scheme }
      const due = await listDue(db, span, { offset: 0, limit })
      return due.map(({ enrolmentId }) => enrolmentId)
    }
    case 'filter':
      return selection.query.trim() === ''
        ? listFitting(db, selection.filters, limit)
        : searchEnrolments(db, selection, limit)
  }
}

async function searchEnrolments(
  db: Db,
  { query, filters }: Extract<PaperSelection, { kind: 'filter' }>,
  limit: number,
): Promise<number[]> {
  const ids: number[] = []
  let after: string | null = null
  do {
    const page = await searchRegistry(db, { show: 'enrolments', query, filters, after, limit: 200 })
    for (const { enrolments } of page.hits) {
      for (const { id, state } of enrolments) if (state !== 'cancelled') ids.push(id)
    }
    after = page.next
  } while (after !== null && ids.length < limit)
  return ids
}

const daySpan = (day: string) => ({ from: day, to: day })

async function chooseConferences(
  db: Db,
  selection: PaperSelection,
): Promise<PlanFacts['conferences']> {
  const found =
    selection.kind === 'conference'
      ? [await readConference(db, selection.id)]
      : selection.kind === 'day'
        ? await listConferences(db, {
            span: daySpan(selection.day),
            states: ['planned', 'held', 'closed'],
          })
        : []
  const conferences: PlanFacts['conferences'][number][] = []
  for (const conference of found) {
    if (!conference) continue
    const { id, heldOn } = conference
    const filters = { ...everything, conferenceId: id }
    conferences.push({ id, heldOn, enrolments: await listFitting(db, filters, mostPapers) })
  }
  return conferences
}
