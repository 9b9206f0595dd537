import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { Failed, Loading } from './page.tsx'
import css from './pdf-view.module.css'

/** Starts opening PDF bytes; pdf.js is loaded with the first paper and works in its own worker. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  // The worker takes the bytes over, so it gets a copy.
  return pdfjs.getDocument({ data: bytes.slice(), useWasm: false })
}

/** The pages of a PDF under each other, at a zoom of 1 = 96 dots an inch. */
export function PdfView({ bytes, zoom }: { bytes: Uint8Array; zoom: number }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
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
      void opening.then((task) => task.destroy()).catch(() => {})
    }
  }, [bytes])
  if (error) return <Failed error={error} />
  if (!pdf) return <Loading />
  return (
    <div className={css.pages}>
      {pageNumbers(pdf).map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} zoom={zoom} />
      ))}
    </div>
  )
}

const pageNumbers = (pdf: PDFDocumentProxy): number[] =>
  Array.from({ length: pdf.numPages }, (_, index) => index + 1)

const pointsToPixels = 96 / 72

function PdfPage({ pdf, number, zoom }: { pdf: PDFDocumentProxy; number: number; zoom: number }) {
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
