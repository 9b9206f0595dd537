import type { FieldChange } from '#core/contract.ts'
import { formatDate, isIsoDate } from '#core/date.ts'
import { placeNames } from '#core/forms/record.ts'
import { relations } from '#core/household.ts'
import type { Phrase } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import type { BirthPlace } from '#core/person.ts'
import { texts } from '#core/texts.ts'
import type { Say } from '../../language.tsx'

const { person, terms } = texts

/** Fields that are kept for the app itself and say nothing to a clerk. */
const inner = new Set(['id', 'basis', 'derivation', 'householdId', 'position', 'supportedMonths'])

const money = new Set(['income', 'gross', 'stateSupport', 'localSupport', 'payer'])

const words: Record<string, Record<string, Phrase>> = {
  state: terms.state,
  kind: terms.kind,
  occupation: terms.occupation,
  collector: terms.collector,
  method: terms.method,
  supportGroup: { ...terms.support, ...terms.group },
  sex: terms.sex,
  delivery: { paper: texts.enrol.paper, electronic: texts.enrol.electronic },
  relation: relations,
}

function sayValue(field: string, value: unknown, say: Say): string {
  if (value === null || value === undefined || value === '') return say(person.empty)
  const word = words[field]?.[String(value)]
  if (word) return say(word)
  if (typeof value === 'number') return money.has(field) ? formatMoney(value) : String(value)
  if (typeof value === 'string') return isIsoDate(value) ? formatDate(value) : value
  if (typeof value === 'object' && 'date' in value && 'precision' in value) {
    const { date, precision } = value as { date: string; precision: 'day' | 'year' }
    return formatDate(date, precision)
  }
  if (typeof value === 'object' && 'code' in value) return String(value.code)
  if (typeof value === 'object' && 'province' in value) {
    return placeNames(value as BirthPlace) ?? say(person.empty)
  }
  return String(value)
}

/** A changed field as "Người dân nộp: 100 → 200"; null for fields that say nothing to a clerk. */
export function sayChange({ field, from, to }: FieldChange, say: Say): string | null {
  if (inner.has(field)) return null
  const label = (person.field as Record<string, Phrase>)[field] ?? person.otherChange
  return say(person.change, {
    field: say(label),
    from: sayValue(field, from, say),
    to: sayValue(field, to, say),
  })
}
