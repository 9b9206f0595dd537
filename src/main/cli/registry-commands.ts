import { readFileSync } from 'node:fs'
import { RegistryFilters } from '#core/contract/registry-calls.ts'
import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import { parseScan } from '#core/scan.ts'
import { findClusters } from '../app/duplicates.ts'
import { communeName } from '../app/registry.ts'
import { maskNumber } from '../db/enrolments.ts'
import { searchRegistry } from '../db/search.ts'
import type { Flags } from './commands.ts'
import { type Answer, Usage, withOffice } from './ground.ts'

/** `scan`: reads one QR payload of a card from standard input; needs no store. */
export async function scanOnce(): Promise<Answer> {
  const scan = parseScan(readFileSync(0, 'utf8'))
  if (!scan.ok) return scan
  const { number, name, birth, sex, address, issued, oldNumber, extra, ...rest } = scan.value
  const { birthPrecision, cardCode, insuranceNumber } = rest
  const value = {
    ...{ number, name, birth, sex, address, issued, oldNumber, extra },
    ...{ birthPrecision, cardCode, insuranceNumber },
    warnings: rest.warnings.map((problem) => ({
      code: problem.code,
      message: sayProblem(problem),
    })),
  }
  return { ok: true, value, text: JSON.stringify(value) }
}

const mostPeople = 200

/** `search`: the first people who match, in Vietnamese order; numbers in full only as JSON. */
export async function searchHere(flags: Flags, words: string[]): Promise<Answer> {
  const query = words.join(' ')
  if (query.trim() === '') throw new Usage('Thiếu điều cần tìm.')
  return withOffice(flags, async (office) => {
    const { hits, total } = await searchRegistry(office.store.db, {
      show: 'people',
      query,
      filters: RegistryFilters.parse({}),
      after: null,
      limit: mostPeople,
      patience: Number.POSITIVE_INFINITY,
    })
    const people = hits.map(({ person }) => ({
      id: person.id,
      name: person.name,
      birth: person.birth_date,
      number: person.personal_number,
      commune: communeName(office, {
        code: person.commune_code,
        validFrom: person.commune_from,
      }),
    }))
    const lines = hits.map(({ person }, index) => {
      const { name, birth_date, birth_precision, personal_number: number } = person
      const birth = formatDate(birth_date, birth_precision)
      const masked = number === null ? '' : maskNumber(number)
      return [person.id, name, birth, masked, people[index]?.commune].join('\t')
    })
    return { ok: true, value: { people, total }, text: lines.join('\n') }
  })
}

/** `duplicates`: groups of entries in the whole book that are likely one person. */
export async function listDuplicates(flags: Flags): Promise<Answer> {
  return withOffice(flags, async (office) => {
    const { people, clusters } = await findClusters(office)
    const found = clusters.map((cluster) => ({
      people: cluster.people.map(({ personId: id, name, birth, personalNumber, ...rest }) => ({
        ...{ id, name, birth: birth.date, number: personalNumber, commune: rest.communeName },
      })),
      reasons: cluster.reasons.map((reason) => sayProblem(reason)),
    }))
    const lines = found.map(
      (cluster) =>
        `${cluster.people.map(({ id, name }) => `${id} ${name}`).join(' · ')}: ${cluster.reasons.join(' ')}`,
    )
    const head = `${clusters.length} nhóm có thể nhập trùng trong ${people} người.`
    return { ok: true, value: { people, clusters: found }, text: [head, ...lines].join('\n') }
  })
}
