import type { D05Record, D05Row } from '#core/forms/d05.ts'
import { centred, cornerMark, paragraph, placeAndDay, signatureRoom, signatures } from './blocks.ts'
import { fieldRow } from './fields.ts'
import { drawGroups, rowsOf, sum } from './list-parts.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { type Column, closeTable, openTable, tableRow } from './table.ts'
import { countWords, dayWords, moneyWords, monthWords } from './words.ts'

const paid = 'Số tiền đóng'
const state = 'Trong đó: NSNN hỗ trợ theo quy định'
const local = 'NSĐP hỗ trợ thêm'
const other = 'Hỗ trợ khác'

// The official widths are not known; these are our own, in millimetres. Where an amount is wider than its
// column, B, 2 and 17 give way.
const columns: Column[] = [
  { mark: 'A', heading: ['STT'], width: 8, align: 'center' },
  { mark: 'B', heading: ['Họ và tên'], width: 29, least: 20 },
  { mark: 'C', heading: ['Mã số BHXH'], width: 11, align: 'center' },
  { mark: '1', heading: ['Số CCCD/ CNTD/ ĐDCN/ hộ chiếu'], width: 14, align: 'center' },
  { mark: '2', heading: ['Địa chỉ'], width: 25, least: 17 },
  { mark: '3', heading: ['Ngày biên lai'], width: 16.5, align: 'center' },
  { mark: '4', heading: ['Số biên lai'], width: 11.5, align: 'center' },
  { mark: '5', heading: ['Mức thu nhập tháng đóng BHXH'], width: 14.5, align: 'right' },
  { mark: '6', heading: ['Phương thức đóng', 'Số tháng đóng'], width: 10, align: 'center' },
  { mark: '7', heading: ['Phương thức đóng', 'Từ tháng/ năm'], width: 13.5, align: 'center' },
  { mark: '8', heading: [paid, 'Số tiền phải đóng theo quy định'], width: 15.5, align: 'right' },
  { mark: '9', heading: [paid, 'Người tham gia đóng'], width: 15.5, align: 'right' },
  { mark: '10', heading: [paid, state, 'Tỷ lệ % được hỗ trợ'], width: 11, align: 'center' },
  { mark: '11', heading: [paid, state, 'Số tiền'], width: 13, align: 'right' },
  { mark: '12', heading: [paid, local, 'Tỷ lệ %'], width: 8.5, align: 'center' },
  { mark: '13', heading: [paid, local, 'Số tiền'], width: 12, align: 'right' },
  { mark: '14', heading: [paid, other, 'Tỷ lệ %'], width: 8.5, align: 'center' },
  { mark: '15', heading: [paid, other, 'Số tiền'], width: 12, align: 'right' },
  { mark: '16', heading: ['Mã số nhân viên thu'], width: 14, align: 'center' },
  { mark: '17', heading: ['Ghi chú'], width: 14, least: 12 },
]

/** List D05-TS as issued with QĐ 490/QĐ-BHXH of 28/3/2023 (columns known, layout not confirmed). */
export function drawD05Qd490(paper: Paper, record: D05Record): void {
  startSheet(paper, {
    layout: 'landscape',
    margins: { top: mm(12), right: mm(10), bottom: mm(10), left: mm(10) },
    ...marksOf(record),
    continued: 'Mẫu D05-TS',
  })
  drawHead(paper, record)
  const { increases, decreases } = record
  const groups = [
    group('I', 'Tăng', 'Cộng tăng', increases),
    group('II', 'Giảm', 'Cộng giảm', decreases),
  ]
  const sums = sumsOf([...increases, ...decreases])
  const all = { cells: [null, 'Tổng cộng', ...sums.slice(2)], bold: true }
  const fits = [...rowsOf(groups), all]
  const table = openTable(paper, columns, { size: 9, least: 17, pad: mm(0.5), fits })
  drawGroups(table, groups, { subTitles: ['Người tham gia'], keep: signatureRoom + 100 })
  tableRow(table, all, signatureRoom + 80)
  closeTable(table)
  drawFoot(paper, record)
}

function drawHead(paper: Paper, record: D05Record): void {
  cornerMark(
    paper,
    [
      { text: 'Mẫu D05-TS', font: 'bold', size: 9 },
      { text: '(Ban hành kèm theo QĐ số 490/QĐ-BHXH', font: 'regular', size: 9 },
      { text: 'ngày 28/3/2023 của BHXH Việt Nam)', font: 'regular', size: 9 },
    ],
    mm(62),
    mm(10),
  )
  const { area } = paper
  paper.y = area.top
  paper.area = { ...area, right: area.left + (area.right - area.left) * 0.5 }
  const style = { size: 11, lead: 15 }
  fieldRow(paper, [{ label: 'Tên đơn vị/Điểm thu:', value: record.organisation }], style)
  fieldRow(paper, [{ label: 'Mã đơn vị/Điểm thu:', value: record.organisationCode }], style)
  paper.area = area
  paper.y += 8
  const day = record.signedOn
  const when = day ? `tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}` : 'tháng…… năm………'
  centred(paper, [
    {
      text: 'DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM XÃ HỘI TỰ NGUYỆN',
      font: 'bold',
      size: 13,
      type: 'H1',
    },
    { text: `Số ${record.listNumber ?? '………'} ${when}`, font: 'italic', size: 11, after: 6 },
  ])
}

function group(number: string, title: string, total: string, rows: D05Row[]) {
  const cells = rows.map((row, i) => cellsOf(row, i + 1))
  return { number, title, total, rows: cells, sums: sumsOf(rows) }
}

function sumsOf(rows: D05Row[]): (string | null)[] {
  const cells: (string | null)[] = Array.from({ length: columns.length }, () => null)
  cells[10] = moneyWords(sum(rows, (row) => row.due))
  cells[11] = moneyWords(sum(rows, (row) => row.payer))
  cells[13] = moneyWords(sum(rows, (row) => row.stateAmount))
  cells[15] = moneyWords(sum(rows, (row) => row.localAmount))
  cells[17] = moneyWords(sum(rows, (row) => row.otherAmount))
  return cells
}

function cellsOf(row: D05Row, number: number): (string | null)[] {
  return [
    String(number),
    row.name,
    row.insuranceNumber,
    row.personalNumber,
    row.address,
    dayWords(row.receiptOn),
    row.receiptNumber,
    moneyWords(row.income),
    countWords(row.months),
    monthWords(row.from),
    moneyWords(row.due),
    moneyWords(row.payer),
    countWords(row.statePercent),
    moneyWords(row.stateAmount),
    countWords(row.localPercent),
    moneyWords(row.localAmount),
    countWords(row.otherPercent),
    moneyWords(row.otherAmount),
    row.collectorCode,
    row.note ?? row.change,
  ]
}

function drawFoot(paper: Paper, record: D05Record): void {
  paper.y += 6
  const books = `Tổng số sổ BHXH đề nghị cấp: ${countWords(record.books) ?? '…………'} sổ`
  paragraph(paper, [{ text: books, font: 'regular' }], { size: 11, lead: 14, after: 4 })
  signatures(paper, [
    { share: 1, texts: [] },
    {
      share: 1,
      texts: [
        { text: placeAndDay(record.signedPlace, record.signedOn), font: 'italic', size: 11 },
        { text: 'TỔ CHỨC LẬP DANH SÁCH', font: 'bold', size: 11 },
        { text: '(ký, ghi rõ họ tên và đóng dấu)', font: 'italic', size: 11 },
      ],
    },
  ])
}
