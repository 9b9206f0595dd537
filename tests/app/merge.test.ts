import { beforeEach, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { cancelSignUp } from '../../src/main/app/enrolments.ts'
import { mergePeople } from '../../src/main/app/merge.ts'
import { findPerson } from '../../src/main/app/people.ts'
import { openPerson, searchPeople } from '../../src/main/app/registry.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { previewSummary } from '../../src/main/app/summaries.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { closePeriod } from '../../src/main/db/periods.ts'
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

beforeEach(async () => {
  made = await makeOffice({ now: '2026-03-20T03:00:00.000Z' })
})

type Person = Partial<ReturnType<typeof member>['person']>

/** Signs one person up alone on a day and answers the person's and the enrolments' ids. */
async function signUp(signedOn: string, person: Person, choice: Parameters<typeof member>[0] = {}) {
  const members = [
    member({ ...choice, person: { name: 'Nguyễn Thị Lan', sex: 'female', ...person } }),
  ]
  const saved = must(await saveHousehold(made.office, clerk, draft({ signedOn, members })))
  const row = await made.office.store.db
    .selectFrom('enrolment')
    .select('person_id')
    .where('id', '=', saved.enrolmentIds[0] ?? 0)
    .executeTakeFirstOrThrow()
  return { id: row.person_id, enrolments: saved.enrolmentIds }
}

const merge = async (keep: number, drop: number) =>
  mergePeople(made.office, clerk, { keep, drop, why: 'Nhập trùng khi đổi số định danh' })

const figures = async (
  from: string,
  to = from,
  kind: 'day' | 'campaign' = from === to ? 'day' : 'campaign',
) => {
  const { summary } = must(await previewSummary(made.office, { kind, from, to }))
  return { first: summary.people.firstTime, joiners: summary.people.joiners, rows: summary.rows }
}

const close = (day: string) =>
  closePeriod(
    made.office.store.db,
    { kind: 'day', from: day, to: day, revision: 1 },
    { by: 'Trần Thị Trưởng', at: made.clock.at },
  )

const stored = async () => {
  const rows = await made.office.store.db
    .selectFrom('enrolment')
    .selectAll()
    .orderBy('id')
    .execute()
  return rows.map(({ person_id: _moved, ...row }) => row)
}

describe('[A43] a first-time joiner found to be entered twice', () => {
  it('is counted once in a span and only on the earlier day', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', {})
    expect(await figures('2024-11-01', '2024-12-31')).toMatchObject({ first: 2, joiners: 2 })
    const done = must(await merge(keep.id, drop.id))
    expect(done).toEqual({
      keptId: keep.id,
      moved: 1,
      notFirst: [
        {
          enrolmentId: drop.enrolments[0],
          scheme: 'bhxh-tn',
          signedOn: '2024-12-05',
          closed: false,
        },
      ],
    })
    expect(await figures('2024-11-01', '2024-12-31')).toMatchObject({ first: 1, joiners: 1 })
    expect(await figures('2024-11-20')).toMatchObject({ first: 1 })
    const later = await figures('2024-12-05')
    expect(later).toMatchObject({ first: 0, joiners: 1 })
    expect(later.rows.map(({ kind }) => kind)).toEqual(['renewing'])
  })

  it('is counted once per scheme', async () => {
    const keep = await signUp('2024-11-20', {}, { bhyt: newBhyt })
    const drop = await signUp('2024-11-25', {}, { bhxh: null, bhyt: newBhyt })
    must(await merge(keep.id, drop.id))
    const rows = (await figures('2024-11-01', '2024-11-30')).rows.filter(
      ({ kind }) => kind === 'first',
    )
    expect(rows.map(({ scheme, persons }) => [scheme, persons])).toEqual([
      ['bhxh-tn', 1],
      ['bhyt-hgd', 1],
    ])
    expect(await figures('2024-11-25')).toMatchObject({ first: 0 })
  })

  it('is counted once across years, whichever entry is kept', async () => {
    const early = await signUp('2024-11-20', {}, { bhxh: null, bhyt: { ...newBhyt, months: 3 } })
    const late = await signUp('2025-06-20', {}, { bhxh: null, bhyt: newBhyt })
    const done = must(await merge(late.id, early.id))
    expect(done.notFirst.map(({ enrolmentId }) => enrolmentId)).toEqual(late.enrolments)
    expect(await figures('2024-11-01', '2024-12-31')).toMatchObject({ first: 1 })
    const next = await figures('2025-01-01', '2025-06-30')
    expect(next).toMatchObject({ first: 0, joiners: 1 })
    expect(next.rows.map(({ kind }) => kind)).toEqual(['returning'])
  })

  it('changes nothing on closed days but whose the enrolments are', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', {})
    await close('2024-11-20')
    await close('2024-12-05')
    const before = await stored()
    const done = must(await merge(keep.id, drop.id))
    expect(done.notFirst).toMatchObject([{ signedOn: '2024-12-05', closed: true }])
    expect(await stored()).toEqual(before)
    expect(await figures('2024-11-01', '2024-12-31')).toMatchObject({ first: 1 })
  })

  it('counts the later first time again when the earlier one is cancelled', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', {})
    must(await merge(keep.id, drop.id))
    must(await cancelSignUp(made.office, clerk, keep.enrolments[0] ?? 0, 'Ghi nhầm'))
    expect(await figures('2024-11-20')).toMatchObject({ first: 0 })
    expect(await figures('2024-12-05')).toMatchObject({ first: 1 })
  })

  it('cannot sign up as a first time again', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', {})
    must(await merge(keep.id, drop.id))
    const again = draft({
      signedOn: '2025-01-10',
      members: [member({ person: { id: keep.id, name: 'Nguyễn Thị Lan' } })],
    })
    expect(await saveHousehold(made.office, clerk, again)).toMatchObject({
      ok: false,
      problem: { code: 'enrolment.not-first' },
    })
  })
})

describe('merging', () => {
  it('brings both histories, numbers and what one lacked under the kept person', async () => {
    const oldNumber = newNumber()
    const keep = await signUp('2024-11-20', {
      personalNumber: newNumber(),
      birth: { date: '1990-01-01', precision: 'year' },
    })
    const drop = await signUp('2024-12-05', {
      name: 'Nguyễn Thị Lân',
      personalNumber: oldNumber,
      insuranceNumber: '0123456789',
      phone: '0912345678',
      birth: { date: '1990-11-06', precision: 'day' },
    })
    must(await merge(keep.id, drop.id))
    for (const id of [keep.id, drop.id]) {
      const card = must(await openPerson(made.office, id))
      expect(card.person).toMatchObject({
        id: keep.id,
        name: 'Nguyễn Thị Lan',
        birth: { date: '1990-11-06', precision: 'day' },
        insuranceNumber: '0123456789',
        phone: '0912345678',
      })
      expect(card.enrolments.map((enrolment) => enrolment.id)).toEqual([
        ...drop.enrolments,
        ...keep.enrolments,
      ])
      expect(card.mergedFrom).toMatchObject([{ id: drop.id, name: 'Nguyễn Thị Lân' }])
      expect(card.otherNumbers).toContain(oldNumber)
    }
    for (const number of [oldNumber, '0123456789']) {
      expect((await findPerson(made.office, number))?.person.id).toBe(keep.id)
    }
    expect((await findPerson(made.office, oldNumber))?.last).toHaveLength(1)
  })

  it('lists one person and finds them by the dropped name and number', async () => {
    const oldNumber = newNumber()
    const keep = await signUp('2024-11-20', { name: 'Nguyễn Thị Lan' })
    const drop = await signUp('2024-12-05', { name: 'Đặng Thị Ước', personalNumber: oldNumber })
    must(await merge(keep.id, drop.id))
    for (const query of ['', 'dang uoc', oldNumber, oldNumber.slice(-6), 'nguyen thi lan']) {
      const filters = {
        from: null,
        to: null,
        scheme: null,
        kind: null,
        commune: null,
        collector: null,
        state: null,
        conferenceId: null,
      }
      const found = await searchPeople(made.office, {
        show: 'people',
        query,
        filters,
        after: null,
        limit: 50,
      })
      expect(
        found.rows.map(({ personId }) => personId),
        query,
      ).toEqual([keep.id])
    }
  })

  it('keeps both entries side by side in a whole audit chain', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', { phone: '0912345678' })
    must(await merge(keep.id, drop.id))
    const { db } = made.office.store
    expect(await findBrokenLine(db)).toBeNull()
    const lines = await db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(3).execute()
    const [moved, merged, changed] = lines.map(({ event, subject, detail }) => ({
      event,
      subject,
      detail: JSON.parse(detail),
    }))
    expect(moved).toEqual({
      event: 'enrolment.moved',
      subject: `enrolment:${drop.enrolments[0]}`,
      detail: { from: drop.id, to: keep.id },
    })
    expect(merged).toMatchObject({
      event: 'person.merged',
      subject: `person:${drop.id}`,
      detail: {
        keep: keep.id,
        why: 'Nhập trùng khi đổi số định danh',
        kept: { id: keep.id, phone: null, householdId: 1 },
        dropped: { id: drop.id, phone: '0912345678', householdId: 2 },
        notFirst: drop.enrolments,
      },
    })
    expect(changed).toMatchObject({
      event: 'person.changed',
      detail: { changes: { phone: [null, '0912345678'] } },
    })
  })

  it('can go on: the kept person may be merged into a third', async () => {
    const first = await signUp('2024-11-20', { name: 'Lê Thị Một' })
    const second = await signUp('2024-12-05', { name: 'Lê Thị Hai' })
    const third = await signUp('2025-01-05', { name: 'Lê Thị Ba' })
    must(await merge(second.id, first.id))
    must(await merge(third.id, second.id))
    const card = must(await openPerson(made.office, first.id))
    expect(card.person.id).toBe(third.id)
    expect(card.enrolments).toHaveLength(3)
    expect(await figures('2024-11-01', '2025-01-31')).toMatchObject({ first: 1, joiners: 1 })
  })

  it('takes over the longest term of each scheme', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', {}, { bhxh: null, bhyt: newBhyt })
    must(await merge(keep.id, drop.id))
    const rows = await made.office.store.db.selectFrom('coverage').selectAll().execute()
    expect(rows.map(({ person_id, scheme }) => [person_id, scheme])).toEqual([
      [keep.id, 'bhxh-tn'],
      [keep.id, 'bhyt-hgd'],
    ])
  })

  it('refuses one person twice, nobody, a merged person, and two members of one form', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', {})
    expect(await merge(keep.id, keep.id)).toMatchObject({ problem: { code: 'person.merge-self' } })
    expect(await merge(keep.id, 999)).toMatchObject({ problem: { code: 'person.unknown' } })
    must(await merge(keep.id, drop.id))
    expect(await merge(keep.id, drop.id)).toMatchObject({ problem: { code: 'person.unknown' } })
    expect(await merge(drop.id, keep.id)).toMatchObject({ problem: { code: 'person.unknown' } })
    const family = must(
      await saveHousehold(
        made.office,
        clerk,
        draft({ members: [member(), member({ relation: '08' })] }),
      ),
    )
    const members = await made.office.store.db
      .selectFrom('enrolment')
      .select('person_id')
      .where('id', 'in', family.enrolmentIds)
      .execute()
    const [one, other] = members.map(({ person_id }) => person_id)
    const refused = await merge(one ?? 0, other ?? 0)
    expect(refused).toMatchObject({
      problem: { code: 'person.merge-same-form', values: { date: '16/11/2024' } },
    })
  })

  it('takes a half-typed form that still names the dropped person for unknown', async () => {
    const keep = await signUp('2024-11-20', {})
    const drop = await signUp('2024-12-05', {})
    must(await merge(keep.id, drop.id))
    const late = draft({ signedOn: '2025-01-10', members: [member({ person: { id: drop.id } })] })
    expect(await saveHousehold(made.office, clerk, late)).toMatchObject({
      problem: { code: 'person.unknown' },
    })
  })
})
