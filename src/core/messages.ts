import { backupProblems } from './messages/backup-problems.ts'
import { cityProblems } from './messages/city-problems.ts'
import { conferenceProblems } from './messages/conference-problems.ts'
import { contributionProblems } from './messages/contribution-problems.ts'
import { exchangeProblems } from './messages/exchange-problems.ts'
import { formsProblems } from './messages/forms-problems.ts'
import { inputProblems } from './messages/input-problems.ts'
import { lifeProblems } from './messages/life-problems.ts'
import { officeProblems } from './messages/office-problems.ts'
import { paperProblems } from './messages/paper-problems.ts'
import { periodProblems } from './messages/period-problems.ts'
import { personProblems } from './messages/person-problems.ts'
import { policyProblems } from './messages/policy-problems.ts'
import { privacyProblems } from './messages/privacy-problems.ts'
import { signingProblems } from './messages/signing-problems.ts'
import { similarProblems } from './messages/similar-problems.ts'
import { staffProblems } from './messages/staff-problems.ts'
import { storeProblems } from './messages/store-problems.ts'
import { targetProblems } from './messages/target-problems.ts'
import { typedProblems } from './messages/typed-problems.ts'
import { workbookProblems } from './messages/workbook-problems.ts'
import type { Problem } from './result.ts'

/** The languages of the app; Vietnamese is the one everything is written in first. */
export type Language = 'vi' | 'en'

/** One sentence in both languages; `{name}` is a placeholder. */
export type Phrase = Readonly<Record<Language, string>>

/** Every sentence for an expected failure, by code. */
export const problems = {
  ...inputProblems,
  ...typedProblems,
  ...personProblems,
  ...similarProblems,
  ...contributionProblems,
  ...policyProblems,
  ...storeProblems,
  ...backupProblems,
  ...staffProblems,
  ...officeProblems,
  ...lifeProblems,
  ...cityProblems,
  ...conferenceProblems,
  ...formsProblems,
  ...paperProblems,
  ...exchangeProblems,
  ...privacyProblems,
  ...signingProblems,
  ...periodProblems,
  ...targetProblems,
  ...workbookProblems,
} as const satisfies Record<string, Phrase>

/** The code of an expected failure. */
export type ProblemCode = keyof typeof problems

/** What fills a placeholder: a word in both languages is said in the one in use. */
export type Value = string | number | Phrase

/** Fills the `{placeholders}` of a phrase; a missing value stays visible as `{name}`. */
export function fill(
  phrase: Phrase,
  language: Language,
  values: Record<string, Value> = {},
): string {
  return phrase[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'object' ? value[language] : String(value)
  })
}

/** A phrase with its `{placeholders}` filled in both languages. */
export function fillBoth(phrase: Phrase, values: Record<string, Value>): Phrase {
  return { vi: fill(phrase, 'vi', values), en: fill(phrase, 'en', values) }
}

/** The sentence for a problem in both languages. */
export function phraseOf(problem: Problem): Phrase {
  return { vi: sayProblem(problem, 'vi'), en: sayProblem(problem, 'en') }
}

/** The sentence for a problem, in words a clerk can act on. */
export function sayProblem(problem: Problem, language: Language = 'vi'): string {
  return fill(problems[problem.code], language, problem.values)
}
