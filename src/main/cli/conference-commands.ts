import { formatDate } from '#core/date.ts'
import { termTexts } from '#core/messages/ui-terms.ts'
import { ConferenceState } from '#core/terms.ts'
import { conferenceYields, countAttributed } from '../db/conference-counts.ts'
import { listConferences } from '../db/conferences.ts'
import type { Flags } from './commands.ts'
import { type Answer, withOffice } from './ground.ts'

const always = { from: '0000-01-01', to: '9999-12-31' }

/** `conferences`: every conference with its state and what came of it, latest first; no names of people. */
export async function listConferencesHere(flags: Flags): Promise<Answer> {
  return withOffice(flags, async ({ store: { db } }) => {
    const yields = await conferenceYields(db, always, ConferenceState.options)
    const byId = new Map(yields.map((each) => [each.id, each]))
    const attributed = await countAttributed(db)
    const cards = await listConferences(db, { span: null, states: null })
    const conferences = cards.map((card) => ({
      id: card.id,
      kind: card.kind,
      state: card.state,
      day: card.heldOn,
      commune: { ...card.commune, name: card.communeName },
      place: card.place,
      attended: card.attendees,
      consultations: card.consultations,
      leads: byId.get(card.id)?.leads ?? 0,
      enrolments: attributed.get(card.id) ?? 0,
      signUps: card.signUps,
      firstTime: byId.get(card.id)?.firstTime ?? 0,
    }))
    const lines = conferences.map((each) =>
      [
        each.id,
        formatDate(each.day),
        termTexts.conferenceState[each.state].vi,
        termTexts.conferenceKind[each.kind].vi,
        each.commune.name,
        each.place,
        each.attended,
        each.signUps,
        each.firstTime,
      ].join('\t'),
    )
    return { ok: true, value: { conferences }, text: lines.join('\n') }
  })
}
