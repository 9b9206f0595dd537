import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { texts } from '#core/texts.ts'
import { useSay } from '../../../language.tsx'
import { useMay } from '../../../use-may.ts'
import { BreachPart } from './breach-part.tsx'
import { PurposePart } from './purpose-part.tsx'
import { RequestPart } from './request-part.tsx'
import { ReviewPart } from './review-part.tsx'
import { WordsPart } from './words-part.tsx'

const { privacy } = texts

const tabs = ['requests', 'review', 'breaches', 'words', 'purposes'] as const
type Tab = (typeof tabs)[number]

const shown: Record<Tab, (today: string) => ReactNode> = {
  requests: (today) => <RequestPart today={today} />,
  review: (today) => <ReviewPart today={today} />,
  breaches: (today) => <BreachPart today={today} />,
  words: () => <WordsPart />,
  purposes: () => <PurposePart />,
}

/**
 * What the head looks after about personal data: requests, terms, breaches, wordings, purposes. Who only
 * works at the counter sees the requests and notes new ones.
 */
export function PrivacyPart({ today }: { today: string }) {
  const say = useSay()
  const decides = useMay('approve')
  const [tab, setTab] = useState<Tab>('requests')
  if (!decides) return shown.requests(today)
  return (
    <>
      <SegmentedControl
        mb="sm"
        aria-label={say(privacy.tab)}
        value={tab}
        data={tabs.map((each) => ({ value: each, label: say(privacy.tabs[each]) }))}
        onChange={(value) => setTab(value as Tab)}
      />
      {shown[tab](today)}
    </>
  )
}
