import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { ReportId } from '#core/reports.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PaperView } from '../paper/paper-view.tsx'

type ReportProps = { on: string; first: ReportId; onClose: () => void }

/** A report on paper, to be looked at, printed, saved, or written as a workbook. */
export function ReportDialog({ on, first, onClose }: ReportProps) {
  const say = useSay()
  const { overview } = texts
  const [report, setReport] = useState<ReportId>(first)
  const query = useCall('overview.paper', { report, on }, { keep: true })
  const sheet = useAct('overview.sheet')
  return (
    <Dialog title={say(overview.reports)} onClose={onClose} full>
      <Answer query={query}>
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
                    onClick={() => sheet.mutate({ report, on })}
                  >
                    {say(overview.saveSheet)}
                  </Button>
                </Group>
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
      </Answer>
    </Dialog>
  )
}
