import { AgeBand, type SummaryRow, SummarySupport } from '#core/summary.ts'
import type {
  AdjustmentFact,
  Counted,
  EnrolmentFact,
  SummaryFacts,
  SummaryHeader,
} from '#core/summary-facts.ts'
import type { Target } from '#core/target.ts'
import type { PeriodKind } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { type AdjustmentRow, listAdjustments } from '../db/adjustments.ts'
import { auditHead } from '../db/audit.ts'
import { listConferences } from '../db/conferences.ts'
import type { Db } from '../db/kysely.ts'
import { listTargets } from '../db/office.ts'
import {
  type CountedCell,
  type CountedPeople,
  countCancelled,
  countCells,
  countConferenceSignUps,
  countHeld,
  countHouseholds,
  countPeople,
  countTarget,
  listFactsOf,
} from '../db/summary-counts.ts'
import { kindCounted } from '../figures/kind-counted.ts'
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

/** Everything a summary is counted from: what is counted one by one, and what the store counted. */
export type Gathered = { facts: SummaryFacts; counted: Counted }

/** Reads everything a summary is counted from; inside a transaction, so that it is one snapshot. */
export async function gatherFacts(
  db: Db,
  office: Office,
  span: { kind: PeriodKind; from: string; to: string },
  header: FileHeader,
): Promise<Gathered> {
  const { ground, row } = office
  const targets = await listTargets(db)
  const people = await countPeople(db, span)
  const special = await listFactsOf(db, span, people.special)
  const policy = policyOf(office)
  for (const row of special) {
    if (row.first_before !== null) row.kind = await kindCounted(db, policy, row)
  }
  const adjustments = await listAdjustments(db, span.from, span.to)
  const conferences = await listConferences(db, { span, states: ['held', 'closed'] })
  const facts: SummaryFacts = {
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
    enrolments: special.map(toFact),
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
  return { facts, counted: await countRest(db, span, people, targets) }
}

/** What the store counts of everybody who needs no second look. */
async function countRest(
  db: Db,
  span: { from: string; to: string },
  { joiners, firstTime, special }: CountedPeople,
  targets: readonly Target[],
): Promise<Counted> {
  const achieved = new Map<string, number>()
  for (const { id, measure, from, to } of targets) {
    const until = { from, to: to < span.to ? to : span.to }
    const count = measure === 'conferences' ? countHeld(db, until) : countTarget(db, measure, until)
    achieved.set(id, await count)
  }
  return {
    joiners,
    firstTime,
    achieved,
    households: await countHouseholds(db, span),
    cancellations: await countCancelled(db, span),
    signUps: await countConferenceSignUps(db, span, special),
    rows: (await countCells(db, span, special)).map(toRow),
  }
}

function toRow(cell: CountedCell): SummaryRow {
  const { scheme, kind, collector, occupation, sex, persons } = cell
  const { months, gross, state, local, payer } = cell
  return {
    ...{ scheme, kind, collector, occupation, sex, persons, months, gross, state, local, payer },
    commune: {
      code: cell.commune_code,
      validFrom: cell.commune_from,
      name: cleanText(cell.commune_name),
    },
    ageBand: AgeBand.options[cell.band] as AgeBand,
    support: cell.support_group,
  }
}

function toFact(row: Awaited<ReturnType<typeof listFactsOf>>[number]): EnrolmentFact {
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
    // Read among those that hold; one taken back after its day was closed stays counted there.
    cancelled: false,
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
