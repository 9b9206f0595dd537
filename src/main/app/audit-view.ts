import type { AuditPage, AuditVerdict, CallInput } from '#core/contract.ts'
import { addDays } from '#core/date.ts'
import { mayCall } from '#core/rights.ts'
import { auditHead, findBrokenLine } from '../db/audit.ts'
import { auditIndex, listAudit } from '../db/audit-list.ts'
import { type Actor, change, type Office } from './office.ts'
import { checkSentFiles } from './sent-files.ts'

const pageSize = 200

/** A page of the audit, newest first; looking at it is an event too. */
export async function readAudit(
  office: Office,
  actor: Actor,
  filter: CallInput<'audit.list'>,
): Promise<AuditPage> {
  const { db } = office.store
  const seesPeople = actor.role === 'command-line' || mayCall(actor.role, 'look')
  const { before, from, to, actor: by, area, subject } = filter
  if (before === null) {
    await change(office, actor, (_db, audit) =>
      audit({ event: 'audit.listed', subject: 'audit', detail: { from, to, area } }),
    )
  }
  const rows = await listAudit(
    db,
    {
      before,
      fromAt: from && startOf(from),
      toAt: to && startOf(addDays(to, 1)),
      actor: by,
      area,
      subject,
    },
    pageSize,
  )
  return {
    lines: rows.map(({ seq, at, actor: who, event, subject: of, detail }) => ({
      seq,
      at,
      actor: who,
      event,
      subject: of,
      detail: seesPeople ? JSON.parse(detail) : withoutValues(JSON.parse(detail)),
    })),
    next: rows.length === pageSize ? (rows.at(-1)?.seq ?? null) : null,
    ...(await auditIndex(db)),
  }
}

/** Which fields changed, but not from what to what: whoever manages the computer sees nobody's data. */
function withoutValues(detail: { changes?: object }): unknown {
  if (!detail.changes)
    return Object.keys(detail).length === 0 ? {} : { fields: Object.keys(detail) }
  return { fields: Object.keys(detail.changes) }
}

/** Walks the whole chain, then holds every sent file against it. */
export async function verifyAudit(office: Office): Promise<AuditVerdict> {
  const { db } = office.store
  const head = await auditHead(db)
  const broken = await findBrokenLine(db)
  const file = await checkSentFiles(office)
  return { events: head.events, head: head.hash, broken: broken?.seq ?? null, file }
}

/** The instant a day begins in Viet Nam. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toISOString()
}
