import { changesBetween } from '#core/audit.ts'
import { type Conference, type ConferenceDraft, checkConference } from '#core/conference.ts'
import { formatDate } from '#core/date.ts'
import { fail, ok, type Result } from '#core/result.ts'
import {
  addConference,
  changeConference,
  listConferences,
  readConference,
} from '../db/conferences.ts'
import { isDayClosed } from '../db/periods.ts'
import { communeOn, communesOn } from './area.ts'
import { type Actor, change, type Office } from './office.ts'

/** Every conference of the office, latest first, with the people who signed up through it. */
export async function listAllConferences(office: Office): Promise<Conference[]> {
  return listConferences(office.store.db, null)
}

/** Saves a new or changed conference; a closed day refuses both (`period.closed`). */
export async function saveConference(
  office: Office,
  actor: Actor,
  draft: ConferenceDraft,
): Promise<Result<{ id: number }>> {
  const { places } = office.ground.policy
  const communes = communesOn(places, office.row.code, draft.heldOn)
  return change(office, actor, async (db, audit, at) => {
    const previous = draft.id === null ? null : await readConference(db, draft.id)
    if (draft.id !== null && previous === null) return fail('conference.unknown', { id: draft.id })
    const checked = checkConference(draft, { communes, signUps: previous?.signUps ?? 0 })
    if (!checked.ok) return checked
    for (const day of new Set([draft.heldOn, previous?.heldOn ?? draft.heldOn])) {
      if (await isDayClosed(db, day))
        return fail('period.closed', { date: formatDate(day) }, ['heldOn'])
    }
    const name = communeOn(places, office.row.code, draft.commune, draft.heldOn)?.name ?? ''
    const id = draft.id ?? (await addConference(db, draft, name, at))
    if (draft.id !== null) await changeConference(db, draft.id, draft, name)
    await audit({
      event: previous ? 'conference.changed' : 'conference.added',
      subject: `conference:${id}`,
      detail: { changes: changesBetween(previous ?? {}, { ...draft, id }) },
    })
    return ok({ id })
  })
}
