import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sayProblem } from '#core/messages.ts'
import { must } from '#core/result.ts'
import type { PlanEntry } from '#core/target-plan.ts'
import { planColumns } from '#core/target-sheet.ts'
import { readOverview } from '../../src/main/app/overview.ts'
import { overviewData } from '../../src/main/app/overview-data.ts'
import {
  importTargets,
  readTargets,
  removeEntry,
  saveEntry,
  seedOlderStore,
  undoImport,
} from '../../src/main/app/targets.ts'
import { writeWorkbook } from '../../src/main/sheets/workbook.ts'
import { callerOf } from '../support/caller.ts'
import { clerk, deskOf, type Made, makeOffice, soc, tempFolder } from '../support/office.ts'

let made: Made
const on = '2024-11-20'

beforeAll(async () => {
  made = await makeOffice()
})

const save = (entry: PlanEntry) => saveEntry(made.office, clerk, { entry, previousKey: null })

const target = (changes: Record<string, unknown> = {}) =>
  ({
    part: 'targets',
    row: {
      ...{ id: 'nam-tn', label: 'BHXH tự nguyện năm 2024', measure: 'bhxh-tn-persons' },
      ...{ scope: 'unit', from: '2024-01-01', to: '2024-12-31', value: 1200, campaignId: null },
      ...changes,
    },
  }) as PlanEntry

const size = (changes: Record<string, unknown> = {}) =>
  ({
    part: 'sizes',
    row: {
      ...{ from: '2024-01-01', population: 340_000, labourForce: 190_000 },
      ...{ bhytElsewhere: 280_000, bhxhElsewhere: null, source: 'Niên giám', ...changes },
    },
  }) as PlanEntry

describe('the plan', () => {
  it('starts with the campaign shipped and its launch day', async () => {
    const { plan } = await readTargets(made.office)
    expect(plan.campaigns.map(({ launchDay }) => launchDay)).toEqual(['2024-11-16'])
    const { launch, coverage } = await readOverview(made.office, on)
    expect(launch?.targets.map(({ value }) => value)).toEqual([50])
    expect(coverage.map(({ targetPermille, permille }) => [targetPermille, permille])).toEqual([
      [945, null],
      [450, null],
      [25, null],
    ])
  })

  it.each([
    [target({ value: 0 }), 'target.zero'],
    [target({ value: -5 }), 'target.zero'],
    [target({ from: '2024-12-31', to: '2024-01-01' }), 'target.dates-crossed'],
    [target({ campaignId: 'khong-co' }), 'target.no-campaign'],
    [size({ population: -1 }), 'target.negative'],
    [size({ population: 0 }), 'target.negative'],
    [size({ labourForce: 400_000 }), 'target.labour-too-many'],
    [size({ bhytElsewhere: -3 }), 'target.negative'],
    [
      { part: 'coverage', row: { measure: 'bhyt', from: '2024-01-01', permille: 0, source: '' } },
      'target.share',
    ],
    [
      {
        part: 'campaigns',
        row: {
          id: 'x',
          name: 'X',
          launchDay: '2025-01-01',
          from: '2025-02-01',
          to: '2025-03-01',
          source: '',
        },
      },
      'target.launch-outside',
    ],
    [
      {
        part: 'assignments',
        row: {
          id: 'x',
          measure: 'joiners',
          commune: { code: '00001', validFrom: '' },
          collector: null,
          from: on,
          to: on,
          value: 3,
          newPeople: null,
        },
      },
      'target.outside-area',
    ],
    [
      {
        part: 'assignments',
        row: {
          id: 'x',
          measure: 'joiners',
          commune: null,
          collector: null,
          from: on,
          to: on,
          value: 3,
          newPeople: null,
        },
      },
      'target.whose',
    ],
    [
      {
        part: 'assignments',
        row: {
          id: 'x',
          measure: 'joiners',
          commune: soc,
          collector: null,
          from: on,
          to: on,
          value: 3,
          newPeople: 4,
        },
      },
      'target.new-too-many',
    ],
  ] as [PlanEntry, string][])('refuses %j with one clear sentence', async (entry, code) => {
    const before = await readTargets(made.office)
    const saved = await save(entry)
    expect(saved).toMatchObject({ ok: false, problem: { code } })
    if (!saved.ok) expect(sayProblem(saved.problem)).not.toMatch(/[{}]/)
    expect(await readTargets(made.office)).toEqual(before)
  })

  it('takes targets, sizes and assigned numbers and shows them at once', async () => {
    must(await save(target()))
    must(await save(size()))
    const view = await readOverview(made.office, on)
    const year = view.targets.find(({ id }) => id === 'nam-tn')
    expect(year).toMatchObject({ done: 0, remaining: 1200, permille: 0, state: 'empty' })
    expect(view.coverage[0]).toMatchObject({
      base: 340_000,
      elsewhere: 280_000,
      covered: 280_000,
      permille: 823,
      missing: 41_300,
    })
    expect(view.coverage[1]).toMatchObject({ isWhole: false })
    must(await removeEntry(made.office, clerk, { part: 'targets', key: 'nam-tn' }))
    expect((await readOverview(made.office, on)).targets.some(({ id }) => id === 'nam-tn')).toBe(
      false,
    )
  })
})

describe('[A45] a file of targets', () => {
  const head = [...planColumns]
  const line = (cells: Partial<Record<(typeof planColumns)[number], string>>) =>
    head.map((name) => cells[name] ?? '')
  const good = [
    line({
      Loại: 'Chỉ tiêu',
      Mã: 'nam-tn',
      Tên: 'BHXH tự nguyện 2024',
      'Chỉ số': 'BHXH TN',
      'Từ ngày': '1/1/2024',
      'Đến ngày': '31/12/2024',
      Số: '1.200',
    }),
    line({
      Loại: 'Giao',
      Mã: 'bd-tn',
      'Chỉ số': 'BHXH TN',
      'Tổ chức': 'Bưu điện',
      'Từ ngày': '01/01/2024',
      'Đến ngày': '31/12/2024',
      Số: '900',
      'Tăng mới': '400',
    }),
    line({
      Loại: 'Giao',
      Mã: 'xa-376',
      'Chỉ số': 'Hội nghị',
      'Mã xã': '00376',
      'Từ ngày': '2024-11-16',
      'Đến ngày': '2024-12-31',
      Số: '2',
    }),
    line({
      Loại: 'Địa bàn',
      'Từ ngày': '1/1/2024',
      Số: '340.000',
      'Lao động': '190000',
      Nguồn: 'Niên giám',
    }),
    line({ Loại: 'Bao phủ', 'Chỉ số': 'BHYT', 'Từ ngày': '1/1/2024', Số: '94,5' }),
  ]
  const bad = [
    line({
      Loại: 'Chỉ tiêu',
      Mã: 'khong',
      Tên: 'X',
      'Chỉ số': 'BHXH TN',
      'Từ ngày': '1/1/2024',
      'Đến ngày': '31/12/2024',
      Số: '0',
    }),
    line({
      Loại: 'Chỉ tiêu',
      Mã: 'ngay',
      Tên: 'X',
      'Chỉ số': 'BHXH TN',
      'Từ ngày': '31/02/2024',
      'Đến ngày': '31/12/2024',
      Số: '5',
    }),
    line({ Loại: 'Gì đó', Số: '1' }),
    line({ Loại: 'Địa bàn', 'Từ ngày': '1/1/2025', Số: '-5', 'Lao động': '10' }),
    line({ Loại: 'Bao phủ', 'Chỉ số': 'BHYT', 'Từ ngày': '1/1/2024', Số: '90' }),
  ]

  it('goes in after a dry run, comes back with its refused rows, and twice changes nothing', async () => {
    const file = join(tempFolder(), 'chi-tieu.csv')
    writeFileSync(
      file,
      `\uFEFF${[head, ...good, ...bad].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`,
    )
    const start = await readTargets(made.office)
    const dry = must(await importTargets(made.office, clerk, { file, dryRun: true }))
    expect((await readTargets(made.office)).plan).toEqual(start.plan)
    const real = must(await importTargets(made.office, clerk, { file, dryRun: false }))
    expect({ ...real, dryRun: true }).toEqual(dry)
    expect(real.refused.map(({ row, problem }) => [row, problem.code])).toEqual([
      [7, 'target.zero'],
      [8, 'target.row-cell'],
      [9, 'target.row-cell'],
      [10, 'target.negative'],
      [11, 'target.row-twice'],
    ])
    const after = await readTargets(made.office)
    expect(after.plan.assignments).toHaveLength(2)
    expect(after.plan.coverage).toEqual([
      { measure: 'bhyt', from: '2024-01-01', permille: 945, source: '' },
    ])
    const twice = must(await importTargets(made.office, clerk, { file, dryRun: false }))
    expect([twice.added, twice.changed, twice.same]).toEqual([0, 0, 5])
    expect((await readTargets(made.office)).plan).toEqual(after.plan)
    must(await undoImport(made.office, clerk))
    expect((await readTargets(made.office)).plan).toEqual(start.plan)
    expect(await undoImport(made.office, clerk)).toMatchObject({
      problem: { code: 'target.undo-nothing' },
    })
  })

  it('can be a workbook or JSON; anything else is refused whole', async () => {
    const folder = tempFolder()
    const book = join(folder, 'chi-tieu.xlsx')
    await writeWorkbook(book, [
      {
        name: 'Chỉ tiêu',
        columns: head.map((title) => ({ title, width: 12, type: 'text' as const })),
        rows: good,
      },
    ])
    const dry = must(await importTargets(made.office, clerk, { file: book, dryRun: true }))
    expect([dry.added + dry.changed + dry.same, dry.refused]).toEqual([5, []])
    const json = join(folder, 'chi-tieu.json')
    writeFileSync(json, JSON.stringify([target(), { part: 'targets', row: { id: '../x' } }]))
    const read = must(await importTargets(made.office, clerk, { file: json, dryRun: true }))
    expect([read.added, read.refused.length]).toEqual([1, 1])
    writeFileSync(json, '{"a":')
    expect(await importTargets(made.office, clerk, { file: json, dryRun: true })).toMatchObject({
      problem: { code: 'target.file-unreadable' },
    })
    const csv = join(folder, 'x.csv')
    writeFileSync(csv, 'a,b\n1,2\n')
    expect(await importTargets(made.office, clerk, { file: csv, dryRun: true })).toMatchObject({
      problem: { code: 'target.file-columns' },
    })
  })

  it('is read by a job for the window, only where a person chose it, and not when it is endless', async () => {
    const { desk, window } = deskOf(made.office.ground, made.office.folder)
    desk.office = made.office
    desk.actor = { id: 1, name: 'Thủ trưởng', role: 'head' }
    const call = callerOf(desk)
    const file = join(tempFolder(), 'b.csv')
    writeFileSync(file, [head, ...good].map((row) => row.join(',')).join('\n'))
    const order = { dryRun: true, job: '6f1c7a1e-0000-4000-8000-000000000004' }
    await expect(call('targets.import', { ...order, file })).rejects.toThrow('file.not-chosen')
    window.file = file
    const tried = await call('targets.import', { ...order, file: null })
    const here = must(await importTargets(made.office, clerk, { file, dryRun: true }))
    expect(tried).toEqual({ ...here, file })
    expect(window.events).toContainEqual({
      event: 'progress',
      payload: { done: 0, total: 0, label: '', job: order.job },
    })
    expect(await call('targets.import', { ...order, file })).toEqual(tried)
    const line = (good[0] ?? []).join(',')
    writeFileSync(file, [head.join(','), ...Array.from({ length: 5001 }, () => line)].join('\n'))
    await expect(call('targets.import', { ...order, file })).rejects.toThrow('target.file-too-long')
  })

  it('is not taken back once the plan was changed after it', async () => {
    const file = join(tempFolder(), 'a.json')
    writeFileSync(file, JSON.stringify([target({ id: 'tu-tep' })]))
    must(await importTargets(made.office, clerk, { file, dryRun: false }))
    must(await save(target({ id: 'khac' })))
    expect(await undoImport(made.office, clerk)).toMatchObject({
      problem: { code: 'target.undo-changed' },
    })
  })
})

it('a store made before there were campaigns gets the shipped ones once, when it is opened', async () => {
  const { office } = await makeOffice()
  const { raw, db } = office.store
  const ids = () => raw.prepare('select id from campaign order by id').pluck().all()
  const shipped = overviewData(office.ground).campaigns
  const before = ids()
  const empty = () => raw.exec('update target set campaign_id = null; delete from campaign')
  expect(before.length).toBeGreaterThan(0)
  empty()
  await seedOlderStore(db, shipped)
  await seedOlderStore(db, shipped)
  expect(ids()).toEqual(before)
  const [id] = before as string[]
  must(await removeEntry(office, clerk, { part: 'campaigns', key: id ?? '' }))
  empty()
  await seedOlderStore(db, shipped)
  expect(ids()).toEqual([])
})
