import { Button, Kbd } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Conference } from '#core/conference.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Confirm } from '../../components/dialog.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Notice, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { ConferenceForm } from './conference-form.tsx'
import { ConferenceList } from './conference-list.tsx'
import css from './conferences.module.css'
import { conferenceDraft, editConference, newConference } from './draft.ts'

/** Conferences and small groups: the list, and the form beside it. */
export function Conferences({ today }: { today: string }) {
  const say = useSay()
  const list = useCall('conference.list', {})
  const form = conferenceDraft.use()
  // What to open once the clerk agrees to drop what is being typed.
  const [saved, setSaved] = useState<number | null>(null)
  const [waiting, setWaiting] = useState<{ open: Conference | null } | null>(null)
  useEffect(() => {
    if (!conferenceDraft.get()) conferenceDraft.set(newConference(formatDate(today)))
    requestAnimationFrame(() => goToBox('kind'))
  }, [today])
  const show = (conference: Conference | null) => {
    setWaiting(null)
    conferenceDraft.set(conference ? editConference(conference) : newConference(formatDate(today)))
    requestAnimationFrame(() => goToBox('kind'))
  }
  const open = (conference: Conference | null) =>
    form?.touched ? setWaiting({ open: conference }) : show(conference)
  useKeys([
    { key: 'alt+n', label: texts.conferences.add, run: () => open(null) },
    {
      key: 'Escape',
      label: texts.conferences.dropYes,
      quiet: true,
      run: () => form?.touched && open(null),
    },
  ])
  return (
    <Page
      title={texts.conferences.title}
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Alt+N</Kbd>}
          onClick={() => open(null)}
        >
          {say(texts.conferences.add)}
        </Button>
      }
    >
      {saved !== null && (
        <div role="status">
          <Notice tone="leaf">{say(texts.conferences.saved, { id: saved })}</Notice>
        </div>
      )}
      <div className={css.columns}>
        <Answer query={list}>
          {(rows) => <ConferenceList rows={rows} chosen={form?.id ?? null} onOpen={open} />}
        </Answer>
        {form && (
          <ConferenceForm
            key={form.id ?? 'new'}
            form={form}
            today={today}
            onSaved={(id) => {
              setSaved(id)
              show(null)
            }}
          />
        )}
      </div>
      {waiting && (
        <Confirm
          title={texts.conferences.dropTitle}
          text={texts.conferences.dropText}
          yes={texts.conferences.dropYes}
          no={texts.conferences.dropNo}
          onYes={() => show(waiting.open)}
          onNo={() => setWaiting(null)}
        />
      )}
    </Page>
  )
}
