import { z } from 'zod'
import type { IsoDate } from './date.ts'
import { IsoDay } from './person.ts'

/**
 * The reports of the overview: the one-page overview itself, the campaign report (our proposal), and
 * the voluntary and household parts of the forms of QĐ 366/QĐ-BHXH (29/4/2026).
 */
export const ReportId = z.enum(['overview', 'b15a-uq', 'b16a-ts', 'b16c-ts', 'b09a-ts', 'campaign'])
export type ReportId = z.infer<typeof ReportId>

/** A report as of a day; monthly and quarterly ones are of the month or quarter the day lies in. */
export const ReportOrder = z.strictObject({ report: ReportId, on: IsoDay })
export type ReportOrder = z.infer<typeof ReportOrder>

/** A column of a report: its heading from the widest group down, the number printed under it, its width. */
export type ReportColumn = {
  heading: string[]
  mark?: string
  width: number
  type: 'text' | 'integer' | 'money' | 'share'
}

/** A cell: text, a whole number, a share as a fraction of one, or nothing. */
export type ReportCell = string | number | null

/** A table of a report with the line above it. */
export type ReportTable = {
  title: string | null
  columns: readonly ReportColumn[]
  rows: readonly { cells: readonly ReportCell[]; bold?: boolean }[]
}

/** A report ready to be drawn or written as a workbook; both show the same cells. */
export type Report = {
  id: ReportId
  /** The form's mark in the corner; empty for our own layouts. */
  mark: readonly string[]
  title: string
  subtitle: string
  office: { name: string; unitCode: string }
  practice: boolean
  madeOn: IsoDate
  layout: 'portrait' | 'landscape'
  size: number
  tables: readonly ReportTable[]
  notes: readonly string[]
  /** Who signs; null for a page that is not signed. */
  signer: string | null
  /** Our proposal and no official template. */
  isOwn: boolean
}

/** Days of a month or quarter. */
export type ReportSpan = { from: IsoDate; to: IsoDate }

/** The names of the collecting organisations as the reports write them. */
export const collectorNames = {
  post: 'Bưu điện (tổ chức dịch vụ thu)',
  'service-organisation': 'Tổ chức dịch vụ thu khác',
  'office-counter': 'Cơ quan BHXH thu trực tiếp',
} as const

/** A fraction of one; null when there is nothing to take a share of. */
export function shareOf(part: number, whole: number | null): number | null {
  return whole ? part / whole : null
}

/** `Tháng 11 năm 2024`. */
export function monthWords(on: IsoDate): string {
  return `Tháng ${Number(on.slice(5, 7))} năm ${on.slice(0, 4)}`
}

/** `Quý IV năm 2024`. */
export function quarterWords(on: IsoDate): string {
  const quarter = ['I', 'II', 'III', 'IV'][Math.floor((Number(on.slice(5, 7)) - 1) / 3)]
  return `Quý ${quarter} năm ${on.slice(0, 4)}`
}
