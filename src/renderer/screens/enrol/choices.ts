import { useMemo } from 'react'
import { relations } from '#core/household.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { type Say, useSay } from '../../language.tsx'

type Option<V extends string> = { value: V; label: string }

/** Options with a number in front, so that typing the number picks one. */
function numbered<V extends string>(words: Record<V, Phrase>, say: Say): Option<V>[] {
  return (Object.keys(words) as V[]).map((value, index) => ({
    value,
    label: `${index + 1} · ${say(words[value])}`,
  }))
}

function plain<V extends string>(words: Record<V, Phrase>, say: Say): Option<V>[] {
  return (Object.keys(words) as V[]).map((value) => ({ value, label: say(words[value]) }))
}

function allChoices(say: Say) {
  const { kind, occupation, sex, method, group, support, collector } = texts.terms
  const { missing: _later, ...methods } = method
  return {
    relation: Object.entries(relations)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([value, words]) => ({
        value: value as keyof typeof relations,
        label: `${value} · ${say(words)}`,
      })),
    kind: numbered(kind, say),
    occupation: numbered(occupation, say),
    sex: numbered(sex, say),
    group: numbered(group, say),
    support: plain(support, say),
    collector: numbered(collector, say),
    method: plain(methods, say),
    months: (['3', '6', '12'] as const).map((n) => ({
      value: n,
      label: n,
    })),
  }
}

/** The values a clerk can choose from, in the language in use. */
export type Choices = ReturnType<typeof allChoices>

/** The choices of the sign-up form; stable while the language stays. */
export function useChoices(): Choices {
  const say = useSay()
  return useMemo(() => allChoices(say), [say])
}
