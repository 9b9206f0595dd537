import { formatDate } from '#core/date.ts'
import type { RecoverySheet } from '#core/forms/recovery-sheet.ts'
import { upperVi } from '#core/text.ts'
import { centred, paragraph } from './blocks.ts'
import { fieldRow } from './fields.ts'
import {
  artifact,
  closePaper,
  type DrawOptions,
  element,
  measure,
  mm,
  openPaper,
  type Paper,
  put,
  startSheet,
} from './paper.ts'

const title = 'Phiếu mã khôi phục dữ liệu'

const instructions = [
  'Mã này mở được dữ liệu của đơn vị khi máy tính hỏng, bị mất, cài lại hoặc khi chuyển sang máy khác.',
  'Phiếu chỉ in một lần. Phần mềm không lưu mã này và không ai có thể cấp lại: mất mã và mất máy là mất dữ liệu.',
  'Cất phiếu trong phong bì dán kín, ở tủ có khóa, do thủ trưởng đơn vị giữ. Không để cùng chỗ với máy tính.',
  'Không chụp ảnh, không gửi mã qua tin nhắn, thư điện tử. Ai có mã này và tệp dữ liệu thì đọc được toàn bộ hồ sơ.',
  'Khi cần khôi phục: mở phần mềm và gõ lần lượt các nhóm ký tự theo số thứ tự. Không phân biệt chữ hoa, chữ thường; trong mã không có các chữ I, L, O, U.',
  'Nghi mã đã lộ: báo ngay thủ trưởng đơn vị, không dùng tiếp phiếu này.',
]

/** Draws the one page that carries the office's recovery code, printed at first run. */
export async function drawRecoverySheet(
  sheet: RecoverySheet,
  { resources }: DrawOptions,
): Promise<Uint8Array> {
  const paper = openPaper({
    resources,
    title,
    subject: title,
    createdOn: sheet.madeOn,
    tagged: true,
  })
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(22), right: mm(20), bottom: mm(20), left: mm(25) },
    practice: sheet.practice,
    checkAgainstOfficial: false,
    continued: title,
  })
  centred(paper, [
    { text: upperVi(sheet.officeName), font: 'bold', size: 13 },
    { text: `Mã đơn vị: ${sheet.unitCode}`, font: 'regular', size: 12, after: mm(10) },
    { text: 'PHIẾU MÃ KHÔI PHỤC DỮ LIỆU', font: 'bold', size: 18, after: 4, type: 'H1' },
    {
      text: 'GIỮ KÍN NHƯ CON DẤU – CHỈ IN MỘT LẦN',
      font: 'boldItalic',
      size: 12,
      after: mm(8),
    },
  ])
  drawGroups(paper, sheet.recoveryCode.split('-'))
  drawInstructions(paper, sheet.madeOn)
  return closePaper(paper)
}

function drawInstructions(paper: Paper, madeOn: string): void {
  const made = `Ngày lập: ${formatDate(madeOn)}`
  centred(paper, [{ text: made, font: 'regular', size: 12, after: mm(8) }])
  paragraph(paper, [{ text: 'Hướng dẫn', font: 'bold' }], { size: 13, lead: 20, type: 'H2' })
  for (const [i, text] of instructions.entries()) {
    paragraph(paper, [{ text: `${i + 1}. ${text}`, font: 'regular' }], {
      size: 12,
      lead: 17,
      after: 4,
    })
  }
  paper.y += mm(6)
  fieldRow(
    paper,
    [
      { label: 'Người giữ phiếu:', value: null },
      { label: 'Nơi cất giữ:', value: null },
    ],
    { size: 12, lead: 22 },
  )
}

const cell = { width: mm(37), height: mm(19), gap: mm(3.5), perRow: 4 }

/** The groups of the code in numbered frames, four to a row. */
function drawGroups(paper: Paper, groups: string[]): void {
  const centre = (paper.area.left + paper.area.right) / 2
  const rows = Math.ceil(groups.length / cell.perRow)
  for (let row = 0; row < rows; row += 1) {
    const inRow = groups.slice(row * cell.perRow, (row + 1) * cell.perRow)
    const width = inRow.length * cell.width + (inRow.length - 1) * cell.gap
    for (const [i, group] of inRow.entries()) {
      const x = centre - width / 2 + i * (cell.width + cell.gap)
      drawGroup(paper, group, { x, number: row * cell.perRow + i + 1 })
    }
    paper.y += cell.height + cell.gap
  }
  paper.y += mm(4)
}

function drawGroup(
  paper: Paper,
  group: string,
  { x, number }: { x: number; number: number },
): void {
  const size = 28
  artifact(paper, () => {
    paper.pdf.lineWidth(1).strokeColor('black').rect(x, paper.y, cell.width, cell.height).stroke()
    put(paper, String(number), { x: x + 4, y: paper.y + 11, font: 'italic', size: 9 })
  })
  const left = x + (cell.width - measure(paper, group, 'bold', size)) / 2
  element(paper, 'P', () =>
    put(paper, group, { x: left, y: paper.y + cell.height / 2 + size * 0.36, font: 'bold', size }),
  )
}
