import { beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '#core/contract.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import { clerkPin, deskOf, headPin, type Made, makeOffice } from '../support/office.ts'

let made: Made
let call: Caller
let desk: Desk

const asHead = () => call('session.start', { staffId: 1, pin: headPin })
const asClerk = () => call('session.start', { staffId: 2, pin: clerkPin })

beforeAll(async () => {
  made = await makeOffice({ now: '2026-06-01T03:00:00.000Z' })
  desk = deskOf(made.ground, made.folder).desk
  desk.office = made.office
  call = callerOf(desk)
})

const request: CallInput<'request.add'> = {
  kind: 'delete',
  receivedOn: '2026-06-01',
  subjectName: 'Ngô Thị Yêu Cầu',
  contact: '0900000123',
  personId: null,
  thirdParty: false,
  note: 'Xóa giúp tôi',
}

describe('a request at the counter', () => {
  it('is noted by a clerk and decided by the head alone', async () => {
    await asClerk()
    const [noted] = await call('request.add', request)
    expect(noted).toMatchObject({ takenBy: 'Lê Văn Nhập', state: 'open', answerBy: '2026-06-03' })
    const id = noted?.id ?? 0
    expect((await call('request.list', {})).map((each) => each.id)).toEqual([id])
    const answer = { id, step: { step: 'answer' as const } }
    await expect(call('request.step', answer)).rejects.toThrow('session.not-allowed')
    for (const name of ['privacy.read', 'privacy.due', 'breach.list'] as const) {
      await expect(call(name, {}), name).rejects.toThrow('session.not-allowed')
    }
    await asHead()
    const [answered] = await call('request.step', answer)
    expect(answered).toMatchObject({ id, answeredOn: '2026-06-01' })
  })
})
