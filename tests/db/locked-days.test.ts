import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { saveConference } from '../../src/main/app/conferences.ts'
import { cancelSignUp } from '../../src/main/app/enrolments.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { closePeriod, isDayClosed, readPeriod } from '../../src/main/db/periods.ts'
import {
  clerk,
  conference,
  draft,
  type Made,
  makeOffice,
  member,
  openWithTool,
} from '../support/office.ts'

const closedDay = '2024-11-16'
const openDay = '2024-11-18'
const day = { kind: 'day', from: closedDay, to: closedDay } as const

let made: Made
let tool: ReturnType<typeof openWithTool>
let locked: { enrolment: number; conference: number }
let free: { enrolment: number; conference: number }

async function fill(on: string): Promise<typeof locked> {
  const held = must(await saveConference(made.office, clerk, conference({ heldOn: on })))
  const saved = must(await saveHousehold(made.office, clerk, draft({ signedOn: on })))
  return { enrolment: saved.enrolmentIds[0] ?? 0, conference: held.id }
}

beforeAll(async () => {
  made = await makeOffice()
  locked = await fill(closedDay)
  free = await fill(openDay)
  const { db } = made.office.store
  await closePeriod(db, { ...day, revision: 1 }, { by: 'Trần Thị Trưởng', at: made.clock.at })
  tool = openWithTool(`${made.folder}/office.db`, made.key)
})

afterAll(() => tool.close())

/** Every row of the two tables, to see that nothing moved. */
function rows(): unknown {
  return [
    tool.prepare('select * from enrolment order by id').all(),
    tool.prepare('select * from conference order by id').all(),
    tool.prepare('select * from period order by id').all(),
  ]
}

/** Runs a statement in the tool; the error it met and whether anything changed. */
function attempt(sql: string): string {
  const before = rows()
  let met = 'nothing'
  try {
    tool.exec(sql)
  } catch (error) {
    met = (error as Error).message
  }
  expect(rows()).toEqual(before)
  return met
}

const columnsOf = (table: string): string[] =>
  (tool.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)

/** `insert … select` of a row with some columns replaced. */
function copy(verb: string, table: string, id: number, changes: Record<string, string>): string {
  const names = columnsOf(table)
  const values = names.map((name) => changes[name] ?? name)
  return `${verb} into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} where id = ${id}`
}

describe.each([
  ['enrolment', 'signed_on'],
  ['conference', 'held_on'],
] as const)('[A41] a %s on a closed day', (table, on) => {
  it('cannot be changed', () => {
    const id = locked[table]
    const sets = {
      enrolment: ['payer = payer', 'gross = gross + 1', "commune_name = 'X'", 'person_id = 99'],
      conference: ['attendees = 1', "place = 'X'", 'notes = notes', 'id = 500'],
    }[table]
    for (const set of sets) {
      expect(attempt(`update ${table} set ${set} where id = ${id}`), set).toBe('period-closed')
    }
  })

  it('cannot be deleted, alone or with all others', () => {
    expect(attempt(`delete from ${table} where id = ${locked[table]}`)).toBe('period-closed')
    expect(attempt(`delete from ${table}`)).toBe('period-closed')
  })

  it('cannot be moved out', () => {
    const move = `update ${table} set ${on} = '${openDay}' where id = ${locked[table]}`
    expect(attempt(move)).toBe('period-closed')
  })

  it('cannot come from another day', () => {
    const move = `update ${table} set ${on} = '${closedDay}' where id = ${free[table]}`
    expect(attempt(move)).toBe('period-closed')
  })

  it('cannot be added', () => {
    const fresh = { id: '700', draft_key: "'new'", kind: "'renewing'" }
    expect(attempt(copy('insert', table, locked[table], fresh))).toBe('period-closed')
  })

  it('cannot be pushed out by a row of an open day with its id', () => {
    const replace = { id: String(locked[table]), draft_key: "'new'", kind: "'renewing'" }
    expect(attempt(copy('insert or replace', table, free[table], replace))).toContain('row exists')
    expect(
      attempt(`update or replace ${table} set id = ${locked[table]} where id = ${free[table]}`),
    ).toContain('row exists')
  })
})

describe('[A41] the lock of a day', () => {
  it('cannot be got round by what else is unique in an enrolment', () => {
    const { draft_key, person_id } = tool
      .prepare('select draft_key, person_id from enrolment where id = ?')
      .get(locked.enrolment) as { draft_key: string; person_id: number }
    const sameForm = {
      id: '700',
      draft_key: `'${draft_key}'`,
      person_id: String(person_id),
      kind: "'renewing'",
    }
    const firstAgain = { id: '700', draft_key: "'new'", person_id: String(person_id) }
    for (const changes of [sameForm, firstAgain]) {
      expect(attempt(copy('replace', 'enrolment', free.enrolment, changes))).toContain('row exists')
    }
    const takeOver = `update or replace enrolment set person_id = ${person_id} where id = ${free.enrolment}`
    expect(attempt(takeOver)).toMatch(/row exists|not-merged/)
  })

  it('stays: the period cannot be opened, moved, deleted or replaced', () => {
    for (const sql of [
      "update period set state = 'open'",
      `update period set from_date = '2024-11-17', to_date = '2024-11-17'`,
      "update period set kind = 'week'",
      'update period set id = 50',
      'delete from period',
      `replace into period (kind, from_date, to_date, state, revision)
        values ('day', '${closedDay}', '${closedDay}', 'open', 1)`,
      `replace into period (id, kind, from_date, to_date, state, revision)
        select id, 'week', '2024-11-11', '2024-11-17', 'open', 1 from period`,
    ])
      expect(attempt(sql), sql).toBe('period-closed')
  })

  it('lets a further file of the same day raise its revision', async () => {
    const { db } = made.office.store
    const id = await closePeriod(db, { ...day, revision: 2 }, { by: 'B', at: made.clock.at })
    expect(await readPeriod(db, day)).toMatchObject({ id, state: 'closed', revision: 2 })
  })

  it.each([
    ['launch-day', '2024-11-10', '2024-11-10'],
    ['week', '2024-10-28', '2024-11-03'],
    ['month', '2024-09-01', '2024-09-30'],
    ['campaign', '2024-08-01', '2024-08-20'],
  ] as const)('holds for every kind of period: %s', async (kind, from, to) => {
    const { db } = made.office.store
    const closed = { by: 'B', at: made.clock.at }
    expect(await isDayClosed(db, to)).toBe(false)
    await closePeriod(db, { kind, from, to, revision: 1 }, closed)
    expect(await isDayClosed(db, to)).toBe(true)
    const move = `update enrolment set signed_on = '${to}' where id = ${free.enrolment}`
    expect(attempt(move)).toBe('period-closed')
    const held = `update conference set held_on = '${from}' where id = ${free.conference}`
    expect(attempt(held)).toBe('period-closed')
    expect(attempt(`delete from period where kind = '${kind}'`)).toBe('period-closed')
    expect(attempt(`update period set state = 'open' where kind = '${kind}'`)).toBe('period-closed')
  })

  it('leaves open days alone', () => {
    tool.exec(`update conference set attendees = 81 where id = ${free.conference}`)
    tool.exec(`update enrolment set collector = 'post' where id = ${free.enrolment}`)
    tool.exec(copy('insert', 'conference', free.conference, { id: '800' }))
    tool.exec('delete from conference where id = 800')
  })

  it('is answered by the app in words: period.closed, and nothing is written', async () => {
    const { office } = made
    const before = rows()
    const closed = (path?: string[]) => ({
      ok: false,
      problem: { code: 'period.closed', values: { date: '16/11/2024' }, ...(path && { path }) },
    })
    expect(await saveHousehold(office, clerk, draft())).toEqual(closed(['signedOn']))
    expect(await saveConference(office, clerk, conference())).toEqual(closed(['heldOn']))
    const moved = conference({ id: locked.conference, heldOn: openDay })
    expect(await saveConference(office, clerk, moved)).toEqual(closed(['heldOn']))
    const movedIn = conference({ id: free.conference })
    expect(await saveConference(office, clerk, movedIn)).toEqual(closed(['heldOn']))
    expect(await cancelSignUp(office, clerk, locked.enrolment, 'Nhầm')).toEqual(closed())
    expect(rows()).toEqual(before)
  })

  it('does not keep a person of a closed day from signing up on an open one', async () => {
    const { person_id: id } = tool
      .prepare('select person_id from enrolment where id = ?')
      .get(locked.enrolment) as { person_id: number }
    const bhyt = { kind: 'first', months: 12, support: 'none', cardEnds: null } as const
    const again = draft({
      signedOn: openDay,
      members: [member({ person: { id, personalNumber: null }, bhxh: null, bhyt })],
    })
    expect(await saveHousehold(made.office, clerk, again)).toMatchObject({ ok: true })
  })
})
