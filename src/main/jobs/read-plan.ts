import type { JobOrder, JobReport } from '#core/job.ts'
import { readPlanFile } from '../sheets/plan-file.ts'

/** Reads a file of targets, which may be anything. */
export async function readPlan({ path }: Extract<JobOrder, { kind: 'plan' }>): Promise<JobReport> {
  const read = await readPlanFile(path)
  return read.ok ? { type: 'done', made: read.value } : { type: 'refused', problem: read.problem }
}
