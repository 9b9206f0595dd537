import { type Identity, type Likeness, likeness } from './similarity.ts'
import { foldKey } from './text.ts'

/** A person of the book as clusters are made from. */
export type Known = Identity & { id: number }

/** Two people who are likely or certainly one, and how alike they are. */
export type Pair = { a: number; b: number; likeness: Likeness }

/**
 * People who are likely one, with the pairs that tie them together, and how many pairs were compared:
 * that grows with the number of people, not with its square.
 */
export type Clusters = { clusters: { people: number[]; pairs: Pair[] }[]; compared: number }

/** Everybody in a larger group by one key is compared with this many before, not with all. */
const window = 30

/**
 * Groups the people of a book who are likely the same. Only people who share a number, or a name with
 * the birth date, birth year or phone, or the birth date with family and given name are compared.
 * Pairs that somebody decided not to be the same stay apart.
 */
export function clusterPeople(
  people: Iterable<Known>,
  isDecided: (a: number, b: number) => boolean = () => false,
): Clusters {
  const groups = new Map<string, Known[]>()
  for (const person of people) {
    for (const key of keysOf(person)) {
      const group = groups.get(key)
      if (group) group.push(person)
      else groups.set(key, [person])
    }
  }
  const seen = new Set<string>()
  const pairs: Pair[] = []
  for (const group of groups.values()) {
    for (const [index, b] of group.entries()) {
      for (const a of group.slice(Math.max(0, index - window), index)) {
        const pair = `${Math.min(a.id, b.id)} ${Math.max(a.id, b.id)}`
        if (a.id === b.id || seen.has(pair)) continue
        seen.add(pair)
        const found = likeness(a, b)
        if (found && found.certainty !== 'possible' && !isDecided(a.id, b.id))
          pairs.push({ a: a.id, b: b.id, likeness: found })
      }
    }
  }
  return { clusters: join(pairs), compared: seen.size }
}

function keysOf(person: Known): string[] {
  const name = foldKey(person.name)
  const words = name.split(' ')
  const { birth, personalNumber, insuranceNumber, phone } = person
  const keys: string[] = []
  if (personalNumber) keys.push(`number ${personalNumber}`)
  if (insuranceNumber) keys.push(`insurance ${insuranceNumber}`)
  if (phone) keys.push(`phone ${phone} ${words.at(-1)}`)
  if (birth?.precision === 'day') {
    const [year, month, day] = birth.date.split('-')
    keys.push(`birth ${birth.date} ${words[0]} ${words.at(-1)}`)
    keys.push(`sorted ${birth.date} ${[...words].sort().join(' ')}`)
    if (month !== day) keys.push(`swapped ${name} ${year} ${[month, day].sort().join(' ')}`)
  }
  if (birth) keys.push(`year ${birth.date.slice(0, 4)} ${name}`)
  return keys
}

function join(pairs: readonly Pair[]): Clusters['clusters'] {
  const parent = new Map<number, number>()
  const top = (id: number): number => {
    let at = id
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up)
      at = up
    }
    return at
  }
  for (const { a, b } of pairs) {
    const [low, high] = [top(a), top(b)].sort((x, y) => x - y) as [number, number]
    parent.set(high, low)
  }
  const clusters = new Map<number, { people: Set<number>; pairs: Pair[] }>()
  for (const pair of pairs) {
    const key = top(pair.a)
    const cluster = clusters.get(key) ?? { people: new Set(), pairs: [] }
    clusters.set(key, cluster)
    cluster.people.add(pair.a).add(pair.b)
    cluster.pairs.push(pair)
  }
  return [...clusters.values()].map(({ people, pairs: own }) => ({
    people: [...people].sort((x, y) => x - y),
    pairs: own,
  }))
}
