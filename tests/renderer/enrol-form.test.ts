import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonFound, Priced } from '#core/contract.ts'
import { HouseholdEnrolmentDraft, largestHousehold, PriceRequest } from '#core/enrolment.ts'
import {
  addMember,
  addOthers,
  changeMember,
  duplicateMember,
  fillFromBook,
  moveMember,
  othersOf,
  removeMember,
  undoRemove,
} from '../../src/renderer/screens/enrol/change.ts'
import {
  type EnrolForm,
  isDirty,
  type MemberForm,
  newForm,
} from '../../src/renderer/screens/enrol/draft.ts'
import { readForm, readPriceRequest } from '../../src/renderer/screens/enrol/read-form.ts'

const today = '2024-11-16'

const head: Partial<MemberForm> = {
  name: 'Nguyễn  Văn Đức',
  birth: '6/11/90',
  sex: 'male',
  personalNumber: '001090012345',
  phone: '+84 912 345 678',
  occupation: 'trader',
}

function typed(members: Partial<MemberForm>[] = [head]): EnrolForm {
  const fresh = newForm('16/11/2024')
  const rows = members.reduce<EnrolForm>(
    (form, member, index) =>
      changeMember(index === 0 ? form : addMember(form), index, { relation: '08', ...member }),
    fresh,
  )
  return {
    ...rows,
    commune: '00379|',
    address: 'Thôn Đông, số 12',
    collector: 'post',
  }
}

const wrongOf = (form: EnrolForm) => readForm(form, today, undefined).wrong

describe('reading the sign-up', () => {
  it('[A73] [A74] makes the draft of what was typed', () => {
    const form = typed([{ ...head, bhxhOn: true, income: '1,500,000', method: '12m' }])
    const { draft, wrong } = readForm(form, today, undefined)
    expect(wrong).toEqual({})
    expect(HouseholdEnrolmentDraft.parse(draft)).toMatchObject({
      signedOn: '2024-11-16',
      household: { commune: { code: '00379', validFrom: '' }, phone: null },
      conferenceId: null,
      members: [
        {
          person: {
            name: 'Nguyễn Văn Đức',
            birth: { date: '1990-11-06', precision: 'day' },
            phone: '0912345678',
            insuranceNumber: null,
          },
          bhxh: { income: 1_500_000, method: '12m', group: 'other', kind: 'first' },
          bhyt: null,
        },
      ],
    })
  })

  it('names every empty box', () => {
    expect(wrongOf(newForm(''))).toEqual({
      'household.commune': 'required',
      'household.address': 'required',
      signedOn: 'required',
      collector: 'required',
      'members.0.person.name': 'required',
      'members.0.person.sex': 'required',
      'members.0.person.birth': 'required',
      'members.0.occupation': 'required',
    })
  })

  it('[A73] refuses a day that does not exist instead of rolling it', () => {
    const wrong = wrongOf(typed([{ ...head, birth: '31/02/1990' }]))
    expect(wrong).toEqual({
      'members.0.person.birth': { code: 'date.impossible', values: { text: '31/02/1990' } },
    })
  })

  it('refuses a signing day after today', () => {
    expect(wrongOf({ ...typed(), signedOn: '17/11/2024' })).toMatchObject({
      signedOn: { code: 'date.future' },
    })
  })

  it('asks for the boxes of a scheme only while it is chosen', () => {
    expect(wrongOf(typed([{ ...head, bhxhOn: true }]))).toEqual({
      'members.0.bhxh.method': 'required',
      'members.0.bhxh.income': 'required',
    })
    expect(wrongOf(typed([{ ...head, income: 'abc', cardEnds: '99/99' }]))).toEqual({})
  })

  it('takes the suggested kind until the clerk chooses another', () => {
    const kind = { suggestedKind: 'renewing' as const, kindNeedsNote: false }
    const suggested = { charge: null, problem: null, ...kind, suggestedReason: '', kindReason: '' }
    const priced: Priced = {
      members: [{ bhxh: null, bhyt: { ...suggested, position: 1 } }],
      totals: { gross: 0, state: 0, local: 0, payer: 0 },
    }
    const kindOf = (bhytKind: MemberForm['bhytKind']) =>
      readForm(typed([{ ...head, bhytOn: true, bhytKind }]), today, priced).draft?.members[0]?.bhyt
        ?.kind
    expect(kindOf('')).toBe('renewing')
    expect(kindOf('returning')).toBe('returning')
  })
})

describe('what can be priced', () => {
  it('prices a half-typed household, and leaves out what is not complete', () => {
    const form = {
      ...typed([
        { bhytOn: true, months: '6' },
        { bhxhOn: true, income: '' },
      ]),
      address: '',
      commune: null,
    }
    const request = PriceRequest.parse(readPriceRequest(form, today, undefined))
    expect(request.household).toEqual({ id: null, commune: null })
    expect(request.members[0]?.bhyt).toMatchObject({ months: 6, kind: 'first', cardEnds: null })
    expect(request.members[1]).toMatchObject({ bhxh: null, bhyt: null })
  })

  it('waits for a right signing day', () => {
    expect(readPriceRequest({ ...typed(), signedOn: '31/11/2024' }, today, undefined)).toBeNull()
  })
})

describe('changing rows', () => {
  const three = typed([{ name: 'A' }, { name: 'B' }, { name: 'C' }])
  const names = (form: EnrolForm) => form.members.map(({ name }) => name)

  it('fills the sex a relation or a personal number tells, and never overwrites it', () => {
    expect(changeMember(newForm(''), 0, { relation: '01' }).members[0]?.sex).toBe('female')
    const byNumber = changeMember(newForm(''), 0, { personalNumber: '001190012345' })
    expect(byNumber.members[0]?.sex).toBe('female')
    expect(changeMember(byNumber, 0, { relation: '02' }).members[0]?.sex).toBe('female')
  })

  it('copies choices but not the person', () => {
    const form = duplicateMember(typed([{ ...head, bhytOn: true, months: '6' }]), 0)
    expect(form.members[1]).toMatchObject({
      name: '',
      birth: '',
      personalNumber: '',
      id: null,
      bhytOn: true,
      months: '6',
      occupation: 'trader',
    })
  })

  it('puts a removed row back where it was', () => {
    const without = removeMember(three, 1)
    expect(names(without)).toEqual(['A', 'C'])
    expect(names(undoRemove(without))).toEqual(['A', 'B', 'C'])
  })

  it('keeps a row to type in when the last one is removed, and still undoes', () => {
    const empty = removeMember(typed([{ name: 'A' }]), 0)
    expect(names(empty)).toEqual([''])
    expect(names(undoRemove(empty))).toEqual(['A'])
  })

  it('moves rows without losing any, and stays inside', () => {
    expect(names(moveMember(three, 0, 1))).toEqual(['B', 'A', 'C'])
    expect(moveMember(three, 0, -1)).toBe(three)
    expect(moveMember(three, 2, 1)).toBe(three)
  })

  it('never holds more rows than a sign-up may, whatever is pressed', () => {
    const step = fc.oneof(
      fc.constant(addMember),
      fc.nat(20).map((at) => (form: EnrolForm) => duplicateMember(form, at)),
      fc.nat(20).map((at) => (form: EnrolForm) => removeMember(form, at)),
      fc.nat(20).map((at) => (form: EnrolForm) => moveMember(form, at, 1)),
      fc.constant(undoRemove),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const form = steps.reduce((all, press) => press(all), three)
        expect(form.members.length).toBeGreaterThan(0)
        expect(form.members.length).toBeLessThanOrEqual(largestHousehold)
        expect(new Set(form.members.map(({ rowId }) => rowId)).size).toBe(form.members.length)
      }),
    )
  })

  it('knows an untouched sign-up from one that would be lost', () => {
    expect(isDirty(newForm('16/11/2024', three))).toBe(false)
    expect(isDirty(typed())).toBe(true)
    expect(isDirty(changeMember(newForm(''), 0, { bhytOn: true }))).toBe(true)
  })
})

describe('filling from the book', () => {
  const person = (id: number, name: string): PersonFound['person'] => ({
    id,
    householdId: 7,
    relation: id === 1 ? '00' : '01',
    position: id,
    name,
    birth: { date: '1960-01-01', precision: 'year' },
    sex: 'female',
    personalNumber: '001160000001',
    insuranceNumber: null,
    phone: null,
    email: null,
    ethnicity: null,
    nationality: 'Việt Nam',
    careFacility: null,
    birthPlace: null,
    guardian: null,
    delivery: null,
  })
  const found: PersonFound = {
    person: person(2, 'Trần Thị Hường'),
    household: {
      id: 7,
      commune: { code: '00379', validFrom: '' },
      communeName: 'Xã Đức Hòa',
      address: 'Xóm 3',
      phone: '0912345678',
      members: [person(1, 'Nguyễn Văn Đức'), person(2, 'Trần Thị Hường')],
    },
    last: [{ scheme: 'bhyt-hgd', validTo: '2024-12-15', signedOn: '2023-12-16', kind: 'first' }],
  }

  it('fills the row, the card’s end and an empty household', () => {
    const form = fillFromBook(newForm('16/11/2024'), 0, found)
    expect(form).toMatchObject({
      householdId: 7,
      commune: '00379|',
      address: 'Xóm 3',
      phone: '0912345678',
      members: [{ id: 2, birth: '1960', relation: '01', cardEnds: '15/12/2024' }],
    })
  })

  it('leaves a household that is already typed alone', () => {
    const form = fillFromBook(typed([{ name: 'A' }]), 0, found)
    expect(form).toMatchObject({ householdId: null, address: 'Thôn Đông, số 12' })
  })

  it('adds the others of the household once', () => {
    const form = addOthers(fillFromBook(newForm(''), 0, found), found)
    expect(form.members.map(({ id }) => id)).toEqual([2, 1])
    expect(othersOf(form, found)).toEqual([])
  })
})
