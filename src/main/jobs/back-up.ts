import { fileProblem } from '#core/file-problem.ts'
import type { JobOrder, JobReport } from '#core/job.ts'
import { copyOrCheck } from '../db/backup.ts'
import type { Channel } from './channel.ts'
import { reporter } from './reporter.ts'

/** Copies a store that is held still, or checks a copy, or both. */
export async function backUp(
  { copy, label }: Extract<JobOrder, { kind: 'backup' }>,
  report: Channel['report'],
): Promise<JobReport> {
  try {
    const facts = await copyOrCheck(copy, reporter(report, label))
    return facts.ok
      ? { type: 'done', made: facts.value }
      : { type: 'refused', problem: facts.problem }
  } catch (error) {
    const refused = fileProblem(error, copy.to)
    if (refused) return { type: 'refused', problem: refused.problem }
    throw error
  }
}
