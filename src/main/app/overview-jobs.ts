import type { CountedWish } from '#core/contract/overview-calls.ts'
import type { CallAnswer, CallInput } from '#core/contract.ts'
import type { IsoDate } from '#core/date.ts'
import type { JobMade, JobOrder } from '#core/job.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { PlanFile } from '#core/target-sheet.ts'
import { peopleCounted, peopleToGroup, readInForce } from '../db/overview.ts'
import { mostEnrolments } from '../db/overview-people.ts'
import { settleCounts } from '../db/overview-settle.ts'
import { readPlan } from '../db/target-plan.ts'
import { totalBehind } from '../figures/counted.ts'
import { focusOf } from '../figures/overview.ts'
import type { Desk } from './desk.ts'
import { runInJob } from './jobs.ts'
import type { Office } from './office.ts'
import { overviewGround, readCounted, readOverview } from './overview.ts'

/** As many people are looked through within the blink of an eye; more in a process of its own. */
const mostHere = 1000

/** Every figure of the overview on a day; a day long past is counted in a job. */
export async function askOverview(
  desk: Desk,
  office: Office,
  { on, job }: CallInput<'overview.read'>,
): Promise<Result<CallAnswer<'overview.read'>>> {
  const { campaigns } = await readPlan(office.store.db)
  if (peopleToGroup(office.store.raw, focusOf(campaigns, on), on) <= mostHere)
    return ok(await readOverview(office, on))
  return readInJob(desk, office, job, on, { kind: 'overview', on })
}

/** A page of the people behind a figure; where many have to be looked through, a job finds them. */
export async function askCounted(
  desk: Desk,
  office: Office,
  { job, ...wish }: CallInput<'overview.people'>,
): Promise<Result<CallAnswer<'overview.people'>>> {
  if ((await peopleLookedAt(office, wish)) <= mostHere) return ok(await readCounted(office, wish))
  return readInJob(desk, office, job, wish.figure.on, { kind: 'counted', wish })
}

/** About how many people are passed until a page is full, when those wanted lie evenly. */
async function peopleLookedAt(office: Office, { figure, limit }: CountedWish): Promise<number> {
  const { raw, db } = office.store
  if ('inForce' in figure) {
    const total = readInForce(raw, figure.on)[figure.inForce]
    return total === 0 ? 0 : mostEnrolments(raw) * Math.min(1, limit / total)
  }
  const grouped = figure.side?.by === 'day' ? 0 : peopleToGroup(raw, figure, figure.on)
  // The conference has an index of its own.
  if (grouped > mostHere || figure.side?.by === 'conference') return grouped
  const ground = overviewGround(office, figure.on)
  const total = await totalBehind({ db, raw, ground, tell: () => {} }, figure)
  if (total === 0) return 0
  const days = figure.side?.by === 'day' ? figure.side : figure
  return peopleCounted(raw, figure, days) * Math.min(1, limit / total)
}

/** Reads a file of targets in a job. */
export function readPlanInJob(desk: Desk, job: string, path: string): Promise<Result<PlanFile>> {
  return follow(desk, job, { kind: 'plan', path })
}

type Part<O> = O extends JobOrder ? Omit<O, 'store' | 'ground'> : never
type FiguresPart = Part<Extract<JobOrder, { ground: unknown }>>

/** Reads figures of a day in a job, from what is in the store now. */
export async function readInJob<P extends FiguresPart>(
  desk: Desk,
  office: Office,
  job: string,
  on: IsoDate,
  part: P,
): Promise<Result<JobMade[P['kind']]>> {
  const { file, key, raw, db } = office.store
  // A job only reads: what another tool changed in the book is counted before.
  await db.transaction().execute(async () => settleCounts(raw))
  const store = { file, key, nativeBinding: office.ground.nativeBinding }
  const order = { ...part, store, ground: overviewGround(office, on) } as unknown
  return follow(desk, job, order as Extract<JobOrder, { kind: P['kind'] }>)
}

/** Runs a job the window waits for; what the same screen asked before is not wanted any more. */
async function follow<O extends JobOrder>(
  desk: Desk,
  job: string,
  order: O,
): Promise<Result<JobMade[O['kind']]>> {
  if (desk.job?.id === job) desk.job.stop()
  if (desk.job !== null) return fail('job.running')
  desk.ports.emit('progress', { done: 0, total: 0, label: '', job })
  return runInJob(desk, job, order, () => {})
}
