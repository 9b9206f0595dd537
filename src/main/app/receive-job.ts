import type { CheckedFile } from '#core/city/received.ts'
import type { FileVerdict, Received } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { atCity } from './city-office.ts'
import type { Desk, RunningJob } from './desk.ts'
import { runInJob } from './jobs.ts'
import type { Actor, Office } from './office.ts'
import { saveFiles } from './receive.ts'
import { trustFolder } from './trust-folder.ts'

/** How many files are saved in one transaction at most. */
const batch = 64
const mostVerdicts = 1000

/**
 * Receives chosen files and folders: a job checks them in a process of its own while this one saves,
 * never faster than it can. Stopping keeps what was saved; receiving again goes on from there.
 */
export async function receiveFiles(
  desk: Desk,
  office: Office,
  actor: Actor,
  order: { job: string; paths: readonly string[] },
): Promise<Result<Received>> {
  const city = atCity(office)
  if (!city.ok) return city
  const unchosen = order.paths.find((path) => !desk.chosen.has(path))
  if (unchosen !== undefined) return fail('file.not-chosen', { file: unchosen })
  const tally = makeTally()
  const saver = makeSaver(office, actor, tally.add)
  const job = { kind: 'receive' as const, paths: order.paths, trust: trustFolder(office) }
  const done = await runInJob(desk, order.job, job, (part, running) => {
    if (part.type === 'checked') saver.take(part.file, running)
  })
  await saver.end()
  const cancelled = !done.ok && done.problem.code === 'job.cancelled'
  if (!done.ok && !cancelled) return done
  if (!cancelled && tally.count() === 0) return fail('city.no-files')
  return ok(tally.result(cancelled))
}

/** Saves files as they come, as many at once as are waiting, and lets the job go on after each. */
function makeSaver(
  office: Office,
  actor: Actor,
  add: (verdict: FileVerdict) => void,
): { take: (file: CheckedFile, job: RunningJob) => void; end: () => Promise<void> } {
  const waiting: { file: CheckedFile; job: RunningJob }[] = []
  let saving: Promise<void> | null = null
  const save = async () => {
    while (waiting.length > 0) {
      const now = waiting.splice(0, batch)
      const verdicts = await saveFiles(
        office,
        actor,
        now.map(({ file }) => file),
      )
      verdicts.forEach(add)
      for (const { job } of now) job.tell('go-on')
      // Lets other calls be answered between batches.
      await new Promise((resolve) => setImmediate(resolve))
    }
    saving = null
  }
  return {
    take: (file, job) => {
      waiting.push({ file, job })
      saving ??= save()
    },
    end: async () => {
      await saving
    },
  }
}

const importance: Record<FileVerdict['outcome'], number> = {
  refused: 0,
  outdated: 1,
  already: 2,
  taken: 4,
}

const rank = ({ outcome, notices }: FileVerdict): number =>
  importance[outcome] - (outcome === 'taken' && notices.length > 0 ? 1 : 0)

/** Counts every verdict and keeps those to look at first. */
export function makeTally() {
  const counts = { taken: 0, already: 0, outdated: 0, refused: 0 }
  const kept: FileVerdict[][] = [[], [], [], [], []]
  const add = (verdict: FileVerdict) => {
    counts[verdict.outcome] += 1
    const shelf = kept[rank(verdict)]
    if (shelf && shelf.length < mostVerdicts) shelf.push(verdict)
  }
  return {
    add,
    count: () => counts.taken + counts.already + counts.outdated + counts.refused,
    result: (cancelled: boolean): Received => ({
      counts,
      verdicts: kept.flat().slice(0, mostVerdicts),
      cancelled,
    }),
  }
}
