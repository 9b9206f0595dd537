import { ActionIcon, Button, Group, Kbd, List, Stack, Text, Title } from '@mantine/core'
import {
  IconArrowsHorizontal,
  IconArrowsMaximize,
  IconDeviceFloppy,
  IconPrinter,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { PdfThumbs, PdfView, usePdf } from '../../components/pdf-view.tsx'
import { useSay } from '../../language.tsx'
import { FindBox } from './find-box.tsx'
import css from './paper.module.css'
import { useFind } from './use-find.ts'
import { useZoom } from './use-zoom.ts'

type Pile = { at: number; of: number; turn: (by: number) => void }
type PaperViewProps = { card: PaperCard; settings?: ReactNode; stack?: Pile }

/** One PDF with its notices on the side: look, search, zoom, print, save. */
export function PaperView({ card, settings, stack }: PaperViewProps) {
  const say = useSay()
  const bytes = useCall('paper.bytes', { documentId: card.documentId })
  const pane = useRef<HTMLElement>(null)
  const { pdf, error } = usePdf(bytes.data)
  const zooming = useZoom(pdf, pane)
  const find = useFind(pdf)
  const reading = useReadPage(pane)
  const many = pdf !== null && pdf.numPages > 1
  return (
    <div className={css.paper} data-many={many}>
      <aside className={css.side} aria-label={card.title}>
        <Title order={2}>{card.title}</Title>
        {stack && stack.of > 1 && <StackButtons {...stack} />}
        <PaperActions documentId={card.documentId} />
        <ZoomButtons {...zooming} />
        <FindBox find={find} />
        {settings}
        <Remarks card={card} />
      </aside>
      {many && (
        <nav className={css.thumbs} aria-label={say(texts.paper.pages)}>
          <PdfThumbs pdf={pdf} at={reading.page} onGo={reading.go} />
        </nav>
      )}
      <section
        ref={pane}
        className={css.pages}
        aria-label={say(texts.paper.title)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the pages scroll with the arrow keys
        tabIndex={0}
        onScroll={reading.follow}
      >
        <Answer query={bytes}>
          {() => (
            <PdfView
              pdf={pdf}
              error={error}
              zoom={zooming.zoom}
              hits={find.hits}
              current={find.current}
            />
          )}
        </Answer>
      </section>
    </div>
  )
}

/** The page being read: the first one that reaches below the middle of the pane. */
function useReadPage(pane: RefObject<HTMLElement | null>) {
  const [page, setPage] = useState(1)
  const sheets = () => [...(pane.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])]
  return {
    page,
    follow: () => {
      const area = pane.current?.getBoundingClientRect()
      if (!area) return
      const middle = area.top + area.height / 2
      const seen = sheets().find((sheet) => sheet.getBoundingClientRect().bottom >= middle)
      setPage(Number(seen?.dataset.page ?? 1))
    },
    go: (number: number) => {
      sheets()[number - 1]?.scrollIntoView({ block: 'start' })
      setPage(number)
    },
  }
}

function ZoomButtons({ zoom, nearer, farther, fitPage, fitWidth }: ReturnType<typeof useZoom>) {
  const say = useSay()
  const buttons = [
    [texts.paper.zoomOut, farther, IconZoomOut],
    [texts.paper.zoomIn, nearer, IconZoomIn],
    [texts.paper.fitPage, fitPage, IconArrowsMaximize],
    [texts.paper.fitWidth, fitWidth, IconArrowsHorizontal],
  ] as const
  return (
    <Group gap="xs">
      {buttons.map(([label, run, Icon]) => (
        <ActionIcon
          key={label.vi}
          size={36}
          variant="default"
          aria-label={say(label)}
          title={say(label)}
          onClick={run}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      ))}
      <Text size="sm">{say(texts.paper.zoom, { percent: Math.round(zoom * 100) })}</Text>
    </Group>
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
