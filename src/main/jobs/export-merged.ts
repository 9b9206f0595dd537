import { fileProblem } from '#core/file-problem.ts'
import type { JobOrder, JobReport } from '#core/job.ts'
import { closeStore } from '../db/open.ts'
import { openReader } from '../db/reader.ts'
import type { Channel } from './channel.ts'
import { writeMerged } from './merged.ts'
import { reporter } from './reporter.ts'

/** Writes the city's merged data to a file, reading the store beside the app. */
export async function exportMerged(
  { store, order }: Extract<JobOrder, { kind: 'merged' }>,
  report: Channel['report'],
): Promise<JobReport> {
  const opened = openReader(store.file, Buffer.from(store.key), store.nativeBinding)
  if (!opened.ok) return { type: 'refused', problem: opened.problem }
  const progress = reporter(report, '')
  try {
    const rows = await writeMerged(opened.value.raw, order, (done) => {
      void progress(done, order.stand.chosen.length)
    })
    return { type: 'done', made: { rows } }
  } catch (error) {
    const refused = fileProblem(error, order.path)
    if (refused) return { type: 'refused', problem: refused.problem }
    throw error
  } finally {
    await closeStore(opened.value)
  }
}
