/** One cell of a table's heading: columns `from` to before `to`, at `level`, `depth` levels high. */
export type HeadCell = { text: string; from: number; to: number; level: number; depth: number }

/** The cells of a heading: neighbours under the same group share one cell, the rest reaches down. */
export function headCells(columns: readonly { heading: string[] }[]): HeadCell[] {
  const levels = Math.max(...columns.map(({ heading }) => heading.length))
  return columns.flatMap(({ heading }, i) =>
    heading.flatMap((text, level): HeadCell[] => {
      const path = heading.slice(0, level + 1).join('\n')
      const same = (k: number) =>
        columns[k]?.heading.slice(0, level + 1).join('\n') === path &&
        level < (columns[k]?.heading.length ?? 0)
      const isGroup = level < heading.length - 1
      if (isGroup && same(i - 1)) return []
      let to = i + 1
      while (isGroup && same(to)) to += 1
      return [{ text, from: i, to, level, depth: isGroup ? 1 : levels - level }]
    }),
  )
}

/** The height of each level: high enough for its own cells, then for those that reach over several. */
export function headHeights(cells: (HeadCell & { height: number })[]): number[] {
  const levels = Math.max(...cells.map(({ level, depth }) => level + depth))
  const heights = Array.from({ length: levels }, () => 0)
  const byDepth = [...cells].sort((a, b) => a.depth - b.depth)
  for (const { level, depth, height } of byDepth) {
    const has = heights.slice(level, level + depth).reduce((sum, each) => sum + each, 0)
    const last = level + depth - 1
    if (has < height) heights[last] = (heights[last] ?? 0) + height - has
  }
  return heights
}
