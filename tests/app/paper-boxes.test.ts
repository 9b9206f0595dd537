import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '#core/audit.ts'
import { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import { FormEditions, missingBoxes } from '#core/forms.ts'
import { mau4Of } from '#core/papers/household-papers.ts'
import { mau2Of, tk1Of } from '#core/papers/person-papers.ts'
import { PersonDraft, readBirthPlace } from '#core/person.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { readSignUps } from '../../src/main/db/paper-queries.ts'
import { readPerson } from '../../src/main/db/people.ts'
import { clerk, draft, makeOffice, member, policy, resources, soc } from '../support/office.ts'

const editions = FormEditions.parse(
  JSON.parse(readFileSync(join(resources, 'policy', 'form-editions.json'), 'utf8')),
)
const context = {
  office: { code: '016', name: 'BHXH huyện Sóc Sơn', practice: true },
  policy,
  editions,
  privacy: { regimes: [], contact: '', today: '2024-11-16' },
  checkAgainstOfficial: false,
  blank: false,
}
const birthPlace = {
  commune: 'Xã Phù Lỗ',
  district: 'Huyện Sóc Sơn',
  province: 'Thành phố Hà Nội',
}
const told = { birthPlace, guardian: 'Nguyễn Thị Mẹ', delivery: 'electronic' } as const

describe('a birth place typed on one line', () => {
  it.each([
    ['', null],
    [' , ', null],
    ['Xã Phù Lỗ', ['Xã Phù Lỗ', null, null]],
    ['Xã Phù Lỗ, Hà Nội', ['Xã Phù Lỗ', null, 'Hà Nội']],
    ['Xã Phù Lỗ , Huyện Sóc Sơn,Hà Nội', ['Xã Phù Lỗ', 'Huyện Sóc Sơn', 'Hà Nội']],
    ['Thôn 1, Xã A, Huyện B, Tỉnh C', ['Thôn 1, Xã A', 'Huyện B', 'Tỉnh C']],
  ])('%s', (text, parts) => {
    const [commune, district, province] = parts ?? []
    expect(readBirthPlace(text)).toEqual(parts && { commune, district, province })
  })
})

describe('the boxes a declaration asks for', () => {
  it('come back from the store, and a change of one of them is in the audit', async () => {
    const { office } = await makeOffice()
    const { db } = office.store
    const saved = must(
      await saveHousehold(office, clerk, draft({ members: [member({ person: told })] })),
    )
    const person = await readPerson(db, 1)
    expect(person).toMatchObject(told)
    if (!person) throw new Error('nobody was saved')
    const { householdId: _h, relation: _r, position: _p, ...known } = person
    const again = { ...known, birthPlace: { ...birthPlace, commune: 'Xã Đông Xuân' } }
    const second = draft({
      signedOn: '2024-11-18',
      household: { id: saved.householdId },
      members: [
        member({
          person: again,
          bhxh: null,
          bhyt: { kind: 'first', months: 12, support: 'none', cardEnds: null },
        }),
      ],
    })
    must(await saveHousehold(office, clerk, second))
    const line = office.store.raw
      .prepare("select detail from audit where event = 'person.changed'")
      .get() as { detail: string }
    expect(JSON.parse(line.detail).changes).toEqual(changesBetween(known, again))
  })

  it('leave none of a TK1-TS open for a person who told everything', async () => {
    const { office } = await makeOffice()
    const saved = must(
      await saveHousehold(office, clerk, draft({ members: [member({ person: told })] })),
    )
    const [signUp] = await readSignUps(office.store.db, saved.enrolmentIds)
    if (!signUp) throw new Error('nothing was saved')
    const record = tk1Of(context, signUp)
    expect(record).toMatchObject({ birthPlace, resultDelivery: 'electronic', guardian: null })
    expect(missingBoxes('tk1-ts', 'QD490', record)).toEqual([])
    const silent = tk1Of(context, { ...signUp, person: { ...signUp.person, birthPlace: null } })
    expect(missingBoxes('tk1-ts', 'QD490', silent).map(({ values }) => values?.box)).toEqual([
      '[09]',
    ])
  })

  it('name the guardian told for a child, or else the head of the household', async () => {
    const { office } = await makeOffice()
    const birth = { date: '2020-05-05', precision: 'day' } as const
    const child = member({
      relation: '08',
      occupation: 'other',
      person: { ...told, name: 'Nguyễn Văn Con', birth, personalNumber: null },
      bhxh: null,
      bhyt: { kind: 'first', months: 12, support: 'none', cardEnds: null },
    })
    const head = member({ bhxh: null, bhyt: null, person: { name: 'Nguyễn Văn Chủ' } })
    const saved = must(await saveHousehold(office, clerk, draft({ members: [head, child] })))
    const [signUp] = await readSignUps(office.store.db, saved.enrolmentIds)
    if (!signUp) throw new Error('nothing was saved')
    const person = { ...signUp.person, guardian: null }
    expect(tk1Of(context, signUp).guardian).toBe('Nguyễn Thị Mẹ')
    expect(tk1Of(context, { ...signUp, person }).guardian).toBe('Nguyễn Văn Chủ')
  })

  it('send an electronic card to the e-mail address told, or else to VssID', async () => {
    const { office } = await makeOffice()
    const saved = must(
      await saveHousehold(office, clerk, draft({ members: [member({ person: told })] })),
    )
    const [signUp] = await readSignUps(office.store.db, saved.enrolmentIds)
    if (!signUp) throw new Error('nothing was saved')
    const by = (changed: Partial<typeof signUp.person>) =>
      mau2Of(context, { ...signUp, person: { ...signUp.person, ...changed } }).delivery
    expect(by({ delivery: 'electronic', email: 'a@example.vn' })).toBe('email')
    expect(by({ delivery: 'electronic', email: null })).toBe('vssid')
    expect(by({ delivery: 'paper', email: 'a@example.vn' })).toBe('paper')
    expect(by({ delivery: null, email: 'a@example.vn' })).toBeNull()
    const cards = mau4Of(context, [signUp]).members.map(({ card }) => card)
    expect(cards).toEqual([told.delivery])
  })

  it('are null where a caller does not know them, and no longer than the store keeps', () => {
    const { birthPlace: _b, guardian: _g, delivery: _d, ...older } = member().person
    expect(PersonDraft.parse(older)).toMatchObject({
      birthPlace: null,
      guardian: null,
      delivery: null,
    })
    const long = { ...older, birthPlace: { ...birthPlace, commune: 'x'.repeat(301) } }
    expect(PersonDraft.safeParse(long).success).toBe(false)
    expect(PersonDraft.safeParse({ ...older, delivery: 'pigeon' }).success).toBe(false)
  })

  it('are told by most made-up people', () => {
    const random = randomFrom(7)
    const taken = new Set<string>()
    const setting = { signedOn: '2024-11-16', commune: soc, conferenceId: null, taken }
    const people = Array.from({ length: 60 }, () => makeHousehold(random, setting)).flatMap(
      (household) => HouseholdEnrolmentDraft.parse(household).members.map(({ person }) => person),
    )
    const known = people.filter((person) => person.birthPlace !== null).length
    expect(known / people.length).toBeGreaterThan(0.8)
    expect(known).toBeLessThan(people.length)
    expect(people.every((person) => person.delivery !== null)).toBe(true)
  })
})
