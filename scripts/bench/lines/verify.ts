import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays } from '#core/date.ts'
import { must } from '#core/result.ts'
import { writeSummary } from '../../../src/main/app/summaries.ts'
import { openKey } from '../../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../../src/main/exchange/practice-key.ts'
import { trustOnly } from '../../../src/main/exchange/trust.ts'
import { verifySummary } from '../../../src/main/exchange/verify.ts'
import { type BenchLine, percentile, timeEach } from '../context.ts'
import { benchActor } from '../open.ts'
import { benchDay } from '../store.ts'

/** Verifying one day file: container, manifest, signature, signer, JSON and sums. */
export const verify: BenchLine = {
  name: 'verify',
  what: 'Kiểm tra một tệp tổng hợp ngày đã ký',
  run: async ({ office, quick }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rq-bench-'))
    try {
      const { code: unitCode, name: unitName } = office.row
      const wish = { unitCode, unitName, password: 'bench', now: office.ground.now() }
      const key = must(await openKey(must(await makePracticeKey(wish)).p12, 'bench'))
      const on = addDays(benchDay, -20)
      const span = { kind: 'day', from: on, to: on } as const
      const order = { span, key, folder, approvedBy: 'Thủ trưởng đơn vị' }
      const { file } = must(await writeSummary(office, benchActor, order))
      const bytes = readFileSync(file)
      const trust = trustOnly(key.certificate)
      const rounds = Array.from({ length: quick ? 20 : 100 }, (_, at) => at)
      const times = await timeEach(rounds, async () => {
        const verdict = await verifySummary(bytes, trust)
        if (!verdict.ok) throw new Error(verdict.problems[0]?.code)
      })
      const value = percentile(times, 0.95)
      return [{ name: 'verify-one-file', value, unit: 'ms', target: 50, baseline: null }]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
