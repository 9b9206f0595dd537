import type { CommuneRef } from './household.ts'
import type { ConferenceKind, Occupation, Organiser } from './terms.ts'

/** What is counted of a source of sign-ups: people, never names. `joined` are leads that signed up. */
export type ConversionCount = {
  attendees: number
  consultations: number
  leads: number
  joined: number
  signUps: number
  firstTime: number
}

/** What one held conference brought. */
export type ConferenceYield = ConversionCount & {
  id: number
  kind: ConferenceKind
  heldOn: string
  place: string
  commune: CommuneRef
  communeName: string
  organisers: readonly Organiser[]
}

/** What a target group brought over all conferences; attendees are those on rosters. */
export type GroupYield = ConversionCount & { occupation: Occupation }

/** Everything conversion is counted from. */
export type ConversionFacts = { conferences: ConferenceYield[]; groups: GroupYield[] }

/** What conversion is shown by. */
export type ConversionBy = 'conference' | 'commune' | 'group' | 'organiser'

/** A line of the table; `key` is unique in it, `rate` sign-ups for 1,000 attendees or null without any. */
export type ConversionLine = ConversionCount & { key: string; rate: number | null }

const none: ConversionCount = {
  attendees: 0,
  consultations: 0,
  leads: 0,
  joined: 0,
  signUps: 0,
  firstTime: 0,
}
const figures = Object.keys(none) as (keyof ConversionCount)[]

function add(sum: ConversionCount, more: ConversionCount): ConversionCount {
  const total = { ...sum }
  for (const figure of figures) total[figure] += more[figure]
  return total
}

/** The keys a conference counts under; one held together counts under every organiser. */
function keysOf(conference: ConferenceYield, by: Exclude<ConversionBy, 'group'>): string[] {
  if (by === 'conference') return [String(conference.id)]
  if (by === 'commune') return [`${conference.commune.code}|${conference.commune.validFrom}`]
  return [...new Set(conference.organisers)]
}

/** Sign-ups for 1,000 attendees, rounded down; null without attendees, so that nothing divides by zero. */
export function rateOf({ signUps, attendees }: ConversionCount): number | null {
  return attendees === 0 ? null : Math.floor((signUps * 1000) / attendees)
}

/**
 * What came of conferences, by conference, commune, target group or organiser; the best rate first,
 * lines without attendees last.
 */
export function conversionBy(facts: ConversionFacts, by: ConversionBy): ConversionLine[] {
  const sums = new Map<string, ConversionCount>()
  const count = (key: string, more: ConversionCount) =>
    sums.set(key, add(sums.get(key) ?? none, more))
  if (by === 'group') for (const group of facts.groups) count(group.occupation, group)
  else {
    for (const each of facts.conferences) for (const key of keysOf(each, by)) count(key, each)
  }
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum, rate: rateOf(sum) }))
    .sort(
      (a, b) =>
        (b.rate ?? -1) - (a.rate ?? -1) || b.signUps - a.signUps || (a.key < b.key ? -1 : 1),
    )
}

/** All conferences together; each counts once. */
export function conversionTotal({ conferences }: ConversionFacts): ConversionCount & {
  rate: number | null
} {
  const sum = conferences.reduce<ConversionCount>(add, none)
  return { ...sum, rate: rateOf(sum) }
}
