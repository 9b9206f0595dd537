import { groupBy } from '../group.ts'
import type { ReceivedFile } from './received.ts'

/** The file numbers of a unit that stand out: missing ones as spans, and files that follow from another. */
export type NumberGaps = {
  unit: { code: string; name: string }
  last: number
  missing: { from: number; to: number }[]
  /** Numbers whose file names another file before it than the one that was received. */
  brokenAt: number[]
}

type Numbered = Pick<ReceivedFile, 'unit' | 'sequence' | 'sha256' | 'previous'>

/** Looks through the numbers of every unit, in any order; only units where something stands out. */
export function findGaps(files: readonly Numbered[]): NumberGaps[] {
  const byUnit = groupBy(files, ({ unit }) => unit.code)
  return [...byUnit.values()]
    .flatMap((own) => gapsOf(own) ?? [])
    .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1))
}

function gapsOf(own: readonly Numbered[]): NumberGaps | null {
  const sorted = [...own].sort((a, b) => a.sequence - b.sequence)
  const missing: NumberGaps['missing'] = []
  const brokenAt: number[] = []
  let before: Numbered | null = null
  for (const file of sorted) {
    const expected: number = (before?.sequence ?? 0) + 1
    if (file.sequence > expected) missing.push({ from: expected, to: file.sequence - 1 })
    else if (before && file.previous !== before.sha256) brokenAt.push(file.sequence)
    before = file
  }
  if (!before || (missing.length === 0 && brokenAt.length === 0)) return null
  return { unit: before.unit, last: before.sequence, missing, brokenAt }
}
