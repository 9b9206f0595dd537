import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { appendAudit } from '../../src/main/db/audit.ts'
import { migrations } from '../../src/main/db/migrate.ts'
import type { Tables } from '../../src/main/db/tables.ts'

const folder = join(import.meta.dirname, '..', 'fixtures', 'schemas')
const suffix = '.db.gz'

/** Names of the schemas whose stores are kept, oldest first. */
export function keptSchemas(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .sort()
}

/** A kept store as a plain SQLite image: what an app whose newest migration was this one left. */
export function keptStore(schema: string): Buffer {
  return gunzipSync(readFileSync(join(folder, schema + suffix)))
}

/** Puts a kept store under a key, as it stood on the disk of an office. */
export function writeKept(schema: string, file: string, key: Buffer): void {
  writeFileSync(file, keptStore(schema))
  const raw = new Database(file)
  raw.pragma("cipher='sqlcipher'")
  raw.pragma('legacy=4')
  raw.pragma(`rekey="x'${key.toString('hex')}'"`)
  raw.close()
}

/** SHA-256 of the rows of a table in these columns, in their order by all of them. */
export function contentHash(raw: Database.Database, table: string, columns: string[]): string {
  const list = columns.map((column) => `quote("${column}")`).join(` || '|' || `)
  const rows = raw.prepare(`select ${list} as line from "${table}" order by line`).pluck().all()
  return createHash('sha256').update(rows.join('\n')).digest('hex')
}

/** The columns of each table of ours, as the schema of a store has them. */
export function columnsOf(raw: Database.Database): Record<string, string[]> {
  const tables = raw
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table'
        and name not like 'sqlite_%' and name not like 'kysely_%' order by name`,
    )
    .pluck()
    .all() as string[]
  const columns = raw.prepare('select name from pragma_table_info(?)').pluck()
  return Object.fromEntries(tables.map((table) => [table, columns.all(table) as string[]]))
}

const at = '2024-11-16T01:00:00.000Z'
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Rows of the first schema: people who do not exist, one of them cancelled, one day closed and sent. */
function fill(raw: Database.Database): void {
  raw.exec(`
    insert into office values (1, '016', 'BHXH huyện Sóc Sơn', '2024-11-16', 1, '${at}');
    insert into setting values ('lock-minutes', '7');
    insert into staff values (1, 'Trần Thị Trưởng', 'head', x'00', x'01', 1, 0, null),
      (2, 'Lê Văn Nhập', 'clerk', x'02', x'03', 1, 2, null), (3, 'Đỗ Thị Cũ', 'clerk', x'04', x'05', 0, 0, null);
    insert into household values (1, '00376', '', 'Số 1, Thôn Đông', '0912345678', '${at}'),
      (2, '00376', '', 'Xóm Chùa', null, '${at}');
    insert into conference values (1, 'conference', '2024-11-16', '08:00', '00376', '', 'Thị trấn Sóc Sơn',
      'Nhà văn hóa', '["bhxh"]', 'Bà Hòa', 80, 'ghi chú', '${at}');
    insert into target values ('first', 'Lần đầu trong ngày', 'first-time-persons', 'unit', '2024-11-16', '2024-11-16', 50);
  `)
  const person =
    raw.prepare(`insert into person values (?, ?, ?, ?, ?, ?, ?, '1990-01-01', 'day', ?,
    ?, ?, null, null, 'Kinh', 'Việt Nam', null, '${at}')`)
  person.run(1, 1, '00', 1, 'Nguyễn Văn Ước', 'nguyen van uoc', 'uoc', 'male', '001090000001', null)
  person.run(
    2,
    1,
    '01',
    2,
    'Đặng Thị Hường',
    'dang thi huong',
    'huong',
    'female',
    null,
    '0192837465',
  )
  person.run(3, 2, '00', 1, 'Kiều Oanh', 'kieu oanh', 'oanh', 'female', '001190000003', null)
  const enrolment =
    raw.prepare(`insert into enrolment values (?, ?, ?, ?, ?, ?, ?, ?, 12, 0, null, null,
    'none', 1, ?, '2025-11-15', 1263600, 0, 0, 1263600, '["r"]', '[]', '00376', '', 'Thị trấn Sóc Sơn',
    'post', 'trader', ?, ?, 'Lê Văn Nhập', '${at}')`)
  const day = '2024-11-16'
  enrolment.run(1, 'k1', 1, 1, 'bhyt-hgd', 'first', 'registered', day, day, 1, null)
  enrolment.run(2, 'k1', 1, 2, 'bhyt-hgd', 'first', 'cancelled', day, day, null, 'Nhập nhầm')
  enrolment.run(
    3,
    'k2',
    2,
    3,
    'bhxh-tn',
    'returning',
    'registered',
    '2024-11-18',
    '2024-11-18',
    null,
    null,
  )
  raw.exec(`
    insert into period values (1, 'day', '2024-11-16', '2024-11-16', 'closed', 1, 'Trần Thị Trưởng', '${at}'),
      (2, 'day', '2024-11-18', '2024-11-18', 'open', 0, null, null);
    insert into summary_file values (1, 1, 1, 'a.asice', '${hash('a')}', null, 'B', 'A', '${at}', x'0102', '${at}');
  `)
}

/** What later schemas added a place for, filled in as soon as there is one. */
const later: Record<string, string> = {
  '0006': `insert into attendee (conference_id, name, name_fold, address, phone, bhxh, bhyt, consent, note, added_by, added_at)
    values (1, 'Tạ Thủy Tiên', 'ta thuy tien', '', null, 1, 0, 0, '', 'Nhập', '${at}')`,
}

/** Makes the stores of all released schemas that are not kept yet; kept ones are never made again. */
export async function keepSchemas(): Promise<string[]> {
  const raw = new Database(':memory:')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
  const made: string[] = []
  const names = Object.keys(migrations)
  for (const [index, name] of names.entries()) {
    const known = Object.entries(migrations).slice(0, index + 1)
    const provider = { getMigrations: async () => Object.fromEntries(known) }
    const { error } = await new Migrator({ db, provider }).migrateToLatest()
    if (error) throw error
    if (index === 0) {
      fill(raw)
      const entry = { event: 'office.created', subject: 'office' } as const
      const detail = { code: '016', practice: true }
      for (const actor of ['app', 'Trần Thị Trưởng'])
        await appendAudit(db, { ...entry, detail, at, actor })
    }
    const more = later[name.slice(0, 4)]
    if (more) raw.exec(more)
    const path = join(folder, name + suffix)
    if (existsSync(path)) continue
    writeFileSync(path, gzipSync(raw.serialize(), { level: 9 }))
    made.push(name)
  }
  raw.close()
  return made
}

if (process.argv[1] === import.meta.filename) console.log((await keepSchemas()).join('\n'))
