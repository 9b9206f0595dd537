import type { PrivacyNoticeRecord } from '#core/forms/privacy-notice.ts'
import { centred, paragraph, placeAndDay, signatures } from './blocks.ts'
import { fieldRow } from './fields.ts'
import { drawOfficeHead, drawOwnLayoutNote } from './office-head.ts'
import { marksOf, mm, type Paper, startSheet } from './paper.ts'

const body = { size: 12.5, lead: 18, after: 5 }

/** The notice people are given of how their data are used; our own layout, the office's wording. */
export function drawPrivacyNotice(paper: Paper, record: PrivacyNoticeRecord): void {
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(20), right: mm(18), bottom: mm(15), left: mm(28) },
    ...marksOf(record),
    continued: 'Thông báo xử lý dữ liệu cá nhân',
  })
  drawOfficeHead(paper, record.office)
  paper.y += 6
  centred(paper, [
    { text: 'THÔNG BÁO XỬ LÝ DỮ LIỆU CÁ NHÂN', font: 'bold', size: 15, type: 'H1' },
    { text: `(theo ${record.law})`, font: 'italic', size: 12, after: 8 },
  ])
  if (record.draft)
    centred(paper, [{ text: `Bản ${record.draft}`, font: 'boldItalic', size: 11, after: 8 }])
  const style = { size: 12.5, lead: 19 }
  fieldRow(paper, [{ label: 'Kính gửi Ông/Bà:', value: record.head }], style)
  fieldRow(paper, [{ label: 'Địa chỉ:', value: record.address }], style)
  paper.y += 6
  for (const [index, text] of record.paragraphs.entries()) {
    paragraph(paper, [{ text: `${index + 1}. ${text}`, font: 'regular' }], body)
  }
  paper.y += 4
  centred(
    paper,
    [
      {
        text: placeAndDay(record.signedPlace, record.signedOn),
        font: 'italic',
        size: 12,
        after: 6,
      },
    ],
    { from: (paper.area.left + paper.area.right) / 2, to: paper.area.right },
  )
  drawSigners(paper)
  centred(paper, [{ text: `Bản chữ: ${record.version}`, font: 'italic', size: 9 }])
  drawOwnLayoutNote(paper)
}

function drawSigners(paper: Paper): void {
  const hint = '(Ký, ghi rõ họ tên)'
  const column = (title: string) => ({
    share: 1,
    texts: [
      { text: title, font: 'bold' as const, size: 12 },
      { text: hint, font: 'italic' as const, size: 11 },
    ],
  })
  signatures(paper, [column('NGƯỜI ĐÃ NHẬN THÔNG BÁO'), column('CÁN BỘ TIẾP NHẬN')])
}
