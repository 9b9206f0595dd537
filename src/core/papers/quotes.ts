import type { Priced } from '../contract/answers.ts'
import type { QuoteWish } from '../contract/quote-calls.ts'
import type { Amounts } from '../contribution/amounts.ts'
import type { VoluntaryAmounts } from '../contribution/voluntary.ts'
import type { QuoteLine, QuoteRecord } from '../forms/quote.ts'
import { commonTexts } from '../messages/ui-app.ts'
import type { PaperContext } from './facts.ts'
import { marksOf, officeHead } from './marks.ts'

type Whom = Pick<QuoteWish, 'head' | 'address' | 'phone'>
type Grounds = Pick<Amounts, 'basis' | 'notices'>

/** Where and when a quote is made, and by whom. */
export type QuoteMaking = { context: PaperContext; on: string; clerk: string }

const doubts = { M: commonTexts.confidenceM.vi, L: commonTexts.confidenceL.vi }

/** The laws of all amounts, each once, with what is said of those that are not certain. */
function groundsOf(all: readonly Grounds[]): Pick<QuoteRecord, 'basis' | 'notices'> {
  const sources = all.flatMap(({ basis }) =>
    basis.map(({ source, confidence }) =>
      confidence === 'H' ? source : `${source} (${doubts[confidence]})`,
    ),
  )
  const notices = all.flatMap((each) => each.notices)
  return { basis: [...new Set(sources)], notices: [...new Set(notices)] }
}

function recordOf(
  { context, on, clerk }: QuoteMaking,
  whom: Whom,
  kind: QuoteRecord['kind'],
  lines: QuoteLine[],
  grounds: readonly Grounds[],
): QuoteRecord {
  return {
    ...marksOf(context, on),
    kind,
    office: officeHead(context),
    head: whom.head || null,
    address: whom.address || null,
    phone: whom.phone || null,
    lines,
    ...groundsOf(grounds),
    clerk,
  }
}

/** The quote of a sign-up that is still being typed; who cannot be priced yet is left out. */
export function quoteOfSignUp(
  making: QuoteMaking,
  { names, ...whom }: Whom & { names: readonly string[] },
  priced: Priced,
): QuoteRecord {
  const charged = priced.members.flatMap(({ bhxh, bhyt }, row) =>
    (
      [
        ['bhxh-tn', bhxh?.charge],
        ['bhyt-hgd', bhyt?.charge],
      ] as const
    ).flatMap(([scheme, charge]) =>
      charge ? [{ scheme, charge, name: names[row] || `Người ${row + 1}` }] : [],
    ),
  )
  const lines = charged.map(({ scheme, name, charge }) => lineOf(name, scheme, charge, charge))
  return recordOf(
    making,
    whom,
    'payment',
    lines,
    charged.map(({ charge }) => charge),
  )
}

/** The quote of one calculation: a payment, or what goes back of one. */
export function quoteOfCalculation(
  making: QuoteMaking,
  { name, ...whom }: Whom & { name: string },
  amounts: VoluntaryAmounts,
): QuoteRecord {
  const span = { months: amounts.months, validFrom: null, validTo: null }
  const line = lineOf(name || whom.head, 'bhxh-tn', amounts, span)
  return recordOf(making, whom, amounts.kind, [line], [amounts])
}

function lineOf(
  name: string,
  scheme: QuoteLine['scheme'],
  { gross, state, local, payer, derivation }: Omit<Amounts, keyof Grounds>,
  { months, validFrom, validTo }: Pick<QuoteLine, 'months' | 'validFrom' | 'validTo'>,
): QuoteLine {
  return { name, scheme, months, validFrom, validTo, gross, state, local, payer, derivation }
}
