import { type Insertable, sql } from 'kysely'
import type { TargetMeasure } from '#core/target.ts'
import type { Plan } from '#core/target-plan.ts'
import type { Db } from './kysely.ts'
import type { Tables } from './tables.ts'

/** The plan of the office: campaigns, targets, assigned numbers, sizes of the area, coverage. */
export async function readPlan(db: Db): Promise<Plan> {
  const campaigns = await db.selectFrom('campaign').selectAll().orderBy('from_date').execute()
  const targets = await db
    .selectFrom('target')
    .selectAll()
    .orderBy('to_date')
    .orderBy('scope', 'desc')
    .orderBy('id')
    .execute()
  const assignments = await db.selectFrom('assignment').selectAll().orderBy('id').execute()
  const sizes = await db.selectFrom('area_size').selectAll().orderBy('from_date').execute()
  const coverage = await db.selectFrom('coverage_target').selectAll().execute()
  return {
    campaigns: campaigns.map(({ id, name, launch_day, from_date, to_date, source }) => ({
      ...{ id, name, launchDay: launch_day, from: from_date, to: to_date, source },
    })),
    targets: targets.map(({ measure, from_date, to_date, campaign_id, ...row }) => ({
      ...row,
      measure: measure as TargetMeasure,
      ...{ from: from_date, to: to_date, campaignId: campaign_id },
    })),
    assignments: assignments.map((row) => ({
      ...{ id: row.id, measure: row.measure as TargetMeasure, collector: row.collector },
      commune:
        row.commune_code === null || row.commune_from === null
          ? null
          : { code: row.commune_code, validFrom: row.commune_from },
      ...{ from: row.from_date, to: row.to_date, value: row.value, newPeople: row.new_people },
    })),
    sizes: sizes.map((row) => ({
      ...{ from: row.from_date, population: row.population, labourForce: row.labour_force },
      ...{ bhytElsewhere: row.bhyt_elsewhere, bhxhElsewhere: row.bhxh_elsewhere },
      source: row.source,
    })),
    coverage: coverage.map(({ measure, from_date, permille, source }) => ({
      ...{ measure: measure as Plan['coverage'][number]['measure'], from: from_date },
      ...{ permille, source },
    })),
  }
}

/** Puts a plan in the place of the one there was; entries that stayed the same are not touched. */
export async function writePlan(db: Db, before: Plan, after: Plan): Promise<void> {
  await dropGone(db, before, after)
  const fresh = <T>(old: readonly T[], rows: readonly T[]) => {
    const known = new Set(old.map((row) => JSON.stringify(row)))
    return rows.filter((row) => !known.has(JSON.stringify(row)))
  }
  for (const row of fresh(before.campaigns, after.campaigns))
    await put(db, 'campaign', campaignRow(row))
  for (const row of fresh(before.targets, after.targets)) await put(db, 'target', targetRow(row))
  for (const row of fresh(before.assignments, after.assignments))
    await put(db, 'assignment', assignmentRow(row))
  for (const row of fresh(before.sizes, after.sizes))
    await db
      .insertInto('area_size')
      .values(sizeRow(row))
      .onConflict((conflict) => conflict.column('from_date').doUpdateSet(sizeRow(row)))
      .execute()
  for (const { from, ...row } of fresh(before.coverage, after.coverage))
    await db
      .insertInto('coverage_target')
      .values({ ...row, from_date: from })
      .onConflict((conflict) => conflict.columns(['measure', 'from_date']).doUpdateSet(row))
      .execute()
  await dropSpans(db)
}

async function put<T extends 'campaign' | 'target' | 'assignment'>(
  db: Db,
  table: T,
  row: Insertable<Tables[T]>,
): Promise<void> {
  await db
    .insertInto(table)
    .values(row)
    .onConflict((conflict) => conflict.column('id' as never).doUpdateSet(row as never))
    .execute()
}

/** Days that no entry of the plan is about any more are not counted on; months and years always are. */
async function dropSpans(db: Db): Promise<void> {
  const planned = ['target', 'campaign', 'assignment']
    .map((table) => `select from_date, to_date from ${table}`)
    .join(' union ')
  await sql`delete from counted_span where (from_date, to_date) not in (${sql.raw(planned)})
    and not (from_date like '%-01' and to_date in (date(from_date, '+1 month', '-1 day'),
      date(from_date, '+3 months', '-1 day'), date(from_date, '+1 year', '-1 day')))`.execute(db)
}

async function dropGone(db: Db, before: Plan, after: Plan): Promise<void> {
  const gone = <T extends { id: string }>(old: readonly T[], rows: readonly T[]) => {
    const kept = new Set(rows.map(({ id }) => id))
    return old.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  }
  for (const table of ['assignment', 'target', 'campaign'] as const) {
    const part = `${table}s` as const
    const ids = gone<{ id: string }>(before[part], after[part])
    if (table === 'campaign') for (const row of after.targets) await relink(db, row)
    if (ids.length > 0) await db.deleteFrom(table).where('id', 'in', ids).execute()
  }
  const days = new Set(after.sizes.map(({ from }) => from))
  for (const { from } of before.sizes)
    if (!days.has(from)) await db.deleteFrom('area_size').where('from_date', '=', from).execute()
  const shares = new Set(after.coverage.map(({ measure, from }) => `${measure} ${from}`))
  for (const { measure, from } of before.coverage) {
    if (shares.has(`${measure} ${from}`)) continue
    await db
      .deleteFrom('coverage_target')
      .where('measure', '=', measure)
      .where('from_date', '=', from)
      .execute()
  }
}

/** A target lets go of its campaign before that is removed. */
async function relink(db: Db, { id, campaignId }: Plan['targets'][number]): Promise<void> {
  if (campaignId !== null) return
  await db.updateTable('target').set({ campaign_id: null }).where('id', '=', id).execute()
}

const campaignRow = ({ launchDay, from, to, ...row }: Plan['campaigns'][number]) => ({
  ...row,
  ...{ launch_day: launchDay, from_date: from, to_date: to },
})

const targetRow = ({ from, to, campaignId, ...row }: Plan['targets'][number]) => ({
  ...row,
  ...{ from_date: from, to_date: to, campaign_id: campaignId },
})

const assignmentRow = (row: Plan['assignments'][number]) => ({
  ...{ id: row.id, measure: row.measure, collector: row.collector, value: row.value },
  ...{ commune_code: row.commune?.code ?? null, commune_from: row.commune?.validFrom ?? null },
  ...{ from_date: row.from, to_date: row.to, new_people: row.newPeople },
})

const sizeRow = (row: Plan['sizes'][number]) => ({
  ...{ from_date: row.from, population: row.population, labour_force: row.labourForce },
  ...{ bhyt_elsewhere: row.bhytElsewhere, bhxh_elsewhere: row.bhxhElsewhere, source: row.source },
})
