/** What of pdfkit's content stream is used here; its types do not show it. */
type Content = { write: (chunk: string | Uint8Array) => void; finalize: () => void }

/**
 * Lets a page keep its operators as text until it ends; pdfkit would make bytes of each by itself.
 * What is written stays the same, byte by byte.
 */
export function gatherContent(page: PDFKit.PDFPage): void {
  const { content } = page as unknown as { content: Content }
  const write = content.write.bind(content)
  const finalize = content.finalize.bind(content)
  let text = ''
  content.write = (operator) => {
    text += `${operator}\n`
  }
  content.finalize = () => {
    write(Buffer.from(text, 'latin1'))
    finalize()
  }
}
