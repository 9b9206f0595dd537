import { Button, Kbd } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Conference } from '#core/conference.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { call } from '../../api.ts'
import { Confirm } from '../../components/dialog.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed, Notice, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import { UndoPart } from '../person/undo-part.tsx'
import { Conversion } from './conversion.tsx'
import { conferenceDraft, copyConference, editConference, newConference } from './draft.ts'
import { Files } from './files.tsx'
import { Leads } from './leads.tsx'
import { Planner } from './planner.tsx'
import { Roster } from './roster.tsx'
import { type View, ViewChoice } from './view-choice.tsx'

/** What to show in the form once the clerk agrees to drop what is being typed. */
type Wanted = { id: number } | { day: string } | { copyOf: Conference }

type Inside = { id: number; part: 'roster' | 'files' }

/** Conferences and small groups: planning and recording them, their people, leads and yield. */
export function Conferences({ today }: { today: string }) {
  const [view, setView] = useState<View>('list')
  const [inside, setInside] = useState<Inside | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const form = useForm(today)
  const look = (next: View) => {
    setSaid(null)
    setInside(null)
    setView(next)
  }
  const add = () => {
    look(view === 'calendar' ? view : 'list')
    form.want({ day: today })
  }
  const enter = (id: number, part: Inside['part']) => {
    setSaid(null)
    setInside({ id, part })
  }
  const mayWrite = useMay('work')
  useKeys(mayWrite ? [{ key: 'alt+n', label: texts.conferences.add, run: add }] : [])
  const back = () => {
    setInside(null)
    requestAnimationFrame(() => goToBox('kind'))
  }
  const shown = inside === null ? view : inside.part
  return (
    <Page
      title={texts.conferences.title}
      aside={<Head view={view} onView={look} onAdd={mayWrite ? add : null} />}
    >
      {said !== null && (
        <div role="status">
          <Notice tone="leaf">
            {said} <UndoPart onDone={setSaid} />
          </Notice>
        </div>
      )}
      {form.error ? <Failed error={form.error} /> : null}
      {shown === 'roster' && inside && (
        <Roster id={inside.id} today={today} onBack={back} onSaid={setSaid} />
      )}
      {shown === 'files' && inside && <Files id={inside.id} onBack={back} onSaid={setSaid} />}
      {shown === 'leads' && <Leads today={today} onSaid={setSaid} />}
      {shown === 'conversion' && <Conversion today={today} />}
      {(shown === 'list' || shown === 'calendar') && (
        <Planner
          view={shown}
          today={today}
          onWant={form.want}
          onInside={enter}
          onSaid={setSaid}
          onDone={form.show}
        />
      )}
      {form.waiting && (
        <Confirm
          title={texts.conferences.dropTitle}
          text={texts.conferences.dropText}
          yes={texts.conferences.dropYes}
          no={texts.conferences.dropNo}
          onYes={form.drop}
          onNo={form.keep}
        />
      )}
    </Page>
  )
}

type HeadProps = { view: View; onView: (view: View) => void; onAdd: (() => void) | null }

function Head({ view, onView, onAdd }: HeadProps) {
  const say = useSay()
  return (
    <>
      <ViewChoice view={view} onChange={onView} />
      {onAdd && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Alt+N</Kbd>}
          onClick={onAdd}
        >
          {say(texts.conferences.add)}
        </Button>
      )}
    </>
  )
}

/** Which conference is in the form; what is typed there is never dropped unasked. */
function useForm(today: string) {
  const [waiting, setWaiting] = useState<Wanted | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (!conferenceDraft.get()) conferenceDraft.set(newConference(formatDate(today)))
    requestAnimationFrame(() => goToBox('kind'))
  }, [today])
  const show = (wanted: Wanted) => {
    setWaiting(null)
    setError(null)
    const put = (form: ReturnType<typeof newConference>, box = 'kind') => {
      conferenceDraft.set(form)
      requestAnimationFrame(() => {
        goToBox(box)
        // What was just done is said above the form.
        document.querySelector('main')?.scrollTo({ top: 0 })
      })
    }
    if ('day' in wanted) return put(newConference(formatDate(wanted.day)))
    if ('copyOf' in wanted) return put(copyConference(wanted.copyOf), 'heldOn')
    call('conference.open', { id: wanted.id }).then((found) => put(editConference(found)), setError)
  }
  const want = (wanted: Wanted) =>
    conferenceDraft.get()?.touched ? setWaiting(wanted) : show(wanted)
  useKeys([
    {
      key: 'Escape',
      label: texts.conferences.dropYes,
      quiet: true,
      run: () => conferenceDraft.get()?.touched && want({ day: today }),
    },
  ])
  return {
    waiting,
    error,
    want,
    show,
    drop: () => waiting && show(waiting),
    keep: () => setWaiting(null),
  }
}
