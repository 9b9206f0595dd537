import { mm } from './paper.ts'

/** Which pages of a document to print (from 1, both ends included), and where its content moves in mm. */
export type Reissue = { from: number; to: number; right: number; down: number }

type Pdf = { text: string; bytes: Uint8Array; offsets: number[]; trailer: string; start: number }

/** How many pages a document drawn by this app has. */
export function countPages(bytes: Uint8Array): number {
  return pagesOf(openPdf(bytes)).kids.length
}

/**
 * The same document with only some pages, each moved on its sheet: what a printer gets. New page
 * objects are appended to the unchanged bytes (an incremental update, ISO 32000-1, 7.5.6), so the
 * document that is kept and hashed stays as it was. Reads only what pdfkit wrote for this app.
 */
export function reissue(bytes: Uint8Array, { from, to, right, down }: Reissue): Uint8Array {
  const pdf = openPdf(bytes)
  const { root, kids } = pagesOf(pdf)
  const kept = kids.slice(from - 1, to)
  if (kept.length === kids.length && right === 0 && down === 0) return bytes
  const pages = objectAt(pdf, root)
    .replace(/\/Count \d+/, `/Count ${kept.length}`)
    .replace(/\/Kids \[[^\]]*\]/, `/Kids [${kept.map((id) => `${id} 0 R`).join(' ')}]`)
  const changed = new Map([[root, pages]])
  if (right !== 0 || down !== 0) {
    for (const id of kept) changed.set(id, moved(objectAt(pdf, id), mm(right), mm(down)))
  }
  return append(pdf, changed)
}

/** A window that starts to the left of the paper shows everything further to the right. */
function moved(page: string, right: number, down: number): string {
  return page.replace(
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/,
    (_, width: string, height: string) =>
      `/MediaBox [${[-right, down, Number(width) - right, Number(height) + down].map(round).join(' ')}]`,
  )
}

const round = (points: number): number => Math.round(points * 1000) / 1000

function openPdf(bytes: Uint8Array): Pdf {
  const text = new TextDecoder('latin1').decode(bytes)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1])
  const table = /^xref\n0 (\d+)\n/.exec(text.slice(start, start + 32))
  if (!table) throw new Error('not a document of this app')
  const entries = start + table[0].length
  const offsets = Array.from({ length: Number(table[1]) }, (_, id) =>
    Number(text.slice(entries + id * 20, entries + id * 20 + 10)),
  )
  const trailer = text.slice(entries + offsets.length * 20, text.lastIndexOf('startxref'))
  return { text, bytes, offsets, trailer, start }
}

function pagesOf(pdf: Pdf): { root: number; kids: number[] } {
  const catalog = objectAt(pdf, Number(/\/Root (\d+) 0 R/.exec(pdf.trailer)?.[1]))
  const root = Number(/\/Pages (\d+) 0 R/.exec(catalog)?.[1])
  const kids = /\/Kids \[([^\]]*)\]/.exec(objectAt(pdf, root))?.[1] ?? ''
  return { root, kids: Array.from(kids.matchAll(/(\d+) 0 R/g), ([, id]) => Number(id)) }
}

/** The object with its `obj` and `endobj` lines. */
function objectAt({ text, offsets }: Pdf, id: number): string {
  const from = offsets[id]
  if (from === undefined || !text.startsWith(`${id} 0 obj`, from)) {
    throw new Error(`object ${id} is not where it should be`)
  }
  return text.slice(from, text.indexOf('endobj', from) + 'endobj'.length)
}

function append(pdf: Pdf, changed: Map<number, string>): Uint8Array {
  const parts: string[] = ['\n']
  const entries: string[] = []
  let at = pdf.bytes.length + 1
  for (const [id, object] of changed) {
    entries.push(`${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    parts.push(`${object}\n`)
    at += object.length + 1
  }
  const trailer = pdf.trailer.replace('<<', `<<\n/Prev ${pdf.start}`)
  parts.push(`xref\n${entries.join('')}${trailer}startxref\n${at}\n%%EOF\n`)
  const update = Uint8Array.from(parts.join(''), (sign) => sign.charCodeAt(0))
  const whole = new Uint8Array(pdf.bytes.length + update.length)
  whole.set(pdf.bytes)
  whole.set(update, pdf.bytes.length)
  return whole
}
