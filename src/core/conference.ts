import { z } from 'zod'
import { CommuneRef } from './household.ts'
import { IsoDay, longestName, typedLine } from './person.ts'
import { fail, ok, type Result } from './result.ts'
import { ConferenceKind, Organiser } from './terms.ts'

/** A conference or small-group session as typed; `id` is set when it is already in the book. */
export const ConferenceDraft = z.strictObject({
  id: z.number().int().positive().nullable(),
  kind: ConferenceKind,
  heldOn: IsoDay,
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  commune: CommuneRef,
  place: typedLine(longestName).min(1),
  organisers: z.array(Organiser).min(1).max(20),
  speakers: typedLine(1000),
  attendees: z.number().int().min(0).max(100_000),
  notes: z.string().trim().max(10_000),
})
export type ConferenceDraft = z.infer<typeof ConferenceDraft>

/** A conference in the store, with the people who signed up through it (cancelled ones left out). */
export type Conference = ConferenceDraft & { id: number; communeName: string; signUps: number }

/**
 * Refuses a conference whose commune the office does not serve on that day, or with fewer
 * attendees than people who signed up there.
 */
export function checkConference(
  draft: ConferenceDraft,
  facts: { communes: readonly CommuneRef[]; signUps: number },
): Result<ConferenceDraft> {
  const served = facts.communes.some(
    (commune) =>
      commune.code === draft.commune.code && commune.validFrom === draft.commune.validFrom,
  )
  if (!served) return fail('conference.outside-area', {}, ['commune'])
  if (draft.attendees < facts.signUps) {
    return fail('conference.too-few-attendees', { signUps: facts.signUps }, ['attendees'])
  }
  return ok(draft)
}
