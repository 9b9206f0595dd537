import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '#core/date.ts'
import { countedIn, totalOf } from '#core/overview-cells.ts'
import { countedSides } from '#core/overview-facts.ts'
import { summarise } from '#core/summary-count.ts'
import type { Scheme } from '#core/terms.ts'
import { adjustSignUp } from '../../src/main/app/adjustments.ts'
import { editEnrolment } from '../../src/main/app/enrolment-edit.ts'
import { openEnrolment } from '../../src/main/app/enrolment-life.ts'
import { cancelSignUp } from '../../src/main/app/enrolments.ts'
import { mergePeople } from '../../src/main/app/merge.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { gatherFacts } from '../../src/main/app/summary-facts.ts'
import { undo } from '../../src/main/app/undo.ts'
import { readCounts, readInForce } from '../../src/main/db/overview.ts'
import { recountAll } from '../../src/main/db/overview-settle.ts'
import { clerk, draft, type Made, makeOffice, member, newBhyt } from '../support/office.ts'

type Row = {
  id: number
  person_id: number
  scheme: Scheme
  kind: string
  first_before: number | null
  signed_on: IsoDate
  valid_from: IsoDate
  valid_to: IsoDate
  commune_code: string
  commune_from: string
  collector: string
  occupation: string
  conference_id: number | null
}

const spring = { from: '2026-02-10', to: '2026-03-31' }
const header = {
  createdBy: 'A',
  approvedBy: 'B',
  sequence: 1,
  revision: 1,
  previous: null,
} as Parameters<typeof gatherFacts>[3]

let made: Made
const today = '2026-03-20'
const commune = { code: '00376', validFrom: '2025-07-01' }

beforeAll(async () => {
  const plan = {
    targets: [
      {
        id: 'launch',
        label: 'Ngày ra quân',
        measure: 'first-time-persons' as const,
        scope: 'unit' as const,
        from: '2026-03-14',
        to: '2026-03-14',
        value: 50,
      },
      {
        id: 'spring',
        label: 'Đợt xuân',
        measure: 'joiners' as const,
        scope: 'unit' as const,
        from: '2026-02-10',
        to: '2026-03-31',
        value: 300,
      },
    ],
  }
  made = await makeOffice({ now: `${today}T03:00:00.000Z`, plan })
})

/** Counts a span the plain way: sort the rows, walk through them, remember whom one has seen. */
function recount(rows: readonly Row[], from: IsoDate, to: IsoDate): Map<string, number> {
  const cells = new Map<string, number>()
  const add = (row: Row, scheme: string, kind: string, isFull: boolean) => {
    const keys: Record<string, string> = {
      day: row.signed_on,
      collector: `${row.collector}|${row.signed_on.slice(0, 7)}`,
      ...(isFull && {
        commune: `${row.commune_code}|${row.commune_from}`,
        occupation: row.occupation,
        conference: String(row.conference_id ?? ''),
      }),
    }
    for (const [side, key] of Object.entries(keys)) {
      if (side === 'conference' && kind !== 'joiner') continue
      const told = scheme === 'any' || side === 'collector' ? kind : ''
      const name = [side, scheme, told, key].join(' ')
      cells.set(name, (cells.get(name) ?? 0) + 1)
    }
  }
  const seen = new Set<string>()
  const first = new Set<number>()
  const sorted = rows
    .filter(({ signed_on: day }) => day >= from && day <= to)
    .sort((a, b) => (a.signed_on < b.signed_on ? -1 : a.signed_on > b.signed_on ? 1 : a.id - b.id))
  for (const row of sorted) {
    const kind = row.first_before === null ? row.kind : 'again'
    if (!seen.has(`any ${row.person_id}`)) add(row, 'any', 'joiner', true)
    seen.add(`any ${row.person_id}`)
    if (seen.has(`${row.scheme} ${row.person_id}`)) continue
    seen.add(`${row.scheme} ${row.person_id}`)
    add(row, row.scheme, kind, true)
    if (kind === 'first' && !first.has(row.person_id)) {
      first.add(row.person_id)
      add(row, 'any', 'first', true)
    }
  }
  return cells
}

const rowsNow = () =>
  made.office.store.raw
    .prepare("select * from enrolment_counted where state <> 'cancelled'")
    .all() as Row[]

const spans = [
  ['2026-01-01', '2026-12-31'],
  ['2026-02-10', '2026-03-31'],
  ['2026-03-14', '2026-03-14'],
] as const

/** Every running count is what the rows say, for every span, today and as of an earlier day. */
async function expectTrue() {
  const { raw } = made.office.store
  const rows = rowsNow()
  for (const [from, to] of spans) {
    for (const on of [today, '2026-03-01']) {
      const { sides } = await readCounts(raw, { from, to }, on, countedSides)
      const counted = new Map(
        countedSides.flatMap((side) =>
          (sides[side] ?? []).map(
            ({ scheme, kind, key, people }) =>
              [[side, scheme, kind, key].join(' '), people] as const,
          ),
        ),
      )
      expect(counted).toEqual(recount(rows, from, on < to ? on : to))
    }
  }
  for (const on of ['2026-02-20', today, '2026-05-01', '2027-02-01']) {
    const inForce = (scheme: Scheme) =>
      new Set(
        rows
          .filter((row) => row.scheme === scheme && row.valid_from <= on && row.valid_to >= on)
          .map((row) => row.person_id),
      ).size
    expect(readInForce(raw, on)).toEqual({
      'bhxh-tn': inForce('bhxh-tn'),
      'bhyt-hgd': inForce('bhyt-hgd'),
    })
  }
}

type Step =
  | { do: 'save'; day: number; people: number; bhyt: boolean; post: boolean; who: number | null }
  | { do: 'cancel' | 'merge' | 'edit'; at: number }
  | { do: 'undo' }

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % items.length]

async function play(step: Step): Promise<void> {
  const { office } = made
  const rows = rowsNow()
  const people = [...new Set(rows.map((row) => row.person_id))]
  if (step.do === 'undo') return void (await undo(office, clerk, null))
  if (step.do === 'save') {
    const known = step.who === null ? undefined : pick(people, step.who)
    const again = known !== undefined
    const person = again ? { id: known, personalNumber: null } : {}
    const members = Array.from({ length: again ? 1 : step.people }, (_none, index) =>
      member({
        person: index === 0 ? person : {},
        relation: index === 0 ? '00' : '01',
        occupation: step.post ? 'trader' : 'freelancer',
        ...(step.bhyt && { bhyt: newBhyt }),
        ...(again && {
          bhxh: { kind: 'renewing', income: 1_500_000, method: '1m', group: 'other' },
        }),
      }),
    )
    const signedOn = addDays('2026-02-01', step.day)
    const collector = step.post ? 'post' : 'office-counter'
    return void (await saveHousehold(
      office,
      clerk,
      draft({ signedOn, members, collector, household: { commune } }),
    ))
  }
  if (step.do === 'merge') {
    const [keep, drop] = [pick(people, step.at), pick(people, step.at * 7 + 3)]
    if (keep === undefined || drop === undefined || keep === drop) return
    return void (await mergePeople(office, clerk, { keep, drop, why: 'Nhập trùng' }))
  }
  const row = pick(rows, step.at)
  if (!row) return
  if (step.do === 'cancel') return void (await cancelSignUp(office, clerk, row.id, 'Ghi nhầm'))
  const detail = await openEnrolment(office, row.id)
  if (!detail.ok) return
  const collector = row.collector === 'post' ? 'service-organisation' : 'post'
  await editEnrolment(office, clerk, {
    id: row.id,
    choice: detail.value.choice,
    collector,
    occupation: 'other',
    conferenceId: null,
  } as Parameters<typeof editEnrolment>[2])
}

const at = fc.nat(500)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      day: fc.nat(47),
      people: fc.integer({ min: 1, max: 3 }),
      bhyt: fc.boolean(),
      post: fc.boolean(),
      who: fc.option(at),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'merge' as const, 'edit' as const),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
)

describe('[A43] the overview agrees with the rows', () => {
  it('after any sequence of saves, edits, cancels, merges and undo', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 10 }), async (steps) => {
        for (const step of steps) await play(step)
        await expectTrue()
      }),
      { numRuns: 25 },
    )
    const { raw } = made.office.store
    const had = (sql: string) => (raw.prepare(sql).pluck().get() as number) > 0
    expect(had("select count(*) from enrolment where state = 'cancelled'")).toBe(true)
    expect(had('select count(*) from person where merged_into is not null')).toBe(true)
    expect(had('select count(*) from enrolment_counted where first_before is not null')).toBe(true)
    expect(had("select count(*) from audit where event = 'enrolment.changed'")).toBe(true)
  }, 60_000)

  it('and with the summary of the same days', async () => {
    const { office } = made
    const { facts, counted } = await gatherFacts(
      office.store.db,
      office,
      { kind: 'campaign', ...spring },
      header,
    )
    const summary = summarise(facts, counted)
    const total = totalOf(await readCounts(office.store.raw, spring, today, ['day']))
    expect(total.joiner).toBe(summary.people.joiners)
    expect(total.first).toBe(summary.people.firstTime)
    const persons = (scheme: Scheme) =>
      summary.rows.filter((row) => row.scheme === scheme).reduce((sum, row) => sum + row.persons, 0)
    expect([total['bhxh-tn'], total['bhyt-hgd']]).toEqual([persons('bhxh-tn'), persons('bhyt-hgd')])
    expect(total.joiner).toBeGreaterThan(0)
  })

  it('after adjustments too: who withdrew is left out, while the signed summary keeps them', async () => {
    const { office } = made
    const { raw, db } = office.store
    const span = { kind: 'campaign', ...spring } as const
    const counted = async () => {
      const gathered = await gatherFacts(db, office, span, header)
      const { joiners } = summarise(gathered.facts, gathered.counted).people
      return { joiners, overview: totalOf(await readCounts(raw, spring, today, ['day'])).joiner }
    }
    let withdrawn = 0
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { maxLength: 3 }), at, async (steps, which) => {
        for (const step of steps) await play(step)
        const alone = rowsNow().filter(
          ({ id, signed_on: day, person_id: person }) =>
            day >= spring.from &&
            day < today &&
            rowsNow().every((other) => other.id === id || other.person_id !== person),
        )
        const row = pick(alone, which)
        if (!row) return
        const closing = `insert into period (kind, from_date, to_date, state, revision, closed_by, closed_at)
          select 'day', ?, ?, 'closed', 1, 'A', '2026-03-19T00:00:00Z'
          where not exists (select 1 from period where from_date = ?)`
        raw.prepare(closing).run(row.signed_on, row.signed_on, row.signed_on)
        const before = await counted()
        const draft = { why: 'cancelled', reason: 'Rút hồ sơ' } as const
        const done = await adjustSignUp(office, clerk, row.id, draft)
        if (!done.ok) return
        withdrawn += 1
        await expectTrue()
        expect(await counted()).toEqual({
          joiners: before.joiners,
          overview: before.overview - 1,
        })
      }),
      { numRuns: 10 },
    )
    expect(withdrawn).toBeGreaterThan(0)
  }, 60_000)

  it('and a count from scratch changes nothing', () => {
    const { raw } = made.office.store
    const all = () =>
      raw.prepare('select * from counted where people <> 0 order by 1, 2, 3, 4, 5').all()
    const force = () => raw.prepare('select * from in_force where people <> 0 order by 1, 2').all()
    const before = [all(), force()]
    recountAll(raw)
    expect([all(), force()]).toEqual(before)
    expect(countedIn({ scheme: 'any', kind: 'first', key: '', people: 1 })).toBe('first')
  })
})
