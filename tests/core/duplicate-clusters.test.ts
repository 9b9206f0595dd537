import { describe, expect, it } from 'vitest'
import { clusterPeople, type Known } from '#core/duplicate-clusters.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { randomFrom } from '#core/practice/random.ts'

/** People of made-up households; nobody among them is entered twice. */
function people(count: number, seed: number): Known[] {
  const random = randomFrom(seed)
  const taken = new Set<string>()
  const commune = { code: '00376', validFrom: '' }
  const made: Known[] = []
  for (let household = 1; made.length < count; household += 1) {
    const setting = { signedOn: '2024-11-16', commune, conferenceId: null, taken }
    const { household: home, members } = makeHousehold(random, setting)
    for (const { person } of members) {
      const { birth, name, sex, personalNumber, insuranceNumber, phone } = person
      made.push({
        ...{ id: made.length + 1, name, birth, sex, personalNumber, insuranceNumber, phone },
        ...{ householdId: household, commune, address: home.address },
      })
    }
  }
  return made.slice(0, count)
}

/** Somebody entered again with the marks lost and without a number. */
const again = (person: Known, id: number): Known => ({
  ...person,
  id,
  name: person.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
  personalNumber: null,
  householdId: id,
})

describe('clusters of double entries', () => {
  it('hold the entries of one person, also through a third, and nobody else', () => {
    const book = people(2000, 1)
    const [first, second] = book.slice(0, 2) as [Known, Known]
    const third = { ...again(first, 9001), insuranceNumber: '0123456789' }
    const fourth = { ...again(second, 9003), name: 'Tên Khác Hẳn', insuranceNumber: '0123456789' }
    book.push(third, again(first, 9002), fourth)
    const { clusters } = clusterPeople(book)
    expect(clusters).toHaveLength(1)
    expect(clusters[0]?.people).toEqual([first.id, 9001, 9002, 9003])
  })

  it('leave pairs apart that were decided', () => {
    const book = people(50, 2)
    const [first] = book as [Known]
    book.push(again(first, 9001))
    expect(clusterPeople(book).clusters).toHaveLength(1)
    expect(clusterPeople(book, (a, b) => a === first.id && b === 9001).clusters).toEqual([])
  })

  it('[A44] stay linear: 100,000 people under 10 seconds', () => {
    const book = people(100_000, 3)
    for (let i = 0; i < 1000; i += 1) {
      const person = book[i * 37]
      if (person) book.push(again(person, 1_000_000 + i))
    }
    const start = performance.now()
    const whole = clusterPeople(book)
    expect(performance.now() - start).toBeLessThan(10_000)
    const half = clusterPeople(book.filter(({ id }) => id % 2 === 0))
    expect(whole.compared).toBeLessThan(10 * book.length)
    expect(whole.compared).toBeLessThan(5 * half.compared)
    const found = new Set(whole.clusters.flatMap((cluster) => cluster.people))
    const entered = book.filter(({ id, birth }) => id >= 1_000_000 && birth?.precision === 'day')
    expect(entered.length).toBeGreaterThan(900)
    expect(entered.filter(({ id }) => !found.has(id))).toEqual([])
  })

  it('[A44] stay linear for a village of namesakes on one phone', () => {
    const namesakes = people(3000, 4).map((person) => ({
      ...person,
      name: 'Nguyễn Văn Hùng',
      phone: '0912345678',
      birth: { date: '1980-01-01', precision: 'day' } as const,
    }))
    const { compared } = clusterPeople(namesakes)
    expect(compared).toBeLessThan(100 * namesakes.length)
  })
})
