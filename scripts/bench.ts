import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchLine, Figure, Measured } from './bench/context.ts'
import { lines } from './bench/lines.ts'
import { openCopy } from './bench/open.ts'
import { cachedStore } from './bench/store.ts'
import { main, Stop, say, step } from './lib/console.ts'
import { outDir } from './lib/paths.ts'

const wholeCity = 1_550_000
const fewPeople = 20_000

/** `npm run bench [-- --people N] [--only search,save] [--quick]`: measures every line on one store. */
await main(async () => {
  const { people, quick, chosen } = readOrder()
  const folder = await cachedStore(people)
  const { office, close } = await step('Mở kho dữ liệu đo', () => openCopy(folder))
  const measured: Measured[] = []
  try {
    for (const line of chosen) {
      const figures = await step(line.what, () => line.run({ office, people, quick }))
      measured.push(...figures.map(judge))
    }
  } finally {
    await close()
  }
  await mkdir(outDir, { recursive: true })
  await writeFile(join(outDir, 'bench.json'), `${JSON.stringify(measured, null, 2)}\n`)
  say(`\n${people.toLocaleString('vi-VN')} người\n`)
  for (const row of table(measured)) say(row)
  return measured.every(({ met }) => met) ? 0 : 1
})

function readOrder(): { people: number; quick: boolean; chosen: readonly BenchLine[] } {
  const { values } = parseArgs({
    options: {
      people: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  })
  const { quick, only } = values
  const people = Number(values.people ?? (quick ? fewPeople : wholeCity))
  if (!Number.isInteger(people) || people < 1000) throw new Stop('--people cần một số từ 1000.')
  const names = only?.split(',') ?? lines.map(({ name }) => name)
  const unknown = names.find((name) => !lines.some((line) => line.name === name))
  if (unknown !== undefined) {
    throw new Stop(
      `Không có phép đo “${unknown}”. Có: ${lines.map(({ name }) => name).join(', ')}.`,
    )
  }
  return { people, quick, chosen: lines.filter(({ name }) => names.includes(name)) }
}

function judge(figure: Figure): Measured {
  const round = (value: number) => Math.round(value * 1000) / 1000
  const ratio = figure.baseline === null ? null : round(figure.baseline / figure.value)
  return {
    ...figure,
    value: round(figure.value),
    baseline: figure.baseline === null ? null : round(figure.baseline),
    ratio,
    met: figure.value <= figure.target,
  }
}

function table(measured: readonly Measured[]): string[] {
  const shown = (value: number | null, unit: string) =>
    value === null ? '–' : `${value.toFixed(2).replace('.', ',')} ${unit}`
  const rows = [
    ['', 'đo được', 'cách thường', 'nhanh gấp', 'mức cho phép', 'đạt'],
    ...measured.map(({ name, value, unit, baseline, ratio, target, met }) => [
      name,
      shown(value, unit),
      shown(baseline, unit),
      shown(ratio, '×'),
      shown(target, unit),
      met ? '✓' : '✗',
    ]),
  ]
  const widths = rows[0]?.map((_cell, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[column] ?? 0),
      )
      .join('  '),
  )
}
