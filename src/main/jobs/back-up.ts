import { fileProblem } from '#core/file-problem.ts'
import type { JobOrder, JobReport } from '#core/job.ts'
import { copyAndCheck } from '../db/backup.ts'
import type { Channel } from './channel.ts'
import { reporter } from './reporter.ts'

/** Copies a store that is held still and checks the copy. */
export async function backUp(
  { copy, label }: Extract<JobOrder, { kind: 'backup' }>,
  report: Channel['report'],
): Promise<JobReport> {
  try {
    const facts = await copyAndCheck(copy, reporter(report, label))
    return facts.ok
      ? { type: 'done', made: facts.value }
      : { type: 'refused', problem: facts.problem }
  } catch (error) {
    const refused = fileProblem(error, copy.to)
    if (refused) return { type: 'refused', problem: refused.problem }
    throw error
  }
}
