import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '#core/result.ts'
import { chainStart, findBrokenLine, hashLine } from '../../../src/main/db/audit.ts'
import { migrate } from '../../../src/main/db/migrate.ts'
import { closeStore, openStore } from '../../../src/main/db/open.ts'
import { cacheDir } from '../../lib/paths.ts'
import type { BenchLine } from '../context.ts'

/** Walking a chain of a million lines of the audit. */
export const audit: BenchLine = {
  name: 'audit',
  what: 'Kiểm tra chuỗi nhật ký một triệu dòng',
  run: async ({ quick }) => {
    const lines = quick ? 50_000 : 1_000_000
    const folder = mkdtempSync(join(cacheDir, 'bench', 'audit-'))
    const store = must(openStore(join(folder, 'office.db'), randomBytes(32), { create: true }))
    try {
      must(await migrate(store))
      fill(store.raw, lines)
      const start = performance.now()
      const broken = await findBrokenLine(store.db)
      if (broken) throw new Error(`the chain is broken at ${broken.seq}`)
      const value = (performance.now() - start) / 1000
      const target = quick ? 1 : 10
      return [{ name: `audit-verify-${lines}`, value, unit: 's', baseline: null, target }]
    } finally {
      await closeStore(store)
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function fill(raw: Parameters<typeof closeStore>[0]['raw'], lines: number): void {
  const insert = raw.prepare(
    `insert into audit (seq, at, actor, event, subject, detail, previous_hash, hash)
      values (@seq, @at, @actor, @event, @subject, @detail, @previous_hash, @hash)`,
  )
  let previous_hash = chainStart
  raw.transaction(() => {
    for (let seq = 1; seq <= lines; seq += 1) {
      const at = new Date(Date.UTC(2024, 10, 1) + seq * 1000).toISOString()
      const detail = JSON.stringify({
        person: seq,
        scheme: 'bhyt-hgd',
        kind: 'first',
        payer: 1_263_600,
      })
      const subject = `enrolment:${seq}`
      const row = {
        seq,
        at,
        actor: 'Lê Văn Nhập',
        event: 'enrolment.added',
        subject,
        detail,
        previous_hash,
      }
      const hash = hashLine(row)
      insert.run({ ...row, hash })
      previous_hash = hash
    }
  })()
}
