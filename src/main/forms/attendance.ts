import type { AttendanceRecord, Attendee } from '#core/forms/conference-papers.ts'
import { upperVi } from '#core/text.ts'
import { centred, paragraph, signatureRoom, signatures } from './blocks.ts'
import { conferenceWords, drawWhereAndWhen } from './conference-parts.ts'
import { drawOfficeHead, drawOwnLayoutNote } from './office-head.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { type Column, closeTable, openTable, tableRows } from './table.ts'
import { countWords } from './words.ts'

const columnsFor = (consent: string): Column[] => [
  { heading: ['TT'], width: 9, align: 'center' },
  { heading: ['Họ và tên'], width: 40 },
  { heading: ['Năm sinh'], width: 14, align: 'center' },
  { heading: ['Địa chỉ (thôn, tổ dân phố)'], width: 36 },
  { heading: ['Điện thoại'], width: 25, align: 'center' },
  { heading: [consent], width: 15, align: 'center' },
  { heading: ['Muốn tham gia', 'BHXH tự nguyện'], width: 16, align: 'center' },
  { heading: ['Muốn tham gia', 'BHYT hộ gia đình'], width: 16, align: 'center' },
  { heading: ['Ký tên'], width: 20 },
]

/** The sheet people sign when they come to a conference, filled as far as the office knows them. */
export function drawAttendance(paper: Paper, record: AttendanceRecord): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(20), right: mm(10), bottom: mm(14), left: mm(15) },
    ...marksOf(record),
    continued: `Danh sách dự ${conferenceWords(record.kind)}`,
  })
  drawOfficeHead(paper, record.office)
  paper.y += 4
  centred(paper, [
    {
      text: `DANH SÁCH NGƯỜI DỰ ${upperVi(conferenceWords(record.kind))}`,
      font: 'bold',
      size: 14,
      after: 4,
      type: 'H1',
    },
  ])
  drawWhereAndWhen(paper, record)
  paper.y += 4
  const { text, box, version } = record.consent
  const sentence = `Cột “${box}”: ${text} Người dự tự đánh dấu ô; để trống là không đồng ý. `
  paragraph(
    paper,
    [
      { text: sentence, font: 'regular' },
      { text: `(bản chữ ${version})`, font: 'italic' },
    ],
    { size: 10, lead: 13.5, after: 4 },
  )
  const table = openTable(paper, columnsFor(box), { size: 11, headSize: 10, least: 22 })
  const known = record.attendees.map((person, i) => ({ cells: cellsOf(person, i + 1) }))
  const blank = Array.from({ length: record.blankRows }, (_, i) => ({
    cells: [String(known.length + i + 1), null, null, null, null, tick],
  }))
  tableRows(table, [...known, ...blank], signatureRoom + 60)
  closeTable(table)
  paper.y += 8
  signatures(paper, [
    { share: 1, texts: [{ text: 'NGƯỜI GHI DANH SÁCH', font: 'bold', size: 12 }] },
    { share: 1, texts: [{ text: 'CHỦ TRÌ', font: 'bold', size: 12 }] },
  ])
  drawOwnLayoutNote(paper)
}

/** A box to tick by hand. */
const tick = '□'

function cellsOf(person: Attendee, number: number): (string | null)[] {
  return [
    String(number),
    person.name,
    countWords(person.birthYear),
    person.address,
    person.phone,
    tick,
    person.interest.bhxh ? 'x' : null,
    person.interest.bhyt ? 'x' : null,
  ]
}
