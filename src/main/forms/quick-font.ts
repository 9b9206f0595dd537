type Encoded = [glyphs: string[], positions: object[]]
type EmbeddedFont = { encode: (text: string, features?: unknown) => Encoded }

/** Most runs of text remembered for a font; labels come back on every page, values mostly do not. */
const mostRuns = 4000

const quick = new WeakSet<EmbeddedFont>()

/**
 * Lets the font in use remember how runs of text are encoded: a batch sets the same labels on every
 * page, and pdfkit would shape them each time. What is written stays the same, byte by byte.
 */
export function rememberRuns(pdf: PDFKit.PDFDocument): void {
  const { _font: font } = pdf as unknown as { _font: EmbeddedFont }
  if (quick.has(font)) return
  quick.add(font)
  const encode = font.encode.bind(font)
  const runs = new Map<string, Encoded>()
  font.encode = (text, features) => {
    if (features) return encode(text, features)
    const known = runs.get(text)
    if (known) return known
    if (runs.size === mostRuns) runs.clear()
    const encoded = encode(text)
    runs.set(text, encoded)
    return encoded
  }
}
