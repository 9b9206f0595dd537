import type { CityStand } from './standing.ts'

/** The forms the merged data leave in: a workbook and a list for people, Parquet for programs. */
export const exportFormats = ['xlsx', 'csv', 'parquet'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What to export where: the merged figures as they were added up, under a path that is free. */
export type ExportOrder = {
  stand: CityStand
  format: ExportFormat
  path: string
  heading: readonly string[]
}

/** The name of an export: `RQ-thanh-pho-2024-11-16-den-2024-12-31.xlsx`. */
export function exportName({ from, to }: CityStand['span'], format: ExportFormat): string {
  return `RQ-thanh-pho-${from}${to === from ? '' : `-den-${to}`}.${format}`
}
