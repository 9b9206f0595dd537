import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { migrate, migrations } from '../../src/main/db/migrate.ts'
import { closeStore, openStore } from '../../src/main/db/open.ts'
import { makeOffice, tempFolder } from '../support/office.ts'
import { columnsOf, contentHash, keptSchemas, keptStore, writeKept } from '../support/old-stores.ts'

/** Columns that a later migration gave another shape on purpose; its own tests hold them. */
const reshaped: Record<string, string[]> = {
  conference: ['speakers', 'organisers', 'notes'],
  target: ['measure', 'label'],
  period: ['state'],
}

/** Hashes of the tables in the columns of the first schema. */
function hashes(raw: Database.Database, columns: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).map(([table, names]) => [
      table,
      contentHash(
        raw,
        table,
        names.filter((name) => !reshaped[table]?.includes(name)),
      ),
    ]),
  )
}

describe('[A14] a store of every schema ever released', () => {
  it('is kept: a new migration brings its store along (node tests/support/old-stores.ts)', () => {
    expect(keptSchemas()).toEqual(Object.keys(migrations))
  })

  it.each(keptSchemas())('%s is brought up to date with every row as it was', async (schema) => {
    const first = new Database(keptStore(keptSchemas()[0] ?? ''))
    const columns = columnsOf(first)
    const old = new Database(keptStore(schema))
    const expected = hashes(old, columns)
    expect(Object.keys(expected).length).toBeGreaterThan(9)
    const key = randomBytes(32)
    const file = join(tempFolder(), 'office.db')
    writeKept(schema, file, key)
    const store = must(openStore(file, key))
    const { applied } = must(await migrate(store))
    expect(applied).toEqual(Object.keys(migrations).filter((name) => name > schema))
    expect(hashes(store.raw, columns)).toEqual(expected)
    expect(store.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(store.raw.pragma('foreign_key_check')).toEqual([])
    expect(await findBrokenLine(store.db)).toBeNull()
    await closeStore(store)
    old.close()
    first.close()
  })

  it('stays untouched when a migration fails, and opens again without it', async () => {
    const { office, folder, key, ground } = await makeOffice()
    await closeOffice(office)
    const copy = join(tempFolder(), 'office')
    cpSync(folder, copy, { recursive: true })
    const before = readFileSync(join(copy, 'office.db'))
    migrations['9998-works'] = {
      up: async (db) => {
        await db.schema.createTable('half_way').addColumn('id', 'integer').execute()
      },
    }
    migrations['9999-fails'] = {
      up: async (db) => {
        await db.schema.dropTable('enrolment').execute()
        throw new Error('no space for this')
      },
    }
    try {
      expect(await openOffice(ground, copy, key)).toMatchObject({
        ok: false,
        problem: { code: 'store.not-updated' },
      })
    } finally {
      delete migrations['9998-works']
      delete migrations['9999-fails']
    }
    expect(readFileSync(join(copy, 'office.db')).equals(before)).toBe(true)
    const again = must(await openOffice(ground, copy, key))
    expect(columnsOf(again.store.raw)).not.toHaveProperty('half_way')
    await closeOffice(again)
  })
})
