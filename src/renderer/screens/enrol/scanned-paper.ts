import type { ConferenceCard } from '#core/conference.ts'
import { formatDate, parseDate } from '#core/date.ts'
import { readTie, type Tie } from '#core/papers/tie.ts'
import { fail, type Problem } from '#core/result.ts'
import { startsLikePaper } from '#core/scan-burst.ts'
import { useCall } from '../../api.ts'
import { communeKey } from '../../components/commune.ts'
import { makeDraft } from '../../components/draft-store.ts'
import { useScanner } from '../../components/use-scanner.ts'
import { draftStore, type EnrolForm } from './draft.ts'

/** The square of a paper scanned on another screen, waiting for the sign-up to open. */
export const scannedPaper = makeDraft<string>()

/** On screens that take no cards: a paper of a conference that came back opens its sign-up. */
export function usePaperScanner(open: () => void): void {
  useScanner({
    starts: startsLikePaper,
    onStart: () => {},
    onKnown: () => {},
    onScan: (text) => {
      scannedPaper.set(text)
      open()
    },
  })
}

/** What a scanned paper leads to: its conference, or why to none. */
export type TieRead = { conference: ConferenceCard } | { problem: Problem }

/** Reads the square of a paper; null for other texts, and for all before the lists are there. */
export function useTies(): { isReady: boolean; read: (text: string) => TieRead | null } {
  const state = useCall('app.state', {})
  const list = useCall('conference.list', {})
  const unit = state.data?.office?.code
  return {
    // A list read before the conference was recorded does not know it yet.
    isReady: unit !== undefined && list.data !== undefined && !list.isFetching,
    read: (text) => {
      const tie = readTie(text)
      return tie && list.data ? find(tie, unit, list.data) : null
    },
  }
}

function find(tie: Tie, unit: string | undefined, rows: readonly ConferenceCard[]): TieRead {
  if (tie.unit !== unit) return fail('scan.other-office', { unit: tie.unit })
  const conference = rows.find(({ id }) => id === tie.conference)
  if (!conference) return fail('conference.unknown', { id: tie.conference })
  if (conference.state === 'cancelled') return fail('conference.cancelled', { id: conference.id })
  return { conference }
}

/** Chooses the conference of a paper on the sign-up, which cannot be signed before it was held. */
export function tieSheet({ id, heldOn, commune }: ConferenceCard): void {
  draftStore.update((form) => ({
    ...form,
    conferenceId: String(id),
    commune: form.commune ?? communeKey(commune),
    signedOn: signedFrom(form, heldOn),
  }))
}

function signedFrom({ signedOn }: EnrolForm, heldOn: string): string {
  const read = parseDate(signedOn, { today: heldOn })
  return read.ok && read.value.date >= heldOn ? signedOn : formatDate(heldOn)
}
