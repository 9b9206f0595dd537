import { formatMoney } from '#core/money.ts'
import type { Report, ReportCell, ReportColumn, ReportTable } from '#core/reports.ts'
import { upperVi } from '#core/text.ts'
import {
  centred,
  cornerMark,
  lineHeight,
  paragraph,
  placeAndDay,
  signatureRoom,
  signatures,
} from './blocks.ts'
import { drawOfficeHead, drawOwnLayoutNote } from './office-head.ts'
import { closePaper, type DrawOptions, mm, openPaper, type Paper, startSheet } from './paper.ts'
import { closeTable, openTable, tableRow } from './table.ts'

/** Draws a report of the overview: official target reports in their columns, our own as we propose them. */
export function drawReport(report: Report, { resources }: DrawOptions): Uint8Array {
  const paper = openPaper({
    resources,
    title: report.title,
    subject: report.subtitle,
    createdOn: report.madeOn,
    tagged: true,
  })
  const margin = report.isOwn ? mm(9) : mm(6)
  startSheet(paper, {
    layout: report.layout,
    margins: { top: margin, right: margin, bottom: margin, left: margin },
    practice: report.practice,
    checkAgainstOfficial: false,
    continued: report.subtitle,
  })
  drawHead(paper, report)
  for (const table of report.tables) drawTable(paper, table, report)
  for (const note of report.notes)
    paragraph(paper, [{ text: note, font: 'italic' }], { size: Math.max(7, report.size) })
  if (report.signer !== null) drawSigner(paper, report.signer, report.madeOn)
  if (report.isOwn) drawOwnLayoutNote(paper)
  return closePaper(paper)
}

function drawHead(paper: Paper, report: Report): void {
  const { left, right, top } = paper.area
  if (report.isOwn) {
    drawOfficeHead(paper, report.office)
  } else {
    const [first = '', ...more] = report.mark
    cornerMark(
      paper,
      [
        { text: first, font: 'bold', size: 9 },
        ...more.map((text) => ({ text, font: 'regular' as const, size: 8 })),
      ],
      mm(72),
      top,
    )
    paper.y = top
    centred(
      paper,
      [
        { text: 'BẢO HIỂM XÃ HỘI THÀNH PHỐ HÀ NỘI', font: 'regular', size: 9 },
        { text: upperVi(report.office.name), font: 'bold', size: 9, after: 10 },
      ],
      { from: left, to: left + (right - left) * 0.35 },
    )
  }
  centred(paper, [
    { text: report.title, font: 'bold', size: 13, type: 'H1' },
    { text: report.subtitle, font: 'italic', size: 10.5, after: 5 },
  ])
}

const alignOf = ({ type }: ReportColumn) =>
  type === 'text' ? ('left' as const) : ('right' as const)

function drawTable(paper: Paper, table: ReportTable, { size, signer }: Report): void {
  if (table.title) {
    paper.y += 3
    paragraph(paper, [{ text: table.title, font: 'bold' }], {
      size: size + 1.5,
      lead: size + 6,
      type: 'H2',
    })
  }
  const drawn = openTable(
    paper,
    table.columns.map((column) => ({
      heading: column.heading,
      width: column.width,
      align: alignOf(column),
      ...(column.mark && { mark: column.mark }),
    })),
    { size, headSize: size, pad: mm(size < 7 ? 0.4 : 0.9) },
  )
  for (const [index, { cells, bold = false }] of table.rows.entries()) {
    const isLast = index === table.rows.length - 1
    const keep = isLast && signer !== null ? signatureRoom + lineHeight(12) * 3 : 0
    const shown = cells.map((cell, at) => cellWords(cell, table.columns[at]))
    tableRow(drawn, { cells: shown, bold }, keep)
  }
  if (table.rows.length === 0) tableRow(drawn, { cells: [] })
  closeTable(drawn)
}

function cellWords(cell: ReportCell, column: ReportColumn | undefined): string | null {
  if (cell === null || typeof cell === 'string') return cell
  if (column?.type !== 'share') return formatMoney(cell)
  return `${(Math.floor(cell * 1000 + 1e-9) / 10).toFixed(1).replace('.', ',')} %`
}

function drawSigner(paper: Paper, signer: string, madeOn: string): void {
  const { left, right } = paper.area
  paper.y += 5
  const from = left + (right - left) * 0.64
  const when = placeAndDay('Hà Nội', madeOn)
  centred(paper, [{ text: when, font: 'italic', size: 10.5 }], { from, to: right })
  signatures(paper, [
    { share: 64, texts: [] },
    {
      share: 36,
      texts: [
        { text: signer, font: 'bold', size: 10.5 },
        { text: '(ký, ghi rõ họ tên)', font: 'italic', size: 9.5 },
      ],
    },
  ])
}
