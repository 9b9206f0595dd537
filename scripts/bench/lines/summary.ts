import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays } from '#core/date.ts'
import type { Span } from '#core/period.ts'
import { must } from '#core/result.ts'
import type { Office } from '../../../src/main/app/office.ts'
import { writeSummary } from '../../../src/main/app/summaries.ts'
import { openKey } from '../../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../../src/main/exchange/practice-key.ts'
import { type BenchLine, percentile, timeEach } from '../context.ts'
import { benchActor } from '../open.ts'
import { benchDay } from '../store.ts'

/** Counting, drawing, signing, writing, reading back and verifying a day and a campaign to date. */
export const summary: BenchLine = {
  name: 'summary',
  what: 'Lập, ký, ghi và kiểm tra báo cáo ngày và lũy kế',
  run: async ({ office, quick }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rq-bench-'))
    try {
      const sign = await signer(office, folder)
      const day = (back: number): Span => {
        const on = addDays(benchDay, -back)
        return { kind: 'day', from: on, to: on }
      }
      // As long as the campaign of 2024: 16 November to 31 December.
      const campaign = (back: number): Span => {
        const to = addDays(benchDay, -back)
        return { kind: 'campaign', from: addDays(to, -45), to }
      }
      const rounds = quick ? [2, 3, 4] : [2, 3, 4, 5, 6, 7, 8]
      await sign(day(1))
      const days = await timeEach(rounds.map(day), sign)
      const campaigns = await timeEach(rounds.slice(0, 3).map(campaign), sign)
      return [
        figure('summary-day', percentile(days, 0.95), 1000),
        figure('summary-campaign-to-date', percentile(campaigns, 0.95), 3000),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const figure = (name: string, value: number, target: number) => ({
  ...{ name, value, target },
  unit: 'ms',
  baseline: null,
})

/** Signs periods of an office with a practice key of its own. */
async function signer(office: Office, folder: string) {
  const { code: unitCode, name: unitName } = office.row
  const made = { unitCode, unitName, password: 'bench', now: office.ground.now() }
  const { p12 } = must(await makePracticeKey(made))
  const key = must(await openKey(p12, 'bench'))
  return async (span: Span): Promise<void> => {
    const order = { span, key, folder, approvedBy: 'Thủ trưởng đơn vị' }
    must(await writeSummary(office, benchActor, order))
  }
}
