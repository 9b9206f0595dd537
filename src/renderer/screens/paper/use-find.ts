import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useMemo, useState } from 'react'
import { findInText, readPdfText, type TextPiece } from '../../components/pdf-text.ts'

/** Searches the text of a PDF; `turn` goes to the next (1) or the previous (-1) place, around the end. */
export function useFind(pdf: PDFDocumentProxy | null) {
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const [pages, setPages] = useState<TextPiece[][]>([])
  const isAsked = wanted.trim() !== ''
  useEffect(() => {
    setPages([])
    // A batch may have thousands of pages; they are read when somebody searches.
    if (!pdf || !isAsked) return
    let gone = false
    readPdfText(pdf).then(
      (read) => !gone && setPages(read),
      () => {},
    )
    return () => {
      gone = true
    }
  }, [pdf, isAsked])
  const hits = useMemo(() => findInText(pages, wanted), [pages, wanted])
  const index = hits.length === 0 ? 0 : at % hits.length
  return {
    wanted,
    hits,
    index,
    current: hits[index],
    search: (text: string) => {
      setWanted(text)
      setAt(0)
    },
    turn: (by: 1 | -1) => setAt(hits.length === 0 ? 0 : (index + by + hits.length) % hits.length),
  }
}

/** A search in a PDF. */
export type Find = ReturnType<typeof useFind>
