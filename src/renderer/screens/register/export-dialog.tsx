import { Progress, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { RegistryRow, Progress as Work } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { call, on, useAct } from '../../api.ts'
import { ChoiceBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { HeadBoxes, useHeadWord } from '../../components/head-boxes.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { readFilters, readQuery, type View } from './filter.ts'

type ExportProps = {
  view: View
  today: string
  marked: readonly RegistryRow[]
  onClose: () => void
}

const { register, common } = texts

/** Asks what of the register goes into which kind of file, then shows the writing, which can be stopped. */
export function ExportDialog({ view, today, marked, onClose }: ExportProps) {
  const say = useSay()
  const write = useAct('registry.export')
  const [what, setWhat] = useState<'marked' | 'all'>(marked.length > 0 ? 'marked' : 'all')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const job = useRef('')
  const word = useHeadWord()
  const submit = () => {
    const head = word.read()
    if (head === null) return
    job.current = crypto.randomUUID()
    const chosen = what === 'marked' ? marked.map((row) => chosenId(row, view)) : null
    write.mutate({
      ...{ job: job.current, show: view.show, chosen, format },
      query: readQuery(view.filter),
      filters: readFilters(view.filter, today),
      ...head,
    })
  }
  const stop = () => void call('job.cancel', { job: job.current })
  const close = () => {
    if (write.isPending) stop()
    onClose()
  }
  const count = say(register.exportMarked, { n: formatMoney(marked.length) })
  return (
    <Dialog title={say(register.exportTitle)} onClose={close}>
      <EnterForm label={say(register.exportTitle)} onSubmit={submit}>
        <Stack gap="sm">
          <ChoiceBox
            label={say(register.exportWhat)}
            value={what}
            options={[
              ...(marked.length > 0 ? [{ value: 'marked' as const, label: count }] : []),
              { value: 'all' as const, label: say(register.exportAll) },
            ]}
            onChange={(value) => setWhat(value || 'all')}
          />
          <ChoiceBox
            label={say(register.exportAs)}
            value={format}
            options={[
              { value: 'xlsx', label: say(register.exportXlsx) },
              { value: 'csv', label: say(register.exportCsv) },
            ]}
            onChange={(value) => setFormat(value || 'xlsx')}
          />
          <Notice>{say(register.exportHint)}</Notice>
          <HeadBoxes word={word} reason={register.exportWhy} first />
          {write.isPending && <Writing job={job.current} />}
          {write.error && <Failed error={write.error} />}
          {write.data && <Written {...write.data} />}
          <FormButtons
            onBack={write.isPending ? stop : onClose}
            no={write.isPending ? register.exportStop : common.close}
            yes={register.exportGo}
            busy={write.isPending}
          />
        </Stack>
      </EnterForm>
    </Dialog>
  )
}

/** What names a marked line to the main process: the enrolment where lines are those, else the person. */
function chosenId({ personId, enrolments: [first] }: RegistryRow, { show }: View): number {
  return show === 'enrolments' && first ? first.id : personId
}

/** How far the writing is, as the main process tells it. */
function Writing({ job }: { job: string }) {
  const say = useSay()
  const [work, setWork] = useState<Work | null>(null)
  useEffect(() => on('progress', (said) => said.job === job && setWork(said)), [job])
  if (!work) return null
  const [done, total] = [formatMoney(work.done), formatMoney(work.total)]
  return (
    <div role="status">
      <Text size="sm">{say(register.exportWorking, { done, total })}</Text>
      <Progress
        value={work.total > 0 ? (work.done * 100) / work.total : 100}
        aria-label={say(register.exportTitle)}
      />
    </div>
  )
}

function Written({ path, rows }: { path: string; rows: number }) {
  const say = useSay()
  return <Notice tone="leaf">{say(register.exported, { n: formatMoney(rows), path })}</Notice>
}
