import { deadlinesOf } from '#core/privacy/deadlines.ts'
import {
  type DataRequest,
  dueOn,
  type RequestDraft,
  type RequestStep,
  sortRequests,
} from '#core/privacy/records.ts'
import { OwnPrivacy, regimeOn } from '#core/privacy/rules.ts'
import { fail, ok, type Result } from '#core/result.ts'
import {
  addRequest,
  listRequests,
  type StoredRequest,
  stepRequest,
} from '../../db/privacy-requests.ts'
import { type Actor, change, type Office, todayInVietnam } from '../office.ts'
import { privacyCalendar, privacyRules } from './rules.ts'

/** The register of requests by the next deadline, open ones first. */
export async function readRequests(office: Office): Promise<DataRequest[]> {
  const rows = await listRequests(office.store.db)
  const calendar = privacyCalendar(office)
  return sortRequests(rows.map((row) => withDeadlines(office, row, calendar)))
}

function withDeadlines(
  office: Office,
  row: StoredRequest,
  calendar: ReturnType<typeof privacyCalendar>,
): DataRequest {
  const term = termFor(office, row)
  const extended = row.extension !== null
  const deadlines = deadlinesOf(term, { ...row, extended }, calendar)
  const mayExtend = !extended && term.extensionDays > 0
  return { ...row, ...deadlines, mayExtend, dueOn: dueOn({ ...row, ...deadlines }) }
}

/** The deadlines of the law that was in force when the request came in. */
function termFor(office: Office, { kind, receivedOn }: Pick<RequestDraft, 'kind' | 'receivedOn'>) {
  const { requests } = regimeOn(privacyRules(office.ground), OwnPrivacy.parse({}), receivedOn)
  const term = requests.find((each) => each.kind === kind)
  if (!term) throw new Error(`no term for ${kind}`)
  return term
}

/** Notes a request that came in. */
export async function takeRequest(
  office: Office,
  actor: Actor,
  draft: RequestDraft,
): Promise<Result<DataRequest[]>> {
  if (draft.receivedOn > todayInVietnam(office.ground.now())) {
    return fail('privacy.received-later', {}, ['receivedOn'])
  }
  await change(office, actor, async (db, audit, at) => {
    const id = await addRequest(db, draft, { by: actor.name, at })
    await audit({
      event: 'privacy.requested',
      subject: `request:${id}`,
      detail: { kind: draft.kind, receivedOn: draft.receivedOn },
    })
  })
  return ok(await readRequests(office))
}

/** Answers, extends once, closes or refuses a request; a closed one stays as it is. */
export async function moveRequest(
  office: Office,
  actor: Actor,
  { id, step }: { id: number; step: RequestStep },
): Promise<Result<DataRequest[]>> {
  const today = todayInVietnam(office.ground.now())
  const moved = await change(office, actor, async (db, audit): Promise<Result<true>> => {
    const row = (await listRequests(db)).find((each) => each.id === id)
    if (!row) return fail('privacy.request-unknown')
    if (row.state !== 'open') return fail('privacy.request-closed')
    const isLate = row.extension !== null || termFor(office, row).extensionDays === 0
    if (step.step === 'extend' && isLate) return fail('privacy.extended')
    await stepRequest(db, id, step, today)
    await audit({
      event: 'privacy.stepped',
      subject: `request:${id}`,
      detail: { step: step.step },
    })
    return ok(true)
  })
  return moved.ok ? ok(await readRequests(office)) : moved
}
