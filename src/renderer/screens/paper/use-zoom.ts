import { type RefObject, useState } from 'react'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import type { OpenPdf } from '../../components/pdf-view.tsx'

const zooms = [0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3]
const pointsToPixels = 96 / 72
/** What stands around a page: its margins and the scroll bar, in pixels. */
const around = 44

/** The zoom of a paper, 1 = 96 dots an inch: steps, and what fits the pane. */
export function useZoom(open: OpenPdf | null, pane: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState(1)
  const nearer = () => setZoom((now) => zooms.find((each) => each > now + 0.01) ?? now)
  const farther = () => setZoom((now) => zooms.findLast((each) => each < now - 0.01) ?? now)
  const adjust = (whole: boolean) => {
    if (!open || !pane.current) return
    const { clientWidth, clientHeight } = pane.current
    const { width, height } = open.first
    const across = (clientWidth - around) / width
    const fitting = whole ? Math.min(across, (clientHeight - around) / height) : across
    setZoom(Math.min(Math.max(fitting / pointsToPixels, 0.2), 3))
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
