import type { Office } from '../../src/main/app/office.ts'

/** What a line measures on: an open office with many people, and a raw connection for the baseline. */
export type BenchContext = {
  /** A copy of the cached store that this run may change. */
  office: Office
  people: number
  /** Fewer rounds: the figures are for a quick look, not for the record. */
  quick: boolean
}

/**
 * One measured figure: `value` is ours and `baseline` the plain way's, both in `unit`, lower is better;
 * `target` is the most that is allowed.
 */
export type Figure = {
  name: string
  value: number
  unit: string
  baseline: number | null
  target: number
}

/** A line as it is written to `out/bench.json`; `ratio` is how many times faster than the baseline. */
export type Measured = Figure & { ratio: number | null; met: boolean }

/** One line of the bench: its name for `--only`, what it measures, and the measuring. */
export type BenchLine = {
  name: string
  what: string
  run: (context: BenchContext) => Promise<Figure[]>
}

/** Milliseconds at a share of the sorted times: 0.95 is p95. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/** How long each of the works took, in milliseconds, one after the other. */
export async function timeEach<T>(
  items: readonly T[],
  work: (item: T) => unknown,
): Promise<number[]> {
  const times: number[] = []
  for (const item of items) {
    const start = performance.now()
    await work(item)
    times.push(performance.now() - start)
  }
  return times
}
