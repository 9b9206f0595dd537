import type { Problem } from '../result.ts'
import type { Summary } from '../summary.ts'
import type { FileClaims, ReceivedFile } from './received.ts'
import { slotOf } from './received.ts'

/** What the store already holds of a unit, as far as an arriving file is concerned. */
export type KnownFile = Pick<
  ReceivedFile,
  'unit' | 'period' | 'sequence' | 'revision' | 'sha256' | 'state'
>

/** A file that was verified and now asks to be taken. */
export type ArrivingFile = FileClaims & { sha256: string } & Pick<
    Summary,
    'previous' | 'reopened' | 'clockBack'
  >

/**
 * What becomes of a verified file: taken, known already, noted as outdated (its number counts, its
 * figures do not), or refused with a reason.
 */
export type Arrival =
  | { outcome: 'taken'; notices: Problem[] }
  | { outcome: 'already'; problem: Problem }
  | { outcome: 'outdated'; problem: Problem }
  | { outcome: 'refused'; problem: Problem }

const refused = (code: Problem['code'], values: Problem['values']): Arrival => ({
  outcome: 'refused',
  problem: { code, values: values ?? {} },
})

/**
 * Judges a verified file against the files of its unit. The newest revision of a period is the one that
 * counts, in whatever order they come; two different files under one number or one revision are never
 * merged, and a period the city has accepted is replaced only when the file says it was reopened.
 */
export function judgeArrival(known: readonly KnownFile[], file: ArrivingFile): Arrival {
  const { sequence, revision, sha256 } = file
  const same = known.find((each) => each.sha256 === sha256)
  if (same) return { outcome: 'already', problem: { code: 'city.already', values: { sequence } } }
  const twin = known.find((each) => each.sequence === sequence)
  if (twin) return refused('city.number-used', { sequence })
  const slot = known.filter((each) => slotOf(each) === slotOf(file))
  if (slot.some((each) => each.revision === revision))
    return refused('city.revision-used', { revision })
  const newest = Math.max(0, ...slot.map((each) => each.revision))
  if (newest > revision) {
    return { outcome: 'outdated', problem: { code: 'city.outdated', values: { revision, newest } } }
  }
  const accepted = slot.find((each) => each.state === 'accepted')
  if (accepted && !file.reopened) return refused('city.accepted', { sequence: accepted.sequence })
  return { outcome: 'taken', notices: noticesOf(known, slot, file) }
}

function noticesOf(
  known: readonly KnownFile[],
  slot: readonly KnownFile[],
  { sequence, previous, revision, reopened, clockBack }: ArrivingFile,
): Problem[] {
  const notices: Problem[] = []
  const before = known.find((each) => each.sequence === sequence - 1)
  if (sequence > 1 && !before) notices.push({ code: 'city.gap', values: { number: sequence - 1 } })
  if (before && before.sha256 !== previous)
    notices.push({ code: 'city.chain-broken', values: { sequence, number: sequence - 1 } })
  if (slot.length > 0) notices.push({ code: 'city.replaces', values: { revision } })
  if (reopened) {
    const { reason, askedBy, approvedBy } = reopened
    notices.push({ code: 'city.reopened', values: { reason, askedBy, approvedBy } })
  }
  if (clockBack) notices.push({ code: 'city.clock-back' })
  return notices
}
