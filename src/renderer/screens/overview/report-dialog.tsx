import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { ReportId } from '#core/reports.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { LongAnswer, useWork, Working } from '../../components/long-read.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PaperView } from '../paper/paper-view.tsx'
import { reportJob, sheetJob } from './jobs.ts'

type ReportProps = { on: string; first: ReportId; onClose: () => void }

/** A report on paper, to be looked at, printed, saved, or written as a workbook. */
export function ReportDialog({ on, first, onClose }: ReportProps) {
  const say = useSay()
  const { overview } = texts
  const [report, setReport] = useState<ReportId>(first)
  const query = useCall('overview.paper', { report, on, job: reportJob }, { keep: true })
  const sheet = useAct('overview.sheet')
  const writing = useWork(sheetJob, sheet.isPending)
  return (
    <Dialog title={say(overview.reports)} onClose={onClose} full>
      <LongAnswer query={query} job={reportJob}>
        {(card) => (
          <PaperView
            key={card.documentId}
            card={card}
            settings={
              <>
                <NativeSelect
                  label={say(overview.reportWhich)}
                  value={report}
                  data={ReportId.options.map((id) => ({
                    value: id,
                    label: say(overview.report[id]),
                  }))}
                  onChange={(event) => setReport(ReportId.parse(event.currentTarget.value))}
                />
                <Group>
                  <Button
                    variant="default"
                    loading={sheet.isPending}
                    onClick={() => sheet.mutate({ report, on, job: sheetJob })}
                  >
                    {say(overview.saveSheet)}
                  </Button>
                </Group>
                {writing && <Working work={writing} job={sheetJob} />}
                {sheet.data && (
                  <div role="status">
                    <Notice tone="leaf">{say(overview.sheetSaved, { file: sheet.data })}</Notice>
                  </div>
                )}
                {sheet.error && <Failed error={sheet.error} />}
              </>
            }
          />
        )}
      </LongAnswer>
    </Dialog>
  )
}
