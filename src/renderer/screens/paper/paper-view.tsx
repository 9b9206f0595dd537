import { Button, Group, Kbd, List, Stack, Text, Title } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { PdfView } from '../../components/pdf-view.tsx'
import { useSay } from '../../language.tsx'
import css from './paper.module.css'

type Pile = { at: number; of: number; turn: (by: number) => void }
type PaperViewProps = { card: PaperCard; settings?: ReactNode; stack?: Pile }

const zooms = [0.6, 0.8, 1, 1.25, 1.5, 2]

/** One PDF with its notices on the side: look, zoom, print, save. */
export function PaperView({ card, settings, stack }: PaperViewProps) {
  const say = useSay()
  const bytes = useCall('paper.bytes', { documentId: card.documentId })
  const [step, setStep] = useState(2)
  const zoom = zooms[step] ?? 1
  const nearer = () => setStep((now) => Math.min(now + 1, zooms.length - 1))
  const farther = () => setStep((now) => Math.max(now - 1, 0))
  useKeys([
    { key: 'ctrl+=', label: texts.paper.zoomIn, run: nearer },
    { key: 'ctrl+-', label: texts.paper.zoomOut, run: farther },
  ])
  return (
    <div className={css.paper}>
      <aside className={css.side} aria-label={card.title}>
        <Title order={2}>{card.title}</Title>
        {stack && stack.of > 1 && <StackButtons {...stack} />}
        <PaperActions documentId={card.documentId} />
        <Group gap="xs">
          <Button
            variant="default"
            onClick={farther}
            leftSection={<IconZoomOut size={16} aria-hidden />}
          >
            {say(texts.paper.zoomOut)}
          </Button>
          <Button
            variant="default"
            onClick={nearer}
            leftSection={<IconZoomIn size={16} aria-hidden />}
          >
            {say(texts.paper.zoomIn)}
          </Button>
          <Text size="sm">{say(texts.paper.zoom, { percent: Math.round(zoom * 100) })}</Text>
        </Group>
        {settings}
        <Remarks card={card} />
      </aside>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages scroll with the arrow keys */}
      <section className={css.pages} aria-label={say(texts.paper.title)} tabIndex={0}>
        <Answer query={bytes}>{(data) => <PdfView bytes={data} zoom={zoom} />}</Answer>
      </section>
    </div>
  )
}

function StackButtons({ at, of, turn }: Pile) {
  const say = useSay()
  return (
    <Group gap="xs">
      <Button variant="default" disabled={at === 0} onClick={() => turn(-1)}>
        {say(texts.paper.previous)}
      </Button>
      <Text size="sm" role="status">
        {say(texts.paper.sheet, { n: at + 1, of })}
      </Text>
      <Button variant="default" disabled={at === of - 1} onClick={() => turn(1)}>
        {say(texts.paper.next)}
      </Button>
    </Group>
  )
}

/** Print and save, and what came of it. */
export function PaperActions({ documentId }: { documentId: string }) {
  const say = useSay()
  const print = useAct('paper.print')
  const save = useAct('paper.save')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const doPrint = () => {
    save.reset()
    print.mutate({ documentId })
  }
  const doSave = () => {
    print.reset()
    save.mutate({ documentId })
  }
  useKeys([
    { key: 'ctrl+p', label: texts.paper.print, run: doPrint },
    { key: 'ctrl+s', label: texts.paper.save, run: doSave },
  ])
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          ref={first}
          onClick={doPrint}
          loading={print.isPending}
          leftSection={<IconPrinter size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl+P</Kbd>}
        >
          {say(texts.paper.print)}
        </Button>
        <Button
          variant="default"
          onClick={doSave}
          loading={save.isPending}
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl+S</Kbd>}
        >
          {say(texts.paper.save)}
        </Button>
      </Group>
      <div role="status">
        {print.data && (
          <Notice tone={print.data.sent ? 'leaf' : 'lamp'}>
            {say(print.data.sent ? texts.paper.printed : texts.paper.notPrinted)}
          </Notice>
        )}
        {save.data && <Notice tone="leaf">{say(texts.paper.saved, { file: save.data })}</Notice>}
      </div>
      {(print.error ?? save.error) ? <Failed error={print.error ?? save.error} /> : null}
    </Stack>
  )
}

function Remarks({ card }: { card: PaperCard }) {
  const say = useSay()
  return (
    <>
      {card.notices.length > 0 && (
        <Notice>
          <strong>{say(texts.paper.notices)}</strong>
          {card.notices.map((notice) => (
            <p key={notice} className={css.notice}>
              {notice}
            </p>
          ))}
        </Notice>
      )}
      {card.missing.length > 0 && (
        <div>
          <Title order={3}>{say(texts.paper.missing)}</Title>
          <List size="sm">
            {card.missing.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  )
}
