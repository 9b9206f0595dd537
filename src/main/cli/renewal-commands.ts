import type { RenewalRow } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { termTexts } from '#core/messages/ui-terms.ts'
import { formatMoney } from '#core/money.ts'
import { listRenewals } from '../app/renewals.ts'
import type { Flags } from './commands.ts'
import { type Answer, needDay, withOffice } from './ground.ts'

const pageSize = 500

/** `renewals`: everybody who is due around a day, the earliest last covered day first. */
export async function listRenewalsHere(flags: Flags): Promise<Answer> {
  const on = needDay(flags, 'on')
  return withOffice(flags, async (office) => {
    const filter = { on, mark: null, commune: null, scheme: null }
    const renewals: RenewalRow[] = []
    for (;;) {
      const page = { offset: renewals.length, limit: pageSize }
      const { rows, marks, total } = await listRenewals(office, { ...filter, ...page })
      renewals.push(...rows)
      if (rows.length < pageSize) {
        const text = [`Đến hạn ngày ${formatDate(on)}: ${total} lượt.`, ...renewals.map(line)]
        return { ok: true, value: { on, total, marks, renewals }, text: text.join('\n') }
      }
    }
  })
}

function line(row: RenewalRow): string {
  const amount = row.amount === null ? '' : formatMoney(row.amount, 'đ')
  return [
    formatDate(row.validTo),
    String(row.daysLeft),
    row.name,
    row.phone ?? '',
    row.communeName,
    termTexts.scheme[row.scheme].vi,
    amount,
    row.call ? row.call.outcome : '',
  ].join('\t')
}
