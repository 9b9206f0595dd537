import type { CommuneRef } from '#core/household.ts'
import { foldKey } from '#core/text.ts'

const words = (text: string): string[] => foldKey(text).split(' ').filter(Boolean)

/** The items that hold every typed word, marks and order aside; those that begin with it first. */
export function findFolded<T extends { label: string }>(items: T[], typed: string): T[] {
  const wanted = words(typed)
  const start = foldKey(typed)
  const found = items.filter(({ label }) => {
    const key = foldKey(label)
    return wanted.every((word) => key.includes(word))
  })
  const rank = ({ label }: T): number => (foldKey(label).startsWith(start) ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/** One text for a commune, whose code alone is not unique: `01234|2025-07-01`. */
export function communeKey(commune: CommuneRef): string {
  return `${commune.code}|${commune.validFrom}`
}

/** The commune behind its text. */
export function communeRef(key: string): CommuneRef {
  const [code = '', validFrom = ''] = key.split('|')
  return { code, validFrom }
}
