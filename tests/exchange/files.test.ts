import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { summaryFileName } from '#core/summary-name.ts'
import { readSummaryFile, writeSummaryFile } from '../../src/main/exchange/files.ts'
import { run, summary, workFolder } from './office.ts'

const folder = workFolder()
const name = summaryFileName(summary)
const bytes = randomBytes(100_000)

function subfolder(of: string): string {
  const path = join(folder, of)
  mkdirSync(path)
  return path
}

/** A small disk of its own, as a stick is; null where this user may not mount one. */
function smallDisk(of: string, options: string): string | null {
  const path = subfolder(of)
  try {
    run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path])
    afterAll(() => run('umount', [path]))
    return path
  } catch {
    return null
  }
}

const tinyDisk = smallDisk('tiny', 'size=64k')
const lockedDisk = smallDisk('locked', 'ro')

/** Folders nobody may write to, not even root. */
function lockedFolders(): string[] {
  if (process.getuid?.() === 0) return [...(lockedDisk ? [lockedDisk] : []), '/sys/kernel']
  const path = join(folder, 'locked')
  chmodSync(path, 0o555)
  return [path]
}

const codeOf = async (into: string): Promise<string> => {
  const written = await writeSummaryFile(into, name, bytes)
  return written.ok ? 'written' : written.problem.code
}

describe('summaryFileName', () => {
  it('says unit, kind of period, days and number', () => {
    const of = (kind: typeof summary.period.kind, from: string, to: string): string =>
      summaryFileName({ unit: summary.unit, period: { kind, from, to }, sequence: 12 })
    expect(of('day', '2024-11-16', '2024-11-16')).toBe('RQ-016-ngay-2024-11-16-so-0012.asice')
    expect(of('launch-day', '2024-11-16', '2024-11-16')).toBe(
      'RQ-016-ra-quan-2024-11-16-so-0012.asice',
    )
    expect(of('week', '2024-11-11', '2024-11-17')).toBe('RQ-016-tuan-2024-11-11-so-0012.asice')
    expect(of('month', '2024-11-01', '2024-11-30')).toBe('RQ-016-thang-2024-11-so-0012.asice')
    expect(of('campaign', '2024-11-16', '2024-12-31')).toBe(
      'RQ-016-chien-dich-2024-11-16-den-2024-12-31-so-0012.asice',
    )
  })
})

describe('writeSummaryFile', () => {
  it('leaves the whole file under its name and nothing else', async () => {
    const into = subfolder('good')
    expect(must(await writeSummaryFile(into, name, bytes))).toBe(join(into, name))
    expect(readdirSync(into)).toEqual([name])
    expect(readFileSync(join(into, name)).equals(bytes)).toBe(true)
  })

  it('takes the same file again, and never writes over another', async () => {
    const into = subfolder('twice')
    expect(await codeOf(into)).toBe('written')
    const before = statSync(join(into, name)).mtimeMs
    expect(await codeOf(into)).toBe('written')
    expect(statSync(join(into, name)).mtimeMs).toBe(before)
    const other = await writeSummaryFile(into, name, randomBytes(100_000))
    expect(other).toMatchObject({
      problem: { code: 'exchange.file-exists', values: { file: name } },
    })
    expect(readFileSync(join(into, name)).equals(bytes)).toBe(true)
    expect(readdirSync(into)).toEqual([name])
  })

  it('clears away what an earlier crash left', async () => {
    const into = subfolder('crash')
    writeFileSync(join(into, `.${name}.tam`), 'nửa chừng')
    expect(await codeOf(into)).toBe('written')
    expect(readdirSync(into)).toEqual([name])
  })

  it('says when the folder is gone', async () => {
    const into = subfolder('gone')
    rmSync(into, { recursive: true })
    expect(await codeOf(into)).toBe('exchange.folder-missing')
    writeFileSync(into, 'tệp')
    expect(await codeOf(into)).toBe('exchange.folder-missing')
  })

  it('says when the folder is read-only, and leaves nothing', async () => {
    for (const into of lockedFolders()) {
      expect([into, await codeOf(into)]).toEqual([into, 'exchange.folder-read-only'])
      expect(readdirSync(into).filter((file) => file.includes(name))).toEqual([])
    }
  })

  it.skipIf(!tinyDisk)('says when the disk is full, and leaves nothing', async () => {
    expect(await codeOf(tinyDisk ?? '')).toBe('exchange.disk-full')
    expect(readdirSync(tinyDisk ?? '')).toEqual([])
    expect(must(await writeSummaryFile(tinyDisk ?? '', name, bytes.subarray(0, 1000)))).toBe(
      join(tinyDisk ?? '', name),
    )
  })

  it('[A33] killed at any moment leaves the whole file or none', async () => {
    const script = `
      import { writeSummaryFile } from '../../src/main/exchange/files.ts'
      const [folder, name] = process.argv.slice(-2)
      process.stdout.write('ready')
      await writeSummaryFile(folder, name, Buffer.alloc(8_000_000, 7))
      process.stdout.write('done')
      setInterval(() => {}, 1000)`
    const outcomes = new Set<string>()
    for (let round = 0; round < 12; round += 1) {
      const into = subfolder(`kill-${round}`)
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, into, name], {
        cwd: import.meta.dirname,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await new Promise((ready) => child.stdout.once('data', ready))
      await wait(round * 3)
      child.kill('SIGKILL')
      await new Promise((ended) => child.once('close', ended))
      const file = join(into, name)
      outcomes.add(existsSync(file) ? `${statSync(file).size} bytes` : 'none')
    }
    for (const outcome of outcomes) expect(['none', '8000000 bytes']).toContain(outcome)
  }, 60_000)
})

describe('readSummaryFile', () => {
  it('reads a file, and refuses a folder, a missing and an oversized file', async () => {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    expect(bytes.equals(must(await readSummaryFile(file)))).toBe(true)
    expect(await readSummaryFile(folder)).toMatchObject({
      problem: { code: 'exchange.file-unreadable' },
    })
    expect(await readSummaryFile(join(folder, 'none.asice'))).toMatchObject({
      problem: { code: 'exchange.file-unreadable' },
    })
    truncateSync(file, 300 * 1024 * 1024)
    expect(await readSummaryFile(file)).toMatchObject({
      problem: { code: 'exchange.too-large', values: { limit: 256 } },
    })
  })
})
