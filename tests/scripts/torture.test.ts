import { describe, expect, it } from 'vitest'
import { kinds } from '../../scripts/torture/order.ts'
import { runTorture } from '../../scripts/torture/run.ts'
import { tempFolder } from '../support/office.ts'

const rounds = 50

describe('[A3] [A4] processes that are killed in the middle of their work', () => {
  it(`lose no acknowledged row and leave everything before or after, ${rounds} times`, async () => {
    const seed = Number(process.env.TORTURE_SEED ?? 7)
    const tallies = await runTorture({ rounds, seed, root: tempFolder() })
    const all = kinds.map((kind) => tallies[kind])
    const sum = (of: (tally: (typeof all)[number]) => number) =>
      all.reduce((total, tally) => total + of(tally), 0)
    expect(sum(({ rounds: done }) => done)).toBe(rounds)
    expect(all.flatMap(({ faults }) => faults)).toEqual([])
    expect(sum(({ lost }) => lost)).toBe(0)
    // A trial that kills nobody at work, or acknowledges nothing, would show nothing.
    expect(sum(({ inside }) => inside)).toBeGreaterThan(rounds / 2)
    expect(sum(({ pieces }) => pieces)).toBeGreaterThan(10)
  }, 300_000)
})
