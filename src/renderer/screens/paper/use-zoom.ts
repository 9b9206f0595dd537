import { type RefObject, useLayoutEffect, useState } from 'react'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import type { OpenPdf } from '../../components/pdf-view.tsx'

const zooms = [0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3]
const pointsToPixels = 96 / 72
/** What stands around a page: its margins and the scroll bar, in pixels. */
const around = 44

const within = (zoom: number): number => Math.min(Math.max(zoom, 0.2), 3)

/** The zoom at which the first page is as wide as the pane. */
function widthOf({ first }: OpenPdf, { clientWidth }: HTMLElement): number {
  return (clientWidth - around) / first.width / pointsToPixels
}

/** The zoom of a paper, 1 = 96 dots an inch: what fits at first, then steps and what fits the pane. */
export function useZoom(open: OpenPdf | null, pane: RefObject<HTMLElement | null>) {
  const [chosen, setZoom] = useState<number | null>(null)
  const [start, setStart] = useState(1)
  // A page laid across would begin with its left edge out of sight.
  useLayoutEffect(() => {
    if (open && pane.current) setStart(within(Math.min(widthOf(open, pane.current), 1)))
  }, [open, pane])
  const zoom = chosen ?? start
  const nearer = () => setZoom(zooms.find((each) => each > zoom + 0.01) ?? zoom)
  const farther = () => setZoom(zooms.findLast((each) => each < zoom - 0.01) ?? zoom)
  const adjust = (whole: boolean) => {
    if (!open || !pane.current) return
    const across = widthOf(open, pane.current)
    const down = (pane.current.clientHeight - around) / open.first.height / pointsToPixels
    setZoom(within(whole ? Math.min(across, down) : across))
  }
  const fitPage = () => adjust(true)
  const fitWidth = () => adjust(false)
  useKeys([
    { key: 'ctrl+=', label: texts.paper.zoomIn, run: nearer },
    { key: 'ctrl+-', label: texts.paper.zoomOut, run: farther },
    { key: 'ctrl+0', label: texts.paper.fitPage, run: fitPage },
    { key: 'ctrl+2', label: texts.paper.fitWidth, run: fitWidth },
  ])
  return { zoom, nearer, farther, fitPage, fitWidth }
}
