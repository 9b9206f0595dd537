import type { Selectable } from 'kysely'
import type { AdjustmentReason } from '#core/summary.ts'
import type { Db } from './kysely.ts'
import type { Tables } from './tables.ts'

/** Months and money of an adjustment: differences in months and đồng. */
export type Difference = {
  months: number
  gross: number
  state: number
  local: number
  payer: number
}

/** An adjustment as it is written; `madeOn` is the open day whose period carries it. */
export type NewAdjustment = Difference & {
  enrolmentId: number
  why: AdjustmentReason
  madeOn: string
  reason: string
  createdBy: string
}

/** Adds an adjustment and answers its id. `at` is an ISO instant. */
export async function addAdjustment(db: Db, made: NewAdjustment, at: string): Promise<number> {
  const row = await db
    .insertInto('adjustment')
    .values({
      enrolment_id: made.enrolmentId,
      why: made.why,
      made_on: made.madeOn,
      months: made.months,
      gross: made.gross,
      state_support: made.state,
      local_support: made.local,
      payer: made.payer,
      reason: made.reason,
      created_by: made.createdBy,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** What the adjustments of a sign-up come to so far. */
export async function sumAdjustments(db: Db, enrolmentId: number): Promise<Difference> {
  const row = await db
    .selectFrom('adjustment')
    .select(({ fn }) => [
      fn.sum<number | null>('months').as('months'),
      fn.sum<number | null>('gross').as('gross'),
      fn.sum<number | null>('state_support').as('state'),
      fn.sum<number | null>('local_support').as('local'),
      fn.sum<number | null>('payer').as('payer'),
    ])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  const { months, gross, state, local, payer } = row
  return {
    months: months ?? 0,
    gross: gross ?? 0,
    state: state ?? 0,
    local: local ?? 0,
    payer: payer ?? 0,
  }
}

/** An adjustment with the sign-up it is about, its person's sex and birth. */
export type AdjustmentRow = Selectable<Tables['adjustment']> &
  Pick<
    Tables['enrolment'],
    | 'scheme'
    | 'kind'
    | 'signed_on'
    | 'commune_code'
    | 'commune_from'
    | 'commune_name'
    | 'collector'
    | 'occupation'
    | 'support_group'
  > & { sex: 'male' | 'female'; birth_date: string; name: string }

/** The adjustments that the periods of a span of days carry, oldest first. */
export async function listAdjustments(db: Db, from: string, to: string): Promise<AdjustmentRow[]> {
  return db
    .selectFrom('adjustment')
    .innerJoin('enrolment', 'enrolment.id', 'adjustment.enrolment_id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .selectAll('adjustment')
    .select(['enrolment.scheme', 'enrolment.kind', 'enrolment.signed_on'])
    .select(['enrolment.commune_code', 'enrolment.commune_from', 'enrolment.commune_name'])
    .select(['enrolment.collector', 'enrolment.occupation', 'enrolment.support_group'])
    .select(['person.sex', 'person.birth_date', 'person.name'])
    .where('adjustment.made_on', '>=', from)
    .where('adjustment.made_on', '<=', to)
    .orderBy('adjustment.id')
    .execute()
}
