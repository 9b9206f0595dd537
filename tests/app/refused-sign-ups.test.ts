import { beforeAll, describe, expect, it } from 'vitest'
import { calls } from '#core/contract.ts'
import type { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import { must } from '#core/result.ts'
import { findPerson } from '../../src/main/app/people.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import {
  clerk,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  newNumber,
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

/** A sign-up that must be refused with a code at a path, and leave nothing behind. */
async function refused(sheet: HouseholdEnrolmentDraft, code: string, path?: (string | number)[]) {
  const before = everything()
  const answer = await save(sheet)
  expect(answer).toMatchObject({ ok: false, problem: { code, ...(path && { path }) } })
  expect(everything()).toEqual(before)
}

describe('a sign-up is refused', () => {
  it('when a number belongs to somebody in the book', async () => {
    const person = { insuranceNumber: '0123456789', name: 'Đỗ Thị Mơ' }
    must(await save(draft({ members: [member({ person })] })))
    const again = draft({
      members: [
        member(),
        member({ person: { personalNumber: null, insuranceNumber: '0123456789' } }),
      ],
    })
    await refused(again, 'person.number-taken', ['members', 1, 'person', 'insuranceNumber'])
    expect(await save(again)).toMatchObject({ problem: { values: { name: 'Đỗ Thị Mơ' } } })
  })

  it('when one number stands in two rows, or one person does', async () => {
    const personalNumber = newNumber()
    const twice = member({ person: { personalNumber } })
    await refused(draft({ members: [twice, twice] }), 'person.number-twice', [
      'members',
      1,
      'person',
      'personalNumber',
    ])
    const nameless = must(
      await save(draft({ members: [member({ person: { personalNumber: null } })] })),
    )
    const [row] = rowsOf('person').filter(
      ({ household_id }) => household_id === nameless.householdId,
    )
    const again = member({
      person: { id: Number(row?.id), personalNumber: null },
      bhxh: null,
      bhyt: newBhyt,
    })
    await refused(draft({ signedOn: '2024-11-17', members: [again, again] }), 'person.twice', [
      'members',
      1,
    ])
  })

  it('for a second first time, a second sign-up of the day, and anybody unknown', async () => {
    const sheet = draft()
    const saved = must(await save(sheet))
    const found = await findPerson(made.office, sheet.members[0]?.person.personalNumber ?? '')
    const id = found?.person.id ?? 0
    const known = { id, personalNumber: found?.person.personalNumber ?? null }
    const again = (kind: 'first' | 'renewing', signedOn: string) =>
      draft({
        signedOn,
        household: { id: saved.householdId },
        members: [
          member({
            person: known,
            bhxh: { kind, income: 1_500_000, method: '3m', group: 'other' },
          }),
        ],
      })
    await refused(again('first', '2024-11-18'), 'enrolment.not-first', [
      'members',
      0,
      'bhxh',
      'kind',
    ])
    await refused(again('first', '2024-11-10'), 'enrolment.not-first', [
      'members',
      0,
      'bhxh',
      'kind',
    ])
    await refused(again('renewing', '2024-11-16'), 'enrolment.already-recorded', [
      'members',
      0,
      'bhxh',
    ])
    await refused(draft({ members: [member({ person: { id: 99_999 } })] }), 'person.unknown')
    await refused(draft({ household: { id: 99_999 } }), 'household.unknown')
    await refused(draft({ conferenceId: 99_999 }), 'conference.unknown', ['conferenceId'])
    must(await save(again('renewing', '2024-11-18')))
  })

  it('for tomorrow in Viet Nam, but not for today', async () => {
    // 20/11/2024 17:30 UTC is half past midnight on the 21st in Hà Nội.
    const before = made.clock.at
    made.clock.at = '2024-11-20T17:30:00.000Z'
    await refused(draft({ signedOn: '2024-11-22' }), 'enrolment.future', ['signedOn'])
    must(await save(draft({ signedOn: '2024-11-21' })))
    made.clock.at = before
    await refused(draft({ signedOn: '2024-11-21' }), 'enrolment.future', ['signedOn'])
  })

  it('outside the area of the office on that day', async () => {
    const place = ['household', 'commune']
    const refs = [
      { code: '00001', validFrom: '' },
      { code: '99999', validFrom: '' },
      { code: '00376', validFrom: '2025-07-01' },
    ]
    for (const commune of refs)
      await refused(draft({ household: { commune } }), 'enrolment.outside-area', place)
  })

  it('when nothing is chosen, when a rule refuses, and before anybody is born', async () => {
    await refused(draft({ members: [member({ bhxh: null })] }), 'enrolment.nothing-chosen', [
      'members',
    ])
    const low = { kind: 'first', income: 1_450_000, method: '3m', group: 'other' } as const
    await refused(draft({ members: [member(), member({ bhxh: low })] }), 'income.below-minimum', [
      'members',
      1,
      'bhxh',
      'income',
    ])
    const unborn = { birth: { date: '2024-11-17', precision: 'day' } } as const
    await refused(draft({ members: [member({ person: unborn })] }), 'person.not-born', [
      'members',
      0,
      'person',
      'birth',
    ])
    await refused(draft({ signedOn: '1990-01-01' }), 'person.not-born')
  })

  it('[A73] [A74] by the boundary when dates, amounts and texts cannot be', () => {
    const schema = calls['enrolment.save'].input
    const good = draft()
    const [row] = good.members
    const person = (changes: object) => ({
      ...good,
      members: [{ ...row, person: { ...row?.person, ...changes } }],
    })
    const bhxh = (income: unknown) => ({
      ...good,
      members: [{ ...row, bhxh: { ...row?.bhxh, income } }],
    })
    expect(schema.safeParse(good).success).toBe(true)
    for (const bad of [
      { ...good, signedOn: '2024-02-30' },
      { ...good, signedOn: '2024-2-3' },
      { ...good, signedOn: '16/11/2024' },
      { ...good, key: 'not-a-key' },
      { ...good, members: [] },
      { ...good, members: Array.from({ length: 16 }, () => row) },
      { ...good, extra: 1 },
      { ...good, household: { ...good.household, address: '\u200b \u2060' } },
      person({ birth: { date: '2023-02-29', precision: 'day' } }),
      person({ name: '\u00ad\u200b ' }),
      person({ name: 'A'.repeat(301) }),
      person({ personalNumber: '00109000001' }),
      person({ phone: '12345' }),
      bhxh(1_500_000.5),
      bhxh('1500000'),
      bhxh(-1),
      bhxh(Number.NaN),
      bhxh(Number.MAX_SAFE_INTEGER),
    ])
      expect(schema.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
    const name = '  Nguyễn\u0000 \u200bVa\u0306n\n  Ước '
    const cleaned = schema.parse(person({ name, email: ' ' }))
    expect(cleaned.members[0]?.person).toMatchObject({ name: 'Nguyễn Văn Ước', email: null })
  })
})
