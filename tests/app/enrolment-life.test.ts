import { beforeAll, describe, expect, it } from 'vitest'
import type { EnrolmentDetail, HistoryLine } from '#core/contract.ts'
import type { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import type { EnrolmentEdit, LifeStep } from '#core/enrolment-life.ts'
import { sayProblem } from '#core/messages.ts'
import { must, type Result } from '#core/result.ts'
import { saveConference } from '../../src/main/app/conferences.ts'
import { editEnrolment, priceEdit } from '../../src/main/app/enrolment-edit.ts'
import {
  enrolmentHistory,
  openEnrolment,
  stepEnrolments,
} from '../../src/main/app/enrolment-life.ts'
import { priceHousehold } from '../../src/main/app/enrolments.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { dropDraft, keepDraft, listDrafts, openDraft } from '../../src/main/app/sheets.ts'
import { previewSummary } from '../../src/main/app/summaries.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { closePeriod } from '../../src/main/db/periods.ts'
import {
  clerk,
  conference,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
} from '../support/office.ts'

let made: Made

beforeAll(async () => {
  made = await makeOffice()
})

const save = async (changes: Parameters<typeof draft>[0] = {}) =>
  must(await saveHousehold(made.office, clerk, draft(changes)))

const open = async (id: number) => must(await openEnrolment(made.office, id))

const step = (ids: number[], to: LifeStep) => stepEnrolments(made.office, clerk, ids, to)

const pay = (receiptNumber = '0001'): LifeStep => ({
  to: 'paid',
  receiptNumber,
  receiptDate: '2024-11-18',
})

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

/** What an edit that changes nothing would send. */
function editOf(detail: EnrolmentDetail, changes: object = {}): EnrolmentEdit {
  const { id, occupation, collector, conferenceId, choice } = detail
  return {
    id,
    occupation,
    collector,
    conferenceId,
    choice: { ...choice, ...changes } as EnrolmentEdit['choice'],
  }
}

const edit = (order: EnrolmentEdit) => editEnrolment(made.office, clerk, order)

describe('the life of an enrolment', () => {
  it('goes from registered to accepted and shows where it may go', async () => {
    const { enrolmentIds } = await save({ members: [member({ bhyt: newBhyt })] })
    const [id = 0] = enrolmentIds
    expect(await open(id)).toMatchObject({ state: 'registered', next: ['paid', 'cancelled'] })
    must(await step(enrolmentIds, pay('BL-2024/0007')))
    expect(await open(id)).toMatchObject({
      state: 'paid',
      receipt: { number: 'BL-2024/0007', date: '2024-11-18' },
      canEdit: false,
    })
    must(await step(enrolmentIds, { to: 'sent' }))
    must(await step([id], { to: 'returned', reason: '  Thiếu\nchữ ký ' }))
    expect(await open(id)).toMatchObject({
      returnReason: 'Thiếu chữ ký',
      next: ['registered', 'cancelled'],
    })
    must(await step([id], { to: 'registered' }))
    expect(await open(id)).toMatchObject({ canEdit: true, receipt: { number: 'BL-2024/0007' } })
    for (const to of [pay(), { to: 'sent' }, { to: 'accepted' }] as LifeStep[]) {
      must(await step([id], to))
    }
    expect(await open(id)).toMatchObject({ state: 'accepted', next: [] })
  })

  it('moves a whole list or nothing, and says which one cannot', async () => {
    const [a = 0] = (await save()).enrolmentIds
    const [b = 0] = (await save()).enrolmentIds
    must(await step([b], { to: 'cancelled', reason: 'Hộ xin thôi' }))
    const refused = await step([a, b], pay())
    expect(codeOf(refused)).toBe('step.final')
    expect(refused.ok ? '' : sayProblem(refused.problem)).toContain(`số ${b}`)
    expect((await open(a)).state).toBe('registered')
    expect(codeOf(await step([a, 9999], pay()))).toBe('enrolment.unknown')
    expect(codeOf(await step([a], { ...pay(), receiptDate: '2024-12-01' } as LifeStep))).toBe(
      'receipt.future',
    )
    must(await step([a, a], pay()))
  })

  it('keeps its history field by field, with its person and household', async () => {
    const first = draft({ household: { address: 'Số 1' }, members: [member()] })
    const { householdId, enrolmentIds } = must(await saveHousehold(made.office, clerk, first))
    const [id = 0] = enrolmentIds
    const { personId } = await open(id)
    must(await step([id], pay('77')))
    const person = { ...first.members[0]?.person, id: personId, phone: '0912345678' }
    const again: HouseholdEnrolmentDraft = draft({
      signedOn: '2024-11-19',
      household: { id: householdId, address: 'Số 2' },
      members: [member({ person, bhxh: null, bhyt: newBhyt })],
    })
    must(await saveHousehold(made.office, { ...clerk, name: 'Phạm Thị Khác' }, again))
    const lines = must(await enrolmentHistory(made.office, id))
    const told = (event: string) => lines.find((line) => line.event === event) as HistoryLine
    expect(lines.map((line) => line.event)).toEqual([
      'person.changed',
      'household.changed',
      'enrolment.stepped',
      'enrolment.added',
      'person.added',
      'household.added',
    ])
    expect(told('enrolment.stepped')).toMatchObject({ who: clerk.name, about: 'enrolment' })
    expect(told('enrolment.stepped').changes).toEqual([
      { field: 'state', from: 'registered', to: 'paid' },
      { field: 'receiptNumber', from: null, to: '77' },
      { field: 'receiptDate', from: null, to: '2024-11-18' },
    ])
    expect(told('household.changed')).toMatchObject({
      who: 'Phạm Thị Khác',
      about: 'household',
      at: made.clock.at,
      changes: [{ field: 'address', from: 'Số 1', to: 'Số 2' }],
    })
    expect(told('person.changed').changes).toEqual([
      { field: 'phone', from: null, to: '0912345678' },
    ])
  })

  it('tells the reason of a return and of a cancellation', async () => {
    const [id = 0] = (await save()).enrolmentIds
    must(await step([id], pay()))
    must(await step([id], { to: 'sent' }))
    must(await step([id], { to: 'returned', reason: 'Sai năm sinh' }))
    must(await step([id], { to: 'cancelled', reason: 'Hộ rút hồ sơ' }))
    const reasons = must(await enrolmentHistory(made.office, id)).map((line) => line.reason)
    expect(reasons.slice(0, 2)).toEqual(['Hộ rút hồ sơ', 'Sai năm sinh'])
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})

describe('editing a registered enrolment', () => {
  it('changes what is not priced without touching the amounts', async () => {
    const held = must(await saveConference(made.office, clerk, conference()))
    const [id = 0] = (await save()).enrolmentIds
    const before = await open(id)
    const order = { ...editOf(before), occupation: 'freelancer' as const, conferenceId: held.id }
    expect(must(await priceEdit(made.office, order)).repriced).toBe(false)
    must(await edit({ ...order, collector: 'office-counter' }))
    const after = await open(id)
    expect(after).toEqual({
      ...before,
      occupation: 'freelancer',
      collector: 'office-counter',
      conferenceId: held.id,
    })
    const [line] = must(await enrolmentHistory(made.office, id))
    expect(line?.changes.map((change) => change.field).sort()).toEqual([
      'collector',
      'conferenceId',
      'occupation',
    ])
  })

  it('prices new choices by the rates of the day of signing', async () => {
    const [id = 0] = (await save()).enrolmentIds
    const before = await open(id)
    const order = editOf(before, { income: 2_000_000, method: '12m', group: 'poor' })
    const shown = must(await priceEdit(made.office, order))
    expect(shown).toMatchObject({ repriced: true })
    // 12 × 22 % × 2,000,000 − 12 × (30 % + 30 %) × 22 % × 1,500,000 (November 2024, Hà Nội).
    expect(shown.charge).toMatchObject({ gross: 5_280_000, state: 1_188_000, payer: 2_904_000 })
    expect((await open(id)).charge).toEqual(before.charge)
    expect(must(await edit(order))).toEqual({ id, payer: 2_904_000 })
    const after = await open(id)
    expect(after.charge).toMatchObject({ months: 12, supportedMonths: 12, validTo: '2025-10-31' })
    expect(after.choice).toMatchObject({ income: 2_000_000, method: '12m', group: 'poor' })
    const changed = must(await enrolmentHistory(made.office, id))[0]?.changes ?? []
    const payer = changed.find((change) => change.field === 'payer')
    expect(payer).toEqual({ field: 'payer', from: before.charge.payer, to: 2_904_000 })
  })

  it('keeps the place on the ladder, and the others keep theirs', async () => {
    const members = [1, 2, 3].map(() => member({ bhxh: null, bhyt: newBhyt }))
    const [, second = 0, third = 0] = (await save({ members })).enrolmentIds
    const before = await open(third)
    must(await edit(editOf(await open(second), { months: 6 })))
    expect(await open(second)).toMatchObject({ position: 2, charge: { payer: 442_260 } })
    expect(await open(third)).toEqual(before)
  })

  it('refuses what the rules refuse, and keeps the old amounts', async () => {
    const [id = 0] = (await save()).enrolmentIds
    const before = await open(id)
    const low = await edit(editOf(before, { income: 1_450_000 }))
    expect(low).toMatchObject({
      problem: { code: 'income.below-minimum', path: ['choice', 'income'] },
    })
    const bhyt = { ...newBhyt, scheme: 'bhyt-hgd' as const }
    expect(codeOf(await edit({ ...editOf(before), choice: bhyt }))).toBe('enrolment.other-scheme')
    expect(codeOf(await edit({ ...editOf(before), conferenceId: 999 }))).toBe('conference.unknown')
    expect(await open(id)).toEqual(before)
  })

  it('is over when the money came or the day was closed', async () => {
    const [id = 0] = (await save()).enrolmentIds
    const order = editOf(await open(id), { income: 3_000_000 })
    must(await step([id], pay()))
    expect(codeOf(await edit(order))).toBe('enrolment.not-editable')
    const [closed = 0] = (await save({ signedOn: '2024-11-12' })).enrolmentIds
    const day = { kind: 'day', from: '2024-11-12', to: '2024-11-12', revision: 1 } as const
    const detail = await open(closed)
    const span = { kind: day.kind, from: day.from, to: day.to }
    const counted = async () => {
      const { summary } = must(await previewSummary(made.office, span))
      const { rows, people, conferences, cancellations, controlTotals } = summary
      return { rows, people, conferences, cancellations, controlTotals }
    }
    const before = await counted()
    await closePeriod(made.office.store.db, day, { by: 'B', at: made.clock.at })
    expect(await open(closed)).toMatchObject({ locked: true, canEdit: false, next: ['paid'] })
    expect(codeOf(await edit(editOf(detail)))).toBe('period.closed')
    expect(codeOf(await step([closed], { to: 'cancelled', reason: 'x' }))).toBe('period.closed')
    for (const to of [pay(), { to: 'sent' }, { to: 'accepted' }] as LifeStep[]) {
      must(await step([closed], to))
    }
    expect(await counted()).toEqual(before)
    expect(before.people.joiners).toBe(1)
  })
})

describe('first time, returning or renewing', () => {
  it('is suggested with its reason from the book and from what is declared', async () => {
    const one = member({ bhyt: newBhyt })
    const { members } = must(await priceHousehold(made.office, draft({ members: [one] })))
    expect(members[0]?.bhxh).toMatchObject({ suggestedKind: 'first', kindNeedsNote: false })
    expect(members[0]?.bhxh?.suggestedReason).toContain('lần đầu theo kê khai')
    const declared = member({
      bhxh: {
        kind: 'renewing',
        income: 1_500_000,
        method: '3m',
        group: 'other',
        declaredUntil: '2024-10-05',
      },
    })
    const priced = must(await priceHousehold(made.office, draft({ members: [declared] })))
    expect(priced.members[0]?.bhxh).toMatchObject({
      suggestedKind: 'renewing',
      charge: { validFrom: '2024-11-01', validTo: '2025-01-31' },
    })
  })

  it('covers the months since the last one when they may still be paid', async () => {
    const choice = {
      income: 1_500_000,
      method: '3m',
      group: 'other',
      declaredUntil: '2024-09-30',
    } as const
    const price = async (kind: 'renewing' | 'returning') => {
      const of = member({ bhxh: { ...choice, kind } })
      const { members } = must(await priceHousehold(made.office, draft({ members: [of] })))
      return members[0]?.bhxh?.charge
    }
    expect(await price('renewing')).toMatchObject({
      validFrom: '2024-10-01',
      validTo: '2024-12-31',
    })
    expect(await price('returning')).toMatchObject({ validFrom: '2024-11-01' })
  })

  it('is kept with the reason, and needs a note when chosen against it', async () => {
    const bhxh = {
      kind: 'returning',
      income: 1_500_000,
      method: '3m',
      group: 'other',
      declaredUntil: '2024-10-31',
    } as const
    const against = draft({ members: [member({ bhxh })] })
    const refused = await saveHousehold(made.office, clerk, against)
    expect(refused).toMatchObject({
      problem: { code: 'enrolment.kind-needs-note', path: ['members', 0, 'bhxh', 'kindNote'] },
    })
    expect(refused.ok ? '' : sayProblem(refused.problem)).toContain('Đã đóng đến hết tháng 10/2024')
    const noted = { ...bhxh, kindNote: 'Đã xin dừng đóng, có giấy xác nhận' }
    const [id = 0] = (await save({ members: [member({ bhxh: noted })] })).enrolmentIds
    const detail = await open(id)
    expect(detail).toMatchObject({ choice: { kind: 'returning', kindNote: noted.kindNote } })
    expect(detail.kindReason).toContain('còn trong hạn')
  })

  it('is accepted as declared when nobody knows the person', async () => {
    const bhxh = { kind: 'returning', income: 1_500_000, method: '3m', group: 'other' } as const
    const [id = 0] = (await save({ members: [member({ bhxh })] })).enrolmentIds
    expect((await open(id)).kindReason).toContain('khai đã từng tham gia')
  })

  it('can be corrected later with a note, and a first time only once', async () => {
    const bhxh = { kind: 'first', income: 1_500_000, method: '1m', group: 'other' } as const
    const one = draft({ members: [member({ bhxh })] })
    const [first = 0] = must(await saveHousehold(made.office, clerk, one)).enrolmentIds
    const { personId, householdId } = await open(first)
    made.clock.at = '2024-12-20T03:00:00.000Z'
    const person = { ...one.members[0]?.person, id: personId }
    const [second = 0] = (
      await save({
        signedOn: '2024-12-16',
        household: { id: householdId },
        members: [member({ person, bhxh: { ...bhxh, kind: 'renewing' } })],
      })
    ).enrolmentIds
    made.clock.at = '2024-11-20T03:00:00.000Z'
    const detail = await open(second)
    expect(detail.charge).toMatchObject({ validFrom: '2024-12-01' })
    expect(codeOf(await edit(editOf(detail, { kind: 'returning' })))).toBe(
      'enrolment.kind-needs-note',
    )
    const note = 'Sổ BHXH ghi đã dừng'
    must(await edit(editOf(detail, { kind: 'returning', kindNote: note })))
    expect(await open(second)).toMatchObject({ choice: { kind: 'returning', kindNote: note } })
    const again = editOf(await open(second), { kind: 'first', kindNote: note })
    expect(codeOf(await edit(again))).toBe('enrolment.not-first')
  })

  it('keeps a member’s place on the ladder through the terms of a year', async () => {
    const quarter = { kind: 'first', months: 3, support: 'none', cardEnds: null } as const
    const members = [1, 2].map(() => member({ bhxh: null, bhyt: quarter }))
    const first = draft({ members, signedOn: '2024-02-01' })
    const { householdId, enrolmentIds } = must(await saveHousehold(made.office, clerk, first))
    const people = await Promise.all(enrolmentIds.map(open))
    const next = { kind: 'renewing', months: 3, support: 'none', cardEnds: null } as const
    const again = draft({
      signedOn: '2024-05-20',
      household: { id: householdId },
      members: [
        member({ bhxh: null, bhyt: quarter }),
        ...people.map(({ personId }, index) =>
          member({ person: { ...members[index]?.person, id: personId }, bhxh: null, bhyt: next }),
        ),
      ],
    })
    const { members: priced } = must(await priceHousehold(made.office, again))
    expect(priced.map((each) => each.bhyt?.position)).toEqual([3, 1, 2])
  })
})

describe('drafts', () => {
  it('are kept as typed, listed, opened by anybody and end when the sign-up is saved', async () => {
    const content = { address: 'Số 9, ', members: [{ name: 'Đỗ Thị' }], removed: null }
    const form = draft()
    const sheet = { key: form.key, title: 'Hộ Đỗ Thị', content }
    must(await keepDraft(made.office, clerk, sheet))
    must(await keepDraft(made.office, clerk, { ...sheet, title: 'Hộ Đỗ Thị Hường' }))
    expect(await listDrafts(made.office)).toEqual([
      { key: form.key, title: 'Hộ Đỗ Thị Hường', keptBy: clerk.name, keptAt: made.clock.at },
    ])
    expect(must(await openDraft(made.office, form.key)).content).toEqual(content)
    must(await saveHousehold(made.office, clerk, form))
    expect(await listDrafts(made.office)).toEqual([])
    expect(codeOf(await openDraft(made.office, form.key))).toBe('sheet.unknown')
    must(await keepDraft(made.office, clerk, { ...sheet, key: crypto.randomUUID() }))
    const [left] = await listDrafts(made.office)
    must(await dropDraft(made.office, left?.key ?? ''))
    expect(await listDrafts(made.office)).toEqual([])
  })
})
