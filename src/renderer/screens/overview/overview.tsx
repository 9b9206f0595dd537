import { Button, Group } from '@mantine/core'
import { IconFileText, IconPrinter, IconScreenShare } from '@tabler/icons-react'
import { useState } from 'react'
import type { PeopleFigure } from '#core/contract/overview-calls.ts'
import { formatDate, parseDate } from '#core/date.ts'
import type { Overview } from '#core/overview.ts'
import type { HeldFigure } from '#core/overview-held.ts'
import type { ReportId } from '#core/reports.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { useKeys } from '../../components/keys.tsx'
import { LongAnswer } from '../../components/long-read.tsx'
import { Notice, Page, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { BigScreen } from '../big-screen/big-screen.tsx'
import { CommuneTable } from './commune-table.tsx'
import { CountCards } from './count-cards.tsx'
import { ShowHeld, ShowPeople } from './figure.tsx'
import { HeldDialog } from './held-dialog.tsx'
import { overviewJob } from './jobs.ts'
import { PeopleDialog } from './people-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { SourcePart } from './source-part.tsx'
import { TargetCards } from './target-cards.tsx'
import { TrendPart } from './trend-part.tsx'

/** How far the office is: targets, pace, communes, sources. Every number of people opens its list. */
export function OverviewScreen({ today }: { today: string }) {
  const [typed, setTyped] = useState(formatDate(today))
  const read = parseDate(typed, { today })
  const on = read.ok ? read.value.date : today
  const query = useCall('overview.read', { on, job: overviewJob }, { keep: true })
  const [report, setReport] = useState<ReportId | null>(null)
  const [isBig, setBig] = useState(false)
  const [held, setHeld] = useState<HeldFigure | null>(null)
  const [figure, setFigure] = useState<PeopleFigure | null>(null)
  const say = useSay()
  const { overview } = texts
  useKeys([
    { key: 'ctrl+p', label: overview.printPage, run: () => setReport('overview') },
    { key: 'alt+b', label: overview.bigScreen, run: () => setBig(true) },
  ])
  return (
    <Page
      title={overview.title}
      aside={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => setReport('overview')}
          >
            {say(overview.printPage)}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden />}
            onClick={() => setReport('b15a-uq')}
          >
            {say(overview.reports)}
          </Button>
          <Button
            variant="default"
            leftSection={<IconScreenShare size={16} aria-hidden />}
            onClick={() => setBig(true)}
          >
            {say(overview.bigScreen)}
          </Button>
        </Group>
      }
    >
      <BoxRow>
        <DateBox
          label={say(overview.day)}
          width={14}
          grow={0}
          today={today}
          value={typed}
          onChange={setTyped}
        />
      </BoxRow>
      <ShowHeld value={setHeld}>
        <ShowPeople value={setFigure}>
          <LongAnswer query={query} job={overviewJob}>
            {(view) => <Parts view={view} />}
          </LongAnswer>
        </ShowPeople>
      </ShowHeld>
      {report && <ReportDialog on={on} first={report} onClose={() => setReport(null)} />}
      {figure && <PeopleDialog figure={figure} today={today} onClose={() => setFigure(null)} />}
      {held && <HeldDialog figure={held} onClose={() => setHeld(null)} />}
      {isBig && <BigScreen today={today} onLeave={() => setBig(false)} />}
    </Page>
  )
}

function Parts({ view }: { view: Overview }) {
  const say = useSay()
  const { overview } = texts
  const days = view.unconfirmedHolidays.map(({ name, from }) => `${name} (${formatDate(from)})`)
  return (
    <>
      {days.length > 0 && <Notice>{say(overview.unconfirmed, { days: days.join('; ') })}</Notice>}
      <CountCards view={view} />
      <Sheet title={say(overview.targets)}>
        <TargetCards view={view} />
      </Sheet>
      <TrendPart view={view} />
      <CommuneTable view={view} />
      <SourcePart view={view} />
    </>
  )
}
