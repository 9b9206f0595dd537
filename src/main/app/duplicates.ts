import type { CallInput, SimilarPerson } from '#core/contract.ts'
import { clusterPeople } from '#core/duplicate-clusters.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { type Identity, likeness } from '#core/similarity.ts'
import { cleanText } from '#core/text.ts'
import {
  addVerdict,
  type Candidate,
  findCandidates,
  listBook,
  listDecided,
  listDecidedPairs,
  readCoverage,
} from '../db/duplicates.ts'
import { maskNumber } from '../db/enrolments.ts'
import { readPerson } from '../db/people.ts'
import { type Actor, change, type Office } from './office.ts'
import { communeName } from './registry.ts'

type Typed = CallInput<'person.similar'>

/** Most people shown beside a typed one. */
const mostShown = 8

/** People of the book who may be the one being typed, likeliest first, with reasons. */
export async function findSimilar(office: Office, typed: Typed): Promise<SimilarPerson[]> {
  const { db } = office.store
  const person = { id: typed.id, ...identityOf(typed) }
  const alike = (await findCandidates(db, person))
    .filter(({ id }) => id !== typed.id)
    .flatMap((known) => {
      const how = likeness(person, known)
      return how ? [{ known, how }] : []
    })
  const decided = await listDecided(
    db,
    person,
    alike.map(({ known }) => known.id),
  )
  const shown = alike
    // The same number is the same person whatever was decided before.
    .filter(({ known, how }) => how.certainty === 'certain' || !decided.has(known.id))
    .sort((a, b) => b.how.score - a.how.score || a.known.id - b.known.id)
    .slice(0, mostShown)
  const coverage = await readCoverage(
    db,
    shown.map(({ known }) => known.id),
  )
  return shown.map(({ known, how }) => ({
    ...how,
    ...describe(office, known),
    last: coverage
      .filter(({ person_id }) => person_id === known.id)
      .map(({ scheme, valid_to, kind }) => ({ scheme, validTo: valid_to, kind })),
  }))
}

/** What was typed as it can be compared: numbers only once they are whole. */
function identityOf({ id: _id, ...typed }: Typed): Identity {
  const whole = (number: string | null, shape: RegExp) =>
    number !== null && shape.test(number) ? number : null
  return {
    ...typed,
    name: cleanText(typed.name),
    personalNumber: whole(typed.personalNumber, /^\d{12}$/),
    insuranceNumber: whole(typed.insuranceNumber, /^\d{10}$/),
    phone: whole(typed.phone, /^0\d{9,10}$/),
  }
}

function describe(office: Office, known: Candidate) {
  const { id, personalNumber, householdId, commune, address } = known
  return {
    personId: id,
    name: known.name,
    birth: known.birth,
    sex: known.sex,
    personalNumber: personalNumber === null ? null : maskNumber(personalNumber),
    insuranceNumber: known.insuranceNumber,
    phone: known.phone,
    householdId: householdId ?? 0,
    address: address ?? '',
    communeName: commune ? communeName(office, commune) : '',
  }
}

/** A group of entries of the book that are likely one person, with what ties them together. */
export type Cluster = {
  people: Pick<SimilarPerson, 'personId' | 'name' | 'birth' | 'personalNumber' | 'communeName'>[]
  reasons: Problem[]
}

/** Looks through the whole book for people who are likely entered twice. */
export async function findClusters(
  office: Office,
): Promise<{ people: number; clusters: Cluster[] }> {
  const { db } = office.store
  const book = await listBook(db)
  const byId = new Map(book.map((person) => [person.id, person]))
  const decided = new Set((await listDecidedPairs(db)).map((pair) => pair.join(' ')))
  const { clusters } = clusterPeople(book, (a, b) =>
    decided.has(`${Math.min(a, b)} ${Math.max(a, b)}`),
  )
  return {
    people: book.length,
    clusters: clusters.map(({ people, pairs }) => ({
      people: people.flatMap((id) => {
        const known = byId.get(id)
        return known ? [describe(office, known)] : []
      }),
      reasons: [
        ...new Map(
          pairs.flatMap((pair) => pair.likeness.reasons).map((reason) => [reason.code, reason]),
        ).values(),
      ],
    })),
  }
}

/** Remembers that a person, in the book or being typed, is not the other one. */
export async function decideNotSame(
  office: Office,
  actor: Actor,
  { person, other }: CallInput<'person.verdict'>,
): Promise<Result<{ remembered: true }>> {
  return change(office, actor, async (db, audit, at) => {
    if (!(await readPerson(db, other))) return fail('person.unknown', { id: other })
    if (person.id !== null && !(await readPerson(db, person.id))) {
      return fail('person.unknown', { id: person.id })
    }
    const decided = { by: actor.name, at }
    await addVerdict(db, { id: person.id, ...identityOf(person) }, other, decided)
    await audit({
      event: 'person.not-same',
      subject: `person:${other}`,
      detail: { person: person.id },
    })
    return ok({ remembered: true } as const)
  })
}
