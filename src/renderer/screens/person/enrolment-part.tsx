import { Button, Kbd, Text } from '@mantine/core'
import type { EnrolmentDetail, PersonCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { type KeyAction, useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import { keyName } from '../shell/status-line.tsx'
import css from './person.module.css'
import { type StepTo, sayState, stepsOf, stepWords } from './steps.ts'

const { person, terms } = texts

type ListProps = {
  enrolments: PersonCard['enrolments']
  chosen: number | null
  onChoose: (id: number) => void
}

/** The person's enrolments, newest first; the chosen one is told in full below. */
export function EnrolmentList({ enrolments, chosen, onChoose }: ListProps) {
  const say = useSay()
  const at = enrolments.findIndex(({ id }) => id === chosen)
  const go = (by: number) => {
    const to = enrolments[at + by]
    if (to) onChoose(to.id)
  }
  useKeys([
    { key: 'alt+ArrowUp', label: person.previous, run: () => go(-1), quiet: true },
    { key: 'alt+ArrowDown', label: person.next, run: () => go(1), quiet: true },
  ])
  return (
    <section className={css.part} aria-label={say(person.enrolments)}>
      <h2>{say(person.enrolments)}</h2>
      {enrolments.length === 0 && <Text size="sm">{say(person.noEnrolments)}</Text>}
      <div className={css.list}>
        {enrolments.map(({ id, scheme, signedOn, validTo, state }) => (
          <button
            key={id}
            type="button"
            className={css.line}
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
          >
            <span className={state === 'cancelled' ? css.gone : undefined}>
              {say(person.enrolmentLine, {
                id,
                scheme: say(terms.scheme[scheme]),
                signed: formatDate(signedOn),
                until: formatDate(validTo),
              })}
            </span>
            <span>{say(terms.state[state])}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

type PartProps = {
  detail: EnrolmentDetail
  onStep: (to: StepTo) => void
  onEdit: () => void
  onPrint: () => void
}

/** Where the chosen enrolment stands, what it costs, and what can be done with it now. */
export function EnrolmentPart({ detail, onStep, onEdit, onPrint }: PartProps) {
  const say = useSay()
  const { charge, scheme, choice, kindReason, locked, createdBy, state } = detail
  const actions: (KeyAction & { danger?: boolean })[] = stepsOf(detail).map((to) => ({
    ...stepWords[to],
    run: () => onStep(to),
    danger: to === 'cancelled' || to === 'returned',
  }))
  if (detail.canEdit) actions.push({ key: 'alt+e', label: person.edit, run: onEdit })
  if (state !== 'cancelled') actions.push({ key: 'ctrl+p', label: person.print, run: onPrint })
  useKeys(actions)
  return (
    <section className={css.part} aria-label={say(terms.scheme[scheme])}>
      <p className={css.state} role="status">
        {sayState(detail, say)}
      </p>
      {locked && <p className={css.said}>{say(person.dayClosed)}</p>}
      <p className={css.said}>
        {say(terms.scheme[scheme])} ·{' '}
        {say(person.period, {
          months: charge.months,
          from: formatDate(charge.validFrom),
          to: formatDate(charge.validTo),
        })}{' '}
        · {say(texts.enrol.payer)} <strong>{formatMoney(charge.payer, 'đ')}</strong>
      </p>
      <p className={css.said}>
        {say(person.kindLine, { kind: say(terms.kind[choice.kind]), reason: kindReason })}
        {choice.kindNote && ` (${choice.kindNote})`}
      </p>
      <p className={`${css.said} soft`}>
        {say(terms.collector[detail.collector])} · {say(terms.occupation[detail.occupation])} ·{' '}
        {say(person.by, { name: createdBy })}
      </p>
      {actions.length === 0 && <p className={css.said}>{say(person.noSteps)}</p>}
      <div className={css.steps}>
        {actions.map(({ key, label, run, danger }, index) => (
          <Button
            key={key}
            size="compact-md"
            variant={index === 0 && !danger ? 'filled' : 'outline'}
            color={danger ? 'lacquer' : 'river'}
            onClick={run}
            rightSection={<Kbd size="xs">{keyName(key)}</Kbd>}
          >
            {say(label)}
          </Button>
        ))}
      </div>
    </section>
  )
}
