import type { PaperRef } from '#core/papers/facts.ts'
import { mostPapers, type PaperSelection, type PapersOrder } from '#core/papers/order.ts'
import { dueSpan } from '#core/renewal.ts'
import { readPlanned } from '../db/paper-queries.ts'
import { listDue } from '../db/renewals.ts'
import type { Office } from './office.ts'
import { policyOf } from './office-policy.ts'
import { priceRenewals } from './renewal-prices.ts'

type Amounts = PapersOrder['amounts']

/** Households priced between two looks at what else wants to be done. */
const pricedAtOnce = 100

/** What renewing costs on a day, by enrolment, for the reminders of a selection of known people. */
export async function priceSelection(
  office: Office,
  on: string,
  selection: PaperSelection,
): Promise<Amounts> {
  const { db } = office.store
  if (selection.kind === 'enrolments') {
    return priceHouseholds(office, on, await readPlanned(db, selection.ids, 'number'))
  }
  if (selection.kind !== 'due') return []
  const { mark, commune, scheme } = selection
  const span = { ...dueSpan(selection.on, mark), commune, scheme }
  const due = await listDue(db, span, { offset: 0, limit: mostPapers })
  return priceHouseholds(office, selection.on, due)
}

/** What renewing costs on the day of each reminder among some papers. */
export async function priceReminders(
  office: Office,
  papers: readonly PaperRef[],
): Promise<Amounts> {
  const reminders = papers.filter(({ form }) => form === 'reminder')
  const [first] = reminders
  if (!first) return []
  const ids = reminders.flatMap(({ enrolments }) => enrolments)
  return priceHouseholds(office, first.day, await readPlanned(office.store.db, ids, 'number'))
}

async function priceHouseholds(
  office: Office,
  on: string,
  terms: readonly { householdId: number }[],
): Promise<Amounts> {
  const households = [...new Set(terms.map(({ householdId }) => householdId))]
  const priced: Amounts = []
  for (let from = 0; from < households.length; from += pricedAtOnce) {
    const some = households.slice(from, from + pricedAtOnce).map((householdId) => ({ householdId }))
    const { amounts } = await priceRenewals(office.store.db, policyOf(office), on, some)
    priced.push(...amounts)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return priced
}
