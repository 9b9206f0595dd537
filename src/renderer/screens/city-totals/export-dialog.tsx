import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type ExportFormat, exportFormats } from '#core/city/export.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Failed } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'

const { cityTotals } = texts

type ExportDialogProps = {
  order: { from: string; to: string; units: 'then' | 'now' }
  onClose: () => void
  onDone: (done: { file: string; rows: number }) => void
}

/** In which form and where the merged figures are written. */
export function ExportDialog({ order, onClose, onDone }: ExportDialogProps) {
  const say = useSay()
  const act = useAct('city.export')
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [folder, setFolder] = useState<string | null>(null)
  const write = () => {
    if (folder === null || act.isPending) return
    act.mutate({ ...order, job: crypto.randomUUID(), format, folder }, { onSuccess: onDone })
  }
  return (
    <Dialog title={say(cityTotals.exportTitle)} onClose={onClose}>
      <EnterForm label={say(cityTotals.exportTitle)} onSubmit={write}>
        <Stack gap="sm">
          <Radio.Group
            label={say(cityTotals.format)}
            value={format}
            onChange={(value) => setFormat(value as ExportFormat)}
          >
            <Stack gap={6} mt={4}>
              {exportFormats.map((value) => (
                <Radio key={value} value={value} label={say(cityTotals[value])} />
              ))}
            </Stack>
          </Radio.Group>
          <PathBox
            label={say(cityTotals.folder)}
            path="folder"
            ask={{ call: 'app.chooseFolder', purpose: 'export' }}
            value={folder}
            onChange={setFolder}
          />
          {act.error ? <Failed error={act.error} /> : null}
          <FormButtons
            onBack={onClose}
            yes={cityTotals.exportNow}
            busy={act.isPending}
            disabled={folder === null}
          />
          <Text size="sm" role="status">
            {act.isPending ? say(cityTotals.exporting) : ''}
          </Text>
        </Stack>
      </EnterForm>
    </Dialog>
  )
}
