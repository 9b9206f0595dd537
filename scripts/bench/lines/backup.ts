import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { makeBackup } from '../../../src/main/app/backups.ts'
import type { Copier } from '../../../src/main/app/copier.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { listNumbers } from '../../../src/main/db/people.ts'
import { runNodeJob } from '../../../tests/support/node-job.ts'
import { cacheDir } from '../../lib/paths.ts'
import { type BenchLine, percentile } from '../context.ts'
import { benchActor } from '../open.ts'
import { familyOfFive } from './save.ts'

/** A backup of the whole store while saving goes on: until it is in its place, and until every page is checked. */
export const backup: BenchLine = {
  name: 'backup',
  what: 'Sao lưu cả kho trong lúc vẫn lưu hồ sơ; lưu một hộ trong lúc đó (p95)',
  run: async ({ office }) => {
    const place = mkdtempSync(join(cacheDir, 'bench', 'backup-'))
    const random = randomFrom(11)
    const taken = new Set(await listNumbers(office.store.db))
    const times: number[] = []
    let busy = true
    let placed = 0
    const start = performance.now()
    const copier: Copier = (copy) =>
      new Promise((resolve, reject) => {
        if (copy.step === 'check') placed = performance.now() - start
        runNodeJob({ kind: 'backup', copy, label: '' }, (report) => {
          if (report.type === 'done') resolve({ ok: true, value: report.made as never })
          if (report.type === 'refused') resolve({ ok: false, problem: report.problem })
          if (report.type === 'broken') reject(new Error(report.stack))
        })
      })
    const saving = (async () => {
      while (busy) {
        const draft = familyOfFive(office, random, taken)
        const began = performance.now()
        must(await saveHousehold(office, benchActor, draft))
        times.push(performance.now() - began)
        // A clerk takes longer between two households; this is many desks' worth.
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    })()
    try {
      must(await makeBackup(office, place, copier))
    } finally {
      busy = false
      await saving
      rmSync(place, { recursive: true, force: true })
    }
    const whole = (performance.now() - start) / 1000
    return [
      { name: 'backup-in-place', value: placed / 1000, unit: 's', baseline: null, target: 15 },
      { name: 'backup-every-page', value: whole, unit: 's', baseline: null, target: 180 },
      {
        name: 'save-during-backup-p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        baseline: null,
        target: 50,
      },
    ]
  },
}
