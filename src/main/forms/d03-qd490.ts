import type { D03Record, D03Row } from '#core/forms/d03.ts'
import { centred, cornerMark, paragraph, placeAndDay, signatureRoom, signatures } from './blocks.ts'
import { type Field, fieldRow } from './fields.ts'
import { drawGroups, rowsOf, sum } from './list-parts.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { type Column, closeTable, openTable } from './table.ts'
import { birthWords, countWords, dayWords, moneyWords, monthWords, sexWords } from './words.ts'

// Widths of the printed list; where an amount is wider than its column, those with much room give way.
const columns: Column[] = [
  { mark: 'A', heading: ['STT'], width: 11.9, align: 'center' },
  { mark: 'B', heading: ['Họ và tên'], width: 26, least: 22 },
  { mark: '1', heading: ['Mã số BHXH'], width: 18.7, align: 'center' },
  { mark: '2', heading: ['Số CCCD/ CNTND ĐDCN/hộ chiếu'], width: 16.7, align: 'center' },
  { mark: '3', heading: ['Ngày tháng năm sinh'], width: 12, align: 'center' },
  { mark: '4', heading: ['Giới tính'], width: 15.3, align: 'center' },
  { mark: '5', heading: ['Địa chỉ'], width: 15.6 },
  { mark: '6', heading: ['Nơi đăng ký KCB ban đầu'], width: 15.6 },
  { mark: '7', heading: ['Ngày biên lai'], width: 15.6, align: 'center' },
  { mark: '8', heading: ['Số biên lai'], width: 10.6, align: 'center' },
  { mark: '9', heading: ['Tiền lương hưu, trợ cấp TN, TS'], width: 15.6, align: 'right' },
  { mark: '10', heading: ['Hỗ trợ thêm', 'NSĐP'], width: 10.6, align: 'right' },
  { mark: '11', heading: ['Hỗ trợ thêm', 'Khác'], width: 9.9, align: 'right' },
  {
    mark: '12',
    heading: ['Thời gian tham gia', 'Từ tháng'],
    width: 17.7,
    least: 14,
    align: 'center',
  },
  { mark: '13', heading: ['Thời gian tham gia', 'Số tháng'], width: 10.6, align: 'center' },
  { mark: '14', heading: ['Mã số nhân viên thu'], width: 20.9, least: 16, align: 'center' },
  { mark: '15', heading: ['Ghi chú'], width: 15.1 },
]

/** List D03-TS as issued with QĐ 490/QĐ-BHXH of 28/3/2023. */
export function drawD03Qd490(paper: Paper, record: D03Record): void {
  startSheet(paper, {
    layout: 'landscape',
    margins: { top: mm(19), right: mm(10), bottom: mm(19), left: mm(10) },
    ...marksOf(record),
    continued: 'Mẫu D03-TS',
  })
  drawHead(paper, record)
  const groups = [
    group('I', 'Tăng', 'Cộng tăng', record.increases),
    group('II', 'Giảm', 'Cộng giảm', record.decreases),
  ]
  const fits = rowsOf(groups)
  const table = openTable(paper, columns, { size: 9, least: 16, pad: mm(0.5), fits })
  const subTitles = ['Người tham gia', 'Tiền lương']
  drawGroups(table, groups, { subTitles, keep: signatureRoom + 70 })
  closeTable(table)
  drawFoot(paper, record)
}

function drawHead(paper: Paper, record: D03Record): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, { size: 10, lead: 14 })
  const { area } = paper
  cornerMark(
    paper,
    [
      { text: 'Mẫu D03-TS', font: 'bold', size: 9 },
      { text: '(Ban hành kèm theo QĐ số 490/QĐ-BHXH', font: 'regular', size: 9 },
      { text: 'ngày 28/3/2023 của BHXH Việt Nam)', font: 'regular', size: 9 },
    ],
    mm(62),
    mm(12),
  )
  paper.y = area.top
  paper.area = { ...area, right: area.left + (area.right - area.left) * 0.55 }
  row({ label: 'Tên đơn vị/Điểm thu:', value: record.unit })
  row(
    { label: 'Mã đơn vị/Điểm thu:', value: record.unitCode },
    { label: 'MS thuế:', value: record.taxCode },
  )
  row({ label: 'Địa chỉ:', value: record.address })
  row({ label: 'Điện thoại:', value: record.phone }, { label: 'Email:', value: record.email })
  paper.area = area
  const day = record.signedOn
  const when = day ? ` tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}` : '...tháng...năm...'
  centred(paper, [
    { text: 'DANH SÁCH NGƯỜI CHỈ THAM GIA BHYT', font: 'bold', size: 14, type: 'H1' },
    {
      text: `Số${record.listNumber ? ` ${record.listNumber}` : ''}${when}`,
      font: 'italic',
      size: 10,
      after: 4,
    },
  ])
  row(
    { label: 'Đối tượng tham gia:', value: record.group },
    { label: 'Mã đối tượng:', value: record.groupCode },
    { label: 'Lương cơ sở:', value: moneyWords(record.baseSalary) },
  )
  row(
    { label: 'Nguồn đóng:', value: record.source },
    { label: 'Tỷ lệ NSNN hỗ trợ quy định:', value: percentWords(record.statePercent) },
  )
  paper.y += 4
}

const percentWords = (percent: number | null): string | null =>
  percent === null ? null : `${percent} %`

function group(number: string, title: string, total: string, rows: D03Row[]) {
  const sums: (string | null)[] = Array.from({ length: columns.length }, () => null)
  sums[11] = moneyWords(sum(rows, (row) => row.localSupport))
  sums[12] = moneyWords(sum(rows, (row) => row.otherSupport))
  return { number, title, total, rows: rows.map((row, i) => cellsOf(row, i + 1)), sums }
}

function cellsOf(row: D03Row, number: number): (string | null)[] {
  return [
    String(number),
    row.name,
    row.insuranceNumber,
    row.personalNumber,
    birthWords(row.birth),
    sexWords(row.sex),
    row.address,
    row.careFacility,
    dayWords(row.receiptOn),
    row.receiptNumber,
    moneyWords(row.base),
    moneyWords(row.localSupport),
    moneyWords(row.otherSupport),
    monthWords(row.from),
    countWords(row.months),
    row.collectorCode,
    row.note,
  ]
}

function drawFoot(paper: Paper, record: D03Record): void {
  paper.y += 4
  const cards = `Tổng số thẻ BHYT đề nghị cấp: ${countWords(record.cards) ?? '…………'}`
  paragraph(paper, [{ text: cards, font: 'regular' }], { size: 10, lead: 13 })
  const top = paper.y
  // The column meant is 14; the printed form says 16.
  const note = '- Ghi chú: Cột 16 chỉ áp dụng đối với tổ chức dịch vụ thu BHXH tự nguyện BHYT'
  paragraph(paper, [{ text: note, font: 'regular' }], { size: 10, lead: 13 })
  paper.y = top
  signatures(paper, [
    { share: 1, texts: [] },
    {
      share: 1,
      texts: [
        { text: placeAndDay(record.signedPlace, record.signedOn), font: 'bold', size: 10 },
        {
          text: 'Cơ quan LĐTBXH, UBND xã/Tổ chức DV thu/nhà trường',
          font: 'bold',
          size: 10,
        },
        { text: '(ký, ghi rõ họ tên và đóng dấu)', font: 'regular', size: 10 },
      ],
    },
  ])
}
