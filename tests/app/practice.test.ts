import { describe, expect, it } from 'vitest'
import { ConferenceDraft } from '#core/conference.ts'
import { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import { checkPersonalNumber } from '#core/identifiers.ts'
import { makeConference } from '#core/practice/conference.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { priceHousehold } from '../../src/main/app/enrolments.ts'
import type { Office } from '../../src/main/app/office.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { addPracticePlan } from '../../src/main/app/practice-plan.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { closePeriod } from '../../src/main/db/periods.ts'
import { clerk, makeOffice, soc } from '../support/office.ts'

const quiet = () => {}

function households(seed: number, count: number, signedOn = '2024-11-16') {
  const random = randomFrom(seed)
  const taken = new Set<string>()
  return Array.from({ length: count }, () =>
    makeHousehold(random, { signedOn, commune: soc, conferenceId: null, taken }),
  )
}

describe('made-up households', () => {
  it('are the same from the same seed, and others from another', () => {
    expect(households(2024, 50)).toEqual(households(2024, 50))
    const [one, two] = [households(1, 50), households(2, 50)]
    const overlap = one.filter((each) => JSON.stringify(two).includes(each.key))
    expect(overlap).toEqual([])
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(two))
  })

  it('are what the boundary takes, each with somebody who joins', () => {
    for (const signedOn of ['2024-11-16', '2025-07-01', '2026-11-22']) {
      for (const made of households(7, 200, signedOn)) {
        expect(HouseholdEnrolmentDraft.parse(made)).toEqual(made)
        expect(made.members.some(({ bhxh, bhyt }) => bhxh || bhyt)).toBe(true)
      }
    }
  })

  it('have personal numbers that fit sex, birth year and province, each once', () => {
    const people = households(11, 400).flatMap(({ members }) => members.map(({ person }) => person))
    const numbers = people.map(({ personalNumber }) => personalNumber ?? '')
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(people.length).toBeGreaterThan(1000)
    for (const person of people) {
      const { personalNumber, birth, sex } = person
      expect(
        checkPersonalNumber(personalNumber ?? '', { birth, sex }),
        JSON.stringify(person),
      ).toEqual([])
      expect(birth.date < '2024-11-16').toBe(true)
      expect(/^090000\d{4}$/.test(person.phone ?? '0900000000')).toBe(true)
    }
    expect(new Set(people.map(({ name }) => name)).size).toBeGreaterThan(500)
  })

  it('have relations that fit: one head first, husband and wife of other sex', () => {
    for (const { members } of households(13, 300)) {
      const relations = members.map(({ relation }) => relation)
      expect(relations[0]).toBe('00')
      expect(relations.filter((each) => each === '00')).toHaveLength(1)
      const [head, ...rest] = members
      for (const { relation, person } of rest) {
        if (relation === '01') expect([head?.person.sex, person.sex]).toEqual(['male', 'female'])
        if (relation === '02') expect([head?.person.sex, person.sex]).toEqual(['female', 'male'])
        if (relation === '08')
          expect(person.birth.date > (head?.person.birth.date ?? '')).toBe(true)
        if (relation === '04')
          expect(person.birth.date < (head?.person.birth.date ?? '')).toBe(true)
      }
    }
  })

  it('come with conferences that the boundary takes', () => {
    const random = randomFrom(3)
    for (const kind of ['conference', 'small-group'] as const) {
      const made = makeConference(random, '2024-11-16', soc, kind)
      expect(ConferenceDraft.parse(made)).toEqual(made)
    }
  })
})

/** Everything practice data wrote, without the moments it was written at. */
function content(office: Office): unknown {
  return ['household', 'person', 'conference', 'enrolment'].map((table) =>
    (office.store.raw.prepare(`select * from ${table} order by id`).all() as object[]).map(
      (row) => ({
        ...row,
        created_at: null,
      }),
    ),
  )
}

describe.each([
  ['016', '2024-11-16', '2024-11-01', '2024-11-30', '2024-12-31T03:00:00.000Z'],
  ['001', '2024-11-16', '2025-06-01', '2025-06-30', '2025-07-01T03:00:00.000Z'],
  ['CS-SOC-SON', '2025-07-01', '2025-07-01', '2026-06-30', '2026-11-22T03:00:00.000Z'],
])('practice data of %s', (code, on, from, to, now) => {
  it(`saves 300 households between ${from} and ${to} without a refusal`, async () => {
    const { office } = await makeOffice({ plan: { code, on }, now })
    const order = { households: 300, seed: 5, from, to }
    const made = must(await addPracticeData(office, order, quiet))
    const count = (sql: string) => (office.store.raw.prepare(sql).get() as { n: number }).n
    expect(made.households).toBe(300)
    expect(count('select count(*) n from household')).toBe(300)
    expect(count('select count(*) n from enrolment')).toBe(made.enrolments)
    expect(count('select count(*) n from conference')).toBe(made.conferences)
    expect(made.enrolments).toBeGreaterThan(300)
    expect(made.conferences).toBeGreaterThan(3)
    expect(
      count(`select count(*) n from enrolment where signed_on not between '${from}' and '${to}'`),
    ).toBe(0)
    expect(
      count(
        'select count(*) n from enrolment where payer <> gross - state_support - local_support',
      ),
    ).toBe(0)
    expect(
      count(`select count(*) n from conference c where attendees <
        (select count(distinct person_id) from enrolment where conference_id = c.id)`),
    ).toBe(0)
    expect(await findBrokenLine(office.store.db)).toBeNull()
  })
})

describe('practice data in an office', () => {
  const order = { households: 25, seed: 9, from: '2024-11-14', to: '2024-11-18' }

  it('are the same from the same order in another office, and go on from it', async () => {
    const [one, two] = [await makeOffice(), await makeOffice()]
    must(await addPracticeData(one.office, order, quiet))
    must(await addPracticeData(two.office, order, quiet))
    expect(content(one.office)).toEqual(content(two.office))
    const more = must(await addPracticeData(one.office, order, quiet))
    expect(more.households).toBe(25)
    const numbers = one.office.store.raw.prepare('select personal_number from person').pluck().all()
    expect(new Set(numbers).size).toBe(numbers.length)
    must(await addPracticeData(two.office, { ...order, seed: 10 }, quiet))
    expect(content(one.office)).not.toEqual(content(two.office))
  })

  it('come with what is still to come: conferences, leads to call and targets', async () => {
    const { office } = await makeOffice()
    must(await addPracticeData(office, order, quiet))
    const made = must(await addPracticePlan(office, { seed: 3 }))
    const count = (sql: string) => office.store.raw.prepare(sql).pluck().get()
    expect(made.planned).toBe(4)
    expect(count("select count(*) from conference where state = 'planned'")).toBe(made.planned)
    expect(count('select count(*) from attendee')).toBe(made.attendees)
    expect(made.attendees).toBeGreaterThan(10)
    expect(count('select count(*) from attendee where consent = 0 and phone is not null')).toBe(0)
    expect(count('select count(*) from attendee where follow_up_on is not null')).toBeGreaterThan(5)
    expect(count("select count(*) from target where id like 'thuc-hanh-%'")).toBe(made.targets)
    const real = await makeOffice({ plan: { practice: false } })
    expect(await addPracticePlan(real.office, { seed: 3 })).toMatchObject({ ok: false })
  })

  it('leave closed days alone, and say so when all are closed', async () => {
    const { office, clock } = await makeOffice()
    const close = (day: string) =>
      closePeriod(
        office.store.db,
        { kind: 'day', from: day, to: day, revision: 1 },
        { by: 'B', at: clock.at },
      )
    await close('2024-11-16')
    must(await addPracticeData(office, order, quiet))
    const days = office.store.raw.prepare('select distinct signed_on from enrolment').pluck().all()
    expect(days).not.toContain('2024-11-16')
    expect(days.length).toBeGreaterThan(2)
    await close('2024-11-17')
    const span = { ...order, from: '2024-11-16', to: '2024-11-17' }
    expect(await addPracticeData(office, span, quiet)).toEqual({
      ok: false,
      problem: { code: 'period.all-closed' },
    })
  })

  it('are refused to a real office and for days to come, before anything is written', async () => {
    const real = await makeOffice({ plan: { practice: false } })
    const practice = await makeOffice()
    const refusals = [
      [real.office, order, 'office.not-practice'],
      [practice.office, { ...order, to: '2024-11-21' }, 'enrolment.future'],
    ] as const
    for (const [office, wish, code] of refusals) {
      const before = content(office)
      expect(await addPracticeData(office, wish, quiet)).toMatchObject({ problem: { code } })
      expect(content(office)).toEqual(before)
    }
  })

  it('pay what the live price said before they were saved', async () => {
    const { office } = await makeOffice()
    for (const sheet of households(17, 40)) {
      const shown = must(await priceHousehold(office, sheet))
      const saved = must(await saveHousehold(office, clerk, sheet))
      const stored = office.store.raw
        .prepare(
          'select payer, gross, valid_to as validTo from enrolment where household_id = ? order by id',
        )
        .all(saved.householdId)
      const charges = shown.members.flatMap(({ bhxh, bhyt }) =>
        [bhxh?.charge, bhyt?.charge].flatMap((charge) =>
          charge ? [{ payer: charge.payer, gross: charge.gross, validTo: charge.validTo }] : [],
        ),
      )
      expect(stored).toEqual(charges)
      expect(saved.payer).toBe(shown.totals.payer)
    }
  })
})
