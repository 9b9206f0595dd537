import { formatDate } from '#core/date.ts'
import type { QuoteLine, QuoteRecord } from '#core/forms/quote.ts'
import { formatMoney, moneyInWords } from '#core/money.ts'
import { centred, paragraph, placeAndDay, signatures } from './blocks.ts'
import { fieldRow } from './fields.ts'
import { drawOfficeHead, drawOwnLayoutNote } from './office-head.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { type Column, closeTable, openTable, tableRow } from './table.ts'
import { schemeNames } from './words.ts'

/** What the paper says, by whether money is to be paid or goes back. */
const words = {
  payment: {
    title: 'PHIẾU TÍNH MỨC ĐÓNG',
    about: '(Để người dân biết trước số tiền; không thay biên lai thu tiền)',
    running: 'Phiếu tính mức đóng',
    gross: 'Mức đóng (đồng)',
    support: 'Được hỗ trợ',
    payer: 'Phải đóng (đồng)',
    sum: 'Số tiền phải đóng: ',
  },
  refund: {
    title: 'PHIẾU TÍNH SỐ TIỀN HOÀN TRẢ',
    about: '(Để người dân biết trước số tiền; không thay quyết định hoàn trả)',
    running: 'Phiếu tính số tiền hoàn trả',
    gross: 'Phần chưa dùng (đồng)',
    support: 'Trả lại ngân sách',
    payer: 'Trả người tham gia (đồng)',
    sum: 'Số tiền trả lại người tham gia: ',
  },
}

const columnsOf = ({ gross, support, payer }: (typeof words)['payment']): Column[] => [
  { heading: ['TT'], width: 8, align: 'center' },
  { heading: ['Họ và tên'], width: 38, least: 26 },
  { heading: ['Chính sách'], width: 24 },
  { heading: ['Số tháng'], width: 12, align: 'center' },
  { heading: ['Giá trị từ ngày – đến ngày'], width: 22, align: 'center' },
  { heading: [gross], width: 21, align: 'right' },
  { heading: [support, 'Nhà nước'], width: 19, align: 'right' },
  { heading: [support, 'Hà Nội'], width: 19, align: 'right' },
  { heading: [payer], width: 22, align: 'right' },
]

/** What a household pays or gets back, how each amount was reached and the law it rests on. */
export function drawQuote(paper: Paper, record: QuoteRecord): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(15), right: mm(10), bottom: mm(15), left: mm(15) },
    ...marksOf(record),
    continued: `${words[record.kind].running} – ${record.head ?? ''}`,
  })
  drawOfficeHead(paper, record.office)
  paper.y += 6
  centred(paper, [
    { text: words[record.kind].title, font: 'bold', size: 16, type: 'H1' },
    {
      text: words[record.kind].about,
      font: 'italic',
      size: 11,
      after: 8,
    },
  ])
  const style = { size: 12, lead: 18 }
  fieldRow(
    paper,
    [
      { label: 'Họ và tên chủ hộ:', value: record.head },
      { label: 'Điện thoại:', value: record.phone },
    ],
    style,
  )
  fieldRow(paper, [{ label: 'Địa chỉ:', value: record.address }], style)
  paper.y += 4
  drawLines(paper, record)
  drawReasons(paper, record)
  drawFoot(paper, record)
}

function drawLines(paper: Paper, { kind, lines }: QuoteRecord): void {
  const total = (of: (line: QuoteLine) => number) =>
    formatMoney(lines.reduce((sum, line) => sum + of(line), 0))
  const cells: (string | null)[] = [
    'Cộng',
    null,
    null,
    null,
    null,
    total((line) => line.gross),
    total((line) => line.state),
    total((line) => line.local),
    total((line) => line.payer),
  ]
  const rows = lines.map((line, i) => ({ cells: cellsOf(line, i + 1) }))
  const all = { cells, bold: true, span: 5 }
  const style = { size: 10, least: 18, pad: mm(0.8), fits: [...rows, all] }
  const table = openTable(paper, columnsOf(words[kind]), style)
  for (const row of rows) tableRow(table, row)
  tableRow(table, all)
  closeTable(table)
  const payer = lines.reduce((sum, line) => sum + line.payer, 0)
  paper.y += 4
  paragraph(
    paper,
    [
      { text: words[kind].sum, font: 'regular' },
      { text: `${formatMoney(payer, 'đồng')} `, font: 'bold' },
      { text: `(${moneyInWords(payer)}).`, font: 'italic' },
    ],
    { size: 13, lead: 18, after: 4 },
  )
}

function cellsOf(line: QuoteLine, number: number): (string | null)[] {
  return [
    String(number),
    line.name,
    schemeNames[line.scheme],
    String(line.months),
    line.validFrom && line.validTo
      ? `${formatDate(line.validFrom)} – ${formatDate(line.validTo)}`
      : null,
    formatMoney(line.gross),
    formatMoney(line.state),
    formatMoney(line.local),
    formatMoney(line.payer),
  ]
}

function drawReasons(paper: Paper, { lines, basis, notices }: QuoteRecord): void {
  const style = { size: 11, lead: 15 }
  const list = (title: string, texts: string[]) => {
    if (texts.length === 0) return
    paragraph(paper, [{ text: title, font: 'bold' }], { size: 12, lead: 18, type: 'H2' })
    for (const text of texts) paragraph(paper, [{ text, font: 'regular' }], style)
    paper.y += 3
  }
  const derived = lines.flatMap((line, i) => {
    const steps = line.derivation.join('; ')
    return steps ? [`${i + 1}. ${line.name}, ${schemeNames[line.scheme]}: ${steps}.`] : []
  })
  list('Cách tính', derived)
  list(
    'Căn cứ',
    basis.map((each) => `– ${each}`),
  )
  list(
    'Lưu ý',
    notices.map((each) => `– ${each}`),
  )
}

function drawFoot(paper: Paper, record: QuoteRecord): void {
  paper.y += 4
  signatures(paper, [
    { share: 1, texts: [{ text: 'NGƯỜI ĐĂNG KÝ', font: 'bold', size: 12 }] },
    {
      share: 1,
      texts: [
        { text: placeAndDay(record.signedPlace, record.signedOn), font: 'italic', size: 12 },
        { text: 'NGƯỜI LẬP PHIẾU', font: 'bold', size: 12 },
      ],
      below: record.clerk ? [{ text: record.clerk, font: 'bold', size: 12 }] : [],
    },
  ])
  drawOwnLayoutNote(paper)
}
