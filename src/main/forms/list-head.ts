import type { CollectorHead } from '#core/forms/record.ts'
import { nationalHeading } from './blocks.ts'
import { fieldRow } from './fields.ts'
import type { Paper } from './paper.ts'

/**
 * The four lines about the collecting organisation at the top left of a list, over the `left` part of
 * the width, with the national heading beside them where the form has it.
 */
export function drawCollectorHead(
  paper: Paper,
  head: CollectorHead,
  { left, national }: { left: number; national: boolean },
): void {
  const { area } = paper
  const top = paper.y
  const middle = area.left + (area.right - area.left) * left
  paper.area = { ...area, right: middle }
  const lines = [
    { label: 'Tên tổ chức:', value: head.organisation },
    { label: 'Mã tổ chức:', value: head.organisationCode },
    { label: 'Họ và tên nhân viên thu:', value: head.collectorName },
    { label: 'Mã nhân viên thu:', value: head.collectorCode },
  ]
  for (const field of lines) fieldRow(paper, [field], { size: 11, lead: 15 })
  paper.area = area
  if (!national) return
  const bottom = paper.y
  paper.y = top
  nationalHeading(paper, (middle + area.right) / 2 + 8, { first: 12, second: 13 })
  paper.y = Math.max(bottom, paper.y)
}
