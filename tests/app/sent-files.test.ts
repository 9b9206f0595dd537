import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { checkSentFiles } from '../../src/main/app/sent-files.ts'
import { writeSummary } from '../../src/main/app/summaries.ts'
import { type AuditRow, findBrokenLine } from '../../src/main/db/audit.ts'
import { openKey } from '../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { clerk, draft, type Made, makeOffice, openWithTool, tempFolder } from '../support/office.ts'

let made: Made
let tool: ReturnType<typeof openWithTool>

beforeEach(async () => {
  made = await makeOffice()
  const now = new Date(made.clock.at)
  const owner = { unitCode: '016', unitName: 'BHXH', password: 'mật khẩu', now }
  const key = must(await openKey(must(await makePracticeKey(owner)).p12, 'mật khẩu'))
  const folder = tempFolder()
  for (const day of ['2024-11-14', '2024-11-15']) {
    must(await saveHousehold(made.office, clerk, draft({ signedOn: day })))
    const span = { kind: 'day', from: day, to: day } as const
    must(await writeSummary(made.office, clerk, { span, key, folder, approvedBy: 'B' }))
  }
  tool = openWithTool(join(made.folder, 'office.db'), made.key)
  tool.exec('pragma foreign_keys = off')
  // Whoever can open the file can drop its guards too.
  const guards = tool
    .prepare(
      "select name from sqlite_master where type = 'trigger' and tbl_name in ('audit', 'summary_file')",
    )
    .pluck()
    .all() as string[]
  for (const name of guards) tool.exec(`drop trigger ${name}`)
})

const hashOf = (row: AuditRow): string => {
  const { seq, at, actor, event, subject, detail, previous_hash: previous } = row
  const text = JSON.stringify([seq, at, actor, event, subject, detail, previous])
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Rewrites the whole chain from a line on, as somebody would who knows how it is made. */
function rechain(change: (row: AuditRow) => AuditRow): void {
  const rows = tool.prepare('select * from audit order by seq').all() as AuditRow[]
  let previous = '0'.repeat(64)
  tool.exec('delete from audit')
  const insert = tool.prepare(
    'insert into audit values (@seq, @at, @actor, @event, @subject, @detail, @previous_hash, @hash)',
  )
  for (const row of rows) {
    const next = { ...change(row), previous_hash: previous }
    previous = hashOf(next)
    insert.run({ ...next, hash: previous })
  }
}

describe('[A36] the files sent and the audit chain', () => {
  it('agree', async () => {
    expect(await checkSentFiles(made.office)).toBeNull()
  })

  it('disagree where a chain was made anew, which the chain itself does not show', async () => {
    rechain((row) => ({ ...row, actor: row.actor === clerk.name ? 'Người khác' : row.actor }))
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
    expect(await checkSentFiles(made.office)).toMatchObject({ sequence: 1, why: 'audit' })
  })

  it('disagree where only what came after the first file was changed', async () => {
    const last = tool.prepare('select max(seq) from audit').pluck().get() as number
    const between = tool
      .prepare("select max(seq) from audit where event = 'enrolment.added'")
      .pluck()
      .get()
    expect(between).toBeLessThan(last)
    rechain((row) => (row.seq === between ? { ...row, at: '2020-01-01T00:00:00.000Z' } : row))
    expect(await checkSentFiles(made.office)).toMatchObject({ sequence: 2, why: 'audit' })
  })

  it('disagree where a file was taken out, exchanged or cut', async () => {
    tool.exec('update summary_file set bytes = (select bytes from summary_file where sequence = 2)')
    expect(await checkSentFiles(made.office)).toMatchObject({ sequence: 1, why: 'bytes' })
    tool.exec('delete from summary_file where sequence = 1')
    expect(await checkSentFiles(made.office)).toMatchObject({ sequence: 2, why: 'previous' })
  })
})
