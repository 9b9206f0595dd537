import { Text } from '@mantine/core'
import type { Priced } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { Charge } from '#core/enrolment.ts'
import { formatMoney } from '#core/money.ts'
import type { Scheme } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './enrol.module.css'

/** How the amounts of a row were computed, and the law they rest on. */
export function PriceWhy({ priced }: { priced: Priced['members'][number] | undefined }) {
  const say = useSay()
  const charges: [Scheme, Charge | null | undefined][] = [
    ['bhxh-tn', priced?.bhxh?.charge],
    ['bhyt-hgd', priced?.bhyt?.charge],
  ]
  const known = charges.filter((entry): entry is [Scheme, Charge] => Boolean(entry[1]))
  return (
    <section className={css.why} aria-label={say(texts.enrol.why)}>
      {known.length === 0 && <Text size="sm">{say(texts.enrol.nothingChosen)}</Text>}
      {known.map(([scheme, charge]) => (
        <WhyCharge key={scheme} scheme={scheme} charge={charge} />
      ))}
    </section>
  )
}

function WhyCharge({ scheme, charge }: { scheme: Scheme; charge: Charge }) {
  const say = useSay()
  const { enrol } = texts
  const parts = [
    [enrol.gross, charge.gross],
    [enrol.state, -charge.state],
    [enrol.local, -charge.local],
    [enrol.payer, charge.payer],
  ] as const
  return (
    <div className={css.whyPart}>
      <h2>
        {say(texts.terms.scheme[scheme])}{' '}
        <small>
          {say(enrol.period, {
            from: formatDate(charge.validFrom),
            to: formatDate(charge.validTo),
          })}
        </small>
      </h2>
      <dl className={css.sums}>
        {parts.map(([label, amount]) => (
          <div key={label.vi}>
            <dt>{say(label)}</dt>
            <dd>{formatMoney(amount, 'đ')}</dd>
          </div>
        ))}
      </dl>
      <ol className={css.steps}>
        {charge.derivation.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <WhyBasis charge={charge} />
    </div>
  )
}

function WhyBasis({ charge }: { charge: Charge }) {
  const say = useSay()
  const doubt = { H: null, M: texts.common.confidenceM, L: texts.common.confidenceL }
  return (
    <>
      <p className={css.basis}>
        <strong>{say(texts.enrol.basis)}:</strong>{' '}
        {charge.basis.map(({ row, source, confidence }, index) => {
          const words = doubt[confidence]
          return (
            <span key={row}>
              {index > 0 && '; '}
              {source}
              {words && <em className={css.doubt}> ({say(words)})</em>}
            </span>
          )
        })}
      </p>
      {charge.notices.map((notice) => (
        <p key={notice} className={css.doubt}>
          {notice}
        </p>
      ))}
    </>
  )
}
