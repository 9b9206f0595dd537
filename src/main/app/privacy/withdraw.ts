import { fail, ok, type Result } from '#core/result.ts'
import { eraseDetails } from '../../db/audit.ts'
import { hasWithdrawn } from '../../db/consent.ts'
import { forgetAttendee, linesAbout } from '../../db/privacy-erase.ts'
import { readAttendee } from '../../db/roster.ts'
import { type Actor, change, type Office } from '../office.ts'

/**
 * Withdraws the consent of somebody who only attended: name, phone and notes are erased at once, also
 * from the audit; the row stays for the counts.
 */
export async function withdrawConsent(
  office: Office,
  actor: Actor,
  id: number,
): Promise<Result<{ id: number }>> {
  return change(office, actor, async (db, audit, at) => {
    const attendee = await readAttendee(db, id)
    if (!attendee) return fail('roster.unknown')
    if (await hasWithdrawn(db, id)) return fail('privacy.withdrawn')
    if (!attendee.consent) return fail('privacy.no-consent')
    await forgetAttendee(db, id, at)
    const subject = `attendee:${id}`
    const lines = await eraseDetails(db, await linesAbout(db, [subject]))
    const detail = { conference: attendee.conferenceId }
    await audit({ event: 'privacy.withdrawn', subject, detail })
    await audit({
      event: 'privacy.erased',
      subject: `erasure:attendee-${id}`,
      detail: { of: subject, lines },
    })
    return ok({ id })
  })
}
