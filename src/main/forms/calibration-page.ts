import { formatDate } from '#core/date.ts'
import { centred, paragraph } from './blocks.ts'
import {
  artifact,
  closePaper,
  type DrawOptions,
  mm,
  openPaper,
  type Paper,
  put,
  startSheet,
} from './paper.ts'

/** What a calibration page says: the printer, the ISO day, and the offset in force in millimetres. */
export type CalibrationPage = {
  printer: string
  madeOn: string
  offset: { right: number; down: number }
}

const title = 'Trang thử máy in'

const steps = [
  'In trang này từ Ra Quân lên một tờ A4, không chọn “co vừa trang”.',
  'Đặt thước từ mép trái của tờ giấy: vạch 0 của thước ngang phải cách mép trái đúng 30 mm. Nếu in lệch sang trái bao nhiêu mm thì tăng “sang phải” bấy nhiêu; lệch sang phải thì giảm.',
  'Đặt thước từ mép trên: vạch 0 của thước dọc phải cách mép trên đúng 30 mm. Nếu in lệch lên trên bao nhiêu mm thì tăng “xuống dưới” bấy nhiêu; lệch xuống dưới thì giảm.',
  'Đo thước ngang: từ vạch 0 đến vạch 150 phải dài đúng 150 mm. Nếu không, máy in đang co giãn trang: hãy đặt tỉ lệ in 100 %.',
  'Nhập hai số vào Ra Quân, rồi in lại trang này để kiểm tra.',
]

const zero = mm(30)
const across = 150
const along = 220

/** Draws the page with rulers by which a printer is calibrated for pre-printed sheets. */
export async function drawCalibrationPage(
  { printer, madeOn, offset }: CalibrationPage,
  { resources }: DrawOptions,
): Promise<Uint8Array> {
  const paper = openPaper({ resources, title, subject: title, createdOn: madeOn, tagged: true })
  const margins = { top: zero + mm(12), right: mm(25), bottom: mm(20), left: zero + mm(14) }
  startSheet(paper, {
    layout: 'portrait',
    margins,
    practice: false,
    checkAgainstOfficial: false,
    continued: title,
  })
  artifact(paper, () => drawRulers(paper))
  centred(paper, [
    { text: 'TRANG THỬ MÁY IN', font: 'bold', size: 16, after: 6, type: 'H1' },
    { text: `Máy in: ${printer}`, font: 'regular', size: 12 },
    { text: sayOffset(offset), font: 'regular', size: 12 },
    { text: `Ngày ${formatDate(madeOn)}`, font: 'regular', size: 12, after: 12 },
  ])
  for (const [i, text] of steps.entries()) {
    paragraph(paper, [{ text: `${i + 1}. ${text}`, font: 'regular' }], { size: 12, after: 5 })
  }
  return closePaper(paper)
}

const comma = (millimetres: number): string => String(millimetres).replace('.', ',')

function sayOffset({ right, down }: CalibrationPage['offset']): string {
  return `Đang dịch: sang phải ${comma(right)} mm, xuống dưới ${comma(down)} mm`
}

function drawRulers(paper: Paper): void {
  const { pdf } = paper
  pdf.lineWidth(0.4).strokeColor('black')
  pdf.moveTo(zero, zero).lineTo(zero + mm(across), zero)
  pdf.moveTo(zero, zero).lineTo(zero, zero + mm(along))
  for (let at = 0; at <= along; at += 1) {
    const length = mm(at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2)
    if (at <= across) pdf.moveTo(zero + mm(at), zero).lineTo(zero + mm(at), zero - length)
    pdf.moveTo(zero, zero + mm(at)).lineTo(zero - length, zero + mm(at))
  }
  pdf.stroke()
  for (let at = 0; at <= along; at += 10) {
    const style = { font: 'regular', size: 9 } as const
    const label = String(at)
    if (at <= across) put(paper, label, { x: zero + mm(at) + 1, y: zero - mm(5.5), ...style })
    put(paper, label, { x: zero - mm(11), y: zero + mm(at) + 3, ...style })
  }
}
