import type { FormId } from '#core/forms.ts'
import type { PlacedPaper } from '#core/papers/order.ts'
import type { Db } from './kysely.ts'

/** A print job as it is kept; `madeAt` an ISO instant, `madeOn` the ISO day the papers were made for. */
export type PrintJobRow = {
  madeAt: string
  madeBy: string
  title: string
  madeOn: string
  checkAgainstOfficial: boolean
  pages: number
  papers: PlacedPaper[]
  sha256: string
}

/** What the list of print jobs shows. */
export type PrintJobLine = {
  id: number
  madeAt: string
  madeBy: string
  title: string
  papers: number
  pages: number
}

/** One paper as a short row of JSON; thousands of them are kept for a launch day. */
type Packed = [
  form: string,
  edition: string,
  day: string,
  enrolments: number[],
  conference: number | null,
  pagesSoFar: number,
]

/** Adds a print job and answers its number. */
export async function addPrintJob(db: Db, job: PrintJobRow): Promise<number> {
  const papers = job.papers.map(
    (paper): Packed => [
      paper.form,
      paper.edition,
      paper.day,
      paper.enrolments,
      paper.conference,
      paper.pagesSoFar,
    ],
  )
  const row = await db
    .insertInto('print_job')
    .values({
      made_at: job.madeAt,
      made_by: job.madeBy,
      title: job.title,
      made_on: job.madeOn,
      check_official: job.checkAgainstOfficial ? 1 : 0,
      paper_count: papers.length,
      page_count: job.pages,
      papers: JSON.stringify(papers),
      sha256: job.sha256,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The latest print jobs, newest first. */
export async function listPrintJobs(db: Db, limit: number): Promise<PrintJobLine[]> {
  return db
    .selectFrom('print_job')
    .select(['id', 'made_at as madeAt', 'made_by as madeBy', 'title'])
    .select(['paper_count as papers', 'page_count as pages'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** A print job with all its papers, or null. */
export async function readPrintJob(db: Db, id: number): Promise<PrintJobRow | null> {
  const row = await db.selectFrom('print_job').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const packed = JSON.parse(row.papers) as Packed[]
  return {
    madeAt: row.made_at,
    madeBy: row.made_by,
    title: row.title,
    madeOn: row.made_on,
    checkAgainstOfficial: row.check_official === 1,
    pages: row.page_count,
    papers: packed.map(([form, edition, day, enrolments, conference, pagesSoFar]) => ({
      form: form as FormId,
      edition,
      day,
      enrolments,
      conference,
      pagesSoFar,
    })),
    sha256: row.sha256,
  }
}
