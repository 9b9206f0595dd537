import type { CallAnswer } from '#core/contract.ts'
import { breachDeadline } from '#core/privacy/deadlines.ts'
import type { Breach, BreachDraft } from '#core/privacy/records.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { displayName, unitByKey } from '#core/units.ts'
import { listBreaches, writeBreach } from '../../db/privacy-breaches.ts'
import { countBreach } from '../../db/privacy-due.ts'
import { drawBreach } from '../../forms/breach-record.ts'
import type { HeldPaper } from '../desk.ts'
import { type Actor, change, type Office, todayInVietnam } from '../office.ts'
import { paperCard } from '../paper-card.ts'
import { tracePaper } from '../paper-out.ts'
import { fileName } from '../papers.ts'
import { regimeFor } from './rules.ts'

/** Writes a breach down with its deadline and whom it touches, counted from the store at that moment. */
export async function saveBreach(
  office: Office,
  actor: Actor,
  draft: BreachDraft,
): Promise<Result<CallAnswer<'breach.list'>>> {
  if (Date.parse(draft.foundAt) > office.ground.now().getTime()) {
    return fail('privacy.breach-later', {}, ['foundAt'])
  }
  const known = (await listBreaches(office.store.db)).find(({ id }) => id === draft.id)
  if (draft.id !== null && !known) return fail('privacy.breach-unknown')
  await change(office, actor, async (db, audit, at) => {
    const day = todayInVietnam(new Date(draft.foundAt))
    const { breach } = await regimeFor(office.ground, db, day)
    const reportBy = breachDeadline(draft.foundAt, breach.hours)
    // What was counted when it was noted stays what was reported.
    const affected = known?.affected ?? (await countBreach(db, draft))
    const id = await writeBreach(db, draft, { reportBy, affected }, { by: actor.name, at })
    await audit({
      event: 'privacy.breach',
      subject: `breach:${id}`,
      detail: { foundAt: draft.foundAt, reportBy, people: affected.people },
    })
  })
  return ok(await listBreaches(office.store.db))
}

/** The record (biên bản) of a breach, with the fields of the report to the authority. */
export async function breachPaper(
  office: Office,
  actor: Actor,
  id: number,
): Promise<Result<HeldPaper>> {
  const breach = (await listBreaches(office.store.db)).find((each) => each.id === id)
  if (!breach) return fail('privacy.breach-unknown')
  const bytes = drawBreach(await recordOf(office, breach), office.ground)
  const title = `Biên bản sự cố dữ liệu cá nhân số ${id}`
  const card = paperCard(bytes, {
    title,
    fileName: fileName('Bien-ban-su-co', String(id)),
    edition: 'RQ1',
    notices: [],
    missing: [],
  })
  const trace = { form: 'breach-record', edition: 'RQ1', subject: `breach:${id}` }
  const paper = { card, bytes, trace }
  await tracePaper(office, actor, 'paper.made', paper)
  return ok(paper)
}

function communeName(office: Office, { communeCode, communeFrom }: Breach): string | null {
  if (communeCode === null || communeFrom === null) return communeCode
  const unit = unitByKey(office.ground.policy.places, { code: communeCode, validFrom: communeFrom })
  return unit ? displayName(unit) : communeCode
}

async function recordOf(office: Office, breach: Breach) {
  const { code, name, practice } = office.row
  const day = todayInVietnam(new Date(breach.foundAt))
  const regime = await regimeFor(office.ground, office.store.db, day)
  return {
    ...{ breach, practice, law: regime.breach, commune: communeName(office, breach) },
    office: { name, unitCode: code },
    madeOn: todayInVietnam(office.ground.now()),
  }
}
