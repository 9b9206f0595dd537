import { z } from 'zod'

/** The namespace of a list of keyed hashes. */
export const linkageFormat = 'raquan-linkage-v1'

const Day = z.iso.date()

/**
 * The keyed hashes of the people a unit counted in a period: HMAC-SHA256 of `linkageText` under the
 * city's key, its first 16 bytes as hex, sorted, each once. Without the key they say nothing about
 * anybody; the list is made only where the city's key was entered.
 */
export const LinkageList = z.strictObject({
  format: z.literal(linkageFormat),
  unit: z.string().regex(/^[0-9A-Za-z.-]{2,40}$/),
  period: z.strictObject({ from: Day, to: Day }),
  /** The summary file this list goes with. */
  sequence: z.number().int().positive(),
  /** First 8 hex digits of the SHA-256 of the key, so that lists of two keys are not compared. */
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  hashes: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(2_000_000),
})
export type LinkageList = z.infer<typeof LinkageList>

/** What is hashed of a person: the 12 digits of the personal number behind the namespace. */
export function linkageText(personalNumber: string): string {
  return `${linkageFormat}\n${personalNumber}`
}

/** People counted by more than one unit: how many, and in which files; never who. */
export type Collision = {
  people: number
  files: { unit: string; sequence: number }[]
}

/**
 * People who stand in the lists of two or more units, grouped by the files they stand in. Lists of
 * another key are left out; the order of the lists does not matter.
 */
export function findCollisions(lists: readonly LinkageList[], keyId: string): Collision[] {
  const places = new Map<string, LinkageList[]>()
  for (const list of lists) {
    if (list.keyId !== keyId) continue
    for (const hash of new Set(list.hashes)) places.set(hash, [...(places.get(hash) ?? []), list])
  }
  const groups = new Map<string, Collision>()
  for (const where of places.values()) {
    if (new Set(where.map(({ unit }) => unit)).size < 2) continue
    const files = where.map(({ unit, sequence }) => ({ unit, sequence })).sort(byFile)
    const key = JSON.stringify(files)
    const group = groups.get(key) ?? { people: 0, files }
    group.people += 1
    groups.set(key, group)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

type File = Collision['files'][number]

function byFile(a: File, b: File): number {
  return a.unit === b.unit ? a.sequence - b.sequence : a.unit < b.unit ? -1 : 1
}
