import type { CommuneRef } from './household.ts'
import type { Birth } from './person.ts'
import type { Problem } from './result.ts'
import type { Sex } from './terms.ts'
import { cleanText, foldKey, sortKey } from './text.ts'

/** What two people are compared by; everything may still be missing while it is typed. */
export type Identity = {
  name: string
  birth: Birth | null
  sex: Sex | null
  personalNumber: string | null
  insuranceNumber: string | null
  phone: string | null
  householdId: number | null
  commune: CommuneRef | null
  address: string | null
}

/**
 * How alike two people are: `certain` by the same number, else by a score of 0 to 99 whose parts are
 * the sentences for and against.
 */
export type Likeness = {
  certainty: 'certain' | 'likely' | 'possible'
  score: number
  reasons: Problem[]
  against: Problem[]
}

/** One thing that speaks for (positive points) or against the two being one person. */
type Sign = { points: number; reason: Problem }

const likelyFrom = 75
const possibleFrom = 50

/** Compares two people; null when nothing worth showing speaks for one person. */
export function likeness(typed: Identity, known: Identity): Likeness | null {
  const numbers = numberSigns(typed, known)
  const signs = [...numbers, ...nameSigns(typed.name, known.name), ...birthSigns(typed, known)]
  signs.push(...sexSigns(typed, known), ...placeSigns(typed, known))
  const certain = numbers.some(({ points }) => points >= certainPoints)
  const score = signs.reduce((sum, { points }) => sum + points, 0)
  const isNamed = signs.some(({ points, reason }) => points > 0 && nameCodes.has(reason.code))
  if (!certain && (!isNamed || score < possibleFrom)) return null
  return {
    certainty: certain ? 'certain' : score >= likelyFrom ? 'likely' : 'possible',
    score: certain ? 100 : Math.min(99, score),
    reasons: signs.filter(({ points }) => points > 0).map(({ reason }) => reason),
    against: signs.filter(({ points }) => points < 0).map(({ reason }) => reason),
  }
}

const certainPoints = 1000

function numberSigns(typed: Identity, known: Identity): Sign[] {
  const signs: Sign[] = []
  const [a, b] = [typed.personalNumber, known.personalNumber]
  if (a !== null && b !== null) {
    if (a === b) signs.push({ points: certainPoints, reason: { code: 'similar.same-number' } })
    else if (isOneSlip(a, b)) signs.push({ points: 10, reason: { code: 'similar.number-slip' } })
    else signs.push({ points: -45, reason: { code: 'similar.other-number' } })
  }
  const [c, d] = [typed.insuranceNumber, known.insuranceNumber]
  if (c !== null && d !== null) {
    if (c === d) signs.push({ points: certainPoints, reason: { code: 'similar.same-insurance' } })
    else signs.push({ points: -20, reason: { code: 'similar.other-insurance' } })
  }
  return signs
}

const nameCodes = new Set<string>([
  'similar.same-name',
  'similar.same-name-unmarked',
  'similar.other-marks',
  'similar.words-swapped',
  'similar.middle-missing',
  'similar.name-slip',
])

function nameSigns(typed: string, known: string): Sign[] {
  if (cleanText(typed) === '') return []
  return [nameSign(typed, known) ?? { points: -40, reason: { code: 'similar.other-name' } }]
}

function nameSign(typed: string, known: string): Sign | null {
  const [a, b] = [foldKey(typed), foldKey(known)]
  if (a === b) {
    const isSame = sortKey(typed) === sortKey(known)
    if (isSame) return { points: 45, reason: { code: 'similar.same-name' } }
    return isUnmarked(typed) || isUnmarked(known)
      ? { points: 40, reason: { code: 'similar.same-name-unmarked' } }
      : { points: 25, reason: { code: 'similar.other-marks' } }
  }
  if (isSwapped(a, b)) return { points: 30, reason: { code: 'similar.words-swapped' } }
  if (isMiddleMissing(a, b)) return { points: 25, reason: { code: 'similar.middle-missing' } }
  if (isNameSlip(a, b)) return { points: 20, reason: { code: 'similar.name-slip' } }
  return null
}

/** Whether two search keys of names are near enough for one person; see `foldKey`. */
export function mayBeSameName(a: string, b: string): boolean {
  return a === b || isSwapped(a, b) || isMiddleMissing(a, b) || isNameSlip(a, b)
}

function isSwapped(a: string, b: string): boolean {
  const sorted = (name: string) => name.split(' ').sort().join(' ')
  return a.length === b.length && sorted(a) === sorted(b)
}

const isNameSlip = (a: string, b: string): boolean =>
  isOneSlip(a.replaceAll(' ', ''), b.replaceAll(' ', ''))

const isUnmarked = (name: string): boolean => cleanText(name).toLowerCase() === foldKey(name)

/** Same family and given name, and the shorter name lacks some middle names of the longer one. */
function isMiddleMissing(a: string, b: string): boolean {
  const [short, long] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ]
  if (short.length < 2 || short.length === long.length) return false
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  return short.every((word) => long.includes(word))
}

/** Whether one text becomes the other by one wrong, missing, extra or swapped neighbouring character. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restA === `${restB[1]}${restB[0]}` && restB.length === 2
}

function birthSigns({ birth: a }: Identity, { birth: b }: Identity): Sign[] {
  if (a === null || b === null) return []
  const [year, month, day] = a.date.split('-') as [string, string, string]
  if (a.precision === 'day' && b.precision === 'day') {
    if (a.date === b.date) return [{ points: 35, reason: { code: 'similar.same-birth' } }]
    if (b.date === `${year}-${day}-${month}`)
      return [{ points: 25, reason: { code: 'similar.birth-swapped' } }]
    if (isOneSlip(a.date, b.date)) return [{ points: 20, reason: { code: 'similar.birth-slip' } }]
  } else if (b.date.startsWith(year)) {
    return [{ points: 20, reason: { code: 'similar.same-birth-year', values: { year } } }]
  }
  return [{ points: -40, reason: { code: 'similar.other-birth' } }]
}

function sexSigns(typed: Identity, known: Identity): Sign[] {
  const differs = typed.sex !== null && known.sex !== null && typed.sex !== known.sex
  return differs ? [{ points: -15, reason: { code: 'similar.other-sex' } }] : []
}

function placeSigns(typed: Identity, known: Identity): Sign[] {
  const signs: Sign[] = []
  if (typed.phone !== null && typed.phone === known.phone)
    signs.push({ points: 12, reason: { code: 'similar.same-phone' } })
  if (typed.householdId !== null && typed.householdId === known.householdId) {
    signs.push({ points: 12, reason: { code: 'similar.same-household' } })
  } else if (sameCommune(typed, known)) {
    const isSame = foldKey(typed.address ?? '') !== '' && sameAddress(typed, known)
    signs.push(
      isSame
        ? { points: 12, reason: { code: 'similar.same-address' } }
        : { points: 4, reason: { code: 'similar.same-commune' } },
    )
  }
  return signs
}

const sameAddress = (a: Identity, b: Identity): boolean =>
  foldKey(a.address ?? '') === foldKey(b.address ?? '')

const sameCommune = (a: Identity, b: Identity): boolean =>
  a.commune !== null &&
  b.commune !== null &&
  a.commune.code === b.commune.code &&
  a.commune.validFrom === b.commune.validFrom
