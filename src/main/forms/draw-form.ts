import { type EditionOf, type FormId, type FormJob, type FormRecords, forms } from '#core/forms.ts'
import { drawAttendance } from './attendance.ts'
import { drawD03Qd490 } from './d03-qd490.ts'
import { drawD05Qd366 } from './d05-qd366.ts'
import { drawD05Qd490 } from './d05-qd490.ts'
import { drawDueListOwn, drawDueListQd595 } from './due-list.ts'
import { drawHouseholdAnnexQd490 } from './household-annex-qd490.ts'
import { drawMau2Nd188 } from './mau-2-nd188.ts'
import { drawMau4Nd188 } from './mau-4-nd188.ts'
import { drawMinutes } from './minutes.ts'
import { closePaper, type DrawOptions, openPaper, type Paper } from './paper.ts'
import { drawPrivacyNotice } from './privacy-notice.ts'
import { drawQuote } from './quote.ts'
import { drawReminder } from './reminder.ts'
import { drawTk1Qd366 } from './tk1-qd366.ts'
import { drawTk1Qd490 } from './tk1-qd490.ts'

type Drawer<F extends FormId> = (paper: Paper, record: FormRecords[F]) => void

const drawers: { [F in FormId]: Record<EditionOf<F>, Drawer<F>> } = {
  'tk1-ts': { QD490: drawTk1Qd490, QD366: drawTk1Qd366 },
  'household-annex': { QD490: drawHouseholdAnnexQd490 },
  'mau-2': { ND188: drawMau2Nd188 },
  'mau-4': { ND188: drawMau4Nd188 },
  'd05-ts': { QD490: drawD05Qd490, QD366: drawD05Qd366 },
  'd03-ts': { QD490: drawD03Qd490 },
  attendance: { RQ1: drawAttendance },
  minutes: { RQ1: drawMinutes },
  quote: { RQ1: drawQuote },
  'privacy-notice': { ND13: drawPrivacyNotice, L91: drawPrivacyNotice },
  reminder: { RQ1: drawReminder },
  'due-list': { QD595: drawDueListQd595, RQ1: drawDueListOwn },
}

/** The day a paper without a signing date says it was made; a clock would change its bytes. */
const undated = '2000-01-01'

/**
 * Draws one paper as a tagged PDF. The same record and edition give the same bytes; the file's date
 * is the signing day.
 */
export async function drawForm<F extends FormId>(
  form: F,
  edition: EditionOf<F>,
  record: FormRecords[F],
  { resources }: DrawOptions,
): Promise<Uint8Array> {
  const paper = openPaper({
    resources,
    title: `${forms[form].code} – ${forms[form].title}`,
    subject: `Mẫu ${forms[form].code}, bản ${edition}`,
    createdOn: record.signedOn ?? undated,
    tagged: true,
  })
  drawers[form][edition](paper, record)
  return closePaper(paper)
}

/**
 * Draws many papers into one file and hands it out piece by piece, a few pages at a time, so that a
 * launch day does not have to fit into memory. `createdOn` is the ISO day the file says it was made;
 * `onPaper` hears of every finished paper how many pages there are by then.
 * Not tagged: the structure of thousands of pages would be larger than the pages.
 */
export async function* drawBatch(
  jobs: Iterable<FormJob> | AsyncIterable<FormJob>,
  {
    resources,
    title,
    createdOn,
    onPaper,
  }: DrawOptions & { title: string; createdOn: string; onPaper?: (pages: number) => void },
): AsyncGenerator<Uint8Array> {
  const paper = openPaper({ resources, title, subject: title, createdOn, tagged: false })
  for await (const job of jobs) {
    drawJob(paper, job)
    onPaper?.(paper.pages)
    const piece: Uint8Array | null = paper.pdf.read()
    if (piece) yield piece
  }
  yield closePaper(paper)
}

function drawJob<F extends FormId>(
  paper: Paper,
  job: { form: F; edition: EditionOf<F>; record: FormRecords[F] },
): void {
  drawers[job.form][job.edition](paper, job.record)
}
