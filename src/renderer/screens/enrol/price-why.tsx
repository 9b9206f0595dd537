import { Button, Kbd } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Priced, QuoteWish } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { Charge } from '#core/enrolment.ts'
import type { Scheme } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { readDay } from '../../components/reading.ts'
import { useSay } from '../../language.tsx'
import { AmountsWhy } from './amounts-why.tsx'
import { useDraft } from './draft.ts'
import { QuotePaper } from './quote-paper.tsx'
import { readPriceRequest } from './read-form.ts'
import { useWhom } from './use-whom.ts'
import css from './why.module.css'

type WhyProps = { priced: Priced['members'][number] | undefined; today: string }

/** How the amounts of a row were computed, the law they rest on, and the household's on paper. */
export function PriceWhy({ priced, today }: WhyProps) {
  const say = useSay()
  const { enrol } = texts
  const typed = useDraft()?.signedOn ?? ''
  const signedOn = readDay(typed, today)
  const charges: [Scheme, Charge | null | undefined][] = [
    ['bhxh-tn', priced?.bhxh?.charge],
    ['bhyt-hgd', priced?.bhyt?.charge],
  ]
  const known = charges.filter((entry): entry is [Scheme, Charge] => Boolean(entry[1]))
  return (
    <section className={css.why} aria-label={say(enrol.why)}>
      {known.length === 0 && <p className={css.nothing}>{say(enrol.nothingChosen)}</p>}
      {known.map(([scheme, charge]) => (
        <AmountsWhy
          key={scheme}
          on={signedOn.ok ? signedOn.value : today}
          amounts={charge}
          sums={[
            [enrol.gross, charge.gross],
            [enrol.state, -charge.state],
            [enrol.local, -charge.local],
            [enrol.payer, charge.payer],
          ]}
          title={
            <>
              {say(texts.terms.scheme[scheme])}{' '}
              <small>
                {say(enrol.period, {
                  from: formatDate(charge.validFrom),
                  to: formatDate(charge.validTo),
                })}
              </small>
            </>
          }
        />
      ))}
      {known.length > 0 && <PrintQuote today={today} />}
    </section>
  )
}

/** Prints the household's amounts as they stand. */
function PrintQuote({ today }: { today: string }) {
  const say = useSay()
  const form = useDraft()
  const whom = useWhom(today)
  const [wish, setWish] = useState<QuoteWish | null>(null)
  const print = () => {
    const request = form && readPriceRequest(form, today, undefined)
    if (!request) return
    setWish({ kind: 'sign-up', ...whom, names: form.members.map(({ name }) => name), request })
  }
  useKeys([{ key: 'alt+i', label: texts.quote.print, quiet: true, run: print }])
  return (
    <div className={css.whyFoot}>
      <Button
        size="compact-sm"
        variant="default"
        onClick={print}
        leftSection={<IconPrinter size={15} aria-hidden />}
        rightSection={<Kbd size="xs">Alt+I</Kbd>}
      >
        {say(texts.quote.print)}
      </Button>
      {wish && <QuotePaper wish={wish} onClose={() => setWish(null)} />}
    </div>
  )
}
