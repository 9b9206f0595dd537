import type { Report } from '#core/reports.ts'
import type { Sheet } from './sheet.ts'

/** A report as the sheets of a workbook, one for each table, with the same cells as on paper. */
export function sheetsOf(report: Report): Sheet[] {
  return report.tables.map((table, index) => {
    const rows = table.rows.map(({ cells }) => [...cells])
    const last = index === report.tables.length - 1
    return {
      name: table.title?.slice(0, 28).replace(/[\\/?*[\]:]/g, ' ') ?? 'Bảng',
      heading: [
        ...[report.office.name, report.title, report.subtitle],
        ...(report.isOwn ? ['Mẫu do phần mềm Ra Quân đề xuất'] : report.mark),
        ...(last ? report.notes : []),
      ],
      columns: table.columns.map(({ heading, width, type }) => ({
        title: heading.join(' – '),
        width: Math.max(8, Math.round(width * 0.8)),
        type,
      })),
      rows,
    }
  })
}
