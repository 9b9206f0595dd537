import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { workCalendar } from '#core/overview-days.ts'
import { deadlinesOf, workingDayAfter } from '#core/privacy/deadlines.ts'
import { coarserBirth, mayErase } from '#core/privacy/erase.ts'
import { OwnPrivacy, RequestKind, regimeOn, retentionOf } from '#core/privacy/rules.ts'
import { ageBandOn } from '#core/summary-facts.ts'
import { overviewData } from '../../src/main/app/overview-data.ts'
import { privacyRules } from '../../src/main/app/privacy/rules.ts'
import { groundAt, makeStore, resources } from '../support/office.ts'

const rules = privacyRules({ resources })
const own = OwnPrivacy.parse({})
const calendar = workCalendar(overviewData(groundAt({ at: '2026-01-01T00:00:00Z' })).holidays)

const termOn = (day: string, kind: RequestKind) => {
  const term = regimeOn(rules, own, day).requests.find((each) => each.kind === kind)
  if (!term) throw new Error(`no term for ${kind}`)
  return term
}

describe('the rules on personal data', () => {
  it('follow one law to the next without a day between or twice', () => {
    expect(regimeOn(rules, own, '2025-12-31').id).toBe('nd13')
    expect(regimeOn(rules, own, '2026-01-01').id).toBe('l91')
    for (const { requests, status } of rules.regimes) {
      expect(new Set(requests.map(({ kind }) => kind))).toEqual(new Set(RequestKind.options))
      expect(status).toContain('dự thảo')
    }
  })

  it('name a purpose and a legal basis for every personal column of the store', async () => {
    const { store } = await makeStore()
    const told = new Map(
      rules.purposes.flatMap(({ table, columns }) => columns.map((one) => [`${table}.${one}`, 1])),
    )
    const { rows } = await sql<{ t: string; c: string }>`
      select m.name as t, c.name as c from sqlite_master m join pragma_table_info(m.name) c
      where m.type = 'table'`.execute(store.db)
    const { rows: tied } = await sql<{ t: string }>`
      select distinct m.name as t from sqlite_master m join pragma_foreign_key_list(m.name) f
      where m.type = 'table' and f."table" in ('person', 'household', 'attendee')`.execute(store.db)
    const whole = new Set(['household', 'person', 'enrolment', 'attendee', 'coverage', 'sheet'])
    const words = /^(name|name_fold|phone|email|address|contact|subject_name|person_id|query)$/
    const known = new Set(tied.map(({ t }) => t))
    const tables = new Set(rules.purposes.map(({ table }) => table))
    expect([...known].filter((table) => !tables.has(table))).toEqual([])
    const asked = rows.filter(
      ({ t, c }) => whole.has(t) || (words.test(c) && !places.has(`${t}.${c}`)),
    )
    expect(asked.length).toBeGreaterThan(90)
    expect(asked.map(({ t, c }) => `${t}.${c}`).filter((one) => !told.has(one))).toEqual([])
    const real = new Set(rows.map(({ t, c }) => `${t}.${c}`))
    expect([...told.keys()].filter((one) => !real.has(one))).toEqual([])
    await store.db.destroy()
  })
})

/** Names of things, and queues that hold numbers for a moment. */
const places = new Set([
  ...['office.name', 'campaign.name', 'kysely_migration.name'],
  ...['sqlite_sequence.name', 'counted_name.name', 'counted_side.name'],
  ...['search_todo.person_id', 'count_todo.person_id'],
])

describe('deadlines of requests', () => {
  it('are 2 working days to answer and 10, 15 or 20 days to act from 2026 on', () => {
    const facts = { receivedOn: '2026-04-29', thirdParty: false, extended: false }
    // 30/4 and 1/5/2026 are holidays, 2 and 3/5 a weekend.
    expect(deadlinesOf(termOn('2026-04-29', 'view'), facts, calendar)).toEqual({
      answerBy: '2026-05-05',
      doneBy: '2026-05-09',
    })
    const done = (kind: RequestKind, changes: object) =>
      deadlinesOf(
        termOn('2026-06-01', kind),
        { ...facts, receivedOn: '2026-06-01', ...changes },
        calendar,
      ).doneBy
    expect(done('supply', { thirdParty: true })).toBe('2026-06-16')
    expect(done('supply', { extended: true })).toBe('2026-06-21')
    expect(done('withdraw', {})).toBe('2026-06-16')
    expect(done('object', { thirdParty: true, extended: true })).toBe('2026-07-06')
    expect(done('delete', {})).toBe('2026-06-21')
    expect(done('delete', { thirdParty: true })).toBe('2026-07-01')
    expect(done('delete', { thirdParty: true, extended: true })).toBe('2026-07-21')
  })

  it('are 72 hours until the end of 2025', () => {
    const facts = { receivedOn: '2024-11-16', thirdParty: true, extended: true }
    expect(deadlinesOf(termOn('2024-11-16', 'delete'), facts, calendar)).toEqual({
      answerBy: null,
      doneBy: '2024-11-19',
    })
  })

  it('count working days across a weekend', () => {
    expect(workingDayAfter('2026-06-05', 2, calendar)).toBe('2026-06-09')
  })
})

describe('what may be erased', () => {
  const term = (months: number | null) => {
    const rows = retentionOf(
      rules,
      OwnPrivacy.parse({ retention: { enrolment: { months, source: 'Danh mục hồ sơ 01' } } }),
    )
    const row = rows.find(({ kind }) => kind === 'enrolment')
    if (!row) throw new Error('no term')
    return row
  }
  const live = { enrolments: [{ state: 'accepted', validTo: '2025-11-30' }] }

  it('is nobody with a sign-up that holds, unless its term is over', () => {
    expect(mayErase(live, term(null), '2099-01-01')).toMatchObject({
      problem: { code: 'privacy.must-keep', values: { n: 1 } },
    })
    expect(mayErase(live, term(24), '2027-11-29')).toMatchObject({
      problem: { code: 'privacy.keep-until', values: { date: '30/11/2027' } },
    })
    expect(mayErase(live, term(24), '2027-11-30').ok).toBe(true)
  })

  it('is whoever cancelled everything or never signed', () => {
    const gone = { enrolments: [{ state: 'cancelled', validTo: '2030-01-01' }] }
    expect(mayErase(gone, term(null), '2026-01-01').ok).toBe(true)
    expect(mayErase({ enrolments: [] }, term(null), '2026-01-01').ok).toBe(true)
  })

  it('leaves a birth date that says less and counts the same', () => {
    for (const birth of ['1984-11-17', '1984-11-16', '1984-02-29', '2006-12-31', '1990-01-01']) {
      for (const day of ['2024-11-16', '2025-01-01', '2024-12-31']) {
        const left = coarserBirth(birth, [day])
        expect(left.slice(0, 4)).toBe(birth.slice(0, 4))
        expect(['-01-01', '-12-31']).toContain(left.slice(4))
        expect(ageBandOn(left, day)).toBe(ageBandOn(birth, day))
      }
    }
  })

  it('keeps records by default, and says which terms nobody confirmed', () => {
    for (const row of retentionOf(rules, own)) {
      expect(row.months).toBeNull()
      expect(row.confirmed).toBe(false)
      expect(row.source.length).toBeGreaterThan(20)
    }
  })
})
