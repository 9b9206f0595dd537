import { beforeEach, describe, expect, it } from 'vitest'
import type { CallAnswer, CallInput, CallName } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import { must } from '#core/result.ts'
import { answerCall } from '../../src/main/app/answer.ts'
import { saveConference } from '../../src/main/app/conferences.ts'
import { makeHandlers } from '../../src/main/app/handlers.ts'
import type { Actor } from '../../src/main/app/office.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { closePeriod } from '../../src/main/db/periods.ts'
import {
  clerk,
  clerkPin,
  conference,
  deskOf,
  draft,
  headPin,
  type Made,
  makeOffice,
  member,
  newBhyt,
} from '../support/office.ts'

let made: Made
let call: Call

type Call = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallAnswer<N>>

/** The whole way of a call, as the window makes it; a refusal is thrown by its code. */
function callerOf(desk: ReturnType<typeof deskOf>['desk']): Call {
  const handlers = makeHandlers(desk)
  return async (name, input) => {
    const reply = await answerCall(desk, handlers, name, input, (_reference, error) => {
      throw error
    })
    if (reply.ok) return reply.value as never
    throw new Error('problem' in reply ? reply.problem.code : reply.bug)
  }
}

beforeEach(async () => {
  made = await makeOffice()
  const { desk } = deskOf(made.ground, made.folder)
  // The office is closed with `made`; the desk only borrows it.
  desk.office = made.office
  call = callerOf(desk)
  await call('session.start', { staffId: clerk.id, pin: clerkPin })
})

/** Every table but the ones that only grow, as rows; `place` is only an order to search by. */
function book(): Record<string, unknown[]> {
  const { raw } = made.office.store
  const tables = ['household', 'person', 'enrolment', 'conference', 'coverage', 'coverage_count']
  return Object.fromEntries(
    tables.map((table) => {
      const rows = raw.prepare(`select * from ${table} order by 1, 2`).all() as object[]
      return [table, rows.map((row) => ('place' in row ? { ...row, place: null } : row))]
    }),
  )
}

const openOf = (id: number) => call('enrolment.open', { id })
const family = () =>
  draft({ members: [member({ bhyt: newBhyt }), member({ bhxh: null, bhyt: newBhyt })] })

describe('undo', () => {
  it('has nothing to take back right after signing in', async () => {
    expect(await call('app.lastAction', {})).toBeNull()
    await expect(call('app.undo', { id: null })).rejects.toThrow('undo.nothing')
  })

  it('cancels a sign-up just saved, keeps the people, and lets it be recorded again', async () => {
    const form = family()
    const saved = await call('enrolment.save', form)
    const name = form.members[0]?.person.name
    expect(await call('app.lastAction', {})).toMatchObject({
      what: { vi: `ghi danh hộ ${name} (3 hồ sơ)` },
      problem: null,
    })
    const undone = await call('app.undo', { id: null })
    expect(undone.householdId).toBe(saved.householdId)
    expect(undone.notices[0]?.vi).toContain('Đã hủy')
    for (const id of saved.enrolmentIds) {
      expect(await openOf(id)).toMatchObject({ state: 'cancelled', cancelReason: 'Hoàn tác' })
    }
    expect(book().coverage).toEqual([])
    const number = form.members[0]?.person.personalNumber ?? ''
    const found = await call('person.find', { number })
    const members = form.members.map((each, index) => ({
      ...each,
      person: { ...each.person, id: found?.household.members[index]?.id ?? null },
    }))
    const again = { ...form, key: crypto.randomUUID(), members }
    again.household = { ...form.household, id: saved.householdId }
    expect((await call('enrolment.save', again)).enrolmentIds).toHaveLength(3)
    await expect(call('app.undo', { id: undone.householdId })).rejects.toThrow('undo.not-last')
  })

  it('gives a changed household and person their old values back', async () => {
    const form = family()
    const saved = await call('enrolment.save', form)
    const before = book()
    const { personId } = await openOf(saved.enrolmentIds[0] ?? 0)
    const [first] = form.members
    if (!first) throw new Error('no member')
    const changed = draft({
      signedOn: '2024-11-18',
      household: { id: saved.householdId, address: 'Số 99', phone: '0912345678' },
      members: [
        {
          ...first,
          person: { ...first.person, id: personId, name: 'Nguyễn Văn Nhầm' },
          bhyt: null,
        },
      ],
    })
    changed.members = changed.members.map((each) => ({
      ...each,
      bhxh: { kind: 'renewing', income: 1_500_000, method: '1m', group: 'other' },
    }))
    const second = await call('enrolment.save', changed)
    expect(book().household).not.toEqual(before.household)
    await call('app.undo', { id: null })
    expect(book().household).toEqual(before.household)
    expect(book().person).toEqual(before.person)
    expect(book().coverage).toEqual(before.coverage)
    const lines = await call('enrolment.history', { id: second.enrolmentIds[0] ?? 0 })
    expect(lines.map((line) => line.event)).toContain('person.restored')
  })

  it('takes a step, an edit and a cancellation back to the row as it was', async () => {
    const [id = 0] = (await call('enrolment.save', draft())).enrolmentIds
    const detail = await openOf(id)
    const strip = (rows: Record<string, unknown[]>) => {
      const [row] = rows.enrolment as Record<string, unknown>[]
      return { ...row, previous_state: null }
    }
    const acts: (() => Promise<unknown>)[] = [
      () =>
        call('enrolment.step', {
          ids: [id],
          step: { to: 'paid', receiptNumber: '1', receiptDate: '2024-11-20' },
        }),
      () => call('enrolment.cancel', { id, reason: 'nhầm' }),
      () => {
        const { occupation, collector, conferenceId, choice } = detail
        const edited = { ...choice, income: 2_000_000 } as typeof choice
        return call('enrolment.edit', { id, occupation, collector, conferenceId, choice: edited })
      },
    ]
    for (const act of acts) {
      const before = strip(book())
      await act()
      expect(strip(book())).not.toEqual(before)
      await call('app.undo', { id: null })
      expect(strip(book())).toEqual(before)
      await expect(call('app.undo', { id: null })).rejects.toThrow('undo.nothing')
    }
    expect(await openOf(id)).toEqual(detail)
  })

  it('cancels a conference just recorded and restores one just changed', async () => {
    const { id } = await call('conference.save', conference())
    const before = book().conference
    await call('conference.save', { ...conference(), id, attendees: 120, place: 'Chợ Phù Linh' })
    expect((await call('app.lastAction', {}))?.what.vi).toBe('sửa hội nghị tại Chợ Phù Linh')
    await call('app.undo', { id: null })
    expect(book().conference).toEqual(before)
    const second = await call('conference.save', conference({ place: 'Nhà văn hóa thôn' }))
    await call('app.undo', { id: null })
    expect((await call('conference.list', {})).map((each) => [each.id, each.state])).toEqual([
      [second.id, 'cancelled'],
      [id, 'held'],
    ])
    await expect(call('conference.save', { ...conference(), id: second.id })).rejects.toThrow(
      'conference.not-editable',
    )
  })

  it('is refused when somebody worked on the same record since, and says who', async () => {
    const { enrolmentIds, householdId } = await call('enrolment.save', draft())
    const other: Actor = { id: 1, name: 'Trần Thị Trưởng', role: 'head' }
    const { desk } = deskOf(made.ground, made.folder)
    desk.office = made.office
    desk.actor = { ...other, id: 1 }
    const head = callerOf(desk)
    const step = { to: 'paid', receiptNumber: '1', receiptDate: '2024-11-20' } as const
    await head('enrolment.step', { ids: enrolmentIds, step })
    const action = await call('app.lastAction', {})
    expect(action?.problem && sayProblem(action.problem)).toBe(
      'Không hoàn tác được vì Trần Thị Trưởng đã làm tiếp trên cùng hồ sơ lúc 10:00. Hãy sửa trực tiếp trên hồ sơ.',
    )
    const before = book()
    await expect(call('app.undo', { id: null })).rejects.toThrow('undo.touched')
    expect(book()).toEqual(before)
    await call('enrolment.save', draft({ household: { address: 'Hộ khác' } }))
    await head('enrolment.save', draft({ household: { id: householdId } }))
    await call('app.undo', { id: null })
  })

  it('is refused when the household signed up again since', async () => {
    const { householdId } = await call('enrolment.save', draft())
    must(
      await saveHousehold(
        made.office,
        { ...clerk, id: 1, name: 'Trần Thị Trưởng' },
        draft({ household: { id: householdId } }),
      ),
    )
    await expect(call('app.undo', { id: null })).rejects.toThrow('undo.touched')
  })

  it('is refused when a period closed over it, but a step is not what the day counted', async () => {
    const day = { kind: 'day', from: '2024-11-16', to: '2024-11-16', revision: 1 } as const
    const [first = 0] = (await call('enrolment.save', draft())).enrolmentIds
    const close = () => closePeriod(made.office.store.db, day, { by: 'Trưởng', at: made.clock.at })
    await close()
    await expect(call('app.undo', { id: null })).rejects.toThrow('undo.closed')
    const step = { to: 'paid', receiptNumber: '1', receiptDate: '2024-11-20' } as const
    await call('enrolment.step', { ids: [first], step })
    await call('app.undo', { id: null })
    expect(await openOf(first)).toMatchObject({ state: 'registered', receipt: null })
  })

  it('is refused for a conference people signed up through', async () => {
    const { id } = await call('conference.save', conference())
    must(await saveHousehold(made.office, { ...clerk, id: 1 }, draft({ conferenceId: id })))
    await expect(call('app.undo', { id: null })).rejects.toThrow('undo.conference-used')
  })

  it('belongs to the person who is signed in, and ends with the session', async () => {
    await call('enrolment.save', draft())
    must(await saveConference(made.office, { ...clerk, id: 1, name: 'Trưởng' }, conference()))
    expect((await call('app.lastAction', {}))?.what.vi).toContain('ghi danh hộ')
    await call('session.end', {})
    await expect(call('app.undo', { id: null })).rejects.toThrow('session.signed-out')
    await call('session.start', { staffId: 1, pin: headPin })
    await expect(call('app.undo', { id: null })).rejects.toThrow('undo.nothing')
    await call('session.end', {})
    await call('session.start', { staffId: clerk.id, pin: clerkPin })
    await expect(call('app.undo', { id: null })).rejects.toThrow('undo.nothing')
  })

  it('looks past printing and says that paper is out', async () => {
    const [id = 0] = (await call('enrolment.save', draft())).enrolmentIds
    const paper = await call('paper.make', {
      form: 'tk1-ts',
      edition: null,
      of: { kind: 'enrolments', ids: [id] },
      blank: false,
      checkAgainstOfficial: true,
    })
    await call('paper.print', { documentId: paper.documentId })
    const undone = await call('app.undo', { id: null })
    expect(undone.notices.map((notice) => notice.vi).join(' ')).toContain('hủy bản giấy')
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})
