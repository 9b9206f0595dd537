import { Text, Title } from '@mantine/core'
import type { RenewalRow } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { CallOutcome } from '#core/renewal.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { CallForm } from '../../components/call-form.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { sayMoment } from '../person/history.tsx'
import css from './renewals.module.css'

type CallProps = {
  row: RenewalRow
  outcome: CallOutcome
  today: string
  onClose: () => void
  onDone: () => void
}

const { renewals } = texts

/** Writes down what came of a call, when to call again and a note; earlier calls stand below. */
export function CallDialog({ row, outcome: first, today, onClose, onDone }: CallProps) {
  const say = useSay()
  const act = useAct('renewal.call')
  const enrolmentIds = [row.enrolmentId]
  return (
    <Dialog title={say(renewals.callTitle, { name: row.name })} onClose={onClose}>
      <CallForm
        label={say(renewals.call)}
        phone={row.phone}
        outcomes={CallOutcome.options.map((value) => ({ value, words: renewals.outcome[value] }))}
        labels={{ outcome: renewals.outcomeLabel, nextOn: renewals.nextOn, note: renewals.note }}
        first={{ outcome: first, nextOn: null, note: '' }}
        today={today}
        act={act}
        onSave={({ outcome, ...note }) =>
          act.mutate({ enrolmentIds, outcome: outcome ?? first, ...note }, { onSuccess: onDone })
        }
        onClose={onClose}
      />
      <EarlierCalls enrolmentId={row.enrolmentId} />
    </Dialog>
  )
}

function EarlierCalls({ enrolmentId }: { enrolmentId: number }) {
  const say = useSay()
  const query = useCall('renewal.calls', { enrolmentId })
  return (
    <section aria-label={say(renewals.calls)}>
      <Title order={2} size="h3" mt="sm" mb={4}>
        {say(renewals.calls)}
      </Title>
      <Answer query={query}>
        {(calls) =>
          calls.length === 0 ? (
            <Text size="sm">{say(renewals.noCalls)}</Text>
          ) : (
            <ul className={css.calls}>
              {calls.map(({ at, who, outcome, nextOn, note }) => (
                <li key={at}>
                  {say(renewals.callLine, {
                    at: sayMoment(at),
                    who,
                    outcome: say(renewals.outcome[outcome]),
                  })}
                  {nextOn && `, ${say(renewals.next, { date: formatDate(nextOn) })}`}
                  {note && `. ${note}`}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
