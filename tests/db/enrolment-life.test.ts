import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EnrolmentState } from '#core/enrolment.ts'
import { lifeSteps, nextSteps } from '#core/enrolment-life.ts'
import { must } from '#core/result.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { closePeriod } from '../../src/main/db/periods.ts'
import {
  clerk,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  openWithTool,
} from '../support/office.ts'

const states: EnrolmentState[] = [
  'draft',
  'registered',
  'paid',
  'sent',
  'accepted',
  'returned',
  'cancelled',
]

/** What each state needs in its row, as a person with a SQLite tool would write it. */
const needed: Partial<Record<EnrolmentState, string>> = {
  paid: `, receipt_number = '0001', receipt_date = '2024-11-16'`,
  returned: `, return_reason = 'Thiếu chữ ký'`,
  cancelled: `, cancel_reason = 'Hộ xin thôi'`,
}

let made: Made
let tool: ReturnType<typeof openWithTool>

beforeAll(async () => {
  made = await makeOffice()
  tool = openWithTool(`${made.folder}/office.db`, made.key)
})

afterAll(() => tool.close())

async function newEnrolment(signedOn = '2024-11-16'): Promise<number> {
  const saved = must(await saveHousehold(made.office, clerk, draft({ signedOn })))
  return saved.enrolmentIds[0] ?? 0
}

const rowOf = (id: number) =>
  tool.prepare('select * from enrolment where id = ?').get(id) as Record<string, unknown> & {
    state: EnrolmentState
    previous_state: EnrolmentState | null
  }

/** Tries to put an enrolment into a state; the error it met, or null. */
function put(id: number, to: EnrolmentState): string | null {
  const leaving = rowOf(id).state === 'cancelled' ? ', cancel_reason = null' : ''
  return run(`update enrolment set state = '${to}'${needed[to] ?? ''}${leaving} where id = ${id}`)
}

function run(sql: string): string | null {
  try {
    tool.exec(sql)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

describe('the table of legal steps', () => {
  it('is the one core has', () => {
    const rows = tool
      .prepare('select from_state as "from", to_state as "to" from enrolment_step')
      .all()
    const sorted = (steps: readonly unknown[]) => steps.map((step) => JSON.stringify(step)).sort()
    expect(sorted(rows)).toEqual(sorted(lifeSteps))
  })

  it('keeps table and core in agreement after any sequence of steps, legal or not', async () => {
    const id = await newEnrolment()
    const anyWalk = fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(anyWalk, (walk) => {
        tool.exec('begin')
        try {
          let state: EnrolmentState = 'registered'
          let before: EnrolmentState | null = null
          for (const to of walk) {
            if (to === state) continue
            const forward = nextSteps(state).includes(to)
            const back = to === before
            const met = put(id, to)
            expect(met, `${before} › ${state} → ${to}`).toBe(
              forward || back ? null : 'illegal-step',
            )
            if (!forward && !back) continue
            before = forward ? state : null
            state = to
            expect(rowOf(id)).toMatchObject({ state, previous_state: before })
          }
        } finally {
          tool.exec('rollback')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lets a life begin registered and nowhere else', async () => {
    const id = await newEnrolment()
    const names = (tool.pragma('table_info(enrolment)') as { name: string }[]).map(
      ({ name }) => name,
    )
    const copyAs = (state: string) => {
      const values = names.map(
        (name) =>
          ({
            id: '9000',
            draft_key: `'${state}'`,
            kind: "'renewing'",
            state: `'${state}'`,
            receipt_number: "'1'",
            receipt_date: "'2024-11-16'",
            return_reason: "'x'",
            cancel_reason: state === 'cancelled' ? "'x'" : 'null',
          })[name] ?? name,
      )
      return run(
        `insert into enrolment (${names}) select ${values} from enrolment where id = ${id}`,
      )
    }
    for (const state of states.filter((each) => each !== 'registered')) {
      expect(copyAs(state), state).toBe('illegal-step')
    }
    expect(copyAs('registered')).toBeNull()
  })

  it('takes no step without its data', async () => {
    const id = await newEnrolment()
    const set = (fields: string) => run(`update enrolment set ${fields} where id = ${id}`)
    expect(set(`state = 'paid'`)).toBe('step-without-data')
    expect(set(`state = 'paid', receipt_number = '1'`)).toBe('step-without-data')
    const tooEarly = `state = 'paid', receipt_number = '1', receipt_date = '2024-11-15'`
    expect(set(tooEarly)).toBe('step-without-data')
    expect(set(`receipt_number = '${'1'.repeat(31)}'`)).toContain('CHECK')
    expect(set(`receipt_date = '16/11/2024'`)).toContain('CHECK')
    expect(set(`state = 'cancelled'`)).toContain('CHECK')
    expect(put(id, 'paid')).toBeNull()
    expect(put(id, 'sent')).toBeNull()
    expect(set(`state = 'returned'`)).toBe('step-without-data')
    expect(put(id, 'returned')).toBeNull()
  })
})

describe('[A41] a closed day', () => {
  const free = ['state', 'previous_state', 'receipt_number', 'receipt_date', 'return_reason']

  it('keeps every column but those of the steps', async () => {
    const id = await newEnrolment('2024-11-15')
    const other = await newEnrolment('2024-11-15')
    expect(put(other, 'cancelled')).toBeNull()
    const day = { kind: 'day', from: '2024-11-15', to: '2024-11-15', revision: 1 } as const
    await closePeriod(made.office.store.db, day, { by: 'Trưởng', at: made.clock.at })
    const columns = tool.pragma('table_info(enrolment)') as { name: string; type: string }[]
    const before = rowOf(id)
    // Another migration guards whose an enrolment is: it may follow two people found to be one.
    const counted = columns.filter(({ name }) => !free.includes(name) && name !== 'person_id')
    expect(counted.length).toBeGreaterThan(25)
    for (const { name, type } of counted) {
      const value = type === 'INTEGER' ? '5000' : "'2024-11-14'"
      const met = run(`update enrolment set ${name} = ${value} where id = ${id}`)
      expect(met, name).toBe('period-closed')
    }
    expect(run(`update enrolment set person_id = 1 where id = ${id}`)).not.toBeNull()
    expect(put(id, 'cancelled')).toBe('period-closed')
    expect(put(other, 'registered')).toBe('period-closed')
    expect(rowOf(id)).toEqual(before)
    for (const to of [
      'paid',
      'sent',
      'returned',
      'registered',
      'paid',
      'sent',
      'accepted',
    ] as const)
      expect(put(id, to), to).toBeNull()
  })
})

describe('the last covered day of everybody', () => {
  type Covered = { person: number; scheme: string; valid_to: string; enrolment: number }

  const covered = () =>
    tool
      .prepare(
        `select person_id as person, scheme, valid_to, enrolment_id as enrolment, commune_code,
          commune_from from coverage order by person_id, scheme`,
      )
      .all() as Covered[]

  const recounted = () =>
    tool
      .prepare(
        `select person, scheme, valid_to, enrolment, commune_code, commune_from from (
          select person_id as person, scheme, valid_to, id as enrolment, commune_code, commune_from,
            row_number() over (partition by person_id, scheme order by valid_to desc, id desc) as place
          from enrolment where state <> 'cancelled')
        where place = 1 order by person, scheme`,
      )
      .all() as Covered[]

  const counts = () =>
    tool
      .prepare(
        `select commune_code, commune_from, scheme, valid_to, people from coverage_count
          where people > 0 order by 1, 2, 3, 4`,
      )
      .all()

  const recountedCounts = () =>
    tool
      .prepare(
        `select * from (
          select '' as commune_code, '' as commune_from, scheme, valid_to, count(*) as people
            from coverage group by scheme, valid_to
          union all select commune_code, commune_from, scheme, valid_to, count(*)
            from coverage group by 1, 2, 3, 4) order by 1, 2, 3, 4`,
      )
      .all()

  it('follows every saving, step, edit and deletion, whatever tool does it', async () => {
    const ids: number[] = []
    for (const signedOn of ['2024-11-18', '2024-11-19', '2024-11-20']) {
      const members = [member({ bhyt: newBhyt }), member({ bhyt: newBhyt, bhxh: null })]
      const saved = must(await saveHousehold(made.office, clerk, draft({ signedOn, members })))
      ids.push(...saved.enrolmentIds)
    }
    const id = fc.constantFrom(...ids)
    const day = fc.integer({ min: 1, max: 28 }).map((d) => `2025-02-${String(d).padStart(2, '0')}`)
    const step = fc.oneof(
      fc.tuple(
        fc.constantFrom('cancelled', 'registered', 'paid') as fc.Arbitrary<EnrolmentState>,
        id,
      ),
      fc.tuple(fc.constant('date' as const), id, day),
      fc.tuple(fc.constant('copy' as const), id, day),
      fc.tuple(fc.constant('commune' as const), id),
      fc.tuple(fc.constant('delete' as const), id),
    )
    const act = ([what, of, on]: [string, number, string?]) => {
      if (what === 'date') run(`update enrolment set valid_to = '${on}' where id = ${of}`)
      else if (what === 'delete') run(`delete from enrolment where id = ${of}`)
      else if (what === 'commune')
        run(`update enrolment set commune_code = '00379' where id = ${of}`)
      else if (what === 'copy') copyOf(of, on ?? '')
      else if (rowOf(of)) put(of, what as EnrolmentState)
    }
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (walk) => {
        tool.exec('begin')
        try {
          for (const each of walk) {
            act(each as [string, number, string?])
            expect(covered()).toEqual(recounted())
            expect(counts()).toEqual(recountedCounts())
          }
        } finally {
          tool.exec('rollback')
        }
      }),
      { numRuns: 150 },
    )
  })

  /** The same person signs once more, up to another day. */
  function copyOf(id: number, validTo: string): void {
    const names = (tool.pragma('table_info(enrolment)') as { name: string }[]).map(
      ({ name }) => name,
    )
    const values = names.map(
      (name) =>
        ({
          id: 'null',
          draft_key: 'lower(hex(randomblob(8)))',
          kind: "'renewing'",
          state: "'registered'",
          previous_state: 'null',
          cancel_reason: 'null',
          valid_to: `'${validTo}'`,
        })[name] ?? name,
    )
    run(`insert into enrolment (${names}) select ${values} from enrolment where id = ${id}`)
  }
})

describe('records that only grow', () => {
  it('keeps actions and calls as they were written', async () => {
    const id = await newEnrolment()
    tool.exec(`insert into renewal_call (enrolment_id, called_at, called_by, outcome, note)
      values (${id}, '2024-11-20T03:00:00Z', 'Nhập', 'thinking', '')`)
    for (const [table, change] of [
      ['renewal_call', "outcome = 'refused'"],
      ['staff_action', 'last_seq = last_seq + 1'],
    ]) {
      expect(run(`update ${table} set ${change}`), table).toBe(`${table} is append-only`)
      expect(run(`delete from ${table}`), table).toBe(`${table} is append-only`)
      const again = run(`replace into ${table} select * from ${table}`)
      expect(again, table).toBe(`${table} is append-only`)
    }
    expect(
      run(`insert into renewal_call (enrolment_id, called_at, called_by, outcome, note)
        values (${id}, 'x', 'x', 'maybe', '')`),
    ).toContain('CHECK')
  })
})
