import { basename } from 'node:path'
import type { CallAnswer, CallInput, CommuneCard, PlanImported } from '#core/contract.ts'
import type { IsoDate } from '#core/date.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Campaign } from '#core/target.ts'
import {
  checkEntry,
  dropEntry,
  keyOfEntry,
  type Plan,
  Plan as PlanSchema,
  putEntry,
} from '#core/target-plan.ts'
import { importEntries, importTable, type PlanFile, type SheetGround } from '#core/target-sheet.ts'
import { unitByKey } from '#core/units.ts'
import type { Db } from '../db/kysely.ts'
import { addPlanImport, lastPlanImport, markUndone } from '../db/plan-imports.ts'
import { readPlan, writePlan } from '../db/target-plan.ts'
import { readPlanFile } from '../sheets/plan-file.ts'
import { communesOn } from './area.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'

type Read = CallAnswer<'targets.read'>

/** The plan of the office with the communes it can be about, and the last file taken in. */
export async function readTargets(office: Office): Promise<Read> {
  const { db } = office.store
  const last = await lastPlanImport(db)
  return {
    plan: await readPlan(db),
    communes: communesOn(office.ground.policy.places, office.row.code, today(office)),
    lastImport: last && { id: last.id, file: last.file_name, at: last.imported_at },
  }
}

const today = (office: Office) => todayInVietnam(office.ground.now())

function groundOf(office: Office, plan: Plan): SheetGround {
  const { places } = office.ground.policy
  const areas = new Map<IsoDate, CommuneCard[]>()
  // A file has many rows of few days.
  const areaOn = (on: IsoDate) => {
    const area = areas.get(on) ?? communesOn(places, office.row.code, on)
    areas.set(on, area)
    return area
  }
  return {
    plan,
    today: today(office),
    knowsCommune: (commune) => {
      const unit = unitByKey(places, commune)
      if (!unit) return false
      const on = unit.validTo === '' || unit.validTo > today(office) ? today(office) : unit.validTo
      return areaOn(on).some((one) => one.code === unit.code && one.validFrom === unit.validFrom)
    },
    communeOf: (code, on) => {
      const found = areaOn(on).find((one) => one.code === code)
      return found ? { code, validFrom: found.validFrom } : null
    },
  }
}

/** Puts an entry into the plan, over the one with its key, or over `previousKey` when it was renamed. */
export async function saveEntry(
  office: Office,
  actor: Actor,
  { entry, previousKey }: CallInput<'targets.save'>,
): Promise<Result<{ key: string }>> {
  return change(office, actor, async (db, audit) => {
    const before = await readPlan(db)
    const checked = checkEntry(entry, groundOf(office, before))
    if (!checked.ok) return checked
    const key = keyOfEntry(entry)
    const isMoved = previousKey !== null && previousKey !== key
    const base = isMoved ? (dropEntry(before, entry.part, previousKey) ?? before) : before
    await writePlan(db, before, putEntry(base, entry))
    await audit({
      event: 'plan.changed',
      subject: `plan:${entry.part}`,
      detail: { key, removed: false },
    })
    return ok({ key })
  })
}

/** Takes an entry out of the plan. */
export async function removeEntry(
  office: Office,
  actor: Actor,
  { part, key }: CallInput<'targets.remove'>,
): Promise<Result<{ key: string }>> {
  return change(office, actor, async (db, audit) => {
    const before = await readPlan(db)
    const after = dropEntry(before, part, key)
    if (!after) return fail('target.unknown')
    await writePlan(db, before, after)
    await audit({ event: 'plan.changed', subject: `plan:${part}`, detail: { key, removed: true } })
    return ok({ key })
  })
}

/** Takes a CSV, XLSX or JSON file of entries in; a dry run says what it would do and writes nothing. */
export async function importTargets(
  office: Office,
  actor: Actor,
  { file, dryRun }: { file: string; dryRun: boolean },
  readFile: (path: string) => Promise<Result<PlanFile>> = readPlanFile,
): Promise<Result<PlanImported>> {
  const read = await readFile(file)
  if (!read.ok) return read
  return change(office, actor, async (db, audit, at) => {
    const before = await readPlan(db)
    const ground = groundOf(office, before)
    const imported =
      'rows' in read.value
        ? importTable(read.value.rows, ground)
        : importEntries(read.value.json, ground)
    if (!imported.ok) return imported
    const { after, added, changed, same, refused } = imported.value
    const answer = { added, changed, same, refused, dryRun }
    if (dryRun || added + changed === 0) return ok(answer)
    await writePlan(db, before, after)
    const id = await addPlanImport(db, {
      file_name: basename(file),
      sha256: read.value.sha256,
      before: JSON.stringify(before),
      after: JSON.stringify(await readPlan(db)),
      imported_by: actor.name,
      imported_at: at,
    })
    await audit({
      event: 'plan.imported',
      subject: `plan-import:${id}`,
      detail: { added, changed },
    })
    return ok(answer)
  })
}

/** Puts the plan back to what it was before the last file, while nothing changed it since. */
export async function undoImport(
  office: Office,
  actor: Actor,
): Promise<Result<CallAnswer<'targets.undo'>>> {
  return change(office, actor, async (db, audit, at) => {
    const last = await lastPlanImport(db)
    if (!last) return fail('target.undo-nothing')
    const now = await readPlan(db)
    if (JSON.stringify(now) !== last.after) return fail('target.undo-changed')
    await writePlan(db, now, PlanSchema.parse(JSON.parse(last.before)))
    await markUndone(db, last.id, at)
    await audit({ event: 'plan.import-undone', subject: `plan-import:${last.id}`, detail: {} })
    return ok({ file: last.file_name })
  })
}

/** Gives a new office the shipped campaigns and ties the targets that came with them to these. */
export async function seedCampaigns(db: Db, shipped: readonly Campaign[]): Promise<void> {
  const before = await readPlan(db)
  const campaigns = shipped.map(({ targets: _, ...campaign }) => campaign)
  const campaignOf = (id: string) =>
    shipped.find(({ targets }) => targets.some((target) => target.id === id))?.id ?? null
  const targets = before.targets.map((row) => ({ ...row, campaignId: campaignOf(row.id) }))
  await writePlan(db, before, { ...before, campaigns, targets })
}

/**
 * Gives a store that was made before there were campaigns the shipped ones. An office whose plan was
 * ever changed is left as its head wants it.
 */
export async function seedOlderStore(db: Db, shipped: readonly Campaign[]): Promise<void> {
  const has = await db.selectFrom('campaign').select('id').limit(1).executeTakeFirst()
  if (has) return
  const touched = await db
    .selectFrom('audit')
    .select('event')
    .where('event', 'in', ['plan.changed', 'plan.imported', 'plan.import-undone'])
    .limit(1)
    .executeTakeFirst()
  if (!touched) await db.transaction().execute((all) => seedCampaigns(all, shipped))
}
