import type { DueListRecord, DueRow } from '#core/forms/due-list.ts'
import type { Scheme } from '#core/terms.ts'
import { upperVi } from '#core/text.ts'
import {
  centred,
  cornerMark,
  placeAndDay,
  type StyledText,
  signatureRoom,
  signatures,
} from './blocks.ts'
import { drawOwnLayoutNote } from './office-head.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { type Column, closeTable, openTable, tableRow } from './table.ts'
import { birthWords, dayWords } from './words.ts'

// The official widths are not known; these are our own, in millimetres.
const columns: Column[] = [
  { mark: 'A', heading: ['STT'], width: 12, align: 'center' },
  { mark: 'B', heading: ['Họ và tên'], width: 60 },
  { mark: 'C', heading: ['Mã số BHXH'], width: 28, align: 'center' },
  { mark: 'D', heading: ['Ngày tháng năm sinh'], width: 26, align: 'center' },
  { mark: '1', heading: ['Địa chỉ'], width: 78 },
  { mark: '2', heading: ['Tháng đến hạn phải đóng'], width: 28, align: 'center' },
  { mark: '3', heading: ['Ghi chú'], width: 40 },
]

const officialMark: StyledText[] = [
  { text: 'Mẫu D08a-TS', font: 'bold', size: 9 },
  { text: '(Ban hành kèm theo QĐ số: 595/QĐ-BHXH', font: 'regular', size: 9 },
  { text: 'ngày 14/4/2017 của BHXH Việt Nam)', font: 'regular', size: 9 },
]

/** D08a-TS as issued with QĐ 595/QĐ-BHXH of 14/4/2017, void since 1/5/2026. */
export function drawDueListQd595(paper: Paper, record: DueListRecord): void {
  drawDueList(paper, record, officialMark)
}

/** The same list as the office's own paper, after D08a-TS was dropped by QĐ 366/QĐ-BHXH. */
export function drawDueListOwn(paper: Paper, record: DueListRecord): void {
  drawDueList(paper, record, [])
  drawOwnLayoutNote(paper)
}

function drawDueList(paper: Paper, record: DueListRecord, mark: StyledText[]): void {
  startSheet(paper, {
    layout: 'landscape',
    margins: { top: mm(12), right: mm(12), bottom: mm(12), left: mm(13) },
    ...marksOf(record),
    continued: 'Danh sách đến hạn phải đóng',
  })
  drawHead(paper, record, mark)
  const table = openTable(paper, columns, { size: 11, headSize: 11, least: 18 })
  const groups: { number: string; title: string; scheme: Scheme }[] = [
    { number: 'I', title: 'BHXH tự nguyện', scheme: 'bhxh-tn' },
    { number: 'II', title: 'BHYT', scheme: 'bhyt-hgd' },
  ]
  for (const { number, title, scheme } of groups) {
    tableRow(table, { cells: [number, title], bold: true }, 20)
    const own = record.rows.filter((row) => row.scheme === scheme)
    for (const [i, row] of own.entries()) tableRow(table, { cells: cellsOf(row, i + 1) })
    if (own.length === 0) tableRow(table, { cells: [] })
  }
  const total = record.rows.length > 0 ? `${record.rows.length} người` : null
  tableRow(table, { cells: [null, 'Cộng', total], bold: true }, signatureRoom + 60)
  closeTable(table)
  drawSignatures(paper, record)
}

function drawHead(paper: Paper, record: DueListRecord, mark: StyledText[]): void {
  const { left, right, top } = paper.area
  cornerMark(paper, mark, mm(66), top)
  paper.y = top
  const office: StyledText[] = [
    { text: upperVi(record.superior ?? 'BHXH tỉnh, TP…………'), font: 'regular', size: 11 },
    { text: upperVi(record.officeName ?? 'BHXH huyện…………'), font: 'bold', size: 11 },
  ]
  centred(paper, office, { from: left, to: left + (right - left) * 0.38 })
  paper.y += 14
  const month = record.month
  const when = month ? `tháng ${month.slice(5, 7)} năm ${month.slice(0, 4)}` : 'tháng …….năm……….'
  centred(paper, [
    {
      text: 'DANH SÁCH NGƯỜI THAM GIA ĐẾN HẠN PHẢI ĐÓNG BHXH TỰ NGUYỆN, BHYT',
      font: 'bold',
      size: 13,
      type: 'H1',
    },
    { text: `Số: ${record.listNumber ?? '………..'} ${when}`, font: 'italic', size: 12, after: 6 },
  ])
}

function cellsOf(row: DueRow, number: number): (string | null)[] {
  return [
    String(number),
    row.name,
    row.insuranceNumber,
    birthWords(row.birth),
    row.address,
    dayWords(row.dueOn),
    row.note,
  ]
}

function drawSignatures(paper: Paper, record: DueListRecord): void {
  const { area } = paper
  paper.y += 6
  const when = placeAndDay(record.signedPlace, record.signedOn)
  centred(paper, [{ text: when, font: 'italic', size: 12, after: 2 }], {
    from: area.left + ((area.right - area.left) * 2) / 3,
    to: area.right,
  })
  const titles = ['Người lập biểu', 'Trưởng phòng (Tổ) thu', 'Giám đốc BHXH']
  signatures(
    paper,
    titles.map((text) => ({ share: 1, texts: [{ text, font: 'bold' as const, size: 12 }] })),
  )
}
