import type { MinutesRecord } from '#core/forms/conference-papers.ts'
import { upperVi } from '#core/text.ts'
import { centred, paragraph, signatures } from './blocks.ts'
import { conferenceWords, drawWhereAndWhen } from './conference-parts.ts'
import { type Field, fieldRow } from './fields.ts'
import { drawOfficeHead, drawOwnLayoutNote } from './office-head.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'
import { countWords, linesOf } from './words.ts'

const style = { size: 12, lead: 18 }

/** The minutes of a conference, with lines to write on where nothing is known yet. */
export function drawMinutes(paper: Paper, record: MinutesRecord): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(20), right: mm(15), bottom: mm(15), left: mm(25) },
    ...marksOf(record),
    continued: `Biên bản ${conferenceWords(record.kind)}`,
  })
  drawOfficeHead(paper, record.office)
  paper.y += 6
  centred(paper, [
    { text: 'BIÊN BẢN', font: 'bold', size: 15, type: 'H1' },
    { text: upperVi(conferenceWords(record.kind)), font: 'bold', size: 13, after: 8 },
  ])
  drawWhereAndWhen(paper, record)
  drawPeople(paper, record)
  section(paper, 'I. Nội dung', record.content)
  section(paper, 'II. Ý kiến của người dự', record.opinions)
  section(paper, 'III. Kết quả và kết luận', record.conclusion)
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  row(
    { label: 'Đăng ký BHXH tự nguyện (người):', value: countWords(record.signUps?.bhxh) },
    { label: 'Đăng ký BHYT hộ gia đình (người):', value: countWords(record.signUps?.bhyt) },
  )
  row({ label: 'Kết thúc lúc:', value: record.endsAt?.replace(':', ' giờ ') ?? null })
  paper.y += 8
  signatures(paper, [column('THƯ KÝ', record.secretary), column('CHỦ TRÌ', record.chair)])
  drawOwnLayoutNote(paper)
}

function drawPeople(paper: Paper, record: MinutesRecord): void {
  const row = (...fields: Field[]) => fieldRow(paper, fields, style)
  row({ label: 'Chủ trì:', value: record.chair }, { label: 'Thư ký:', value: record.secretary })
  row({ label: 'Báo cáo viên:', value: record.speakers })
  row({
    label: 'Số người dự (có danh sách kèm theo):',
    value: countWords(record.attendees),
  })
  paper.y += 4
}

const blankLines = 5

function section(paper: Paper, title: string, text: string | null): void {
  paragraph(paper, [{ text: title, font: 'bold' }], { ...style, type: 'H2' })
  const lines = linesOf(text)
  for (const line of lines)
    paragraph(paper, [{ text: line, font: 'regular' }], { size: 12, lead: 17, after: 2 })
  if (lines.length === 0) fieldRow(paper, [{ label: '', value: null, lines: blankLines }], style)
  paper.y += 4
}

function column(title: string, name: string | null) {
  return {
    share: 1,
    texts: [
      { text: title, font: 'bold' as const, size: 12 },
      { text: '(Ký, ghi rõ họ tên)', font: 'italic' as const, size: 12 },
    ],
    below: name ? [{ text: name, font: 'bold' as const, size: 12 }] : [],
  }
}
