import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Amounts } from '#core/contribution/amounts.ts'
import type { Phrase } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import { useShowRule } from '../policy/rule-shown.ts'
import css from './why.module.css'

type WhyProps = {
  title: ReactNode
  sums: readonly (readonly [label: Phrase, amount: number])[]
  amounts: Pick<Amounts, 'derivation' | 'basis' | 'notices'>
  /** The day whose rules the amounts follow. */
  on: string
}

/** Amounts with how they were reached and the law they rest on. */
export function AmountsWhy({ title, sums, amounts, on }: WhyProps) {
  const say = useSay()
  return (
    <div className={css.whyPart}>
      <h2>{title}</h2>
      <dl className={css.sums}>
        {sums.map(([label, amount]) => (
          <div key={label.vi}>
            <dt>{say(label)}</dt>
            <dd>{formatMoney(amount, 'đ')}</dd>
          </div>
        ))}
      </dl>
      <ol className={css.steps}>
        {amounts.derivation.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Basis amounts={amounts} on={on} />
    </div>
  )
}

/** The laws, each leading to its rule; the rule of a day that is not certain says so. */
function Basis({ amounts, on }: Pick<WhyProps, 'amounts' | 'on'>) {
  const say = useSay()
  const showRule = useShowRule(on)
  const doubt = { H: null, M: texts.common.confidenceM, L: texts.common.confidenceL }
  return (
    <>
      <p className={css.basis}>
        <strong>{say(texts.enrol.basis)}:</strong>{' '}
        {amounts.basis.map(({ row, source, confidence }, index) => {
          const words = doubt[confidence]
          return (
            <span key={row}>
              {index > 0 && '; '}
              <Anchor
                component="button"
                type="button"
                className={css.rule}
                aria-label={say(texts.quote.showRule, { source })}
                onClick={() => showRule(row)}
              >
                {source}
              </Anchor>
              {words && <em className={css.doubt}> ({say(words)})</em>}
            </span>
          )
        })}
      </p>
      {amounts.notices.map((notice) => (
        <p key={notice} className={css.doubt}>
          {notice}
        </p>
      ))}
    </>
  )
}
