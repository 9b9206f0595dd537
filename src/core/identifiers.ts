import type { Birth } from './person.ts'
import { provincePrefixes } from './province-prefixes.ts'
import { fail, ok, type Problem, type Result } from './result.ts'
import type { Sex } from './terms.ts'

/** Digits as typed or pasted: spaces, dots and dashes between them do not count. */
const digitsOf = (text: string): string =>
  text.normalize('NFKC').replace(/[\s.\-\u2010-\u2015\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')

const shown = (text: string): string => text.trim().slice(0, 40)

/** Reads a personal number (số định danh, CCCD): 12 digits. A number that lost a zero is not repaired. */
export function parsePersonalNumber(text: string): Result<string> {
  const digits = digitsOf(text)
  if (/^\d{12}$/.test(digits)) return ok(digits)
  if (/^\d{9}$/.test(digits)) return fail('number.personal-is-old', { text: shown(text) })
  if (/^\d{11}$/.test(digits)) return fail('number.personal-lost-zero', { text: shown(text) })
  return fail('number.personal', { text: shown(text) })
}

/** Reads an old identity number (CMND): 9 digits, on some later cards 12. */
export function parseOldIdNumber(text: string): Result<string> {
  const digits = digitsOf(text)
  return /^(\d{9}|\d{12})$/.test(digits) ? ok(digits) : fail('number.old-id', { text: shown(text) })
}

/** Reads a BHXH number: 10 digits, no check digit. */
export function parseInsuranceNumber(text: string): Result<string> {
  const digits = digitsOf(text)
  if (/^\d{10}$/.test(digits)) return ok(digits)
  if (parseCardCode(text).ok) return fail('number.insurance-is-card', { text: shown(text) })
  return fail('number.insurance', { text: shown(text) })
}

/** What a personal number says about its holder. */
export type PersonalNumberFacts = {
  /** Province of birth registration; null for a prefix not in the list, as for births abroad. */
  province: string | null
  sex: Sex
  birthYear: number
}

/** Reads province, sex and birth year out of a 12-digit personal number. */
export function readPersonalNumber(number: string): PersonalNumberFacts {
  const century = Number(number[3])
  return {
    province: provincePrefixes[number.slice(0, 3)] ?? null,
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  }
}

/**
 * What does not fit between a personal number and the person. Warnings only: civil-status data get
 * corrected and early numbers hold errors, so a clerk who has seen the paper may go on.
 */
export function checkPersonalNumber(
  number: string,
  person: { birth: Birth | null; sex: Sex | null },
): Problem[] {
  const facts = readPersonalNumber(number)
  const warnings: Problem[] = []
  const year = person.birth === null ? null : Number(person.birth.date.slice(0, 4))
  if (year !== null && year !== facts.birthYear)
    warnings.push({
      code: 'number.other-year',
      values: { year, numberYear: facts.birthYear },
      path: ['birth'],
    })
  if (person.sex !== null && person.sex !== facts.sex)
    warnings.push({
      code: facts.sex === 'male' ? 'number.says-male' : 'number.says-female',
      path: ['sex'],
    })
  if (facts.province === null)
    warnings.push({
      code: 'number.unknown-province',
      values: { prefix: number.slice(0, 3) },
      path: ['personalNumber'],
    })
  return warnings
}

/** The parts of a BHYT card code (QĐ 1351/QĐ-BHXH). */
export type CardCode = {
  code: string
  /** Letters of the group, `GD` for households. */
  group: string
  level: number
  /** Share of treatment cost the card pays, percent. */
  pays: number
  province: string
  insuranceNumber: string
}

/** Reads a BHYT card code of 15 characters, such as `GD4 01 0123456789`. */
export function parseCardCode(text: string): Result<CardCode> {
  const code = digitsOf(text).toUpperCase()
  const parts = /^([A-Z]{2})([1-5])(\d{2})(\d{10})$/.exec(code)
  if (!parts) return fail('number.card', { text: shown(text) })
  const [, group = '', level = '', province = '', insuranceNumber = ''] = parts
  const pays = level === '4' ? 80 : level === '3' ? 95 : 100
  return ok({ code, group, level: Number(level), pays, province, insuranceNumber })
}
