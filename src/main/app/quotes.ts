import type { Calculation, PaperCard, QuoteWish } from '#core/contract.ts'
import type { VoluntaryAmounts } from '#core/contribution/voluntary.ts'
import type { QuoteRecord } from '#core/forms/quote.ts'
import { editionOn, forms } from '#core/forms.ts'
import { phraseOf } from '#core/messages.ts'
import { quoteOfCalculation, quoteOfSignUp } from '#core/papers/quotes.ts'
import { quoteVoluntary } from '#core/quote.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { drawPaper, missingOf } from '../papers/make.ts'
import { type Desk, holdPaper } from './desk.ts'
import { priceHousehold } from './enrolments.ts'
import { type Actor, type Office, todayInVietnam } from './office.ts'
import { policyOf } from './office-policy.ts'
import { paperCard } from './paper-card.ts'
import { editionNotices, paperContext } from './paper-context.ts'
import { tracePaper } from './paper-out.ts'
import { fileName } from './papers.ts'

/** Answers a calculation by the office's own rules and rates; nothing is stored. */
export function askQuote(office: Office, asked: Calculation): Result<VoluntaryAmounts> {
  return quoteVoluntary({ ...asked, unit: office.row.code }, policyOf(office))
}

/** Makes the "Phiếu tính mức đóng" of what is on the screen; the amounts are computed here again. */
export async function makeQuotePaper(
  desk: Desk,
  office: Office,
  actor: Actor,
  wish: QuoteWish,
): Promise<Result<PaperCard>> {
  const on = todayInVietnam(office.ground.now())
  const context = paperContext(office, { checkAgainstOfficial: false, blank: false })
  const form = 'quote' as const
  const edition = editionOn(context.editions, form, on)
  if (!edition.ok) return edition
  const made = await recordOf(office, wish, { context, on, clerk: actor.name })
  if (!made.ok) return made
  const record = made.value
  const job = { form, edition: edition.value.edition, record }
  const bytes = await drawPaper(job, office.ground)
  const { code } = forms[form]
  const card = paperCard(bytes, {
    title: `${code} – ${record.head ?? record.lines[0]?.name ?? ''}`,
    fileName: fileName(code, on, record.head ?? ''),
    edition: job.edition,
    notices: editionNotices(context.editions, [job]),
    missing: missingOf(job).map(phraseOf),
  })
  const paper = { card, bytes, trace: { form, edition: job.edition, subject: 'office' } }
  await tracePaper(office, actor, 'paper.made', paper)
  return ok(holdPaper(desk, paper))
}

async function recordOf(
  office: Office,
  wish: QuoteWish,
  making: Parameters<typeof quoteOfSignUp>[0],
): Promise<Result<QuoteRecord>> {
  if (wish.kind === 'calculation') {
    const amounts = askQuote(office, wish.asked)
    return amounts.ok ? ok(quoteOfCalculation(making, wish, amounts.value)) : amounts
  }
  const priced = await priceHousehold(office, wish.request)
  if (!priced.ok) return priced
  const record = quoteOfSignUp(making, wish, priced.value)
  return record.lines.length > 0 ? ok(record) : fail('quote.nothing')
}
