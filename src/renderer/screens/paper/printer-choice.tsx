import { Button, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import type { PrinterCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/page.tsx'
import { type Say, useSay } from '../../language.tsx'

const { paper } = texts

/**
 * The printers and the chosen one: what was picked here, at first `first`, or else remembered; null asks
 * in the dialog.
 */
export function usePrinters(first?: string) {
  const query = useCall('paper.printers', {}, { fresh: true })
  const [picked, setPicked] = useState<string | null | undefined>(first)
  const { printers = [], chosen: remembered = null } = query.data ?? {}
  const wanted = picked === undefined ? remembered : picked
  const found = printers.find(({ name }) => name === wanted)
  return {
    printers,
    chosen: found ?? null,
    gone: wanted !== null && query.isSuccess && !found ? wanted : null,
    pick: setPicked,
    again: () => void query.refetch(),
  }
}

/** Which printer a paper goes to. */
export type PrinterState = ReturnType<typeof usePrinters>

type PrinterChoiceProps = {
  state: PrinterState
  onCalibrate?: ((printer: string) => void) | undefined
}

/** Chooses the printer; without one the dialog of the system asks. A vanished one is said. */
export function PrinterChoice({ state, onCalibrate }: PrinterChoiceProps) {
  const say = useSay()
  const { printers, chosen, gone, pick, again } = state
  return (
    <Stack gap="xs">
      <NativeSelect
        label={say(paper.printer)}
        value={chosen?.name ?? ''}
        data={[
          { value: '', label: say(paper.askPrinter) },
          ...printers.map((printer) => ({ value: printer.name, label: sayPrinter(printer, say) })),
        ]}
        onChange={(event) => pick(event.currentTarget.value || null)}
      />
      {gone !== null && (
        <Notice>
          {say(paper.printerGone, { printer: gone })}
          <Button size="compact-sm" variant="default" mt={4} onClick={again}>
            {say(paper.printersAgain)}
          </Button>
        </Notice>
      )}
      {chosen && onCalibrate && (
        <Button
          size="compact-sm"
          variant="default"
          style={{ alignSelf: 'start' }}
          onClick={() => onCalibrate(chosen.name)}
        >
          {say(paper.calibrate)}
        </Button>
      )}
    </Stack>
  )
}

function sayPrinter({ title, accepts, waits }: PrinterCard, say: Say): string {
  if (!accepts) return say(paper.printerRefuses, { printer: title })
  return waits ? say(paper.printerWaits, { printer: title }) : title
}
