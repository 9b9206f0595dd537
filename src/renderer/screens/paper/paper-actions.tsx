import { Button, Group, Kbd, NumberInput, Stack } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PrinterChoice, usePrinters } from './printer-choice.tsx'

const { paper } = texts

type ActionsProps = {
  card: PaperCard
  /** The printer chosen at first; without it the one remembered. */
  printer?: string | undefined
  onCalibrate?: ((printer: string) => void) | undefined
}

/** Print and save, where to, and what came of it. */
export function PaperActions({ card, printer: first, onCalibrate }: ActionsProps) {
  const say = useSay()
  const state = usePrinters(first)
  const wish = usePrintWish(card.pages)
  const print = useAct('paper.print')
  const save = useAct('paper.save')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Whoever is choosing another form keeps the place.
    if (!document.activeElement?.matches('input, select')) button.current?.focus()
  }, [])
  const { documentId } = card
  const printer = state.chosen?.name ?? null
  const doPrint = () => {
    save.reset()
    const where = { printer, dialog: printer === null }
    const { copies, pages } = wish
    const what = { documentId, ...where, copies: printer === null ? 1 : copies, pages }
    print.mutate(what, { onError: state.again })
  }
  const doSave = () => {
    print.reset()
    save.mutate({ documentId })
  }
  useKeys([
    { key: 'ctrl+p', label: paper.print, run: doPrint },
    { key: 'ctrl+s', label: paper.save, run: doSave },
  ])
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          ref={button}
          onClick={doPrint}
          loading={print.isPending}
          leftSection={<IconPrinter size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl+P</Kbd>}
        >
          {say(card.missing.length > 0 ? paper.printWithGaps : paper.print)}
        </Button>
        <Button
          variant="default"
          onClick={doSave}
          loading={save.isPending}
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl+S</Kbd>}
        >
          {say(paper.save)}
        </Button>
      </Group>
      <div role="status">
        {print.data && (
          <Notice tone={print.data.sent ? 'leaf' : 'lamp'}>
            {say(print.data.sent ? paper.printed : paper.notPrinted)}
          </Notice>
        )}
        {save.isSuccess && (
          <Notice tone={save.data === null ? 'lamp' : 'leaf'}>
            {save.data === null ? say(paper.notSaved) : say(paper.saved, { file: save.data })}
          </Notice>
        )}
      </div>
      {(print.error ?? save.error) ? <Failed error={print.error ?? save.error} /> : null}
      <PrinterChoice state={state} onCalibrate={onCalibrate} />
      <WishBoxes wish={wish} last={card.pages} straight={printer !== null} />
    </Stack>
  )
}

/** Copies and pages; `pages` null is the whole document. */
function usePrintWish(last: number) {
  const [copies, setCopies] = useState(1)
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const pages = from === null && to === null ? null : { from: from ?? 1, to: to ?? last }
  return { copies, setCopies, from, setFrom, to, setTo, pages }
}

type WishProps = { wish: ReturnType<typeof usePrintWish>; last: number; straight: boolean }

/** The dialog of the system asks for copies itself. */
function WishBoxes({ wish, last, straight }: WishProps) {
  const say = useSay()
  const whole = {
    min: 1,
    allowDecimal: false,
    allowNegative: false,
    clampBehavior: 'strict',
  } as const
  const read = (value: string | number) => (typeof value === 'number' ? value : null)
  if (!straight && last === 1) return null
  return (
    <Group gap="xs" wrap="nowrap">
      {straight && (
        <NumberInput
          {...whole}
          label={say(paper.copies)}
          max={99}
          value={wish.copies}
          onChange={(value) => wish.setCopies(read(value) ?? 1)}
        />
      )}
      {last > 1 && (
        <>
          <NumberInput
            {...whole}
            label={say(paper.fromPage)}
            max={last}
            placeholder="1"
            value={wish.from ?? ''}
            onChange={(value) => wish.setFrom(read(value))}
          />
          <NumberInput
            {...whole}
            label={say(paper.toPage)}
            max={last}
            placeholder={String(last)}
            value={wish.to ?? ''}
            onChange={(value) => wish.setTo(read(value))}
          />
        </>
      )}
    </Group>
  )
}
