import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { appendAudit, auditHead, chainStart, findBrokenLine } from '../../src/main/db/audit.ts'
import { closeStore, openStore, type Store } from '../../src/main/db/open.ts'
import { makeStore, openWithTool } from '../support/office.ts'

const lines = 12
const { store, key, file } = await makeStore()
for (let i = 1; i <= lines; i += 1) await append(store, i)

afterAll(() => closeStore(store))

async function append(to: Store, number: number): Promise<void> {
  await appendAudit(to.db, {
    at: new Date(Date.UTC(2024, 10, 16, 1, number)).toISOString(),
    actor: 'Lê Văn Nhập',
    event: 'enrolment.cancelled',
    subject: `enrolment:${number}`,
    detail: { reason: `Lý do ${number}` },
  })
}

/** What the chain says after a tool took the triggers away and did its work; everything is undone. */
async function brokenAfter(work: (tool: Database.Database) => void): Promise<number | null> {
  const { raw } = store
  raw.exec('begin')
  try {
    for (const { name } of raw
      .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'audit'")
      .all() as { name: string }[])
      raw.exec(`drop trigger ${name}`)
    work(raw)
    return (await findBrokenLine(store.db))?.seq ?? null
  } finally {
    raw.exec('rollback')
  }
}

const columns = 'at, actor, event, subject, detail, previous_hash, hash'

describe('the audit chain', () => {
  it('[A36] is whole as written, and its head names the last line', async () => {
    expect(await findBrokenLine(store.db)).toBeNull()
    const head = await auditHead(store.db)
    expect(head.events).toBe(lines)
    const last = store.raw.prepare('select hash from audit where seq = ?').get(lines)
    expect(last).toEqual({ hash: head.hash })
    expect(head.hash).not.toBe(chainStart)
  })

  it.each([
    ["update audit set actor = 'Khác' where seq = 3", 'append-only'],
    ['update audit set seq = 100 where seq = 3', 'append-only'],
    ['delete from audit where seq = 3', 'append-only'],
    ['delete from audit', 'append-only'],
    [
      `insert or replace into audit select seq, at, 'Khác', event, subject, detail, previous_hash, hash from audit where seq = 3`,
      'append-only',
    ],
    [
      `replace into audit select 50, at, 'Khác', event, subject, detail, previous_hash, hash from audit where seq = 3`,
      'append-only',
    ],
    ["update or replace audit set hash = 'x' where seq = 3", 'append-only'],
  ])('[A36] only grows, in any tool: %s', async (sql, refusal) => {
    const tool = openWithTool(file, key)
    expect(() => tool.exec(sql)).toThrow(refusal)
    tool.close()
    expect(await findBrokenLine(store.db)).toBeNull()
    expect((await auditHead(store.db)).events).toBe(lines)
  })

  it.each([
    ['at', "'2020-01-01T00:00:00.000Z'"],
    ['actor', "'Khác'"],
    ['event', "'enrolment.added'"],
    ['subject', "'enrolment:99'"],
    ['detail', `'{"reason":"khác"}'`],
    ['hash', `'${'f'.repeat(64)}'`],
    ['previous_hash', `'${'f'.repeat(64)}'`],
  ])('[A36] names the line whose %s was edited', async (column, value) => {
    for (const seq of [1, 5, lines]) {
      const edit = (tool: Database.Database) =>
        tool.exec(`update audit set ${column} = ${value} where seq = ${seq}`)
      expect(await brokenAfter(edit)).toBe(seq)
    }
  })

  it('[A36] names the first line that was deleted', async () => {
    const remove = (where: string) => (tool: Database.Database) =>
      void tool.exec(`delete from audit where ${where}`)
    expect(await brokenAfter(remove('seq = 1'))).toBe(1)
    expect(await brokenAfter(remove('seq = 7'))).toBe(7)
    expect(await brokenAfter(remove('seq between 4 and 9'))).toBe(4)
  })

  it('[A36] names a line put in front, between or behind', async () => {
    const copyTo = (seq: number) => (tool: Database.Database) =>
      void tool.exec(`insert into audit select ${seq}, ${columns.replace('hash, hash', "hash, 'e' || substr(hash, 2)")}
        from audit where seq = 2`)
    expect(await brokenAfter(copyTo(0))).toBe(0)
    expect(await brokenAfter(copyTo(-5))).toBe(-5)
    expect(await brokenAfter(copyTo(lines + 1))).toBe(lines + 1)
    const between = (tool: Database.Database) => {
      tool.exec('update audit set seq = -seq where seq > 6')
      tool.exec('update audit set seq = 1 - seq where seq < 0')
      copyTo(7)(tool)
    }
    expect(await brokenAfter(between)).toBe(7)
  })

  it('[A36] names the first of two lines that changed places', async () => {
    const swap = (tool: Database.Database) => {
      tool.exec('update audit set seq = -1 where seq = 4')
      tool.exec('update audit set seq = 4 where seq = 9')
      tool.exec('update audit set seq = 9 where seq = -1')
    }
    expect(await brokenAfter(swap)).toBe(4)
  })

  it('[A36] is not healed by hashing the edited line anew', async () => {
    const rehash = (tool: Database.Database) => {
      const fresh = 'a'.repeat(64)
      tool.exec(`update audit set actor = 'Khác', hash = '${fresh}' where seq = 5`)
      tool.exec(`update audit set previous_hash = '${fresh}' where seq = 6`)
    }
    expect(await brokenAfter(rehash)).toBe(5)
  })

  it('[A36] finds any one edited line (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: lines }),
        fc.constantFrom('at', 'actor', 'event', 'subject'),
        fc.string({ minLength: 1 }),
        async (seq, column, suffix) => {
          const edit = (tool: Database.Database) =>
            tool
              .prepare(`update audit set ${column} = ${column} || ? where seq = ?`)
              .run(suffix, seq)
          expect(await brokenAfter((tool) => void edit(tool))).toBe(seq)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('goes on after reopening and over a page of thousands of lines', async () => {
    const long = await makeStore()
    await long.store.db.transaction().execute(async (db) => {
      for (let i = 1; i <= 5001; i += 1) await append({ ...long.store, db }, i)
    })
    await closeStore(long.store)
    const again = must(openStore(long.file, long.key))
    await append(again, 5002)
    expect(await findBrokenLine(again.db)).toBeNull()
    expect((await auditHead(again.db)).events).toBe(5002)
    again.raw.exec("drop trigger audit_no_update; update audit set actor = 'Khác' where seq = 5001")
    expect(await findBrokenLine(again.db)).toEqual({ seq: 5001 })
    await closeStore(again)
  })
})
