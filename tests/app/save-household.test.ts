import { beforeAll, describe, expect, it } from 'vitest'
import type { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import { must } from '#core/result.ts'
import { listAllConferences, saveConference } from '../../src/main/app/conferences.ts'
import { cancelSignUp, listRegister, priceHousehold } from '../../src/main/app/enrolments.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { auditHead, findBrokenLine } from '../../src/main/db/audit.ts'
import {
  clerk,
  conference,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  newNumber,
  policy,
} from '../support/office.ts'

let made: Made

beforeAll(async () => {
  made = await makeOffice()
})

const save = (sheet: HouseholdEnrolmentDraft) => saveHousehold(made.office, clerk, sheet)

const rowsOf = (table: string): Record<string, unknown>[] =>
  made.office.store.raw.prepare(`select * from ${table} order by 1`).all() as Record<
    string,
    unknown
  >[]

const tables = ['household', 'person', 'enrolment', 'audit']

/** Everything a sign-up writes, to see that a refusal wrote nothing. */
const everything = () => Object.fromEntries(tables.map((table) => [table, rowsOf(table)]))

describe('a household that signs up', () => {
  it('is stored with every person, scheme and amount, and told in the chain', async () => {
    const before = await auditHead(made.office.store.db)
    const sheet = draft({
      household: { address: 'Số 5, Thôn Đoài', phone: '0900001234' },
      members: [
        member({ bhyt: newBhyt }),
        member({
          person: { name: 'Trần Thị Lan', sex: 'female' },
          relation: '01',
          bhxh: null,
          bhyt: newBhyt,
        }),
        member({ person: { name: 'Nguyễn Văn Con' }, relation: '08', bhxh: null }),
      ],
    })
    const saved = must(await save(sheet))
    const rows = rowsOf('enrolment').filter((row) => row.household_id === saved.householdId)
    expect(rows.map(({ id }) => id)).toEqual(saved.enrolmentIds)
    expect(rows.map(({ scheme, position, state }) => [scheme, position, state])).toEqual([
      ['bhxh-tn', null, 'registered'],
      ['bhyt-hgd', 1, 'registered'],
      ['bhyt-hgd', 2, 'registered'],
    ])
    expect(rows.reduce((sum, row) => sum + Number(row.payer), 0)).toBe(saved.payer)
    const people = rowsOf('person').filter((row) => row.household_id === saved.householdId)
    expect(people.map(({ name, relation, position }) => [name, relation, position])).toEqual([
      ['Nguyễn Văn Ước', '00', 1],
      ['Trần Thị Lan', '01', 2],
      ['Nguyễn Văn Con', '08', 3],
    ])
    const told = rowsOf('audit').slice(before.events)
    expect(told.map(({ event }) => event)).toEqual([
      'household.added',
      'person.added',
      'enrolment.added',
      'enrolment.added',
      'person.added',
      'enrolment.added',
      'person.added',
    ])
    expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set([clerk.name]))
  })

  it('[A39] pays what the law of the day says: 330.000 − 33.000 − 33.000 a month in November 2024', async () => {
    const saved = must(await save(draft()))
    const [row] = rowsOf('enrolment').filter(({ id }) => id === saved.enrolmentIds[0])
    expect(row).toMatchObject({ gross: 990_000, state_support: 99_000, local_support: 99_000 })
    expect(saved.payer).toBe(792_000)
  })

  it('pays exactly what the live price said before', async () => {
    const members = [
      member({ bhyt: newBhyt }),
      member({ bhxh: { kind: 'returning', income: 2_000_000, method: '12m', group: 'poor' } }),
      ...[3, 6, 12, 12].map((months) =>
        member({ bhxh: null, bhyt: { ...newBhyt, months: months as 3 | 6 | 12 } }),
      ),
      member({
        bhxh: null,
        bhyt: { kind: 'renewing', months: 12, support: 'near-poor', cardEnds: '2024-11-30' },
      }),
    ]
    const sheet = draft({ members })
    const shown = must(await priceHousehold(made.office, sheet))
    const saved = must(await save(sheet))
    const stored = rowsOf('enrolment').filter(
      ({ household_id }) => household_id === saved.householdId,
    )
    const charges = shown.members.flatMap(({ bhxh, bhyt }) =>
      [bhxh?.charge ?? [], bhyt?.charge ?? []].flat(),
    )
    expect(stored).toHaveLength(8)
    expect(
      stored.map((row) => [
        row.months,
        row.gross,
        row.state_support,
        row.local_support,
        row.payer,
        row.valid_from,
        row.valid_to,
      ]),
    ).toEqual(
      charges.map((each) => [
        each.months,
        each.gross,
        each.state,
        each.local,
        each.payer,
        each.validFrom,
        each.validTo,
      ]),
    )
    expect(saved.payer).toBe(shown.totals.payer)
    for (const row of stored) {
      expect(row.payer).toBe(
        Number(row.gross) - Number(row.state_support) - Number(row.local_support),
      )
      expect(JSON.parse(String(row.basis)).length).toBeGreaterThan(0)
    }
  })

  it('is all there or not at all when a write fails in the middle', async () => {
    const { raw } = made.office.store
    const sheet = draft({ members: [member({ bhyt: newBhyt }), member({ bhyt: newBhyt })] })
    const points = [
      'before insert on household',
      'before insert on person when new.position = 2',
      "before insert on enrolment when new.scheme = 'bhyt-hgd'",
      'after insert on enrolment when new.position = 2',
      "before insert on audit when new.event = 'person.added'",
      "after insert on audit when new.event = 'enrolment.added'",
    ]
    for (const point of points) {
      const before = everything()
      raw.exec(`create trigger injected ${point} begin select raise(abort, 'injected'); end`)
      await expect(save(sheet), point).rejects.toThrow('injected')
      raw.exec('drop trigger injected')
      expect(everything(), point).toEqual(before)
    }
    must(await save(sheet))
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})

describe('the list of a household', () => {
  const list = (householdId: number) =>
    rowsOf('person')
      .filter(({ household_id }) => household_id === householdId)
      .sort((a, b) => Number(a.position) - Number(b.position))
      .map(({ id, position }) => [Number(id), position])

  const again = (id: number) =>
    member({
      person: { id, personalNumber: null },
      bhxh: { kind: 'renewing', income: 1_500_000, method: '3m', group: 'other' },
    })

  it('keeps its order when a form holds only some of its members, and takes the order of a whole form', async () => {
    const { householdId } = must(await save(draft({ members: [member(), member(), member()] })))
    const [first = 0, second = 0, third = 0] = list(householdId).map(([id]) => Number(id))
    const some = draft({
      signedOn: '2024-11-17',
      household: { id: householdId },
      members: [member(), again(second), member()],
    })
    must(await save(some))
    const [, , , fourth = 0, fifth = 0] = list(householdId).map(([id]) => Number(id))
    expect(list(householdId)).toEqual([
      [first, 1],
      [second, 2],
      [third, 3],
      [fourth, 4],
      [fifth, 5],
    ])
    const order = [fifth, second, first, third, fourth]
    const whole = order.map((id) => again(id))
    must(
      await save(draft({ signedOn: '2024-11-18', household: { id: householdId }, members: whole })),
    )
    expect(list(householdId)).toEqual(order.map((id, index) => [id, index + 1]))
  })
})

describe('the same form', () => {
  it('saved twice is one sign-up with one answer', async () => {
    const sheet = draft({ members: [member({ bhyt: newBhyt })] })
    const first = await save(sheet)
    const before = everything()
    expect(await save(sheet)).toEqual(first)
    expect(await save({ ...sheet, collector: 'office-counter' })).toEqual(first)
    expect(everything()).toEqual(before)
  })

  it('saved by two key presses at once is one sign-up with one answer', async () => {
    const sheet = draft({ members: [member({ bhyt: newBhyt })] })
    const count = rowsOf('enrolment').length
    const [one, two, three] = await Promise.all([save(sheet), save(sheet), save(sheet)])
    expect(one).toMatchObject({ ok: true })
    expect([two, three]).toEqual([one, one])
    expect(rowsOf('enrolment')).toHaveLength(count + 2)
  })

  it('is not the form of another household with the same people', async () => {
    const sheet = draft()
    must(await save(sheet))
    const before = everything()
    expect(await save({ ...sheet, key: crypto.randomUUID() })).toMatchObject({
      problem: { code: 'person.number-taken', path: ['members', 0, 'person', 'personalNumber'] },
    })
    expect(everything()).toEqual(before)
  })
})

describe('households at the same time', () => {
  it('are all saved, each once, in one unbroken chain', async () => {
    const sheets = Array.from({ length: 20 }, () =>
      draft({ members: [member({ bhyt: newBhyt }), member()] }),
    )
    const before = rowsOf('enrolment').length
    const answers = await Promise.all(sheets.map(save))
    const ids = answers.flatMap((answer) => must(answer).enrolmentIds)
    expect(new Set(ids).size).toBe(60)
    expect(rowsOf('enrolment')).toHaveLength(before + 60)
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })

  it('do not both get one person', async () => {
    const number = newNumber()
    const sheet = () => draft({ members: [member({ person: { personalNumber: number } })] })
    const answers = await Promise.all([save(sheet()), save(sheet())])
    expect(answers.map((each) => (each.ok ? 'ok' : each.problem.code)).sort()).toEqual([
      'ok',
      'person.number-taken',
    ])
  })
})

describe('the ladder of a household', () => {
  /** A BHYT sign-up of a household on a day; the places stored. */
  async function join(
    householdId: number | null,
    signedOn: string,
    ids: (number | null)[],
    months: 3 | 6 | 12 = 3,
  ) {
    const members = ids.map((id) =>
      member({
        person: { id, personalNumber: null },
        bhxh: null,
        bhyt: { kind: id === null ? 'first' : 'renewing', months, support: 'none', cardEnds: null },
      }),
    )
    const sheet = draft({ signedOn, household: { id: householdId }, members })
    const saved = must(await save(sheet))
    const stored = rowsOf('enrolment').filter(({ id }) => saved.enrolmentIds.includes(Number(id)))
    return {
      household: saved.householdId,
      ids: stored.map(({ person_id }) => Number(person_id)),
      enrolments: saved.enrolmentIds,
      places: stored.map(({ position }) => position),
      gross: stored.map(({ gross }) => gross),
    }
  }

  it('goes down in the order of the rows and stays at the fifth', async () => {
    const first = await join(null, '2024-11-01', [null, null, null, null, null, null])
    expect(first.places).toEqual([1, 2, 3, 4, 5, 6])
    // 4,5 % of 2.340.000 for three months; 100, 70, 60, 50, 40, 40 %.
    expect(first.gross).toEqual([315_900, 221_130, 189_540, 157_950, 126_360, 126_360])
  })

  it('goes on for a member who joins later in the year, and begins anew next year', async () => {
    made.clock.at = '2025-02-20T03:00:00.000Z'
    const start = await join(null, '2024-10-01', [null, null])
    const later = await join(start.household, '2024-11-16', [null])
    expect(later.places).toEqual([3])
    expect((await join(start.household, '2025-01-05', [null])).places).toEqual([1])
    // Who already has a place of the year keeps it.
    const again = await join(start.household, '2024-12-31', [start.ids[1] ?? 0, null])
    expect(again.places).toEqual([2, 4])
    made.clock.at = '2024-11-20T03:00:00.000Z'
  })

  it('leaves out supported members and cancelled sign-ups', async () => {
    const supported = member({ bhxh: null, bhyt: { ...newBhyt, support: 'near-poor' } })
    const plain = () => member({ bhxh: null, bhyt: newBhyt })
    const saved = must(await save(draft({ members: [supported, plain(), plain()] })))
    const places = () =>
      rowsOf('enrolment')
        .filter(({ household_id }) => household_id === saved.householdId)
        .map(({ position, state }) => `${position} ${state}`)
    expect(places()).toEqual(['null registered', '1 registered', '2 registered'])
    must(await cancelSignUp(made.office, clerk, saved.enrolmentIds[2] ?? 0, 'Nhầm'))
    expect((await join(saved.householdId, '2024-11-18', [null])).places).toEqual([2])
  })
})

describe('amounts in the book', () => {
  it('[A39] never change when the policy does, and new sign-ups follow the new one', async () => {
    const sheet = draft({ members: [member({ bhyt: newBhyt }), member()] })
    const saved = must(await save(sheet))
    const register = async () => {
      const all = { from: null, to: null, query: '', conferenceId: null, limit: 1000 }
      return (await listRegister(made.office, all)).rows
    }
    const before = { rows: rowsOf('enrolment'), register: await register() }
    await closeOffice(made.office)
    const dearer = structuredClone(policy)
    for (const row of dearer.voluntary.contributionRate) row.value = 44
    for (const row of dearer.voluntary.stateSupport) row.value.other = 0
    for (const row of dearer.amounts.baseSalary) row.value *= 2
    const ground = { ...made.ground, policy: dearer }
    made.office = must(await openOffice(ground, made.folder, made.key))
    expect(rowsOf('enrolment')).toEqual(before.rows)
    expect(await register()).toEqual(before.register)
    expect(await save(sheet)).toEqual({ ok: true, value: saved })
    const dear = must(await save(draft({ members: [member({ bhyt: newBhyt })] })))
    const [bhxh, bhyt] = rowsOf('enrolment').filter(({ id }) =>
      dear.enrolmentIds.includes(Number(id)),
    )
    expect(bhxh).toMatchObject({ gross: 1_980_000, state_support: 0 })
    expect(bhyt).toMatchObject({ gross: 2_527_200 })
    expect(rowsOf('enrolment').slice(0, before.rows.length)).toEqual(before.rows)
    await closeOffice(made.office)
    made.office = must(await openOffice(made.ground, made.folder, made.key))
  })
})

describe('a conference', () => {
  it('counts the people who signed up through it, once each, without cancelled ones', async () => {
    const { id } = must(await saveConference(made.office, clerk, conference({ attendees: 3 })))
    const sheet = draft({
      conferenceId: id,
      members: [member({ bhyt: newBhyt }), member(), member()],
    })
    const saved = must(await save(sheet))
    const signUps = async () =>
      (await listAllConferences(made.office)).find((each) => each.id === id)?.signUps
    expect(await signUps()).toBe(3)
    const fewer = conference({ id, attendees: 2 })
    expect(await saveConference(made.office, clerk, fewer)).toMatchObject({
      problem: { code: 'conference.too-few-attendees', values: { signUps: 3 } },
    })
    for (const index of [2, 3])
      must(await cancelSignUp(made.office, clerk, saved.enrolmentIds[index] ?? 0, 'Nhầm'))
    expect(await signUps()).toBe(1)
    must(await saveConference(made.office, clerk, fewer))
  })

  it('is refused outside the area, when unknown, and where its day has no such commune', async () => {
    const before = rowsOf('conference')
    for (const [bad, code] of [
      [conference({ commune: { code: '00001', validFrom: '' } }), 'conference.outside-area'],
      [conference({ heldOn: '2025-07-02' }), 'conference.outside-area'],
      [conference({ id: 99_999 }), 'conference.unknown'],
    ] as const)
      expect(await saveConference(made.office, clerk, bad)).toMatchObject({
        ok: false,
        problem: { code },
      })
    expect(rowsOf('conference')).toEqual(before)
  })
})

it('[A36] the chain is continuous after all of this', async () => {
  const head = await auditHead(made.office.store.db)
  expect(head.events).toBe(rowsOf('audit').length)
  expect(head.events).toBeGreaterThan(200)
  expect(await findBrokenLine(made.office.store.db)).toBeNull()
})
