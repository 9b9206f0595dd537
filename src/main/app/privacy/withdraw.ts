import type { AuditEntry } from '#core/audit.ts'
import { privacyTexts } from '#core/messages/ui-privacy.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { eraseDetails } from '../../db/audit.ts'
import { hasWithdrawn, listUnconsented } from '../../db/consent.ts'
import type { Db } from '../../db/kysely.ts'
import { forgetAttendee, linesAbout, madeAtOf } from '../../db/privacy-erase.ts'
import { readAttendee } from '../../db/roster.ts'
import { type Actor, change, type Office } from '../office.ts'
import { erase, finishErasing } from './erase.ts'

/**
 * Withdraws the consent of somebody who only attended: name, phone and notes are erased at once, also
 * from the audit and again from an older backup that is restored; the row stays for the counts.
 */
export async function withdrawConsent(
  office: Office,
  actor: Actor,
  id: number,
): Promise<Result<{ id: number }>> {
  const done = await change(
    office,
    actor,
    async (db, audit, at): Promise<Result<{ id: number }>> => {
      const attendee = await readAttendee(db, id)
      if (!attendee) return fail('roster.unknown')
      if (await hasWithdrawn(db, id)) return fail('privacy.withdrawn')
      if (!attendee.consent) return fail('privacy.no-consent')
      const madeAt = await madeAtOf(db, 'attendee', String(id))
      if (madeAt === null) return fail('privacy.withdrawn')
      const detail = { conference: attendee.conferenceId }
      await audit({ event: 'privacy.withdrawn', subject: `attendee:${id}`, detail })
      const order = { kind: 'attendee' as const, recordId: String(id), requestId: null, madeAt }
      await erase(db, audit, { ...order, reason: privacyTexts.withdraw.vi }, { by: actor.name, at })
      return ok({ id })
    },
  )
  if (done.ok) await finishErasing(office)
  return done
}

type Tools = { db: Db; audit: (entry: AuditEntry) => Promise<void>; at: string }

/**
 * Forgets who came to a finished conference (every one for null) without agreeing to be kept: the sheet
 * and the minutes are done, so nothing needs their names any more. Answers how many.
 */
export async function forgetUnconsented(
  { db, audit, at }: Tools,
  conferenceId: number | null,
): Promise<number> {
  const found = await listUnconsented(db, conferenceId)
  const conferences = new Set(found.map((row) => row.conferenceId))
  for (const conference of conferences) {
    const ids = found.filter((row) => row.conferenceId === conference).map(({ id }) => id)
    for (const id of ids) await forgetAttendee(db, id, at)
    const subjects = ids.map((id) => `attendee:${id}`)
    const lines = await eraseDetails(db, await linesAbout(db, subjects))
    await audit({
      event: 'privacy.erased',
      subject: `erasure:conference-${conference}`,
      detail: { of: `conference:${conference}`, lines },
    })
  }
  return found.length
}

/** Does the same for every finished conference of an office just opened, for older stores and backups. */
export async function forgetUnconsentedOnOpening(office: Office): Promise<void> {
  if ((await listUnconsented(office.store.db, null)).length === 0) return
  const itself: Actor = { id: null, name: 'Ra Quân', role: 'command-line' }
  await change(office, itself, (db, audit, at) => forgetUnconsented({ db, audit, at }, null))
}
