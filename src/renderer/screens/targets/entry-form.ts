import { parseCount } from '#core/count.ts'
import { formatDate, parseDate } from '#core/date.ts'
import { type Language, type Phrase, sayProblem } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import { PlanEntry, type PlanPart } from '#core/target-plan.ts'
import { texts } from '#core/texts.ts'
import { communeKey, communeRef } from '../../components/commune.ts'

/** How a field is typed. */
type FieldKind =
  | 'text'
  | 'day'
  | 'count'
  | 'percent'
  | 'measure'
  | 'coverage'
  | 'scope'
  | 'campaign'
  | 'commune'
  | 'collector'

/** A field of an entry; `optional` may stay empty. */
export type Field = {
  path: string
  label: Phrase
  kind: FieldKind
  optional?: true
  width?: number
}

const { targets } = texts
const from: Field = { path: 'from', label: targets.from, kind: 'day' }
const span: Field[] = [from, { path: 'to', label: targets.to, kind: 'day' }]
const id: Field = { path: 'id', label: targets.id, kind: 'text', width: 14 }
const source: Field = {
  path: 'source',
  label: targets.source,
  kind: 'text',
  optional: true,
  width: 24,
}
const count = (path: string, label: Phrase, optional?: true): Field => ({
  ...{ path, label, kind: 'count' },
  ...(optional && { optional }),
})

/** The fields of an entry of each part, in the order they are typed. */
export const fieldsOf: Record<PlanPart, Field[]> = {
  campaigns: [
    { path: 'name', label: targets.name, kind: 'text', width: 30 },
    ...[id, ...span, { path: 'launchDay', label: targets.launchDay, kind: 'day' as const }, source],
  ],
  targets: [
    { path: 'label', label: targets.name, kind: 'text', width: 30 },
    id,
    { path: 'measure', label: targets.measure, kind: 'measure' },
    { path: 'scope', label: targets.scope, kind: 'scope' },
    ...[...span, count('value', targets.value)],
    { path: 'campaignId', label: targets.campaign, kind: 'campaign', optional: true },
  ],
  assignments: [
    id,
    { path: 'measure', label: targets.measure, kind: 'measure' },
    { path: 'commune', label: targets.commune, kind: 'commune', optional: true, width: 18 },
    { path: 'collector', label: targets.collector, kind: 'collector', optional: true },
    ...[...span, count('value', targets.value), count('newPeople', targets.newPeople, true)],
  ],
  sizes: [
    ...[from, count('population', targets.population), count('labourForce', targets.labourForce)],
    count('bhytElsewhere', targets.bhytElsewhere, true),
    ...[count('bhxhElsewhere', targets.bhxhElsewhere, true), source],
  ],
  coverage: [
    { path: 'measure', label: targets.measure, kind: 'coverage' },
    ...[from, { path: 'permille', label: targets.percent, kind: 'percent' as const }, source],
  ],
}

/** What is typed, by field. */
export type EntryForm = Record<string, string>

/** An entry as it is typed; null begins an empty one. */
export function formOf(
  part: PlanPart,
  row: Record<string, unknown> | null,
  today: string,
): EntryForm {
  const form: EntryForm = {}
  for (const { path, kind, optional } of fieldsOf[part]) {
    const value = row?.[path] ?? null
    form[path] = row ? say(kind, value) : first(kind, today, optional)
  }
  return form
}

function first(kind: FieldKind, today: string, optional?: true): string {
  if (optional) return ''
  if (kind === 'day') return formatDate(today)
  if (kind === 'measure') return 'bhxh-tn-persons'
  if (kind === 'coverage') return 'bhyt'
  return kind === 'scope' ? 'unit' : ''
}

function say(kind: FieldKind, value: unknown): string {
  if (value === null) return ''
  if (kind === 'day') return formatDate(String(value))
  if (kind === 'count') return formatMoney(Number(value))
  if (kind === 'percent') return String(Number(value) / 10).replace('.', ',')
  return kind === 'commune'
    ? communeKey(value as { code: string; validFrom: string })
    : String(value)
}

/** The entry that was typed, or the sentence for each field that is wrong. */
export function readForm(
  part: PlanPart,
  form: EntryForm,
  today: string,
  language: Language,
): { entry: PlanEntry } | { wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const row: Record<string, unknown> = {}
  for (const field of fieldsOf[part]) {
    const text = (form[field.path] ?? '').trim()
    const read = readField(field, text, today, language)
    if ('wrong' in read) wrong[field.path] = read.wrong
    else row[field.path] = read.value
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const parsed = PlanEntry.safeParse({ part, row })
  if (parsed.success) return { entry: parsed.data }
  const path = String(parsed.error.issues[0]?.path.at(-1) ?? 'id')
  return { wrong: { [path]: path === 'id' ? targets.idWrong[language] : missing(language) } }
}

const missing = (language: Language) => texts.common.required[language]

type Read = { value: unknown } | { wrong: string }

function readField(field: Field, text: string, today: string, language: Language): Read {
  const { kind, optional, path } = field
  if (text === '') {
    if (!optional) return { wrong: missing(language) }
    return { value: path === 'source' ? '' : null }
  }
  if (kind === 'day') {
    const read = parseDate(text, { today })
    return read.ok ? { value: read.value.date } : { wrong: sayProblem(read.problem, language) }
  }
  if (kind === 'count') {
    // A number below zero is read as it is: the plan says why it cannot be.
    const isBelow = text.startsWith('-')
    const read = parseCount(isBelow ? text.slice(1) : text, 100_000_000)
    if (!read.ok) return { wrong: sayProblem(read.problem, language) }
    return { value: isBelow ? -read.value : read.value }
  }
  if (kind === 'percent') {
    if (!/^\d{1,3}([.,]\d)?$/.test(text))
      return { wrong: sayProblem({ code: 'target.share' }, language) }
    return { value: Math.round(Number(text.replace(',', '.')) * 10) }
  }
  if (kind !== 'commune') return { value: text }
  return { value: communeRef(text) }
}
