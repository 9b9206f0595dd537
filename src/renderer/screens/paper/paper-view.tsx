import { ActionIcon, Button, Group, List, Text, Title } from '@mantine/core'
import {
  IconArrowsHorizontal,
  IconArrowsMaximize,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Answer, Notice } from '../../components/page.tsx'
import { PdfThumbs, PdfView, usePdf } from '../../components/pdf-view.tsx'
import { useSay } from '../../language.tsx'
import { FindBox } from './find-box.tsx'
import css from './paper.module.css'
import { PaperActions } from './paper-actions.tsx'
import { useFind } from './use-find.ts'
import { useZoom } from './use-zoom.ts'

type Pile = { at: number; of: number; turn: (by: number) => void }
export type PaperViewProps = {
  card: PaperCard
  /** What can be chosen about the paper. */
  settings?: ReactNode
  /** What stands last on the side: printing a part again. */
  more?: ReactNode
  stack?: Pile
  /** Why the paper chosen now could not be made; the one before is not shown then. */
  failure?: ReactNode
  /** The printer chosen at first; without it the one remembered. */
  printer?: string | undefined
  onCalibrate?: (printer: string) => void
}

/** One PDF with its notices on the side: look, search, zoom, print, save. */
export function PaperView(props: PaperViewProps) {
  const { card, settings, more, stack, failure, printer, onCalibrate } = props
  const say = useSay()
  const bytes = useCall('paper.bytes', { documentId: card.documentId }, { fresh: true })
  const pane = useRef<HTMLElement>(null)
  const { open, error } = usePdf(bytes.data)
  const pdf = open?.pdf ?? null
  const zooming = useZoom(open, pane)
  const find = useFind(pdf)
  const reading = useReadPage(pane)
  const many = open !== null && open.pdf.numPages > 1
  return (
    <div className={css.paper} data-many={many}>
      <aside className={css.side} aria-label={card.title}>
        {!failure && <Title order={2}>{card.title}</Title>}
        {stack && stack.of > 1 && <StackButtons {...stack} />}
        {settings}
        {failure ?? (
          <>
            <PaperActions card={card} printer={printer} onCalibrate={onCalibrate} />
            <Remarks card={card} />
            <ZoomButtons {...zooming} />
            <FindBox find={find} />
            {more}
          </>
        )}
      </aside>
      {many && !failure && (
        <nav className={css.thumbs} aria-label={say(texts.paper.pages)}>
          <PdfThumbs open={open} at={reading.page} onGo={reading.go} />
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
          {() =>
            !failure && (
              <PdfView
                open={open}
                error={error}
                zoom={zooming.zoom}
                hits={find.hits}
                current={find.current}
              />
            )
          }
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

function Remarks({ card }: { card: PaperCard }) {
  const say = useSay()
  return (
    <>
      {card.notices.length > 0 && (
        <Notice>
          <strong>{say(texts.paper.notices)}</strong>
          {card.notices.map((notice) => (
            <p key={notice.vi} className={css.notice}>
              {say(notice)}
            </p>
          ))}
        </Notice>
      )}
      {card.missing.length > 0 && (
        <div>
          <Title order={3}>{say(texts.paper.missing)}</Title>
          <Text size="sm">{say(texts.paper.missingHint)}</Text>
          <List size="sm">
            {card.missing.map((sentence) => (
              <List.Item key={sentence.vi}>{say(sentence)}</List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  )
}
