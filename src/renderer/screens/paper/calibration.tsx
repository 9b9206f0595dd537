import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { PrinterCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import css from './paper.module.css'
import { PaperView } from './paper-view.tsx'

const { paper } = texts
const noOffset = { right: 0, down: 0 }

type CalibrationProps = { printer: string; onBack: () => void }

/** The test page of a printer beside the boxes that say how far its print must be moved. */
export function Calibration({ printer, onBack }: CalibrationProps) {
  const known = useCall('paper.printers', {}, { fresh: true })
  const test = useCall('paper.testPage', { printer }, { keep: true, fresh: true })
  const again = () => {
    void known.refetch()
    void test.refetch()
  }
  return (
    <Answer query={known}>
      {({ printers }) => (
        <Answer query={test}>
          {(card) => (
            <PaperView
              card={card}
              printer={printer}
              settings={
                <OffsetBoxes
                  key={printer}
                  printer={printer}
                  offset={printers.find(({ name }) => name === printer)?.offset ?? noOffset}
                  onSaved={again}
                  onBack={onBack}
                />
              }
            />
          )}
        </Answer>
      )}
    </Answer>
  )
}

type OffsetProps = {
  printer: string
  offset: PrinterCard['offset']
  onSaved: () => void
  onBack: () => void
}

/** Tenths of a millimetre, as the printer is told. */
const rounded = (value: string | number): number | null =>
  typeof value === 'number' && Math.abs(value) <= 20 ? Math.round(value * 10) / 10 : null

function OffsetBoxes({ printer, offset, onSaved, onBack }: OffsetProps) {
  const say = useSay()
  const act = useAct('paper.calibrate')
  const [right, setRight] = useState<string | number>(offset.right)
  const [down, setDown] = useState<string | number>(offset.down)
  const wrong = (value: string | number) => (rounded(value) === null ? say(paper.moveWrong) : null)
  const save = () => {
    const [across, along] = [rounded(right), rounded(down)]
    if (across === null || along === null) return
    act.mutate({ printer, right: across, down: along }, { onSuccess: onSaved })
  }
  const box = {
    classNames: { description: css.hint },
    step: 0.5,
    decimalScale: 1,
    decimalSeparator: ',',
    suffix: ' mm',
  }
  return (
    <form
      aria-label={say(paper.calibrate)}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{say(paper.calibrateHelp)}</Text>
        <NumberInput
          {...box}
          label={say(paper.moveRight)}
          description={say(paper.moveHint)}
          error={wrong(right)}
          value={right}
          onChange={setRight}
        />
        <NumberInput
          {...box}
          label={say(paper.moveDown)}
          error={wrong(down)}
          value={down}
          onChange={setDown}
        />
        <Group gap="xs">
          <Button type="submit" variant="default" loading={act.isPending}>
            {say(paper.moveSave)}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {say(paper.calibrateBack)}
          </Button>
        </Group>
        <div role="status">
          {act.isSuccess && <Notice tone="leaf">{say(paper.moveSaved, { printer })}</Notice>}
        </div>
        {act.error && <Failed error={act.error} />}
      </Stack>
    </form>
  )
}
