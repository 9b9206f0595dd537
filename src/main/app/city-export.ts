import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ExportFormat, type ExportOrder, exportName } from '#core/city/export.ts'
import type { CallInput } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { readStand } from './city-views.ts'
import { type Desk, remember } from './desk.ts'
import { runInJob } from './jobs.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'

/** Writes the merged data of a span to a chosen folder in a process of its own. */
export async function exportMerged(
  desk: Desk,
  office: Office,
  actor: Actor,
  order: CallInput<'city.export'>,
): Promise<Result<{ file: string; rows: number }>> {
  if (!desk.chosen.has(order.folder)) return fail('file.not-chosen', { file: order.folder })
  const planned = await planExport(office, order)
  if (!planned.ok) return planned
  const { file, key } = office.store
  const store = { file, key, nativeBinding: office.ground.nativeBinding }
  const job = { kind: 'merged' as const, store, order: planned.value }
  const done = await runInJob(desk, order.job, job, () => {})
  if (!done.ok) return done
  remember(desk, { exportDir: order.folder })
  await traceExport(office, actor, planned.value, done.value.rows)
  return ok({ file: planned.value.path, rows: done.value.rows })
}

/** What would be written and where; refuses a span without files. */
export async function planExport(
  office: Office,
  wish: {
    from: string
    to: string
    units: 'then' | 'now'
    format: ExportFormat
    folder: string
  },
): Promise<Result<ExportOrder>> {
  const stand = await readStand(office, wish)
  if (!stand.ok) return stand
  if (stand.value.chosen.length === 0) return fail('city.nothing-merged')
  const { from, to } = stand.value.span
  const today = formatDate(todayInVietnam(office.ground.now()))
  return ok({
    stand: stand.value,
    format: wish.format,
    path: freePath(wish.folder, exportName(stand.value.span, wish.format)),
    heading: [
      office.row.name,
      `Số liệu gộp từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}, lập ngày ${today}`,
      ...(office.row.practice ? ['THỰC HÀNH – không phải số liệu thật'] : []),
    ],
  })
}

/** Notes in the audit what left the store. */
export async function traceExport(
  office: Office,
  actor: Actor,
  { stand, format, path }: ExportOrder,
  rows: number,
): Promise<void> {
  await change(office, actor, (_db, audit) =>
    audit({
      event: 'merged.exported',
      subject: 'office',
      detail: { ...stand.span, format, path, rows },
    }),
  )
}

/** The name itself, or with a number behind it while a file of that name stands there. */
function freePath(folder: string, name: string): string {
  const dot = name.lastIndexOf('.')
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` (${n})`
    const path = join(folder, `${name.slice(0, dot)}${tail}${name.slice(dot)}`)
    if (!existsSync(path)) return path
  }
}
