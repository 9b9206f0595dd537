import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CountedFigure } from '#core/contract/overview-calls.ts'
import type { ReportId, ReportOrder } from '#core/reports.ts'
import { must } from '#core/result.ts'
import type { PlanEntry } from '#core/target-plan.ts'
import { saveConference } from '../../src/main/app/conferences.ts'
import { cancelSignUp } from '../../src/main/app/enrolments.ts'
import { readCounted, readOverview, readReportHere } from '../../src/main/app/overview.ts'
import { makeReport } from '../../src/main/app/overview-reports.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { saveEntry } from '../../src/main/app/targets.ts'
import { drawReport } from '../../src/main/forms/report.ts'
import { sheetsOf } from '../../src/main/sheets/report-sheets.ts'
import { readSheet, writeWorkbook } from '../../src/main/sheets/workbook.ts'
import { toInfo, toText } from '../forms/pdf-tools.ts'
import {
  clerk,
  conference,
  deskOf,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  soc,
  tempFolder,
} from '../support/office.ts'

let made: Made
const on = '2024-11-20'

const put = async (entry: PlanEntry) =>
  must(await saveEntry(made.office, clerk, { entry, previousKey: null }))

beforeAll(async () => {
  made = await makeOffice()
  const year = { from: '2024-01-01', to: '2024-12-31' }
  const held = must(await saveConference(made.office, clerk, conference() as never)) as {
    id: number
  }
  const conferenceId = held.id
  for (let n = 0; n < 6; n += 1) {
    const members = [
      member({ ...(n % 2 === 0 && { bhyt: newBhyt }) }),
      member({ relation: '01', bhxh: null, bhyt: newBhyt }),
    ]
    const source =
      n < 3
        ? { collector: 'post' as const, conferenceId }
        : { collector: 'office-counter' as const }
    must(
      await saveHousehold(
        made.office,
        clerk,
        draft({ members, ...source, ...(n === 5 && { signedOn: '2024-11-19' }) }),
      ),
    )
  }
  await put({
    part: 'targets',
    row: {
      id: 'tn',
      label: 'BHXH tự nguyện năm 2024',
      measure: 'bhxh-tn-persons',
      scope: 'unit',
      ...year,
      value: 100,
      campaignId: null,
    },
  })
  await put({
    part: 'assignments',
    row: {
      id: 'bd',
      measure: 'bhxh-tn-persons',
      commune: null,
      collector: 'post',
      ...year,
      value: 60,
      newPeople: 45,
    },
  })
  await put({
    part: 'assignments',
    row: {
      id: 'xa',
      measure: 'conferences',
      commune: soc,
      collector: null,
      from: '2024-11-16',
      to: '2024-12-31',
      value: 2,
      newPeople: null,
    },
  })
})

const figure = (changes: Partial<CountedFigure> = {}): CountedFigure => ({
  ...{ counted: 'joiner', from: '2024-11-16', to: '2024-12-31', on, side: null },
  ...changes,
})

const behind = async (wanted: CountedFigure, limit = 5) => {
  const people: number[] = []
  let after: string | null = null
  for (;;) {
    const page = await readCounted(made.office, { figure: wanted, after, limit })
    people.push(...page.rows.map(({ personId }) => personId))
    after = page.next
    if (after === null) return { people, total: page.total }
  }
}

describe('the overview', () => {
  it('counts the launch day, targets, communes and sources', async () => {
    const view = await readOverview(made.office, on)
    expect(view.launch?.people).toEqual({ joiner: 10, first: 10, 'bhxh-tn': 5, 'bhyt-hgd': 8 })
    expect(view.launch?.targets[0]).toMatchObject({ value: 50, done: 10, permille: 200 })
    expect(view.year.people.joiner).toBe(12)
    const soc1 = view.communes.find(({ code }) => code === '00376')
    expect(soc1).toMatchObject({ conferences: 1, conferencesPlanned: 2, permille: 500 })
    expect(
      view.communes.every(
        ({ permille }, at, all) =>
          at === 0 || (all[at - 1]?.permille ?? 1001) <= (permille ?? 1001),
      ),
    ).toBe(true)
    expect(view.sources.bestConferences[0]).toMatchObject({ joiners: 6, permille: 75 })
    expect(view.sources.collectors.map(({ key, people }) => [key, people.joiner])).toEqual([
      ['post', 6],
      ['office-counter', 6],
      ['service-organisation', 0],
    ])
    expect(view.inForce['bhyt-hgd']).toBe(0)
    expect((await readOverview(made.office, '2025-01-10')).inForce['bhyt-hgd']).toBeGreaterThan(0)
  })

  it('answers an earlier day without what came later', async () => {
    const view = await readOverview(made.office, '2024-11-18')
    expect(view.year.people.joiner).toBe(10)
    expect(view.trend.at(-1)?.soFar.joiner).toBe(10)
  })

  it.each([
    figure(),
    figure({ counted: 'first' }),
    figure({ counted: 'bhyt-hgd', from: '2024-01-01' }),
    figure({ to: '2024-11-16', from: '2024-11-16' }),
    figure({ side: { by: 'commune', commune: soc } }),
    figure({ side: { by: 'collector', collector: 'post' } }),
    figure({ side: { by: 'occupation', occupation: 'trader' } }),
    figure({ side: { by: 'conference', conferenceId: 0 } }),
    figure({ side: { by: 'conference', conferenceId: 1 } }),
    figure({ from: '2024-01-01', side: { by: 'day', from: '2024-11-18', to: on } }),
  ])('lists exactly the people behind %j', async (wanted) => {
    const { people, total } = await behind(wanted)
    expect(new Set(people).size).toBe(people.length)
    expect(people.length).toBe(total)
    expect(people.length).toBeGreaterThan(0)
  })

  it('shows a cancelled sign-up no more', async () => {
    const before = (await readOverview(made.office, on)).year.people
    const saved = must(await saveHousehold(made.office, clerk, draft()))
    expect((await readOverview(made.office, on)).year.people.joiner).toBe(before.joiner + 1)
    must(await cancelSignUp(made.office, clerk, saved.enrolmentIds[0] ?? 0, 'Ghi nhầm'))
    expect((await readOverview(made.office, on)).year.people).toEqual(before)
  })
})

/** A report as the window gets it: drawn by a job. */
async function paperOf(order: ReportOrder) {
  const { desk } = deskOf(made.office.ground, made.office.folder)
  return must(await makeReport(desk, { office: made.office, actor: clerk }, { ...order, job }))
}

const job = '6f1c7a1e-0000-4000-8000-000000000001'
const ids: ReportId[] = ['overview', 'b15a-uq', 'b16a-ts', 'b16c-ts', 'b09a-ts', 'campaign']

describe('reports', () => {
  it.each(ids)('%s: paper and workbook say the same', async (report) => {
    const built = await readReportHere(made.office, { report, on })
    const bytes = drawReport(built, made.office.ground)
    if (process.env.LOOK) writeFileSync(`${process.env.LOOK}/${report}.pdf`, bytes)
    const text = toText(bytes).replace(/\s+/g, ' ')
    expect(text.replaceAll(' ', '')).toContain(built.title.replaceAll(' ', ''))
    if (built.isOwn) expect(text).toContain('đề xuất')
    else expect(text).toContain('366/QĐ-BHXH')
    if (report === 'overview') expect(toInfo(bytes).Pages).toBe('1')
    const file = join(tempFolder(), `${report}.xlsx`)
    await writeWorkbook(file, sheetsOf(built))
    const read = must(await readSheet(file))
    const [table] = built.tables
    const last = table?.rows.at(-1)?.cells ?? []
    expect(read.rows.at(-1)?.filter((cell) => cell !== null)).toEqual(
      last.filter((cell) => cell !== null),
    )
  })

  it('is drawn by a job as it is drawn here', async () => {
    const order = { report: 'campaign' as const, on }
    const { card, bytes } = await paperOf(order)
    const here = drawReport(await readReportHere(made.office, order), made.office.ground)
    expect(Buffer.compare(bytes, here)).toBe(0)
    expect(card.edition).toBe('RQ1')
  })

  it('B15a-UQ has its 36 columns and the figures of the month and the year', async () => {
    const { tables } = await readReportHere(made.office, { report: 'b15a-uq', on })
    expect(tables[0]?.columns).toHaveLength(36)
    const post = tables[0]?.rows[0]?.cells ?? []
    // Voluntary block: 9-16.
    expect(post.slice(11, 19)).toEqual([60, 45, 15, 3, 3, 0, 3, 0.05])
    const total = tables[0]?.rows.at(-1)?.cells ?? []
    expect(total.slice(27, 35)).toEqual([null, null, null, 9, 9, 0, 9, null])
  })

  it('B09a-TS adds up: people, and 3 = 2 − 4', async () => {
    const { tables } = await readReportHere(made.office, { report: 'b09a-ts', on })
    const total = tables[0]?.rows.at(-1)?.cells as number[]
    expect(total[2]).toBe(6)
    expect(total[4]).toBe((total[3] ?? 0) - (total[5] ?? 0))
    expect(total[3]).toBeGreaterThan(0)
  })

  it('the campaign report agrees with the overview to the person', async () => {
    const { tables } = await readReportHere(made.office, { report: 'campaign', on })
    const view = await readOverview(made.office, on)
    const total = tables[1]?.rows.at(-1)?.cells ?? []
    expect([total[5], total[10]]).toEqual([
      view.focus.people['bhxh-tn'],
      view.focus.people['bhyt-hgd'],
    ])
    expect(tables[0]?.rows.at(-1)?.cells.slice(1, 4)).toEqual([1, 0, 80])
  })
})
