import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AppEvents, CallInput } from '#core/contract.ts'
import type { JobReport } from '#core/job.ts'
import { must } from '#core/result.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { cancelSignUp } from '../../src/main/app/enrolments.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { checkStructure, toText } from '../forms/pdf-tools.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import { runNodeJob } from '../support/node-job.ts'
import {
  clerk,
  clerkPin,
  deskOf,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  type Window,
} from '../support/office.ts'

let made: Made
let call: Caller
let desk: Desk
let window: Window

beforeAll(async () => {
  made = await makeOffice()
  const days = { from: '2024-11-16', to: '2024-11-18' }
  must(await addPracticeData(made.office, { households: 40, seed: 4, ...days }, () => {}))
  const own = deskOf(made.ground, made.folder)
  desk = own.desk
  window = own.window
  desk.office = made.office
  call = callerOf(desk)
  await call('session.start', { staffId: clerk.id, pin: clerkPin })
})

type Wish = CallInput<'paper.batch'>

const wish = (changes: Partial<Wish> = {}): Wish => ({
  job: randomUUID(),
  selection: { kind: 'day', day: '2024-11-16' },
  forms: [{ form: 'tk1-ts', edition: null }],
  order: 'household',
  checkAgainstOfficial: false,
  ...changes,
})

async function textOf(documentId: string): Promise<string> {
  return toText(await call('paper.bytes', { documentId })).normalize('NFC')
}

async function print(changes: Partial<Wish> = {}) {
  const card = await call('paper.batch', wish(changes))
  return { card, pages: (await textOf(card.documentId)).split('\f').slice(0, -1) }
}

const names = (pages: readonly string[]) =>
  pages.map((page) => /\(viết chữ in hoa\): (.*?) \[02\]/.exec(page)?.[1])

type Row = {
  id: number
  household_id: number
  name: string
  commune_name: string
  position: number
}

const rowsOn = (day: string) =>
  made.office.store.raw
    .prepare(
      `select enrolment.id, enrolment.household_id, upper(person.name) as name, commune_name,
        person.position from enrolment join person on person.id = enrolment.person_id
        where signed_on = ? and state <> 'cancelled' order by enrolment.id`,
    )
    .all(day) as Row[]

const upper = (rows: readonly Row[]) => rows.map(({ name }) => name.toLocaleUpperCase('vi'))

describe('a batch', () => {
  it('has a paper for every sign-up of the day, in one sound document', async () => {
    const { card, pages } = await print({ order: 'number' })
    const rows = rowsOn('2024-11-16')
    expect(rows.length).toBeGreaterThan(20)
    expect(card.pages).toBe(rows.length)
    expect(names(pages)).toEqual(upper(rows))
    const { documentId } = card
    expect(checkStructure(await call('paper.bytes', { documentId }))).toContain('No syntax')
  })

  it('comes in the order of a paper file: by household, or by commune', async () => {
    const rows = rowsOn('2024-11-16')
    const byHousehold = [...rows].sort(
      (a, b) => a.household_id - b.household_id || a.position - b.position || a.id - b.id,
    )
    expect(names((await print()).pages)).toEqual(upper(byHousehold))
    const communes = (await print({ order: 'commune' })).pages.map(
      (page) => /\[11\.2\]\. Xã: (.*?) \[11\.3\]/.exec(page)?.[1] ?? '',
    )
    const runs = communes.filter((name, i) => name !== communes[i - 1])
    expect(new Set(runs).size).toBe(runs.length)
    expect(runs.length).toBeGreaterThan(3)
  })

  it('puts lists first, then each household’s own papers before those of its people', async () => {
    const forms = (['tk1-ts', 'household-annex', 'd05-ts'] as const).map((form) => ({
      form,
      edition: null,
    }))
    const { card, pages } = await print({ forms })
    expect(card.edition).toBe('QD490')
    const kinds = pages.map((page) =>
      page.includes('Mẫu D05-TS')
        ? 'list'
        : page.includes('Phụ lục Thành viên hộ gia đình\n')
          ? 'annex'
          : page.includes('TỜ KHAI')
            ? 'tk1'
            : 'more',
    )
    const first = kinds.findIndex((kind) => kind === 'annex' || kind === 'tk1')
    expect(kinds.slice(0, first)).not.toContain('annex')
    expect(kinds.slice(first)).not.toContain('list')
    const annexes = kinds.filter((kind) => kind === 'annex').length
    expect(annexes).toBe(new Set(rowsOn('2024-11-16').map((row) => row.household_id)).size)
  })

  it('says progress with its id, at most ten times a second, and ends complete', async () => {
    window.events.length = 0
    const job = randomUUID()
    const start = performance.now()
    const card = await call('paper.batch', wish({ job }))
    const seconds = (performance.now() - start) / 1000
    const progress = window.events.flatMap(({ event, payload }) =>
      event === 'progress' ? [payload as AppEvents['progress']] : [],
    )
    expect(progress.length).toBeGreaterThan(0)
    expect(progress.length).toBeLessThanOrEqual(Math.ceil(seconds * 10) + 2)
    expect(progress.every((each) => each.job === job)).toBe(true)
    expect(progress.at(-1)).toMatchObject({ done: card.pages, total: card.pages })
  })

  it('leaves cancelled sign-ups out, of papers and of lists', async () => {
    const saved = await call('enrolment.save', draft({ signedOn: '2024-11-19' }))
    const other = await call(
      'enrolment.save',
      draft({
        signedOn: '2024-11-19',
        members: [member({ person: { name: 'Đặng Thị Còn' } })],
      }),
    )
    const [gone = 0, kept = 0] = [...saved.enrolmentIds, ...other.enrolmentIds]
    must(await cancelSignUp(made.office, clerk, gone, 'ghi nhầm'))
    const selection = { kind: 'day', day: '2024-11-19' } as const
    const forms = (['d05-ts', 'tk1-ts'] as const).map((form) => ({ form, edition: null }))
    const { pages } = await print({ selection, forms })
    const text = pages.join('\n')
    expect(text).not.toContain('Nguyễn Văn Ước')
    expect(text).not.toContain('NGUYỄN VĂN ƯỚC')
    expect(text).toContain('Đặng Thị Còn')
    const named = await print({ selection: { kind: 'enrolments', ids: [kept, gone] } })
    expect(named.card.pages).toBe(2)
  })

  it('follows the filters of the registry, with and without words', async () => {
    const filters = {
      from: '2024-11-16',
      to: '2024-11-16',
      scheme: 'bhxh-tn',
      kind: null,
      commune: null,
      collector: null,
      state: null,
      conferenceId: null,
    } as const
    const all = await print({ selection: { kind: 'filter', query: '', filters } })
    const wanted = made.office.store.raw
      .prepare(`select count(*) as n from enrolment where signed_on = ? and scheme = 'bhxh-tn'`)
      .get('2024-11-16') as { n: number }
    expect(all.card.pages).toBe(wanted.n)
    const [first] = names(all.pages)
    const found = await print({ selection: { kind: 'filter', query: first ?? '', filters } })
    expect(new Set(names(found.pages))).toEqual(new Set([first]))
  })

  it('makes the forms of the day of signing: Mẫu số 2 and 4 for BHYT of today', async () => {
    made.clock.at = '2026-06-02T03:00:00.000Z'
    await call(
      'enrolment.save',
      draft({
        signedOn: '2026-06-01',
        household: { commune: { code: '00376', validFrom: '2025-07-01' } },
        members: [member({ bhyt: newBhyt })],
      }),
    )
    const forms = (['tk1-ts', 'household-annex', 'mau-2', 'mau-4'] as const).map((form) => ({
      form,
      edition: null,
    }))
    const { card, pages } = await print({ selection: { kind: 'day', day: '2026-06-01' }, forms })
    expect(card.edition).toBe('ND188+QD366')
    expect(pages).toHaveLength(3)
    expect(card.notices.map(({ vi }) => vi).join(' ')).toContain(
      'Bỏ 1 tờ vì không có mẫu đang áp dụng',
    )
    made.clock.at = '2024-11-20T03:00:00.000Z'
  })
})

describe('after a paper jam', () => {
  it('goes on from a page, a place or a record, and prints the same papers', async () => {
    const forms = [{ form: 'quote', edition: null }] as const
    const { card, pages } = await print({ forms: [...forms] })
    const printJob = card.printJob ?? 0
    const again = async (from: Place, to: Place) => {
      const made = await call('paper.again', { job: randomUUID(), printJob, from, to })
      return (await textOf(made.documentId)).split('\f').slice(0, -1)
    }
    type Place = CallInput<'paper.again'>['from']
    expect(await again(null, null)).toEqual(pages)
    const heads = pages.flatMap((page, i) => (page.includes('PHIẾU TÍNH MỨC ĐÓNG') ? [i] : []))
    const long = heads.find((head, i) => (heads[i + 1] ?? pages.length) - head > 1) ?? -1
    expect(long).toBeGreaterThanOrEqual(0)
    // The second page of a paper brings the whole paper back.
    expect(await again({ page: long + 2 }, null)).toEqual(pages.slice(long))
    const [, second = 0, third = 0] = heads
    expect(await again({ paper: 2 }, { paper: 2 })).toEqual(pages.slice(second, third))
    const [line] = (await call('paper.jobs', {})).filter(({ id }) => id === printJob)
    expect(line).toMatchObject({ papers: heads.length, pages: pages.length, madeBy: clerk.name })
  })

  it('finds a record by its number, and what was cancelled since stays in its place', async () => {
    const selection = { kind: 'day', day: '2024-11-17' } as const
    const { card, pages } = await print({ selection, order: 'number' })
    const rows = rowsOn('2024-11-17')
    const [, , third] = rows
    const place = { enrolmentId: third?.id ?? 0 }
    const job = { job: randomUUID(), printJob: card.printJob ?? 0 }
    const one = await call('paper.again', { ...job, from: place, to: place })
    expect(names((await textOf(one.documentId)).split('\f').slice(0, -1))).toEqual([
      upper(third ? [third] : [])[0],
    ])
    must(await cancelSignUp(made.office, clerk, rows[1]?.id ?? 0, 'rút hồ sơ'))
    const all = await call('paper.again', { ...job, from: null, to: null })
    expect(all.sha256).toBe(card.sha256)
    expect(pages).toHaveLength(rows.length)
  })

  it('refuses a place and a job that are not there', async () => {
    const { card } = await print()
    const job = { job: randomUUID(), printJob: card.printJob ?? 0 }
    for (const from of [{ page: 100_000 }, { paper: 100_000 }, { enrolmentId: 999_999 }]) {
      await expect(call('paper.again', { ...job, from, to: null })).rejects.toThrow(
        'paper.no-such-place',
      )
    }
    await expect(
      call('paper.again', { ...job, from: { paper: 3 }, to: { paper: 2 } }),
    ).rejects.toThrow('paper.no-such-place')
    await expect(
      call('paper.again', { ...job, printJob: 99_999, from: null, to: null }),
    ).rejects.toThrow('paper.no-such-job')
  })
})

describe('a job', () => {
  it('can be stopped, and lets no other in meanwhile', async () => {
    const job = randomUUID()
    const running = call('paper.batch', wish({ job }))
    const refused = expect(running).rejects.toThrow('job.cancelled')
    await expect(call('paper.batch', wish())).rejects.toThrow('job.running')
    expect(await call('job.cancel', { job })).toEqual({ stopped: true })
    await refused
    expect(await call('job.cancel', { job })).toEqual({ stopped: false })
    expect((await print()).card.pages).toBeGreaterThan(20)
  })

  it('is stopped when the person who started it leaves', async () => {
    const refused = expect(call('paper.batch', wish())).rejects.toThrow('job.cancelled')
    await call('session.end', {})
    await refused
    await call('session.start', { staffId: clerk.id, pin: clerkPin })
  })

  it('prints what was in the book when it began, while others go on saving', async () => {
    const rows = rowsOn('2024-11-16').length
    let saved = 0
    const running = call('paper.batch', wish())
    for (let i = 0; i < 5; i += 1) {
      await call('enrolment.save', draft({ signedOn: '2024-11-18' }))
      saved += 1
    }
    expect((await running).pages).toBe(rows)
    expect(saved).toBe(5)
  })

  it('refuses a key that is not the store’s, and says so', async () => {
    const reports: JobReport[] = []
    const context = { office: { code: '016', name: 'x', practice: true }, blank: false }
    await new Promise<void>((resolve) => {
      const order = {
        kind: 'papers' as const,
        store: {
          file: made.office.store.file,
          key: new Uint8Array(32),
          nativeBinding: undefined,
        },
        papers: {
          context: {
            ...context,
            policy: made.ground.policy,
            editions: [],
            privacy: { regimes: [], contact: '', today: '2024-11-16' },
            checkAgainstOfficial: false,
          },
          resources: made.ground.resources,
          title: 'x',
          on: '2024-11-16',
          what: { papers: [] },
          amounts: [],
        },
      }
      runNodeJob(order, (report) => {
        reports.push(report)
        resolve()
      })
    })
    expect(reports).toMatchObject([{ type: 'refused', problem: { code: 'store.foreign' } }])
  })

  it('that dies is a bug with a reference, and the next one runs', async () => {
    const { runJob } = desk.ports
    desk.ports.runJob = (_order, onReport) => runJob({ kind: 'papers' } as never, onReport)
    await expect(call('paper.batch', wish())).rejects.toThrow('job')
    desk.ports.runJob = runJob
    expect((await print()).card.pages).toBeGreaterThan(20)
  })
})
