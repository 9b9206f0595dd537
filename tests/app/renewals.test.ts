import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallInput, RenewalDraft, RenewalRow } from '#core/contract.ts'
import { addDays } from '#core/date.ts'
import type { MemberDraft } from '#core/enrolment.ts'
import { dueSpan } from '#core/renewal.ts'
import { must, type Result } from '#core/result.ts'
import { stepEnrolments } from '../../src/main/app/enrolment-life.ts'
import { priceHousehold } from '../../src/main/app/enrolments.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { listRenewals, logCall, makeRenewalDraft, readCalls } from '../../src/main/app/renewals.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import {
  clerk,
  draft,
  type Made,
  makeOffice,
  member,
  newBhyt,
  tempFolder,
} from '../support/office.ts'

const on = '2024-11-20'
let made: Made

type Wish = Partial<Parameters<typeof listRenewals>[1]>

const ask = (wish: Wish = {}) =>
  listRenewals(made.office, {
    on,
    mark: null,
    commune: null,
    scheme: null,
    offset: 0,
    limit: 500,
    ...wish,
  })

const renew = (householdId: number, day = on) => makeRenewalDraft(made.office, householdId, day)
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

/** Signs a household up a year ago, so that its cards end soon. */
async function signedUp(signedOn: string, members: MemberDraft[], household = {}) {
  return must(await saveHousehold(made.office, clerk, draft({ signedOn, household, members })))
}

beforeAll(async () => {
  made = await makeOffice()
})

describe('the work list', () => {
  it('holds who is covered last around the day, with what it costs today', async () => {
    const card = { kind: 'renewing', months: 12, support: 'none', cardEnds: '2023-12-04' } as const
    const bhxh = { kind: 'first', income: 1_500_000, method: '12m', group: 'other' } as const
    const people = [1, 2, 3].map((index) =>
      member({ bhyt: card, bhxh: index === 1 ? bhxh : null, person: { phone: null } }),
    )
    const { householdId } = await signedUp('2023-11-20', people, { phone: '0912345678' })
    const { rows, total, marks } = await ask()
    expect(total).toBe(4)
    expect(marks.find(({ mark }) => mark === 15)).toEqual({ mark: 15, 'bhxh-tn': 0, 'bhyt-hgd': 3 })
    expect(marks.find(({ mark }) => mark === -90)).toMatchObject({ 'bhxh-tn': 1 })
    const [overdue, ...cards] = rows
    expect(overdue).toMatchObject({
      scheme: 'bhxh-tn',
      validTo: '2024-10-31',
      daysLeft: -20,
      mark: -90,
      payBy: '2025-05-31',
      phone: '0912345678',
      last: { months: 12, income: 1_500_000, method: '12m', payer: 3_168_000 },
      amount: 3_168_000,
      continuity: null,
      call: null,
    })
    // Base salary was 1,800,000 then and is 2,340,000 now; the ladder starts again each year.
    expect(cards.map((row) => row.last.payer)).toEqual([972_000, 680_400, 583_200])
    expect(cards.map((row) => row.amount)).toEqual([1_263_600, 884_520, 758_160])
    expect(cards[0]).toMatchObject({ validTo: '2024-12-04', daysLeft: 14, mark: 15, householdId })
    expect(cards[0]?.continuity).toMatchObject({ since: '2023-12-05', isNear: false })
  })

  it('is cut by mark, commune, scheme and page, and counts what it cuts', async () => {
    const noiBai = { code: '00433', validFrom: '' }
    await signedUp('2023-12-10', [member({ bhxh: null, bhyt: newBhyt })], { commune: noiBai })
    const everything = await ask()
    expect(await ask({ mark: 15 })).toMatchObject({ total: 3 })
    expect((await ask({ mark: 15 })).rows.every((row) => row.mark === 15)).toBe(true)
    expect(await ask({ scheme: 'bhxh-tn' })).toMatchObject({
      total: 1,
      rows: [{ scheme: 'bhxh-tn' }],
    })
    const there = await ask({ commune: noiBai })
    expect(there.total).toBe(1)
    expect(there.rows[0]?.communeName).toContain('Xã')
    const pages: RenewalRow[] = []
    for (let offset = 0; offset < everything.total; offset += 2) {
      pages.push(...(await ask({ offset, limit: 2 })).rows)
    }
    expect(pages).toEqual(everything.rows)
  })

  it('forgets who was cancelled', async () => {
    const { enrolmentIds } = await signedUp('2023-11-25', [member({ bhxh: null, bhyt: newBhyt })])
    const [id = 0] = enrolmentIds
    const isListed = async () => (await ask()).rows.some((row) => row.enrolmentId === id)
    expect(await isListed()).toBe(true)
    must(await stepEnrolments(made.office, clerk, [id], { to: 'cancelled', reason: 'trùng' }))
    expect(await isListed()).toBe(false)
  })

  it('answers the same counts as its rows, at every day of a practice year', async () => {
    const practice = await makeOffice({ now: '2024-11-30T03:00:00Z' })
    const order = { households: 40, seed: 7, from: '2024-11-01', to: '2024-11-30' }
    must(await addPracticeData(practice.office, order, () => {}))
    for (let day = '2024-11-01'; day < '2025-12-31'; day = addDays(day, 13)) {
      const filter = { on: day, mark: null, commune: null, scheme: null, offset: 0, limit: 500 }
      const { rows, total, marks } = await listRenewals(practice.office, filter)
      const { from, to } = dueSpan(day, null)
      expect(rows).toHaveLength(total)
      for (const row of rows) expect(row.validTo >= from && row.validTo <= to).toBe(true)
      for (const each of marks) {
        const held = rows.filter((row) => row.mark === each.mark)
        expect(held.filter((row) => row.scheme === 'bhxh-tn')).toHaveLength(each['bhxh-tn'])
        expect(held.filter((row) => row.scheme === 'bhyt-hgd')).toHaveLength(each['bhyt-hgd'])
      }
      const households = new Set(rows.map((row) => row.householdId))
      for (const householdId of [...households].slice(0, 5)) {
        const made = must(await makeRenewalDraft(practice.office, householdId, day))
        const listed = rows.filter((row) => row.householdId === householdId)
        const sum = listed.reduce((all, row) => all + (row.amount ?? 0), 0)
        expect(sum).toBe(made.priced.totals.payer)
      }
    }
  })
})

describe('renewing a household with one key', () => {
  const goesOn = (sheet: RenewalDraft) => sheet.draft.members.map((each) => each.bhyt?.kind ?? null)

  it('makes a sheet that can be saved as it is, and then nobody is due', async () => {
    const people = [member({ bhyt: newBhyt }), member({ bhxh: null, bhyt: newBhyt }), member()]
    const { householdId } = await signedUp('2023-11-10', people)
    const sheet = must(await renew(householdId))
    expect(sheet.draft).toMatchObject({ signedOn: on, household: { id: householdId } })
    expect(goesOn(sheet)).toEqual(['renewing', 'renewing', null])
    expect(sheet.draft.members[0]?.person.personalNumber).toBe(people[0]?.person.personalNumber)
    expect(must(await priceHousehold(made.office, sheet.draft))).toEqual(sheet.priced)
    const saved = must(await saveHousehold(made.office, clerk, sheet.draft))
    expect(saved.payer).toBe(sheet.priced.totals.payer)
    const { raw } = made.office.store
    const spans = raw
      .prepare(
        `select valid_from, valid_to, position from enrolment
          where household_id = ? and signed_on = ? and scheme = 'bhyt-hgd'`,
      )
      .all(householdId, on)
    // The first cards waited 30 days, from 10/12/2023; the new ones follow on.
    expect(spans).toEqual([
      { valid_from: '2024-12-10', valid_to: '2025-12-09', position: 1 },
      { valid_from: '2024-12-10', valid_to: '2025-12-09', position: 2 },
    ])
    expect(codeOf(await renew(householdId))).toBe('renewal.nothing-due')
    expect(codeOf(await renew(99_999))).toBe('household.unknown')
  })

  it('puts a commune that was merged since in the place of the old one, and says so', async () => {
    const people = [member({ bhxh: null, bhyt: newBhyt })]
    const { householdId } = await signedUp('2024-11-15', people)
    const today = must(await renew(householdId, '2025-11-20'))
    expect(today.draft.household.commune).toEqual({ code: '00376', validFrom: '2025-07-01' })
    expect(today.notices[0]).toMatchObject({ member: null })
    expect(today.notices[0]?.text.vi).toContain('Xã Sóc Sơn')
    const gone = await signedUp('2024-11-15', [member({ bhxh: null, bhyt: newBhyt })], {
      commune: { code: '00379', validFrom: '' },
    })
    const asked = must(await renew(gone.householdId, '2025-11-20'))
    expect(asked.draft.household.commune.code).toBe('00379')
    expect(asked.notices[0]?.text.vi).toContain('Hãy chọn xã, phường hiện nay')
  })
})

describe('calls about renewals', () => {
  it('are kept with outcome, next day and note, and show on the list', async () => {
    const { enrolmentIds } = await signedUp('2023-11-28', [member({ bhyt: newBhyt, bhxh: null })])
    const [id = 0] = enrolmentIds
    const call: CallInput<'renewal.call'> = {
      enrolmentIds: [id, id],
      outcome: 'no-answer',
      nextOn: null,
      note: '',
    }
    expect(must(await logCall(made.office, clerk, call))).toEqual({ calls: 1 })
    const later: typeof call = {
      ...call,
      outcome: 'thinking',
      nextOn: '2024-11-25',
      note: ' Hỏi\n chồng ',
    }
    must(await logCall(made.office, clerk, later))
    const past = { ...call, nextOn: '2024-11-19' }
    expect(codeOf(await logCall(made.office, clerk, past))).toBe('call.next-in-past')
    const unknown = { ...call, enrolmentIds: [id, 88_888] }
    expect(codeOf(await logCall(made.office, clerk, unknown))).toBe('enrolment.unknown')
    const last = {
      at: made.clock.at,
      who: clerk.name,
      outcome: 'thinking',
      nextOn: '2024-11-25',
      note: 'Hỏi chồng',
    }
    expect(await readCalls(made.office, id)).toMatchObject([last, { outcome: 'no-answer' }])
    const row = (await ask()).rows.find((each) => each.enrolmentId === id)
    expect(row?.call).toEqual(last)
  })
})

describe('at any size', () => {
  it('reads no table from end to end', async () => {
    const { raw } = made.office.store
    const asked: { sql: string; values: unknown[] }[] = []
    // Statements compiled by earlier tests are used again, so all of them are watched where they run.
    const statements = Object.getPrototypeOf(raw.prepare('select 1'))
    const all = statements.all
    statements.all = function (this: { source: string }, values: unknown[]) {
      asked.push({ sql: this.source, values })
      return all.call(this, values)
    }
    try {
      const [row] = (await ask()).rows
      await ask({ scheme: 'bhyt-hgd', mark: 30 })
      await ask({ commune: { code: '00376', validFrom: '' } })
      must(await renew(row?.householdId ?? 0))
      await readCalls(made.office, row?.enrolmentId ?? 0)
    } finally {
      statements.all = all
    }
    const reads = asked.filter(({ sql }) => sql.startsWith('select'))
    expect(reads.length).toBeGreaterThan(15)
    for (const { sql, values } of reads) {
      const plan = raw.prepare(`explain query plan ${sql}`).all(values) as { detail: string }[]
      const scans = plan.filter(({ detail }) => /^SCAN (?!cut|period)/.test(detail))
      expect(scans, sql).toEqual([])
    }
  })
})

describe('raquan renewals', () => {
  it('lists who is due as JSON and as lines', async () => {
    const here = await makeOffice()
    must(
      await saveHousehold(
        here.office,
        clerk,
        draft({ signedOn: '2023-11-28', members: [member({ bhxh: null, bhyt: newBhyt })] }),
      ),
    )
    await closeOffice(here.office)
    const code = join(tempFolder(), 'code.txt')
    writeFileSync(code, `${here.recoveryCode}\n`)
    const run = (...more: string[]) => {
      const words = ['renewals', '--data', here.folder, '--recovery-code-file', code, ...more]
      return execFileSync(process.execPath, ['src/main/cli.ts', ...words], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    }
    const answer = JSON.parse(run('--on', on, '--json')) as {
      total: number
      renewals: RenewalRow[]
    }
    expect(answer).toMatchObject({
      on,
      total: 1,
      renewals: [{ scheme: 'bhyt-hgd', validTo: '2024-12-27', daysLeft: 37, amount: 1_263_600 }],
    })
    expect(run('--on', on)).toContain('27/12/2024\t37\tNguyễn Văn Ước')
    expect(() => run('--on', '2024-02-30')).toThrow(/Command failed/)
  })
})
