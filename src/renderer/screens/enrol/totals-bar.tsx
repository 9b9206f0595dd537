import { Button, Kbd } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Priced } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './enrol.module.css'

type TotalsProps = {
  priced: Priced | undefined
  people: number
  stale: boolean
  saving: boolean
  onSave: () => void
}

/** The household's totals and the button that saves; always in sight. */
export function TotalsBar({ priced, people, stale, saving, onSave }: TotalsProps) {
  const say = useSay()
  const { enrol } = texts
  const totals = priced?.totals
  const unpriced = (priced?.members ?? [])
    .flatMap(({ bhxh, bhyt }) => [bhxh, bhyt])
    .filter((part) => part?.problem).length
  const sums = totals && [
    [enrol.gross, totals.gross],
    [enrol.state, -totals.state],
    [enrol.local, -totals.local],
  ]
  return (
    <section className={css.totals} aria-label={say(texts.common.total)}>
      <span>{say(texts.common.people, { n: people })}</span>
      {unpriced > 0 && (
        <span className={css.partial}>
          <IconAlertTriangle size={16} aria-hidden /> {say(enrol.partial, { n: unpriced })}
        </span>
      )}
      <dl className={css.totalSums} data-stale={stale}>
        {(sums as [typeof enrol.gross, number][] | undefined)?.map(([label, amount]) => (
          <div key={label.vi}>
            <dt>{say(label)}</dt>
            <dd>{formatMoney(amount, 'đ')}</dd>
          </div>
        ))}
        <div className={css.payer}>
          <dt>{say(enrol.payer)}</dt>
          <dd data-none={totals ? undefined : true}>
            {totals ? formatMoney(totals.payer, 'đ') : say(enrol.noPrice)}
          </dd>
        </div>
      </dl>
      <Button
        size="md"
        loading={saving}
        onClick={onSave}
        aria-keyshortcuts="Control+Enter"
        rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
      >
        {say(enrol.save)}
      </Button>
    </section>
  )
}
