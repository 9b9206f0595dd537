import { parseCardCode } from './identifiers.ts'
import { parsePhone } from './phone.ts'
import type { Collector, ParticipationKind, Scheme } from './terms.ts'
import { foldKey } from './text.ts'

/**
 * The search index holds every prefix of a word as a term of its own, so that any typed prefix is one
 * exact term whose people can be read in order. No Vietnamese syllable is longer than eight letters;
 * longer words are found by their first eight.
 */
const longestPrefix = 8

/** Fewest digits that are looked up as part of a number; fewer are part of an address. */
export const shortestNumberPart = 4

// Terms of different kinds share one index: a sign in front keeps them apart from what can be typed.
const sign = { address: '@', numberStart: '#', numberEnd: '~', facet: '=' } as const

const wordsOf = (text: string): string[] =>
  foldKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const reversed = (text: string): string => [...text].reverse().join('')

/** What one enrolment of a person can be filtered by; `signedOn` is an ISO date. */
export type EnrolmentFacets = {
  scheme: Scheme
  kind: ParticipationKind
  collector: Collector
  state: string
  signedOn: string
  communeCode: string
  communeFrom: string
  conferenceId: number | null
}

/** What the search index knows of a person; `numbers` are identity, insurance and phone numbers. */
export type PersonFacets = {
  names: readonly string[]
  address: string
  numbers: readonly string[]
  communeCode: string
  communeFrom: string
  enrolments: readonly EnrolmentFacets[]
}

/** All index terms of a person, separated by spaces. */
export function personTerms(person: PersonFacets): string {
  const terms = new Set<string>()
  for (const word of person.names.flatMap(wordsOf)) addPrefixes(terms, '', word, 1)
  for (const word of wordsOf(person.address)) addPrefixes(terms, sign.address, word, 2)
  for (const number of person.numbers) addNumber(terms, number)
  terms.add(facetTerms.household(person.communeCode, person.communeFrom))
  for (const enrolment of person.enrolments) {
    terms.add(facetTerms.signed(enrolment.communeCode, enrolment.communeFrom))
    terms.add(facetTerms.choice(enrolment))
    terms.add(facetTerms.month(enrolment.signedOn))
    if (enrolment.conferenceId !== null) terms.add(facetTerms.conference(enrolment.conferenceId))
  }
  return [...terms].join(' ')
}

function addPrefixes(terms: Set<string>, mark: string, word: string, shortest: number): void {
  const letters = [...word].slice(0, longestPrefix)
  for (let n = Math.min(shortest, letters.length); n <= letters.length; n += 1) {
    terms.add(mark + letters.slice(0, n).join(''))
  }
}

function addNumber(terms: Set<string>, number: string): void {
  const backwards = reversed(number)
  for (let n = shortestNumberPart; n <= number.length; n += 1) {
    terms.add(sign.numberStart + number.slice(0, n))
    if (n <= longestPrefix) terms.add(sign.numberEnd + backwards.slice(0, n))
  }
}

/** The terms that people are filtered by. */
export const facetTerms = {
  /** The commune a household lives in. */
  household: (code: string, from: string): string => `${sign.facet}c${code}:${from}`,
  /** The commune an enrolment was signed in. */
  signed: (code: string, from: string): string => `${sign.facet}g${code}:${from}`,
  /** What one enrolment is, in one term, so that a filter cannot mix two enrolments of a person. */
  choice: (
    choice: Pick<EnrolmentFacets, 'scheme' | 'kind' | 'collector'> & { state: string },
  ): string => `${sign.facet}e${choice.scheme}.${choice.kind}.${choice.collector}.${choice.state}`,
  /** The month of signing, from an ISO date. */
  month: (day: string): string => `${sign.facet}m${day.slice(0, 7)}`,
  conference: (id: number): string => `${sign.facet}f${id}`,
} as const

/** Characters besides letters and digits that terms are made of. */
export const termSigns = `${Object.values(sign).join('')}:-.`

/**
 * One typed word as index terms, any of which may hold: in a name or number, or else in the address.
 * `digits` are set when a number was typed that is longer than the terms for the end of a number, so
 * that a row found by them still has to be compared.
 */
export type TypedWord = { inName: string[]; inAddress: string[]; digits: string | null }

/** Longest text that is searched for; the rest is left away. */
const mostWords = 12

/**
 * Reads what was typed into the search box: words of a name, an address or numbers, in any order, with
 * or without marks. Nothing in it is syntax.
 */
export function readTyped(text: string): TypedWord[] {
  const whole = wholeNumber(text)
  const words = whole === null ? wordsOf(text) : [whole]
  return [...new Set(words)].slice(0, mostWords).map(typedWord)
}

/** A text that is one number as a whole: a phone written in groups, a card code, a number with dots. */
function wholeNumber(text: string): string | null {
  const card = parseCardCode(text)
  if (card.ok) return card.value.insuranceNumber
  if (!/^[\d\s.+()-]+$/.test(text)) return null
  const phone = parsePhone(text)
  if (phone.ok) return phone.value
  const digits = text.replace(/\D/g, '')
  return digits.length >= shortestNumberPart ? digits : null
}

function typedWord(word: string): TypedWord {
  const prefix = [...word].slice(0, longestPrefix).join('')
  const inAddress = [sign.address + prefix]
  if (!/^\d+$/.test(word)) return { inName: [prefix], inAddress, digits: null }
  if (word.length < shortestNumberPart) return { inName: [], inAddress, digits: null }
  const inName = [sign.numberStart + word, sign.numberEnd + reversed(word).slice(0, longestPrefix)]
  return { inName, inAddress, digits: word.length > longestPrefix ? word : null }
}
