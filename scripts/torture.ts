import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { main, Stop, say } from './lib/console.ts'
import { outDir } from './lib/paths.ts'
import { killAtSteps } from './torture/at-steps.ts'
import { kinds } from './torture/order.ts'
import { runTorture } from './torture/run.ts'

/**
 * `npm run torture -- --rounds N [--seed S] [--in FOLDER]`: kill −9 at random moments of all kinds of
 * work. With `--steps` instead of `--rounds`: at each of their steps, its first and its last time.
 */
await main(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      in: { type: 'string', default: tmpdir() },
      steps: { type: 'boolean', default: false },
    },
  })
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
  if (!Number.isInteger(rounds) || rounds < 1) throw new Stop('--rounds cần một số từ 1.')
  const root = mkdtempSync(join(values.in, 'raquan-torture-'))
  const start = performance.now()
  try {
    if (values.steps) return await torturedSteps(root)
    mkdirSync(outDir, { recursive: true })
    const file = join(outDir, `torture-${seed}.json`)
    let seconds = 0
    // Written as it goes, so that a long run that is ended early still says what it found.
    const tallies = await runTorture({ rounds, seed, root }, (done, so) => {
      seconds = Math.round((performance.now() - start) / 1000)
      if (done % 25 !== 0 && done !== rounds) return
      say(`  ${done} / ${rounds}`)
      const report = { rounds: done, seed, seconds, tallies: so }
      writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
    })
    say(`\n${rounds} vòng trong ${seconds} giây (hạt giống ${seed})`)
    say('việc\tvòng\tbị giết giữa chừng\tviệc đã xác nhận\tmất\tlỗi')
    for (const kind of kinds) {
      const { rounds: n, inside, pieces, lost, faults } = tallies[kind]
      say([kind, n, inside, pieces, lost, faults.length].join('\t'))
      for (const fault of faults.slice(0, 5)) say(`  ${fault}`)
    }
    const bad = kinds.some((kind) => tallies[kind].lost > 0 || tallies[kind].faults.length > 0)
    return bad ? 1 : 0
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

async function torturedSteps(root: string): Promise<number> {
  const tallies = await killAtSteps({ kinds, root, lastToo: true }, (each) => {
    say([each.kind, each.name, each.nth, ...each.faults].join('\t'))
  })
  const bad = tallies.filter(({ faults }) => faults.length > 0)
  say(`\n${tallies.length} bước, ${bad.length} bước có lỗi`)
  return bad.length > 0 ? 1 : 0
}
