import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconClipboardText } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import type { Attendee } from '#core/roster.ts'
import { parseScan } from '#core/scan.ts'
import { startsLikeCard } from '#core/scan-burst.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { Confirm } from '../../components/dialog.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { useScanner } from '../../components/use-scanner.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import { useUnsaved } from '../shell/use-unsaved.ts'
import { AttendeeEntry } from './attendee-entry.tsx'
import { type AttendeeForm, editAttendee, emptyAttendee } from './attendee-form.ts'
import css from './conferences.module.css'
import { PasteDialog } from './paste-dialog.tsx'
import { RosterTable } from './roster-table.tsx'
import { useConvert } from './use-convert.tsx'
import { useWithdraw } from './use-withdraw.tsx'

type RosterProps = {
  id: number
  today: string
  onBack: () => void
  onSaid: (said: string | null) => void
}

const { roster, conferences } = texts

const isTyped = (form: AttendeeForm): boolean =>
  JSON.stringify({ ...form, id: null }) !== JSON.stringify(emptyAttendee)

/** Who came: one row after the other by keyboard, from cards, or pasted from a spreadsheet. */
export function Roster({ id, today, onBack, onSaid }: RosterProps) {
  const say = useSay()
  const conference = useCall('conference.open', { id })
  const rows = useCall('roster.list', { conferenceId: id })
  const [form, setForm] = useState(emptyAttendee)
  const [pasting, setPasting] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const remove = useAct('roster.remove')
  const convert = useConvert(today)
  const withdraw = useWithdraw(onSaid)
  const scan = useCardScan(form, setForm)
  const state = conference.data?.state
  const mayWrite = useMay('work')
  const isOpen = state === 'planned' || state === 'held'
  const canWrite = mayWrite && isOpen
  useUnsaved(isTyped(form))
  useEffect(() => {
    goToBox('name')
  }, [])
  const leave = () => (isTyped(form) ? setLeaving(true) : onBack())
  const edit = (attendee: Attendee) => {
    setForm(editAttendee(attendee))
    requestAnimationFrame(() => goToBox('name'))
  }
  useKeys([
    { key: 'Escape', label: conferences.back, run: leave },
    { key: 'alt+v', label: roster.paste, run: () => canWrite && setPasting(true) },
  ])
  return (
    <div className={css.inside}>
      <div className={css.bar}>
        <Title order={2}>
          {conference.data &&
            say(roster.title, {
              place: conference.data.place,
              date: formatDate(conference.data.heldOn),
            })}
        </Title>
        <Group gap="xs">
          {canWrite && <PasteButton onClick={() => setPasting(true)} />}
          <BackButton onClick={leave} />
        </Group>
      </div>
      {state && !isOpen && <Notice>{say(roster.locked)}</Notice>}
      {canWrite && (
        <Text size="sm" className="soft" mb="xs">
          {say(texts.privacy.untilFinished)}
        </Text>
      )}
      {scan.note}
      {canWrite && (
        <AttendeeEntry
          conferenceId={id}
          today={today}
          form={form}
          onChange={setForm}
          onSaved={(name) => {
            scan.forget()
            onSaid(say(roster.added, { name }))
          }}
        />
      )}
      {(remove.error ?? convert.error ?? withdraw.error) ? (
        <Failed error={remove.error ?? convert.error ?? withdraw.error} />
      ) : null}
      <Answer query={rows}>
        {(all) => (
          <RosterTable
            rows={all}
            canWrite={canWrite}
            onEdit={edit}
            onConvert={mayWrite ? (attendee) => convert.start(attendee.id) : null}
            onWithdraw={withdraw.ask}
            onRemove={({ id: attendeeId, name }) =>
              remove.mutate(
                { id: attendeeId },
                { onSuccess: () => onSaid(say(roster.removed, { name })) },
              )
            }
          />
        )}
      </Answer>
      {pasting && (
        <PasteDialog conferenceId={id} onClose={() => setPasting(false)} onDone={onSaid} />
      )}
      {convert.question}
      {withdraw.question}
      {leaving && (
        <Confirm
          title={conferences.dropTitle}
          text={conferences.dropText}
          yes={conferences.dropYes}
          no={conferences.dropNo}
          onYes={onBack}
          onNo={() => setLeaving(false)}
        />
      )}
    </div>
  )
}

function PasteButton({ onClick }: { onClick: () => void }) {
  const say = useSay()
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconClipboardText size={16} aria-hidden />}
      rightSection={<Kbd size="xs">Alt+V</Kbd>}
      onClick={onClick}
    >
      {say(roster.paste)}
    </Button>
  )
}

/** The way back to the conference. */
export function BackButton({ onClick }: { onClick: () => void }) {
  const say = useSay()
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      rightSection={<Kbd size="xs">Esc</Kbd>}
      onClick={onClick}
    >
      {say(conferences.back)}
    </Button>
  )
}

/** Fills the row from a card; the number on it is not kept with an attendee. */
function useCardScan(form: AttendeeForm, setForm: (form: AttendeeForm) => void) {
  const say = useSay()
  const language = useLanguage()
  const [news, setNews] = useState<string | null>(null)
  const before = useRef(form)
  useScanner({
    starts: startsLikeCard,
    onStart: () => {
      before.current = form
    },
    onKnown: () => setForm(before.current),
    onScan: (text) => {
      const read = parseScan(text)
      if (!read.ok) return setNews(sayProblem(read.problem, language))
      const { name, birth, address } = read.value
      setForm({ ...before.current, name, birthYear: birth.slice(0, 4), address })
      setNews(say(roster.scanned, { name }))
      requestAnimationFrame(() => goToBox('occupation'))
    },
  })
  const note = news !== null && (
    <div role="status">
      <Notice>{news}</Notice>
    </div>
  )
  // A card that arrives while the row before it is being saved belongs to the next person.
  const forget = () => {
    before.current = emptyAttendee
    setNews(null)
  }
  return { note, forget }
}
