import type { Lead } from '#core/roster.ts'
import { LeadOutcome } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { CallForm } from '../../components/call-form.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useSay } from '../../language.tsx'

type LeadProps = {
  lead: Lead
  outcome: LeadOutcome | null
  today: string
  onClose: () => void
  onDone: () => void
}

const { roster, terms } = texts

/** Writes down what came of calling a lead, and when to call again. */
export function LeadDialog({ lead, outcome: pressed, today, onClose, onDone }: LeadProps) {
  const say = useSay()
  const act = useAct('lead.note')
  const title = say(roster.leadTitle, { name: lead.name })
  return (
    <Dialog title={title} onClose={onClose}>
      <CallForm
        label={title}
        phone={lead.phone}
        outcomes={LeadOutcome.options.map((value) => ({ value, words: terms.leadState[value] }))}
        empty={terms.leadState.open}
        labels={{ outcome: roster.leadOutcome, nextOn: roster.followUp, note: roster.note }}
        first={{ outcome: pressed ?? lead.outcome, nextOn: lead.followUpOn, note: lead.note }}
        today={today}
        act={act}
        onSave={({ nextOn, ...note }) =>
          act.mutate({ id: lead.id, followUpOn: nextOn, ...note }, { onSuccess: onDone })
        }
        onClose={onClose}
      />
    </Dialog>
  )
}
