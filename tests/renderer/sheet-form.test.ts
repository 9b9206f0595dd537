import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calls } from '#core/contract.ts'
import { largestHousehold } from '#core/enrolment.ts'
import { addMember, changeMember } from '../../src/renderer/screens/enrol/change.ts'
import { newForm } from '../../src/renderer/screens/enrol/draft.ts'
import { nameOf, readSheet, sheetOf } from '../../src/renderer/screens/sheets/sheet-form.ts'

const today = '16/11/2024'

function typed() {
  const two = addMember({ ...newForm(today), commune: '00382|2004-01-01', address: 'Thôn Đoài' })
  const first = changeMember(two, 0, { name: 'Nguyễn Văn Đức', bhxhOn: true, method: '2y', id: 7 })
  return changeMember(first, 1, { name: '<img src=x onerror=alert(1)>', birth: '31/02/1980' })
}

describe('a sign-up kept as a draft', () => {
  it('comes back as it was typed, wrong dates and all, under its own key', () => {
    const form = { ...typed(), removed: null }
    const content = sheetOf(form)
    expect(calls['sheet.keep'].input.safeParse({ key: form.key, title: '', content }).success).toBe(
      true,
    )
    const rows = (members: typeof form.members) => members.map(({ rowId: _, ...row }) => row)
    const back = readSheet(form.key, content, today)
    expect({ ...back, members: rows(back.members) }).toEqual({
      ...form,
      members: rows(form.members),
    })
  })

  it('is told by its head, then by its first name, then by its address', () => {
    const form = typed()
    expect(nameOf(form)).toBe('Nguyễn Văn Đức')
    expect(nameOf(changeMember(form, 0, { name: '' }))).toBe('<img src=x onerror=alert(1)>')
    expect(nameOf({ ...newForm(today), address: 'Thôn Đoài' })).toBe('Thôn Đoài')
    expect(nameOf(newForm(today))).toBeNull()
  })

  it('of another version keeps what is known and takes the rest as empty', () => {
    const { declaredUntil: _, ...older } = typed().members[0] ?? fail()
    const back = readSheet('k', { members: [{ ...older, newer: 1 }], more: true }, today)
    expect(back.members[0]).toMatchObject({ name: 'Nguyễn Văn Đức', declaredUntil: '' })
    expect(back.members[0]).not.toHaveProperty('newer')
    expect(back).not.toHaveProperty('more')
  })

  it('opens whatever the content is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const back = readSheet('k', content as never, today)
        expect(back.members.length).toBeGreaterThan(0)
        expect(back.members.length).toBeLessThanOrEqual(largestHousehold)
        for (const member of back.members) expect(typeof member.name).toBe('string')
      }),
    )
    const members = Array.from({ length: 40 }, () => ({ name: 5, bhxhOn: 'yes' }))
    const back = readSheet('k', { members, address: null, commune: 3 }, today)
    expect(back.members).toHaveLength(largestHousehold)
    expect(back.members[0]).toMatchObject({ name: '', bhxhOn: false })
    expect(back).toMatchObject({ address: '', commune: null })
  })
})

function fail(): never {
  throw new Error('no row')
}
