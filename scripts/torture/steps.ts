import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'

let watcher: ((name: string) => void) | null = null
const at = (name: string): void => watcher?.(name)

/**
 * Watches what this process does to its disk: every file opened for writing, written, synced, renamed or
 * removed, and every statement that changes the store or begins or ends a transaction. `told` hears of
 * each step just before it is taken. The app knows nothing of it: Node's own functions are wrapped.
 */
export function watchSteps(told: (name: string) => void): void {
  watcher = told
}

/** A file with its folder, numbers left out so that each run gives it the same name. */
function nameOf(path: unknown): string {
  const text = String(path)
  const name = join(basename(dirname(text)), basename(text))
  return name.replace(/thay-ra-\w+/, 'thay-ra-#').replace(/[0-9a-f]*\d[0-9a-f]*/gi, '#')
}

const files = new Map<number, string>()

function wrap(of: object, name: string, tell: (...args: unknown[]) => string | null): void {
  const functions = of as Record<string, (...args: unknown[]) => unknown>
  const plain = functions[name]
  if (!plain) throw new Error(`there is no ${name}`)
  functions[name] = function (this: unknown, ...args: unknown[]) {
    const step = tell(...args)
    if (step !== null) at(step)
    return plain.apply(this, args)
  }
}

const writes = (flags: unknown): boolean =>
  typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(String(flags ?? 'r'))

function wrapFiles(): void {
  const { openSync } = fs
  fs.openSync = (path, flags, mode) => {
    if (writes(flags)) at(`open ${nameOf(path)}`)
    const handle = openSync(path, flags, mode)
    files.set(handle, nameOf(path))
    return handle
  }
  wrap(fs, 'writeSync', (handle) => `write ${files.get(handle as number)}`)
  wrap(fs, 'fsyncSync', (handle) => `sync ${files.get(handle as number)}`)
  for (const each of [fs, fs.promises]) {
    const end = each === fs ? 'Sync' : ''
    wrap(each, `rename${end}`, (from, to) => `rename ${nameOf(from)} to ${nameOf(to)}`)
    wrap(each, `rm${end}`, (path) =>
      fs.existsSync(String(path)) ? `remove ${nameOf(path)}` : null,
    )
    wrap(each, `mkdir${end}`, (path) => `make folder ${nameOf(path)}`)
  }
  const { open } = fs.promises
  fs.promises.open = async (path, flags, mode) => {
    if (writes(flags)) at(`open ${nameOf(path)}`)
    const handle = await open(path, flags, mode)
    for (const name of ['write', 'writeFile']) wrap(handle, name, () => `write ${nameOf(path)}`)
    for (const name of ['sync', 'datasync']) wrap(handle, name, () => `sync ${nameOf(path)}`)
    return handle
  }
  syncBuiltinESMExports()
}

/** Done by the clock and not by the work, so never at the same place twice. */
const now = /wal_checkpoint\(PASSIVE\)|busy_timeout/i
const ends = /^\s*(begin|commit|rollback)/i
const changing =
  /^\s*(insert)(?: or \w+)? into\s+"?(\w+)|^\s*(update|delete)(?: or \w+)?(?: from)?\s+"?(\w+)|^\s*(create|drop|alter|pragma)/i

function sqlName(sql: string): string {
  const end = ends.exec(sql)?.[1]
  if (end) return end.toLowerCase()
  const [, insert, into, change, of, other] = changing.exec(sql) ?? []
  const [verb, table] = [insert ?? change ?? other ?? 'run', into ?? of]
  return [verb.toLowerCase(), ...(table ? [table] : [])].join(' ')
}

function wrapStatements(): void {
  const memory = new Database(':memory:')
  const statement = Object.getPrototypeOf(memory.prepare('select 1')) as object
  memory.close()
  type Prepared = { readonly: boolean; source: string }
  const functions = statement as Record<string, (...args: unknown[]) => unknown>
  for (const name of ['run', 'get', 'all']) {
    const plain = functions[name]
    if (!plain) throw new Error(`there is no ${name}`)
    functions[name] = function (this: Prepared, ...args: unknown[]) {
      const counts = !this.readonly || ends.test(this.source)
      if (counts && !now.test(this.source)) at(sqlName(this.source))
      return plain.apply(this, args)
    }
  }
  wrap(Database.prototype, 'exec', (sql) => sqlName(String(sql)))
}

wrapFiles()
wrapStatements()
