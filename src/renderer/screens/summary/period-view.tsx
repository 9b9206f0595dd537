import { Button, Group, Kbd, Text } from '@mantine/core'
import { IconLockOpen, IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppState, PeriodCard, StaffCard } from '#core/contract.ts'
import type { PeriodState, Span } from '#core/period.ts'
import type { Summary } from '#core/summary.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { Empty, Notice } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { Adjustments } from './adjustments.tsx'
import { Figures } from './figures.tsx'
import { Reasons } from './reasons.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { nameSpan } from './say-span.ts'
import { SignDialog } from './sign-dialog.tsx'
import css from './summary.module.css'
import { isEmptySummary } from './tally.ts'

type ViewProps = {
  span: Span
  pool: boolean
  summary: Summary
  card: PeriodCard | null
  state: AppState
  session: StaffCard
}

const canSign: readonly PeriodState[] = ['open', 'reopened', 'unwritten']
const canReopen: readonly PeriodState[] = ['sent', 'returned']

/** A period as it stands: its state, figures and adjustments, and what can be done with it. */
export function PeriodView({ span, pool, summary, card, state, session }: ViewProps) {
  const say = useSay()
  const language = useLanguage()
  const { periods } = texts
  const [asking, setAsking] = useState<'sign' | 'reopen' | null>(null)
  const now = card?.state ?? 'open'
  const revision = card?.revision ?? 0
  const signs = canSign.includes(now)
  const reopens = canReopen.includes(now)
  const close = () => setAsking(null)
  useKeys(signs ? [{ key: 'ctrl+Enter', label: periods.sign, run: () => setAsking('sign') }] : [])
  const words = nameSpan(span, language)
  return (
    <>
      <Notice tone={now === 'sent' || now === 'accepted' ? 'leaf' : 'lamp'}>
        <strong>{say(periods.span, { span: words })}.</strong>{' '}
        {say(periods.stateText[now], { revision, next: revision + 1 })}
        {card?.reopened && <div>{say(periods.reopenedBy, card.reopened)}</div>}
        {now === 'returned' && <Reasons answers={card?.files[0]?.answers.slice(0, 1) ?? []} />}
      </Notice>
      {isEmptySummary(summary) && (
        <Empty title={say(texts.summary.nothing)}>
          <Text size="sm">{say(texts.summary.nothingHint)}</Text>
        </Empty>
      )}
      <Figures summary={summary} />
      <Adjustments span={span} />
      {(signs || reopens) && (
        <Group className={css.sign ?? ''} gap="xs">
          {reopens && (
            <Button
              variant="default"
              leftSection={<IconLockOpen size={18} aria-hidden />}
              onClick={() => setAsking('reopen')}
            >
              {say(periods.reopen)}
            </Button>
          )}
          <Button
            size="md"
            variant={signs ? 'filled' : 'default'}
            leftSection={<IconSignature size={18} aria-hidden />}
            rightSection={signs && <Kbd size="xs">Ctrl+Enter</Kbd>}
            onClick={() => setAsking('sign')}
          >
            {say(signs ? periods.sign : periods.replace)}
          </Button>
        </Group>
      )}
      {asking === 'sign' && (
        <SignDialog
          span={span}
          pool={pool}
          title={say(reopens ? periods.replaceSpan : periods.signSpan, { span: words })}
          note={reopens ? say(periods.replaceText, { next: revision + 1 }) : null}
          state={state}
          onClose={close}
        />
      )}
      {asking === 'reopen' && <ReopenDialog {...{ span, state, session }} onClose={close} />}
    </>
  )
}
