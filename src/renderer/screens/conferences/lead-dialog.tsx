import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import type { Lead } from '#core/roster.ts'
import { LeadOutcome } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed } from '../../components/page.tsx'
import { readDay } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'

type LeadProps = {
  lead: Lead
  outcome: LeadOutcome | null
  today: string
  onClose: () => void
  onDone: () => void
}

const { roster, terms, renewals } = texts

/** Writes down what came of calling a lead, and when to call again. */
export function LeadDialog({ lead, outcome: pressed, today, onClose, onDone }: LeadProps) {
  const say = useSay()
  const language = useLanguage()
  const act = useAct('lead.note')
  const [outcome, setOutcome] = useState<LeadOutcome | ''>(pressed ?? lead.outcome ?? '')
  const [next, setNext] = useState(lead.followUpOn === null ? '' : formatDate(lead.followUpOn))
  const [note, setNote] = useState(lead.note)
  const read = next.trim() === '' ? null : readDay(next, today)
  const submit = () => {
    if ((read && !read.ok) || act.isPending) return
    act.mutate(
      {
        id: lead.id,
        outcome: outcome || null,
        followUpOn: read?.value ?? null,
        note: cleanText(note),
      },
      { onSuccess: onDone },
    )
  }
  const title = say(roster.leadTitle, { name: lead.name })
  return (
    <Dialog title={title} onClose={onClose}>
      <EnterForm label={title} onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{say(renewals.phoneOf, { phone: lead.phone ?? '—' })}</Text>
          <ChoiceBox
            label={say(roster.leadOutcome)}
            value={outcome}
            empty={say(terms.leadState.open)}
            options={LeadOutcome.options.map((value, index) => ({
              value,
              label: `${index + 1} · ${say(terms.leadState[value])}`,
            }))}
            onChange={setOutcome}
          />
          <DateBox
            label={say(roster.followUp)}
            value={next}
            onChange={setNext}
            today={today}
            autoFocus
            error={read && !read.ok ? sayProblem(read.problem, language) : null}
          />
          <TextBox label={say(roster.note)} value={note} onChange={setNote} maxLength={500} />
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
    </Dialog>
  )
}
