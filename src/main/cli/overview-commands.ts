import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import { readOverview } from '../app/overview.ts'
import { importTargets, undoImport } from '../app/targets.ts'
import type { Flags } from './commands.ts'
import { type Answer, commandLine, needDay, Usage, withOffice } from './ground.ts'

/** `overview`: every figure of the overview on a day. */
export async function overviewHere(flags: Flags): Promise<Answer> {
  const on = needDay(flags, 'on')
  return withOffice(flags, async (office) => {
    const value = await readOverview(office, on)
    const lines = value.targets.map(({ label, done, value: target, permille, neededPerDay }) =>
      [
        label,
        `${formatMoney(done)} / ${formatMoney(target)}`,
        `${(permille / 10).toFixed(1).replace('.', ',')} %`,
        neededPerDay === null ? '' : `cần ${formatMoney(neededPerDay)} mỗi ngày làm việc`,
      ].join('\t'),
    )
    const head = `${value.unit.name}, ngày ${formatDate(on)}`
    return { ok: true, value, text: [head, ...lines].join('\n') }
  })
}

/** `targets import`: takes a file of campaigns, targets and assigned numbers in, or only says what it would do. */
export async function importTargetsHere(flags: Flags, [file = '']: string[]): Promise<Answer> {
  if (file === '') throw new Usage('Thiếu tệp chỉ tiêu.')
  return withOffice(flags, async (office) => {
    const order = { file, dryRun: flags['dry-run'] === true }
    const imported = await importTargets(office, commandLine, order)
    if (!imported.ok) return imported
    const { added, changed, same, refused, dryRun } = imported.value
    const value = {
      ...{ dryRun, added, changed, same },
      refused: refused.map(({ row, problem }) => ({
        ...{ row, code: problem.code, message: sayProblem(problem) },
      })),
    }
    const head = `${dryRun ? 'Chạy thử: ' : ''}thêm ${added}, sửa ${changed}, giữ nguyên ${same}, từ chối ${refused.length}.`
    const lines = value.refused.map(({ row, message }) => `Dòng ${row}: ${message}`)
    return { ok: true, value, text: [head, ...lines].join('\n') }
  })
}

/** `targets undo`: takes the last import back. */
export async function undoTargetsHere(flags: Flags): Promise<Answer> {
  return withOffice(flags, async (office) => {
    const undone = await undoImport(office, commandLine)
    if (!undone.ok) return undone
    return { ok: true, value: undone.value, text: `Đã hoàn tác lần nhập tệp ${undone.value.file}.` }
  })
}
