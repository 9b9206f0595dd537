import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { RenewalRow } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import { CallOutcome } from '#core/renewal.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Answer, Failed } from '../../components/page.tsx'
import { readDay } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
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
  const language = useLanguage()
  const act = useAct('renewal.call')
  const [outcome, setOutcome] = useState(first)
  const [nextOn, setNextOn] = useState('')
  const [note, setNote] = useState('')
  const next = nextOn.trim() === '' ? null : readDay(nextOn, today)
  const submit = () => {
    if (next && !next.ok) return
    const { enrolmentId } = row
    act.mutate(
      { enrolmentIds: [enrolmentId], outcome, nextOn: next?.value ?? null, note: note.trim() },
      { onSuccess: onDone },
    )
  }
  return (
    <Dialog title={say(renewals.callTitle, { name: row.name })} onClose={onClose}>
      <EnterForm label={say(renewals.call)} onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{say(renewals.phoneOf, { phone: row.phone ?? '—' })}</Text>
          <ChoiceBox
            label={say(renewals.outcomeLabel)}
            value={outcome}
            options={CallOutcome.options.map((value, index) => ({
              value,
              label: `${index + 1} · ${say(renewals.outcome[value])}`,
            }))}
            onChange={setOutcome}
          />
          <DateBox
            label={say(renewals.nextOn)}
            value={nextOn}
            onChange={setNextOn}
            today={today}
            autoFocus
            error={next && !next.ok ? sayProblem(next.problem, language) : null}
          />
          <TextBox label={say(renewals.note)} value={note} onChange={setNote} maxLength={500} />
          {act.error && <Failed error={act.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {say(texts.common.cancel)}
            </Button>
            <Button type="submit" loading={act.isPending}>
              {say(texts.common.save)}
            </Button>
          </Group>
        </Stack>
      </EnterForm>
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
