import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { fill, type Language, type Phrase, sayProblem, type Value } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { BugError, ProblemError } from './api.ts'

const LanguageContext = createContext<Language>('vi')

/** Sets the language of everything inside. */
export function LanguageProvider({
  language,
  children,
}: {
  language: Language
  children: ReactNode
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** The language in use. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** Says a phrase in the language in use, with its `{placeholders}` filled. */
export type Say = (phrase: Phrase, values?: Record<string, Value>) => string

/** The function that says phrases in the language in use. */
export function useSay(): Say {
  const language = useLanguage()
  return useCallback((phrase, values) => fill(phrase, language, values), [language])
}

/** The sentence for a failed call: the problem's own, or the reference of a bug. */
export function sayError(error: unknown, language: Language): string {
  if (error instanceof ProblemError) return sayProblem(error.problem, language)
  if (error instanceof BugError) {
    return fill(texts.common.bug, language, { reference: error.reference })
  }
  return fill(texts.common.noAnswer, language)
}

/** The function that says failed calls in the language in use. */
export function useSayError(): (error: unknown) => string {
  const language = useLanguage()
  return useCallback((error) => sayError(error, language), [language])
}
