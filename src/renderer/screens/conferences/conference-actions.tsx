import { Button, Group, Kbd } from '@mantine/core'
import {
  IconCheck,
  IconCopy,
  IconHistory,
  IconPhoto,
  IconPrinter,
  IconUsers,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Conference, ConferenceStep } from '#core/conference.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { type KeyAction, useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import { ConferencePapers } from '../paper/conference-papers.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import css from './conferences.module.css'
import { HistoryDialog } from './history-dialog.tsx'
import { useFinish } from './use-finish.tsx'

type ActionsProps = {
  conference: Conference
  /** Something typed is not saved: steps would not know of it. */
  unsaved: boolean
  onInside: (part: 'roster' | 'files') => void
  onCopy: () => void
  onStepped: (said: string) => void
}

type Open = 'attendance' | 'minutes' | 'history' | 'cancel' | null
const { conferences } = texts

/** Everything that can be done with a stored conference. */
export function ConferenceActions(props: ActionsProps) {
  const { conference, unsaved, onInside, onCopy, onStepped } = props
  const { id, state, roster, files } = conference
  const say = useSay()
  const mayWrite = useMay('work')
  const [open, setOpen] = useState<Open>(null)
  const [early, setEarly] = useState(false)
  const act = useAct('conference.step')
  const close = () => setOpen(null)
  const told = (to: ConferenceStep['to']) =>
    onStepped(say(conferences.stepped, { id, state: say(texts.terms.conferenceState[to]) }))
  const saved = (run: () => void) => () => {
    setEarly(unsaved)
    if (!unsaved) run()
  }
  const step = (to: 'closed' | 'held') =>
    saved(() => act.mutate({ id, step: { to } }, { onSuccess: () => told(to) }))
  const finish = useFinish(id, step('closed'))
  const keys: KeyAction[] = [
    { key: 'alt+d', label: conferences.rosterKey, run: () => onInside('roster') },
    { key: 'alt+t', label: conferences.filesKey, run: () => onInside('files') },
    { key: 'ctrl+p', label: conferences.printSheet, run: saved(() => setOpen('attendance')) },
    {
      key: 'alt+b',
      label: conferences.printMinutes,
      quiet: true,
      run: saved(() => setOpen('minutes')),
    },
    ...(mayWrite ? [{ key: 'alt+c', label: conferences.copy, quiet: true, run: onCopy }] : []),
  ]
  useKeys(keys)
  return (
    <section className={css.actions} aria-label={say(conferences.actions)}>
      <Group gap="xs">
        <Act k="Alt+D" icon={<IconUsers size={16} aria-hidden />} run={() => onInside('roster')}>
          {say(conferences.roster, { n: roster })}
        </Act>
        <Act k="Alt+T" icon={<IconPhoto size={16} aria-hidden />} run={() => onInside('files')}>
          {say(conferences.files, { n: files })}
        </Act>
        <Act
          k="Ctrl+P"
          icon={<IconPrinter size={16} aria-hidden />}
          run={saved(() => setOpen('attendance'))}
        >
          {say(conferences.printSheet)}
        </Act>
        <Act
          k="Alt+B"
          icon={<IconPrinter size={16} aria-hidden />}
          run={saved(() => setOpen('minutes'))}
        >
          {say(conferences.printMinutes)}
        </Act>
        {mayWrite && (
          <Act k="Alt+C" icon={<IconCopy size={16} aria-hidden />} run={onCopy}>
            {say(conferences.copy)}
          </Act>
        )}
        {mayWrite && state === 'held' && (
          <Act icon={<IconCheck size={16} aria-hidden />} run={saved(finish.ask)}>
            {say(conferences.close)}
          </Act>
        )}
        {mayWrite && state === 'closed' && <Act run={step('held')}>{say(conferences.reopen)}</Act>}
        {mayWrite && (state === 'planned' || state === 'held') && (
          <Act run={() => setOpen('cancel')}>{say(conferences.cancel)}</Act>
        )}
        <Act icon={<IconHistory size={16} aria-hidden />} run={() => setOpen('history')}>
          {say(conferences.history)}
        </Act>
      </Group>
      {early && unsaved && <Early text={conferences.saveFirst} />}
      {(act.error ?? finish.error) ? <Failed error={act.error ?? finish.error} /> : null}
      {finish.question}
      {(open === 'attendance' || open === 'minutes') && (
        <ConferencePapers
          conferenceId={id}
          heldOn={conference.heldOn}
          form={open}
          onClose={close}
        />
      )}
      {open === 'history' && <HistoryDialog id={id} onClose={close} />}
      {open === 'cancel' && (
        <CancelDialog
          id={id}
          onClose={close}
          onDone={() => {
            close()
            told('cancelled')
          }}
        />
      )}
    </section>
  )
}

function Early({ text }: { text: Phrase }) {
  const say = useSay()
  return <p role="alert">{say(text)}</p>
}

type ActProps = { k?: string; icon?: ReactNode; run: () => void; children: ReactNode }

function Act({ k, icon, run, children }: ActProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={icon}
      rightSection={k && <Kbd size="xs">{k}</Kbd>}
      onClick={run}
    >
      {children}
    </Button>
  )
}
