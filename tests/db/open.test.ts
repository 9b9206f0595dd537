import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { migrate } from '../../src/main/db/migrate.ts'
import {
  assertDurable,
  closeStore,
  durability,
  isWhole,
  openStore,
} from '../../src/main/db/open.ts'
import { makeStore, tempFolder } from '../support/office.ts'

const durable = { journal: 'wal', synchronous: 2, foreignKeys: 1 }

/** A closed store of many pages, as bytes in a folder. */
async function closedStore() {
  const { store, key, file } = await makeStore()
  for (let i = 0; i < 300; i += 1)
    store.raw.prepare('insert into setting values (?, ?)').run(`k${i}`, 'v'.repeat(200))
  await closeStore(store)
  return { key, file, bytes: readFileSync(file) }
}

describe('an open store', () => {
  it('[A1] is durable after open, after the first write and after reopening', async () => {
    const { store, key, file } = await makeStore()
    const write = (raw: Database.Database) =>
      raw.prepare('insert or replace into setting values (?, ?)').run('k', String(Math.random()))
    expect(durability(store.raw)).toEqual(durable)
    write(store.raw)
    expect(durability(store.raw)).toEqual(durable)
    await closeStore(store)
    const again = must(openStore(file, key))
    expect(durability(again.raw)).toEqual(durable)
    write(again.raw)
    expect(durability(again.raw)).toEqual(durable)
    expect(() => assertDurable(again.raw)).not.toThrow()
    again.raw.pragma('synchronous = NORMAL')
    expect(() => assertDurable(again.raw)).toThrow('not durable')
    await closeStore(again)
  })

  it('[A1] refuses a row whose parent is missing', async () => {
    const { store } = await makeStore()
    const orphan = () =>
      store.raw
        .prepare(
          `insert into person (household_id, relation, position, name, name_fold, name_sort, birth_date,
            birth_precision, sex, nationality, created_at)
           values (99, '00', 1, 'A', 'a', 'a', '1990-01-01', 'day', 'male', 'Việt Nam', '')`,
        )
        .run()
    expect(orphan).toThrow('FOREIGN KEY')
    await closeStore(store)
  })

  it('[A2] runs on SQLite 3.51.3 or newer', async () => {
    const { store } = await makeStore()
    const { version } = store.raw.prepare('select sqlite_version() as version').get() as {
      version: string
    }
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
    await closeStore(store)
  })

  it.runIf(process.platform === 'linux')(
    '[A2] is served by exactly one SQLite library',
    async () => {
      const { store } = await makeStore()
      const mapped = new Set(
        readFileSync('/proc/self/maps', 'utf8')
          .split('\n')
          .map((line) => line.slice(line.indexOf('/')))
          .filter((path) => path.startsWith('/') && /\.(node|so)(\.\d+)*$/.test(path)),
      )
      const withSqlite = [...mapped].filter(
        (path) => existsSync(path) && readFileSync(path).includes('SQLite format 3'),
      )
      expect(mapped.size).toBeGreaterThan(1)
      expect(withSqlite).toEqual([expect.stringContaining('better-sqlite3')])
      await closeStore(store)
    },
  )
})

describe('a new store', () => {
  it('[A19] is encrypted before its first row', () => {
    const file = join(tempFolder(), 'office.db')
    const store = must(openStore(file, randomBytes(32), { create: true }))
    store.raw.exec(`create table planted (name text)`)
    const files = readdirSync(dirname(file))
    expect(files).toContain('office.db-wal')
    for (const name of files) {
      // The write-ahead log begins with its own frame header; every page in it is encrypted.
      const bytes = readFileSync(join(dirname(file), name))
      expect(bytes.includes('SQLite format'), name).toBe(false)
      expect(bytes.includes('planted'), name).toBe(false)
    }
    store.raw.close()
  })

  it('is made only when asked for', () => {
    const file = join(tempFolder(), 'office.db')
    expect(openStore(file, randomBytes(32))).toMatchObject({ ok: false })
    expect(existsSync(file)).toBe(false)
  })

  it('needs a key of 32 bytes', () => {
    const file = join(tempFolder(), 'office.db')
    expect(() => openStore(file, randomBytes(16), { create: true })).toThrow('32 bytes')
    expect(existsSync(file)).toBe(false)
  })
})

describe('a file that is not a whole store of ours', () => {
  const closed = closedStore()

  /** Opens these bytes; the answer, and what stands in the folder afterwards. */
  async function tryBytes(bytes: Uint8Array, otherKey?: Buffer) {
    const { key } = await closed
    const file = join(tempFolder(), 'office.db')
    writeFileSync(file, bytes)
    const opened = openStore(file, otherKey ?? key)
    const whole = opened.ok && isWhole(opened.value.raw)
    const code = opened.ok ? (whole ? 'whole' : 'store.damaged') : opened.problem.code
    if (opened.ok) await closeStore(opened.value)
    const unchanged = readFileSync(file).equals(bytes)
    return { code, unchanged, files: readdirSync(dirname(file)) }
  }

  const refused = (code: string) => ({ code, unchanged: true, files: ['office.db'] })

  it('opens when nothing is wrong with it', async () => {
    expect(await tryBytes((await closed).bytes)).toEqual(refused('whole'))
  })

  it('[A19] is never re-created from 0 bytes, 1 byte or less than a page', async () => {
    const { bytes } = await closed
    for (const size of [0, 1, 100, 511, 4095]) {
      expect(await tryBytes(bytes.subarray(0, size)), `${size}`).toEqual(refused('store.damaged'))
    }
  })

  it('is damaged when whole pages are cut off', async () => {
    const { bytes } = await closed
    for (const size of [4096, 3 * 4096, bytes.length - 4096]) {
      expect(await tryBytes(bytes.subarray(0, size)), `${size}`).toEqual(refused('store.damaged'))
    }
  })

  it('is damaged when the last page is cut short', async () => {
    const { bytes } = await closed
    expect(await tryBytes(bytes.subarray(0, -10))).toEqual(refused('store.damaged'))
  })

  it('[A6] is found out after one flipped bit in any page', async () => {
    const { bytes } = await closed
    for (let page = 0; page < bytes.length / 4096; page += 1) {
      const flipped = Buffer.from(bytes)
      const at = page * 4096 + ((page * 977) % 4096)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      const found = await tryBytes(flipped)
      expect(found, `page ${page}`).toEqual(refused(page === 0 ? 'store.foreign' : 'store.damaged'))
    }
  })

  it('is foreign under another key', async () => {
    expect(await tryBytes((await closed).bytes, randomBytes(32))).toEqual(refused('store.foreign'))
  })

  it('is foreign when it is a plain SQLite file, a text or noise', async () => {
    const plain = new Database(':memory:')
    plain.exec(`create table person (name text); insert into person values ('A')`)
    const samples = [
      Buffer.from(plain.serialize()),
      Buffer.from('Danh sách hộ gia đình\n'.repeat(500)),
      randomBytes(8192),
    ]
    for (const bytes of samples) expect(await tryBytes(bytes)).toEqual(refused('store.foreign'))
  })

  it('is damaged when it is an empty store under the right key', async () => {
    const key = randomBytes(32)
    const file = join(tempFolder(), 'office.db')
    const empty = must(openStore(file, key, { create: true }))
    empty.raw.exec('create table one (a); drop table one')
    await closeStore(empty)
    expect(await tryBytes(readFileSync(file), key)).toEqual(refused('store.damaged'))
  })

  it('[A15] is newer when it holds a migration this app does not know', async () => {
    const { store } = await makeStore()
    store.raw
      .prepare('insert into kysely_migration (name, timestamp) values (?, ?)')
      .run('9999-from-the-future', '2030-01-01')
    expect(await migrate(store)).toEqual({ ok: false, problem: { code: 'store.newer' } })
    await closeStore(store)
  })
})
