import type { OfficeHead } from '#core/forms/record.ts'
import { upperVi } from '#core/text.ts'
import { centred, nationalHeading, type StyledText } from './blocks.ts'
import type { Paper } from './paper.ts'

/** The head of the office's own papers: who writes on the left, the national heading on the right. */
export function drawOfficeHead(
  paper: Paper,
  office: OfficeHead,
  number: string | null = null,
): void {
  const { left, right } = paper.area
  const middle = left + (right - left) * 0.45
  const top = paper.y
  const lines: StyledText[] = [
    { text: 'BẢO HIỂM XÃ HỘI THÀNH PHỐ HÀ NỘI', font: 'regular', size: 11 },
    { text: upperVi(office.name), font: 'bold', size: 11 },
    { text: number ?? `Mã đơn vị: ${office.unitCode}`, font: 'regular', size: 11, after: 4 },
  ]
  centred(paper, lines, { from: left, to: middle })
  const bottom = paper.y
  paper.y = top
  nationalHeading(paper, (middle + right) / 2, { first: 11, second: 12 })
  paper.y = Math.max(bottom, paper.y) + 4
}

/** Says on the office's own papers that they are no official template. */
export function drawOwnLayoutNote(paper: Paper): void {
  paper.y += 4
  const text =
    'Mẫu trình bày do phần mềm Ra Quân đề xuất, không phải mẫu do cơ quan có thẩm quyền ban hành.'
  centred(paper, [{ text, font: 'italic', size: 9 }])
}
