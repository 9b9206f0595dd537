import QRCode from 'qrcode'
import type { Paper } from './paper.ts'

/** Draws a QR square of `side` points with its top left corner at (x, y), as vectors; the caller marks it as an artifact. */
export function drawQr(
  paper: Paper,
  text: string,
  at: { x: number; y: number; side: number },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const unit = at.side / modules.size
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0
    while (column < modules.size) {
      const from = column
      while (column < modules.size && modules.get(row, column)) column += 1
      const run = column - from
      if (run > 0) paper.pdf.rect(at.x + from * unit, at.y + row * unit, run * unit, unit)
      column += 1
    }
  }
  paper.pdf.fillColor('black').fill()
}
