import { Button, Kbd, Text } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppState, CallAnswer, StaffCard } from '#core/contract.ts'
import { formatDate, parseDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Notice, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { Figures } from './figures.tsx'
import { SignDialog } from './sign-dialog.tsx'
import css from './summary.module.css'
import { isEmptySummary } from './tally.ts'

type SummaryProps = { state: AppState; session: StaffCard }

/** The figures of a day, then closing and signing it. */
export function SummaryScreen({ state }: SummaryProps) {
  const [typed, setTyped] = useState(formatDate(state.today))
  const say = useSay()
  const read = parseDate(typed, { today: state.today, past: true })
  const day = read.ok ? read.value.date : null
  return (
    <Page title={texts.summary.title}>
      <BoxRow>
        <DateBox
          label={say(texts.summary.day)}
          width={14}
          grow={0}
          today={state.today}
          past
          autoFocus
          value={typed}
          onChange={setTyped}
        />
      </BoxRow>
      {day && <Day key={day} day={day} state={state} />}
    </Page>
  )
}

function Day({ day, state }: { day: string; state: AppState }) {
  const query = useCall('summary.preview', { kind: 'day', from: day, to: day })
  return (
    <Answer query={query}>{(answer) => <Preview answer={answer} day={day} state={state} />}</Answer>
  )
}

type PreviewProps = { answer: CallAnswer<'summary.preview'>; day: string; state: AppState }

function Preview({ answer, day, state }: PreviewProps) {
  const say = useSay()
  const [signing, setSigning] = useState(false)
  const { summary, alreadySent } = answer
  const open = alreadySent === null
  useKeys(
    open ? [{ key: 'ctrl+Enter', label: texts.summary.sign, run: () => setSigning(true) }] : [],
  )
  return (
    <>
      <Notice tone={open ? 'lamp' : 'leaf'}>
        {alreadySent === null
          ? say(texts.summary.provisional)
          : say(texts.summary.sent, { revision: alreadySent })}
      </Notice>
      {isEmptySummary(summary) && (
        <Empty title={say(texts.summary.nothing)}>
          <Text size="sm">{say(texts.summary.nothingHint)}</Text>
        </Empty>
      )}
      <Figures summary={summary} />
      {open && (
        <div className={css.sign}>
          <Button
            size="md"
            leftSection={<IconSignature size={18} aria-hidden />}
            rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
            onClick={() => setSigning(true)}
          >
            {say(texts.summary.sign)}
          </Button>
        </div>
      )}
      {signing && <SignDialog day={day} state={state} onClose={() => setSigning(false)} />}
    </>
  )
}
