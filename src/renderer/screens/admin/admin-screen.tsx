import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AppState } from '#core/contract.ts'
import type { Phrase } from '#core/messages.ts'
import type { Right } from '#core/rights.ts'
import { texts } from '#core/texts.ts'
import { Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { BackupPart } from '../backup/backup-part.tsx'
import { AuditPart } from './audit-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { HelpPart } from './privacy/help-part.tsx'
import { PrivacyPart } from './privacy/privacy-part.tsx'

type Part = { id: string; right: Right; label: Phrase; show: (state: AppState) => ReactNode }

const parts: Part[] = [
  {
    id: 'people',
    right: 'people',
    label: texts.admin.parts.people,
    show: (state) => <PeoplePart state={state} />,
  },
  {
    id: 'backup',
    right: 'keep',
    label: texts.backup.title,
    show: (state) => <BackupPart state={state} />,
  },
  {
    id: 'audit',
    right: 'audit',
    label: texts.admin.parts.audit,
    show: (state) => <AuditPart today={state.today} />,
  },
  {
    id: 'privacy',
    right: 'work',
    label: texts.privacy.part,
    show: (state) => <PrivacyPart today={state.today} />,
  },
  { id: 'help', right: 'keep', label: texts.privacy.helpPart, show: () => <HelpPart /> },
]

/** What the head and the administrator look after, part by part as far as their rights go. */
export function AdminScreen({ state }: { state: AppState }) {
  const say = useSay()
  const rights = state.session?.rights ?? []
  const allowed = parts.filter(({ right }) => rights.includes(right))
  const [chosen, setChosen] = useState(allowed[0]?.id)
  const part = allowed.find(({ id }) => id === chosen)
  return (
    <Page
      title={texts.admin.title}
      aside={
        <SegmentedControl
          aria-label={say(texts.admin.part)}
          value={chosen ?? ''}
          data={allowed.map(({ id, label }) => ({ value: id, label: say(label) }))}
          onChange={setChosen}
        />
      }
    >
      {part?.show(state)}
    </Page>
  )
}
