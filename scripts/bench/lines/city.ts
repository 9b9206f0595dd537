import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '#core/result.ts'
import { readStand } from '../../../src/main/app/city-views.ts'
import { type Actor, closeOffice, type Office } from '../../../src/main/app/office.ts'
import { receiveFiles } from '../../../src/main/app/receive-job.ts'
import { writeHuge, writeYear } from '../city/files.ts'
import { cityIn, deskAt } from '../city/office.ts'
import type { BenchLine, Figure } from '../context.ts'

const actor: Actor = { id: null, name: 'Phép đo', role: 'command-line' }
const mega = 1024 * 1024

/** Thirty units times a year of day files, and one file of a million rows: checked, saved and merged. */
export const city: BenchLine = {
  name: 'city',
  what: 'Thành phố nhận tệp của 30 đơn vị trong một năm, và một tệp một triệu dòng',
  run: async ({ office, quick }) => {
    const year = await inCity(office, (here, folder) => takeYear(here, folder, quick ? 12 : 365))
    const huge = await inCity(office, (here, folder) => takeHuge(here, folder, quick))
    return [...year, ...huge]
  },
}

async function inCity(
  { ground }: Office,
  work: (city: Office, folder: string) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'raquan-city-'))
  const here = await cityIn(folder, ground)
  try {
    return await work(here, folder)
  } finally {
    await closeOffice(here)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function takeYear(here: Office, folder: string, days: number): Promise<Figure[]> {
  const stick = join(folder, 'usb')
  const files = await writeYear(here, stick, days)
  const watch = watchMemory()
  const start = performance.now()
  await receive(here, stick, files)
  const span = { from: '2024-01-01', to: '2024-12-31' }
  const stand = must(await readStand(here, { ...span, units: 'then' }))
  const seconds = (performance.now() - start) / 1000
  if (stand.chosen.length !== files) throw new Error(`${stand.chosen.length} files were merged`)
  return [
    figure('city-year-of-30-units', seconds, 's', 60),
    figure('city-year-memory-growth', watch.growth(), 'MB', 150),
  ]
}

async function takeHuge(here: Office, folder: string, quick: boolean): Promise<Figure[]> {
  const path = await writeHuge(here, folder, quick ? 100_000 : 1_000_000)
  const watch = watchMemory()
  const start = performance.now()
  await receive(here, path, 1)
  const span = { from: '2024-01-01', to: '2024-01-01' }
  must(await readStand(here, { ...span, units: 'then' }))
  return [
    figure('city-million-rows', (performance.now() - start) / 1000, 's', 60),
    figure('city-million-rows-memory', watch.peak(), 'MB', 3000),
  ]
}

const figure = (name: string, value: number, unit: string, target: number): Figure => ({
  ...{ name, value, unit, target },
  baseline: null,
})

async function receive(here: Office, path: string, files: number): Promise<void> {
  const desk = deskAt(here.ground, here.folder)
  desk.chosen.add(path)
  const { counts } = must(await receiveFiles(desk, here, actor, { job: 'bench', paths: [path] }))
  if (counts.taken !== files) throw new Error(`${JSON.stringify(counts)} of ${files}`)
}

/** Watches the memory of this process: its highest, and how far it grows after the first second. */
function watchMemory() {
  const seen: number[] = []
  const timer = setInterval(() => seen.push(process.memoryUsage().rss), 100).unref()
  const stop = () => clearInterval(timer)
  return {
    peak: () => {
      stop()
      return Math.max(process.memoryUsage().rss, ...seen) / mega
    },
    growth: () => {
      stop()
      const settled = seen[Math.min(seen.length - 1, 20)] ?? process.memoryUsage().rss
      return Math.max(0, Math.max(...seen) - settled) / mega
    },
  }
}
