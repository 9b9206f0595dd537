import { formatDate } from '#core/date.ts'
import type { SummaryCover } from '#core/forms/summary-cover.ts'
import { formatMoney } from '#core/money.ts'
import type { ParticipationKind, Scheme } from '#core/terms.ts'
import { upperVi } from '#core/text.ts'
import { centred, paragraph, signatures } from './blocks.ts'
import type { Piece } from './lines.ts'
import { drawOfficeHead } from './office-head.ts'
import {
  artifact,
  closePaper,
  type DrawOptions,
  ensureRoom,
  mm,
  openPaper,
  type Paper,
  startSheet,
} from './paper.ts'
import { drawQr } from './qr.ts'
import { closeTable, openTable, tableRow } from './table.ts'
import { schemeNames } from './words.ts'

const kindNames: Record<ParticipationKind, string> = {
  first: 'Tham gia lần đầu',
  returning: 'Tham gia lại sau gián đoạn',
  renewing: 'Đóng tiếp, gia hạn',
}

/** `NGÀY RA QUÂN 16/11/2024`, `TỪ NGÀY … ĐẾN NGÀY …`: the period in the words of the title. */
function periodWords({ kind, from, to }: SummaryCover['period']): string {
  const span = `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`
  switch (kind) {
    case 'launch-day':
      return `ngày ra quân ${formatDate(from)}`
    case 'day':
      return `ngày ${formatDate(from)}`
    case 'week':
      return `tuần ${span}`
    case 'month':
      return `tháng ${from.slice(5, 7)}/${from.slice(0, 4)}`
    case 'campaign':
      return `đợt ${span}`
  }
}

/** Draws the readable cover page of a signed summary. Our own layout, not an official template. */
export async function drawSummaryCover(
  cover: SummaryCover,
  { resources }: DrawOptions,
): Promise<Uint8Array> {
  const title = `Báo cáo tổng hợp ${periodWords(cover.period)}`
  const paper = openPaper({
    resources,
    title,
    subject: `Số ${cover.sequence}, lần ${cover.revision}`,
    createdOn: cover.madeOn,
    tagged: true,
  })
  startSheet(paper, {
    layout: 'portrait',
    margins: { top: mm(15), right: mm(15), bottom: mm(12), left: mm(25) },
    practice: cover.practice,
    checkAgainstOfficial: false,
    continued: title,
  })
  drawHead(paper, cover, title)
  drawTotals(paper, cover)
  drawPeople(paper, cover)
  drawTargets(paper, cover)
  drawSignatures(paper, cover)
  drawProof(paper, cover)
  return closePaper(paper)
}

function drawHead(paper: Paper, cover: SummaryCover, title: string): void {
  drawOfficeHead(paper, { name: cover.officeName, unitCode: cover.unitCode })
  const revision = cover.revision > 1 ? ` (lần ${cover.revision}, thay bản trước)` : ''
  centred(paper, [
    { text: upperVi(title), font: 'bold', size: 15, after: 2, type: 'H1' },
    {
      text: `Số thứ tự: ${String(cover.sequence).padStart(4, '0')}${revision} – lập ngày ${formatDate(cover.madeOn)}`,
      font: 'italic',
      size: 12,
      after: 8,
    },
  ])
}

function heading(paper: Paper, text: string): void {
  paragraph(paper, [{ text, font: 'bold' }], { size: 12, lead: 18, type: 'H2' })
}

function drawTotals(paper: Paper, { totals }: SummaryCover): void {
  heading(paper, '1. Kết quả theo chính sách')
  const table = openTable(
    paper,
    [
      { heading: ['Nội dung'], width: 76 },
      { heading: ['Số người'], width: 24, align: 'right' },
      { heading: ['Tổng số tiền phải đóng (đồng)'], width: 35, align: 'right' },
      { heading: ['Người tham gia đóng (đồng)'], width: 35, align: 'right' },
    ],
    { size: 11, least: 17 },
  )
  const figures = (rows: SummaryCover['totals']): string[] => [
    formatMoney(rows.reduce((sum, row) => sum + row.persons, 0)),
    formatMoney(rows.reduce((sum, row) => sum + row.gross, 0)),
    formatMoney(rows.reduce((sum, row) => sum + row.payer, 0)),
  ]
  for (const scheme of Object.keys(schemeNames) as Scheme[]) {
    const own = totals.filter((row) => row.scheme === scheme)
    tableRow(table, { cells: [schemeNames[scheme], ...figures(own)], bold: true })
    for (const kind of Object.keys(kindNames) as ParticipationKind[]) {
      const rows = own.filter((row) => row.kind === kind)
      tableRow(table, { cells: [`– ${kindNames[kind]}`, ...figures(rows)] })
    }
  }
  tableRow(table, {
    cells: ['Cộng (lượt người của hai chính sách)', ...figures(totals)],
    bold: true,
  })
  closeTable(table)
  paper.y += 6
}

function drawPeople(paper: Paper, cover: SummaryCover): void {
  const { people, conferences, adjustments, reopened } = cover
  heading(paper, '2. Người tham gia và hội nghị')
  const lines = [
    `– Số người tham gia, mỗi người tính một lần: ${formatMoney(people.joiners)}; trong đó lần đầu: ${formatMoney(people.firstTime)}; thuộc ${formatMoney(people.households)} hộ gia đình.`,
    `– Hội nghị tư vấn: ${formatMoney(conferences.held)}; buổi truyền thông nhóm nhỏ: ${formatMoney(conferences.smallGroups)}; người dự: ${formatMoney(conferences.attendees)}; lượt đăng ký tại hội nghị: ${formatMoney(conferences.signUps)}.`,
  ]
  if (adjustments.entries > 0) {
    const { entries, gross, payer } = adjustments
    lines.push(
      `– Điều chỉnh hồ sơ của các ngày đã chốt: ${formatMoney(entries)} lượt; tổng số tiền ${signed(gross)} đồng, người tham gia đóng ${signed(payer)} đồng; không tính vào số người và số tiền ở mục 1.`,
    )
  }
  if (reopened) {
    const { reason, askedBy, approvedBy } = reopened
    lines.push(`– Kỳ được mở lại: ${reason} (${askedBy} đề nghị, ${approvedBy} xác nhận).`)
  }
  for (const text of lines) paragraph(paper, [{ text, font: 'regular' }], { size: 12, lead: 16 })
  paper.y += 6
}

const signed = (value: number): string =>
  value > 0 ? `+${formatMoney(value)}` : formatMoney(value).replace('-', '−')

/** Share of a target reached, in tenths of a percent, never rounded up to a target not reached. */
function percent(achieved: number, target: number): string {
  if (target === 0) return '–'
  const tenths = Math.floor((achieved * 1000) / target)
  return `${formatMoney(Math.floor(tenths / 10))},${tenths % 10} %`
}

function drawTargets(paper: Paper, { targets }: SummaryCover): void {
  heading(paper, '3. So với chỉ tiêu')
  if (targets.length === 0) {
    const none = 'Không có chỉ tiêu nào cho kỳ này.'
    paragraph(paper, [{ text: none, font: 'italic' }], { size: 12, lead: 16 })
    return
  }
  const table = openTable(
    paper,
    [
      { heading: ['Chỉ tiêu'], width: 92 },
      { heading: ['Được giao'], width: 26, align: 'right' },
      { heading: ['Đạt được'], width: 26, align: 'right' },
      { heading: ['Tỷ lệ'], width: 26, align: 'right' },
    ],
    { size: 11, least: 17 },
  )
  for (const { label, target, achieved } of targets) {
    const cells = [label, formatMoney(target), formatMoney(achieved), percent(achieved, target)]
    tableRow(table, { cells })
  }
  closeTable(table)
}

function drawSignatures(paper: Paper, cover: SummaryCover): void {
  paper.y += 10
  signatures(paper, [
    {
      share: 1,
      texts: [
        { text: 'NGƯỜI LẬP', font: 'bold', size: 12 },
        { text: '(Ký, ghi rõ họ tên)', font: 'italic', size: 12 },
      ],
      below: [{ text: cover.createdBy, font: 'bold', size: 12 }],
    },
    {
      share: 1,
      texts: [
        { text: 'THỦ TRƯỞNG ĐƠN VỊ', font: 'bold', size: 12 },
        { text: '(Ký, ghi rõ họ tên, đóng dấu)', font: 'italic', size: 12 },
      ],
      below: [{ text: cover.approvedBy, font: 'bold', size: 12 }],
    },
  ])
}

/** The QR square with the fingerprint beside it, and what this page is not. */
function drawProof(paper: Paper, cover: SummaryCover): void {
  const side = mm(26)
  ensureRoom(paper, side + mm(2))
  paper.y += mm(2)
  const top = paper.y
  artifact(paper, () => drawQr(paper, cover.qr, { x: paper.area.left, y: top, side }))
  const style = { size: 10, lead: 13, indent: side + mm(5) }
  const lines: Piece[][] = [
    [
      { text: `${cover.fingerprintOf}: `, font: 'regular' },
      { text: cover.fingerprint, font: 'bold' },
    ],
    [
      {
        text: 'Trang này nằm trong tệp báo cáo đã ký số; số liệu trong tệp là bản gốc. Nơi nhận kiểm tra chữ ký bằng phần mềm Ra Quân hoặc lệnh raquan verify.',
        font: 'regular',
      },
    ],
    [
      {
        text: 'Mẫu trình bày do phần mềm Ra Quân đề xuất, không phải mẫu do cơ quan có thẩm quyền ban hành.',
        font: 'italic',
      },
    ],
  ]
  for (const pieces of lines) paragraph(paper, pieces, { ...style, after: 2 })
  paper.y = Math.max(paper.y, top + side)
}
