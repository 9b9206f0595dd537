import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { groupBy } from '#core/group.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { Failed, Loading } from './page.tsx'
import type { Hit } from './pdf-text.ts'
import css from './pdf-view.module.css'
import { useNear } from './use-near.ts'

/** Starts opening PDF bytes; pdf.js is loaded with the first paper and works in its own worker. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  // The worker takes the bytes over, so it gets a copy.
  return pdfjs.getDocument({ data: bytes.slice(), useWasm: false })
}

/** An open PDF and how large its first page is, in points; other pages stand in with it until drawn. */
export type OpenPdf = { pdf: PDFDocumentProxy; first: { width: number; height: number } }

async function openWithFirst(opening: Promise<PDFDocumentLoadingTask>): Promise<OpenPdf> {
  const pdf = await (await opening).promise
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
  return { pdf, first: { width, height } }
}

/** The PDF behind bytes once it is open, or why it cannot be. */
export function usePdf(bytes: Uint8Array | undefined) {
  const [open, setOpen] = useState<OpenPdf | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (!bytes) return
    let gone = false
    const opening = openPdf(bytes)
    openWithFirst(opening).then(
      (opened) => !gone && setOpen(opened),
      (failure) => !gone && setError(failure),
    )
    return () => {
      gone = true
      setOpen(null)
      setError(null)
      void opening.then((task) => task.destroy()).catch(() => {})
    }
  }, [bytes])
  return { open, error }
}

type PdfViewProps = {
  open: OpenPdf | null
  error: unknown
  zoom: number
  /** Found places to mark; `current` is the one looked at. */
  hits?: readonly Hit[]
  current?: Hit | undefined
}

/** The pages of a PDF under each other, at a zoom of 1 = 96 dots an inch. */
export function PdfView({ open, error, zoom, hits = [], current }: PdfViewProps) {
  if (error) return <Failed error={error} />
  if (!open) return <Loading />
  const hitsOf = groupBy(hits, ({ page }) => page)
  return (
    <div className={css.pages}>
      {pageNumbers(open.pdf).map((number) => (
        <div key={number} className={css.sheet} data-page={number}>
          <PdfPage open={open} number={number} zoom={zoom} />
          {(hitsOf.get(number) ?? [])
            .flatMap((hit) => hit.boxes.map((box) => ({ box, isCurrent: hit === current })))
            .map(({ box, isCurrent }) => (
              <Mark key={`${box.left} ${box.top}`} box={box} isCurrent={isCurrent} />
            ))}
        </div>
      ))}
    </div>
  )
}

/** The numbers of a PDF's pages. */
export const pageNumbers = (pdf: PDFDocumentProxy): number[] =>
  Array.from({ length: pdf.numPages }, (_, index) => index + 1)

const percent = (part: number): string => `${part * 100}%`

/** A found text on its page; the one looked at comes into sight. */
function Mark({ box, isCurrent }: { box: Hit['boxes'][number]; isCurrent: boolean }) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (isCurrent) mark.current?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [isCurrent])
  const { left, top, width, height } = box
  return (
    <span
      ref={mark}
      aria-hidden
      className={css.mark}
      data-current={isCurrent}
      style={{
        left: percent(left),
        top: percent(top),
        width: percent(width),
        height: percent(height),
      }}
    />
  )
}

const pointsToPixels = 96 / 72

type PageProps = { open: OpenPdf; number: number; zoom: number }

/** One page drawn on a canvas while it is in sight or nearly so; thousands of drawn ones fill the memory. */
export function PdfPage({ open: { pdf, first }, number, zoom }: PageProps) {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  const near = useNear(canvas)
  useEffect(() => {
    if (!near) return
    let stop = () => {}
    let gone = false
    const sheet = canvas.current
    void pdf.getPage(number).then((page) => {
      if (gone || !sheet) return
      const density = window.devicePixelRatio
      const viewport = page.getViewport({ scale: zoom * pointsToPixels * density })
      sheet.width = Math.floor(viewport.width)
      sheet.height = Math.floor(viewport.height)
      sheet.style.width = `${sheet.width / density}px`
      sheet.style.height = `${sheet.height / density}px`
      const drawing = page.render({ canvas: sheet, viewport })
      stop = () => drawing.cancel()
      drawing.promise.then(() => setDrawn(true)).catch(() => {})
    })
    return () => {
      gone = true
      stop()
    }
  }, [pdf, number, zoom, near])
  useEffect(() => {
    if (near || !canvas.current) return
    canvas.current.width = 0
    setDrawn(false)
  }, [near])
  const scale = zoom * pointsToPixels
  return (
    <canvas
      ref={canvas}
      className={css.page}
      style={{ width: first.width * scale, height: first.height * scale }}
      role="img"
      data-drawn={drawn}
      aria-label={say(texts.paper.page, { n: number, of: pdf.numPages })}
    />
  )
}

type ThumbsProps = { open: OpenPdf; at: number; onGo: (page: number) => void }

/** Small pictures of the pages; choosing one goes there. */
export function PdfThumbs({ open, at, onGo }: ThumbsProps) {
  return (
    <div className={css.thumbs}>
      {pageNumbers(open.pdf).map((number) => (
        <button
          key={number}
          type="button"
          className={css.thumb}
          aria-current={number === at ? 'page' : undefined}
          onClick={() => onGo(number)}
        >
          <PdfPage open={open} number={number} zoom={0.12} />
          <span aria-hidden>{number}</span>
        </button>
      ))}
    </div>
  )
}
