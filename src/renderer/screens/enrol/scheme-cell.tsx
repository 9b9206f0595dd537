import { IconAlertTriangle } from '@tabler/icons-react'
import type { Charge } from '#core/enrolment.ts'
import { formatMoney } from '#core/money.ts'
import type { Problem } from '#core/result.ts'
import type { Scheme } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './enrol.module.css'

type SchemeCellProps = {
  scheme: Scheme
  path: string
  on: boolean
  onToggle: (on: boolean) => void
  priced: { charge: Charge | null; problem: Problem | null } | null
  stale: boolean
  position?: number | undefined
}

/** The check box of a scheme with its live amount below; an uncertain basis is said beside it. */
export function SchemeCell(props: SchemeCellProps) {
  const { scheme, path, on, onToggle, stale, position } = props
  const say = useSay()
  return (
    <div className={css.cell} data-on={on} data-scheme={scheme}>
      <label className={css.cellHead}>
        <input
          type="checkbox"
          checked={on}
          data-path={path}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        <span>{say(texts.terms.scheme[scheme])}</span>
      </label>
      {on && (
        <div className={css.amount} data-stale={stale}>
          <Amount {...props} />
          {position !== undefined && (
            <span className={css.place}>{say(texts.enrol.position, { n: position })}</span>
          )}
        </div>
      )}
    </div>
  )
}

function Amount({ priced }: SchemeCellProps) {
  const say = useSay()
  if (!priced?.charge) return <span className={css.waiting}>{say(texts.enrol.noPrice)}</span>
  const { payer, basis } = priced.charge
  const uncertain = basis.some(({ confidence }) => confidence !== 'H')
  return (
    <>
      <strong>{formatMoney(payer, 'đ')}</strong>
      {uncertain && (
        <span
          className={css.uncertain}
          role="img"
          title={say(texts.enrol.checkBasis)}
          aria-label={say(texts.enrol.checkBasis)}
        >
          <IconAlertTriangle size={15} aria-hidden />
        </span>
      )}
    </>
  )
}
