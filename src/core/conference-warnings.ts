import type { ConferenceCard, ConferenceDraft } from './conference.ts'
import type { CommuneRef } from './household.ts'
import type { Problem } from './result.ts'
import { foldKey } from './text.ts'

/** What a conference is compared by. */
export type Timed = Pick<
  ConferenceDraft,
  'id' | 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'speakers'
> & { commune: CommuneRef }

/** A conference without an end is taken to last two hours, one without a start the whole day. */
const usualMinutes = 120

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function spanOf({ startsAt, endsAt }: Timed): { from: number; to: number } {
  if (startsAt === null) return { from: 0, to: 24 * 60 }
  const from = minutesOf(startsAt)
  return { from, to: endsAt === null ? from + usualMinutes : minutesOf(endsAt) }
}

function overlap(a: Timed, b: Timed): boolean {
  const [one, other] = [spanOf(a), spanOf(b)]
  return a.heldOn === b.heldOn && one.from < other.to && other.from < one.to
}

const samePlace = (a: Timed, b: Timed): boolean =>
  a.commune.code === b.commune.code &&
  a.commune.validFrom === b.commune.validFrom &&
  foldKey(a.place) === foldKey(b.place)

/**
 * Conferences at an overlapping time in the same place or with the same speaker; marks and capitals do
 * not matter. They are said, not refused: two rooms can have one address.
 */
export function findClashes(draft: Timed, others: readonly ConferenceCard[]): Problem[] {
  const wanted = new Map(draft.speakers.map((name) => [foldKey(name), name]))
  return others
    .filter(({ id, state }) => id !== draft.id && state !== 'cancelled')
    .filter((other) => overlap(draft, other))
    .flatMap((other): Problem[] => {
      const values = { id: other.id, place: other.place, time: other.startsAt ?? '—' }
      const busy = other.speakers.filter((name) => wanted.has(foldKey(name)))
      return [
        ...(samePlace(draft, other) ? [{ code: 'conference.clash-place' as const, values }] : []),
        ...busy.map((name) => ({
          code: 'conference.clash-speaker' as const,
          values: { ...values, name },
        })),
      ]
    })
}

/** A span of days with a name, as a campaign is. */
export type NamedSpan = { name: string; from: string; to: string }

/** Says that a day lies in none of the campaigns, naming the nearest one; nothing when there is none. */
export function findOutsideCampaign(heldOn: string, campaigns: readonly NamedSpan[]): Problem[] {
  if (campaigns.some(({ from, to }) => heldOn >= from && heldOn <= to)) return []
  const sameYear = campaigns.find(({ from, to }) =>
    [from, to].some((day) => day.slice(0, 4) === heldOn.slice(0, 4)),
  )
  return sameYear ? [{ code: 'conference.outside-campaign', values: { name: sameYear.name } }] : []
}
