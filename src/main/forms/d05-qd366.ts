import type { D05Record, D05Row } from '#core/forms/d05.ts'
import { centred, cornerMark, paragraph, signatureRoom, signatures } from './blocks.ts'
import { deliveryWords, drawCollectorHead, sum } from './list-parts.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { type Column, closeTable, openTable, tableRow, tableRows } from './table.ts'
import { birthWords, countWords, moneyWords, monthWords } from './words.ts'

const paid = 'Số tiền đóng'
const part = 'Trong đó'
const support = 'Hỗ trợ'
const more = 'NSNN hỗ trợ thêm'
const other = 'Hỗ trợ khác'

// Widths of the official sheet; where an amount is wider than its column, B, 13 and 14 give way.
const columns: Column[] = [
  { mark: 'A', heading: ['STT'], width: 5.6, align: 'center' },
  { mark: 'B', heading: ['Họ và tên'], width: 20.9, least: 10 },
  { mark: '1', heading: ['Mã số BHXH'], width: 6.9, align: 'center' },
  { mark: '2', heading: ['Ngày/ tháng/ năm sinh'], width: 7, align: 'center' },
  { mark: '3', heading: ['Phương thức đóng', 'Từ tháng/ năm'], width: 6.3, align: 'center' },
  { mark: '4', heading: ['Phương thức đóng', 'Số tháng'], width: 6.3, align: 'center' },
  { mark: '5', heading: ['Mức thu nhập tháng đóng BHXH'], width: 8.3, align: 'right' },
  { mark: '6', heading: [paid, 'Số tiền phải đóng theo quy định'], width: 7.4, align: 'right' },
  { mark: '7', heading: [paid, part, 'Người tham gia đóng'], width: 6.3, align: 'right' },
  {
    mark: '8',
    heading: [paid, part, support, 'Tỷ lệ NSNN hỗ trợ theo quy định (%)'],
    width: 7.1,
    align: 'center',
  },
  { mark: '9', heading: [paid, part, support, more, 'Tỷ lệ (%)'], width: 6.9, align: 'center' },
  { mark: '10', heading: [paid, part, support, more, 'Số tiền'], width: 6.9, align: 'right' },
  { mark: '11', heading: [paid, part, support, other, 'Tỷ lệ (%)'], width: 6.9, align: 'center' },
  { mark: '12', heading: [paid, part, support, other, 'Số tiền'], width: 6.9, align: 'right' },
  { mark: '13', heading: ['Hình thức nhận kết quả'], width: 9.9, least: 9, align: 'center' },
  { mark: '14', heading: ['Loại tăng, giảm, điều chỉnh'], width: 10, least: 9, align: 'center' },
  { mark: '15', heading: ['Ghi chú'], width: 7.6 },
]

/** List D05-TS as issued with QĐ 366/QĐ-BHXH of 29/4/2026. */
export function drawD05Qd366(paper: Paper, record: D05Record): void {
  startSheet(paper, {
    layout: 'landscape',
    // The official sheet leaves 1 mm on the right and 4 mm below, less than printers can print.
    margins: { top: mm(8), right: mm(11), bottom: mm(9), left: mm(9) },
    ...marksOf(record),
    continued: 'Mẫu D05-TS',
  })
  cornerMark(
    paper,
    [
      { text: 'Mẫu D05-TS', font: 'bold', size: 9 },
      { text: '(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH', font: 'italic', size: 9 },
      { text: 'ngày 29/4/2026 của BHXH Việt Nam)', font: 'italic', size: 9 },
    ],
    mm(70),
    mm(8),
  )
  paper.y = paper.area.top
  drawCollectorHead(paper, record, { left: 0.5, national: false })
  paper.y += 6
  centred(paper, [
    {
      text: 'DANH SÁCH THAM GIA BẢO HIỂM XÃ HỘI TỰ NGUYỆN',
      font: 'bold',
      size: 13,
      after: 2,
      type: 'H1',
    },
    { text: numberAndDay(record), font: 'italic', size: 12, after: 6 },
  ])
  drawRows(paper, [...record.increases, ...record.decreases])
  drawFoot(paper)
}

function numberAndDay({ listNumber, signedOn: day }: D05Record): string {
  const number = `Số: ${listNumber ?? '………'}/………`
  if (!day) return `${number} ; ngày … tháng … năm …`
  return `${number} ; ngày ${day.slice(8)} tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}`
}

const blankRows = 6

function drawRows(paper: Paper, rows: D05Row[]): void {
  const filled = rows.map((row, i) => ({ cells: cellsOf(row, i + 1) }))
  const all = { cells: sumsOf(rows), bold: true }
  const fits = [...filled, all]
  const table = openTable(paper, columns, { size: 9, least: 19, pad: mm(0.5), fits })
  const foot = signatureRoom + 80
  tableRows(table, filled, foot + 20)
  if (rows.length === 0) for (let i = 0; i < blankRows; i += 1) tableRow(table, { cells: [] })
  tableRow(table, all, foot)
  closeTable(table)
  paper.y += 8
}

function sumsOf(rows: D05Row[]): (string | null)[] {
  const cells: (string | null)[] = Array.from({ length: columns.length }, () => null)
  cells[1] = 'Cộng'
  cells[7] = moneyWords(sum(rows, (row) => row.due))
  cells[8] = moneyWords(sum(rows, (row) => row.payer))
  cells[11] = moneyWords(sum(rows, (row) => row.localAmount))
  cells[13] = moneyWords(sum(rows, (row) => row.otherAmount))
  return cells
}

function cellsOf(row: D05Row, number: number): (string | null)[] {
  return [
    String(number),
    row.name,
    row.insuranceNumber,
    birthWords(row.birth),
    monthWords(row.from),
    countWords(row.months),
    moneyWords(row.income),
    moneyWords(row.due),
    moneyWords(row.payer),
    countWords(row.statePercent),
    countWords(row.localPercent),
    moneyWords(row.localAmount),
    countWords(row.otherPercent),
    moneyWords(row.otherAmount),
    deliveryWords(row.delivery),
    row.change,
    row.note,
  ]
}

function drawFoot(paper: Paper): void {
  signatures(paper, [
    {
      share: 1,
      texts: [
        // "Đề nghi" is how the official form writes it.
        {
          text: 'Đề nghi cơ quan BHXH thanh toán thù lao theo quy định.',
          font: 'regular',
          size: 12,
        },
      ],
    },
    {
      share: 1,
      texts: [
        { text: 'TỔ CHỨC LẬP DANH SÁCH', font: 'bold', size: 12 },
        { text: '(Ký, ghi rõ họ tên, đóng dấu)', font: 'italic', size: 12 },
      ],
    },
  ])
  paragraph(
    paper,
    [
      { text: 'Ghi chú: ', font: 'boldItalic' },
      {
        text: 'Trường hợp kê khai biểu mẫu điện tử thì các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về đăng ký doanh nghiệp, Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu chuyên nghành khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. Đơn vị, tổ chức chỉ điền thông tin chưa có trong cơ sở dữ liệu.',
        font: 'italic',
      },
    ],
    { size: 9 },
  )
}
