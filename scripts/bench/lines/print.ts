import { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { SignUp } from '#core/papers/facts.ts'
import { must } from '#core/result.ts'
import type { Office } from '../../../src/main/app/office.ts'
import { makePaper } from '../../../src/main/app/papers.ts'
import { searchPeople } from '../../../src/main/app/registry.ts'
import { readSignUps } from '../../../src/main/db/paper-queries.ts'
import { Stop, say } from '../../lib/console.ts'
import { type BenchLine, type Figure, percentile, timeEach } from '../context.ts'
import { benchActor } from '../open.ts'
import { timeChromium } from '../print/chromium.ts'
import { type Drawn, drawTk1 } from '../print/draw.ts'
import { timeMailMerge } from '../print/mail-merge.ts'

const launchDay = 6000
const merged = 500
const inChromium = 600
const timesFaster = 8

/** One-page TK1-TS of a launch day in one file, beside Chromium and a mail merge; a single preview. */
export const print: BenchLine = {
  name: 'print',
  what: 'In TK1-TS một trang: 6.000 tờ trong một tệp, một tờ xem trước',
  run: async ({ office, quick }) => {
    const ids = someSignUps(office, quick ? 1000 : launchDay)
    const preview = await timePreviews(office, ids.slice(0, quick ? 10 : 40))
    const { drawn, answers } = await drawWhileAsked(office, ids)
    const few = await drawTk1(office, ids.slice(0, merged))
    const signUps = await readSignUps(office.store.db, ids.slice(0, inChromium))
    return [
      figure('preview-one-page-max', Math.max(...preview), null, 150),
      ...(drawn.memory === null
        ? []
        : [{ ...figure('print-job-peak-memory', drawn.memory, null, 300), unit: 'MB' }]),
      figure('answer-while-printing-p95', percentile(answers, 0.95), null, 50),
      ...(await besideChromium(drawn, signUps)),
      ...(await besideMailMerge(few, signUps.slice(0, merged))),
    ]
  },
}

function figure(name: string, value: number, baseline: number | null, target: number): Figure {
  return { name, value, unit: 'ms', baseline, target }
}

/** Voluntary sign-ups of the days when QĐ 490 held: their TK1-TS is one page. */
function someSignUps(office: Office, count: number): number[] {
  return office.store.raw
    .prepare(
      `select id from enrolment where scheme = 'bhxh-tn' and state <> 'cancelled'
         and signed_on between '2024-11-01' and '2025-06-30' order by id limit ?`,
    )
    .pluck()
    .all(count) as number[]
}

/** Single previews, the first of which loads fonts and policy. */
function timePreviews(office: Office, ids: readonly number[]): Promise<number[]> {
  return timeEach(ids, async (id) =>
    must(
      await makePaper(office, benchActor, {
        form: 'tk1-ts',
        edition: null,
        of: { kind: 'enrolments', ids: [id] },
        blank: false,
        checkAgainstOfficial: false,
      }),
    ),
  )
}

/** Draws while the process that ordered it goes on answering searches; how long those took. */
async function drawWhileAsked(
  office: Office,
  ids: number[],
): Promise<{ drawn: Drawn; answers: number[] }> {
  const state = { over: false }
  const drawing = drawTk1(office, ids).finally(() => {
    state.over = true
  })
  const answers: number[] = []
  const filters = RegistryFilters.parse({})
  while (!state.over) {
    const search = { show: 'people', query: 'nguyen', filters, after: null, limit: 50 } as const
    answers.push(...(await timeEach([search], (asked) => searchPeople(office, asked))))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { drawn: await drawing, answers }
}

async function besideChromium(drawn: Drawn, signUps: SignUp[]): Promise<Figure[]> {
  const plain = await unlessMissing('Chromium', () => timeChromium(signUps))
  return plain === null ? [] : [figure('print-page', drawn.pageTime, plain, plain / timesFaster)]
}

async function besideMailMerge(drawn: Drawn, signUps: SignUp[]): Promise<Figure[]> {
  const plain = await unlessMissing('LibreOffice', () => timeMailMerge(signUps))
  return plain === null ? [] : [figure('print-page-mail-merge', drawn.pageTime, plain, plain)]
}

/** What another tool takes; null, with a sentence, where it is not on this machine. */
async function unlessMissing(tool: string, measure: () => Promise<number>): Promise<number | null> {
  try {
    return await measure()
  } catch (error) {
    const isMissing = error instanceof Stop || (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (!isMissing) throw error
    say(`  Bỏ qua phép so sánh với ${tool}: máy này không có.`)
    return null
  }
}
