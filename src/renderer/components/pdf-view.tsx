import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { Failed, Loading } from './page.tsx'
import type { Hit } from './pdf-text.ts'
import css from './pdf-view.module.css'

/** Starts opening PDF bytes; pdf.js is loaded with the first paper and works in its own worker. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  // The worker takes the bytes over, so it gets a copy.
  return pdfjs.getDocument({ data: bytes.slice(), useWasm: false })
}

/** The PDF behind bytes once it is open, or why it cannot be. */
export function usePdf(bytes: Uint8Array | undefined) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (!bytes) return
    let gone = false
    const opening = openPdf(bytes)
    opening
      .then((task) => task.promise)
      .then(
        (opened) => !gone && setPdf(opened),
        (failure) => !gone && setError(failure),
      )
    return () => {
      gone = true
      setPdf(null)
      setError(null)
      void opening.then((task) => task.destroy()).catch(() => {})
    }
  }, [bytes])
  return { pdf, error }
}

type PdfViewProps = {
  pdf: PDFDocumentProxy | null
  error: unknown
  zoom: number
  /** Found places to mark; `current` is the one looked at. */
  hits?: readonly Hit[]
  current?: Hit | undefined
}

/** The pages of a PDF under each other, at a zoom of 1 = 96 dots an inch. */
export function PdfView({ pdf, error, zoom, hits = [], current }: PdfViewProps) {
  if (error) return <Failed error={error} />
  if (!pdf) return <Loading />
  return (
    <div className={css.pages}>
      {pageNumbers(pdf).map((number) => (
        <div key={number} className={css.sheet} data-page={number}>
          <PdfPage pdf={pdf} number={number} zoom={zoom} />
          {hits
            .filter(({ page }) => page === number)
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

type PageProps = { pdf: PDFDocumentProxy; number: number; zoom: number }

/** One page drawn on a canvas. */
export function PdfPage({ pdf, number, zoom }: PageProps) {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    let stop = () => {}
    let gone = false
    void pdf.getPage(number).then((page) => {
      if (gone || !canvas.current) return
      const density = window.devicePixelRatio
      const viewport = page.getViewport({ scale: zoom * pointsToPixels * density })
      const sheet = canvas.current
      sheet.width = Math.floor(viewport.width)
      sheet.height = Math.floor(viewport.height)
      sheet.style.width = `${sheet.width / density}px`
      const drawing = page.render({ canvas: sheet, viewport })
      stop = () => drawing.cancel()
      drawing.promise.then(() => setDrawn(true)).catch(() => {})
    })
    return () => {
      gone = true
      stop()
    }
  }, [pdf, number, zoom])
  return (
    <canvas
      ref={canvas}
      className={css.page}
      role="img"
      data-drawn={drawn}
      aria-label={say(texts.paper.page, { n: number, of: pdf.numPages })}
    />
  )
}

type ThumbsProps = { pdf: PDFDocumentProxy; at: number; onGo: (page: number) => void }

/** Small pictures of the pages; choosing one goes there. */
export function PdfThumbs({ pdf, at, onGo }: ThumbsProps) {
  return (
    <div className={css.thumbs}>
      {pageNumbers(pdf).map((number) => (
        <button
          key={number}
          type="button"
          className={css.thumb}
          aria-current={number === at ? 'page' : undefined}
          onClick={() => onGo(number)}
        >
          <PdfPage pdf={pdf} number={number} zoom={0.12} />
          <span aria-hidden>{number}</span>
        </button>
      ))}
    </div>
  )
}
