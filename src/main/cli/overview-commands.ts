import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { readOverview } from '../app/overview.ts'
import type { Flags } from './commands.ts'
import { type Answer, needDay, withOffice } from './ground.ts'

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
