// THỰC HÀNH as strokes, 60 units high, 40 wide: outlines, so that search and copy find only the form.
const letters: readonly string[] = [
  'M0 0H40M20 0V60',
  'M0 0V60M40 0V60M0 30H40',
  'M0 0V42Q0 60 20 60Q40 60 40 42V0M40 6Q50 4 48 -8M18 72H22V76H18Z',
  'M40 12Q36 0 20 0Q0 0 0 30Q0 60 20 60Q36 60 40 48',
  '',
  'M0 0V60M40 0V60M0 30H40',
  'M0 60L20 0L40 60M8 38H32M12 -18L22 -8',
  'M0 60V0L40 60V0',
  'M0 0V60M40 0V60M0 30H40',
]

const advance = 58
const length = letters.length * advance - (advance - 40)

/** Writes THỰC HÀNH across the page in light grey strokes, under everything drawn later. */
export function drawWatermark(pdf: PDFKit.PDFDocument): void {
  const { width, height } = pdf.page
  const scale = (Math.hypot(width, height) * 0.62) / length
  const angle = (-Math.atan2(height, width) * 180) / Math.PI
  pdf.save()
  pdf
    .translate(width / 2, height / 2)
    .rotate(angle)
    .scale(scale)
  pdf.translate(-length / 2, -30)
  pdf.lineWidth(8).lineJoin('round').strokeColor('#e3e3e3')
  for (const letter of letters) {
    if (letter) pdf.path(letter).stroke()
    pdf.translate(advance, 0)
  }
  pdf.restore()
}
