import { SummarySupport } from '#core/summary.ts'
import {
  type AdjustmentFact,
  type EnrolmentFact,
  factSpan,
  type SummaryFacts,
  type SummaryHeader,
} from '#core/summary-facts.ts'
import type { PeriodKind } from '#core/terms.ts'
import { type AdjustmentRow, listAdjustments } from '../db/adjustments.ts'
import { auditHead } from '../db/audit.ts'
import { listConferences } from '../db/conferences.ts'
import { listFacts } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { listTargets } from '../db/office.ts'
import { kindCounted } from './merge.ts'
import type { Office } from './office.ts'
import { policyOf } from './office-policy.ts'

/** What the figures of a file stand under besides the figures. */
export type FileHeader = Pick<
  SummaryHeader,
  | 'createdBy'
  | 'approvedBy'
  | 'sequence'
  | 'revision'
  | 'previous'
  | 'replaces'
  | 'reopened'
  | 'clockBack'
  | 'pooledBelow'
>

/** Reads everything a summary is counted from; inside a transaction, so that it is one snapshot. */
export async function gatherFacts(
  db: Db,
  office: Office,
  span: { kind: PeriodKind; from: string; to: string },
  header: FileHeader,
): Promise<SummaryFacts> {
  const { ground, row } = office
  const targets = await listTargets(db)
  const days = factSpan(span, targets)
  const enrolments = await listFacts(db, days.from, days.to)
  const policy = policyOf(office)
  for (const row of enrolments) {
    if (row.first_before !== null) row.kind = await kindCounted(db, policy, row)
  }
  const adjustments = await listAdjustments(db, span.from, span.to)
  const conferences = await listConferences(db, { span: days, states: ['held', 'closed'] })
  return {
    header: {
      ...header,
      unit: { code: row.code, name: row.name, from: row.foundedOn },
      period: span,
      createdAt: ground
        .now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      appVersion: ground.version,
      practice: row.practice,
      auditHead: await auditHead(db),
    },
    enrolments: enrolments.map(toFact),
    conferences: conferences.map((conference) => ({
      id: conference.id,
      kind: conference.kind,
      date: conference.heldOn,
      start: conference.startsAt,
      commune: { ...conference.commune, name: conference.communeName },
      place: conference.place,
      organisers: conference.organisers,
      attendees: conference.attendees,
    })),
    targets,
    adjustments: adjustments.map(toAdjustment),
  }
}

function toFact(row: Awaited<ReturnType<typeof listFacts>>[number]): EnrolmentFact {
  return {
    id: row.id,
    personId: row.person_id,
    householdId: row.household_id,
    scheme: row.scheme,
    kind: row.kind,
    signedOn: row.signed_on,
    commune: { code: row.commune_code, validFrom: row.commune_from, name: row.commune_name },
    collector: row.collector,
    occupation: row.occupation,
    sex: row.sex,
    birthDate: row.birth_date,
    support: SummarySupport.parse(row.support_group),
    months: row.months,
    gross: row.gross,
    state: row.state_support,
    local: row.local_support,
    payer: row.payer,
    conferenceId: row.conference_id,
    cancelled: row.state === 'cancelled' && !row.taken_back,
  }
}

function toAdjustment(row: AdjustmentRow): AdjustmentFact {
  return {
    id: row.id,
    why: row.why,
    madeOn: row.made_on,
    scheme: row.scheme,
    kind: row.kind,
    signedOn: row.signed_on,
    commune: { code: row.commune_code, validFrom: row.commune_from, name: row.commune_name },
    collector: row.collector,
    occupation: row.occupation,
    sex: row.sex,
    birthDate: row.birth_date,
    support: SummarySupport.parse(row.support_group),
    months: row.months,
    gross: row.gross,
    state: row.state_support,
    local: row.local_support,
    payer: row.payer,
  }
}
