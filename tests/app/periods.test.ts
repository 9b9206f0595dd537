import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalText } from '#core/canonical.ts'
import { CityReply, replyFileName } from '#core/receipt.ts'
import { must } from '#core/result.ts'
import { adjustSignUp } from '../../src/main/app/adjustments.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { cancelSignUp } from '../../src/main/app/enrolments.ts'
import { listAllPeriods, reopenPeriod } from '../../src/main/app/periods.ts'
import { openReply } from '../../src/main/app/replies.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { exportSummary, previewSummary, writeAgain } from '../../src/main/app/summaries.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { openKey, type SigningKey } from '../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { signContainer } from '../../src/main/exchange/sign.ts'
import { trustOnly } from '../../src/main/exchange/trust.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import {
  clerk,
  clerkPin,
  deskOf,
  draft,
  headPin,
  type Made,
  makeOffice,
  openWithTool,
  tempFolder,
} from '../support/office.ts'

const head = { id: 1, name: 'Trần Thị Trưởng', role: 'head' } as const
const usb = tempFolder()
const dayOf = (day: string) => ({ kind: 'day', from: day, to: day }) as const
const week = { kind: 'week', from: '2024-11-11', to: '2024-11-17' } as const

let made: Made
let desk: Desk
let cityKey: SigningKey
let otherKey: SigningKey

type Span = { kind: 'day' | 'week' | 'month' | 'campaign'; from: string; to: string }

const send = (span: Span) =>
  exportSummary(desk, made.office, clerk, {
    ...span,
    ...{ headId: 1, pin: headPin, key: { kind: 'practice' }, folder: usb },
  })

/** What is inside a file the office wrote, whoever signed it. */
async function contentOf(file: string) {
  const { readTrust } = await import('../../src/main/exchange/trust.ts')
  const trust = must(await readTrust(join(made.folder, 'trust')))
  const verdict = await verifySummary(readFileSync(file), trust)
  expect(verdict.problems).toEqual([])
  return verdict.summary
}

const reopen = (span: Span, changes: Partial<Parameters<typeof reopenPeriod>[2]> = {}) =>
  reopenPeriod(made.office, clerk, {
    ...span,
    ...{ reason: 'Nhập sót một hộ', secondId: 1, pin: headPin, ...changes },
  })

const stateOf = async (span: Span) =>
  (await listAllPeriods(made.office)).find(
    (period) => period.kind === span.kind && period.from === span.from && period.to === span.to,
  )

async function signUp(day: string): Promise<number> {
  const saved = must(await saveHousehold(made.office, clerk, draft({ signedOn: day })))
  return saved.enrolmentIds[0] ?? 0
}

async function keyOf(unitCode: string, unitName: string): Promise<SigningKey> {
  const now = new Date(made.clock.at)
  const { p12 } = must(await makePracticeKey({ unitCode, unitName, password: 'mật khẩu', now }))
  return must(await openKey(p12, 'mật khẩu'))
}

beforeAll(async () => {
  made = await makeOffice()
  ;({ desk } = deskOf(made.ground, made.folder))
  desk.office = made.office
  desk.chosen.add(usb)
  cityKey = await keyOf('01', 'BHXH thành phố Hà Nội')
  otherKey = await keyOf('001', 'BHXH quận Ba Đình')
})

describe('[A34] a closed period', () => {
  const day = dayOf('2024-11-12')
  const inWeek = { kind: 'week', from: '2024-11-11', to: '2024-11-17' } as const

  it('is opened again by two people, one of them the head, with a reason', async () => {
    await signUp(day.from)
    const first = must(await send(day))
    expect(await stateOf(day)).toMatchObject({ state: 'sent', revision: 1 })
    const code = (answer: unknown) => expect(answer).toMatchObject({ ok: false })
    code(await reopen(day, { secondId: clerk.id, pin: clerkPin }))
    expect(await reopen(day, { secondId: clerk.id, pin: clerkPin })).toMatchObject({
      problem: { code: 'period.same-person' },
    })
    expect(await reopen(day, { pin: '0000' })).toMatchObject({
      problem: { code: 'session.wrong-pin' },
    })
    expect(await reopen(dayOf('2024-11-08'))).toMatchObject({
      problem: { code: 'period.not-closed' },
    })
    expect((await stateOf(day))?.state).toBe('sent')

    must(await send(inWeek))
    const { reopened } = must(await reopen(day))
    expect(reopened).toEqual([day, inWeek])
    expect(await stateOf(day)).toMatchObject({
      state: 'reopened',
      reopened: { reason: 'Nhập sót một hộ', askedBy: clerk.name, approvedBy: head.name },
    })

    await signUp(day.from)
    const again = must(await send(day))
    expect(again).toMatchObject({ sequence: 3, revision: 2 })
    const summary = await contentOf(again.file)
    expect(summary).toMatchObject({
      replaces: { sequence: 1, sha256: first.sha256 },
      reopened: { reason: 'Nhập sót một hộ', askedBy: clerk.name, approvedBy: head.name },
      people: { joiners: 2 },
    })
    expect((await stateOf(inWeek))?.state).toBe('reopened')
    expect(await contentOf(must(await send(inWeek)).file)).toMatchObject({
      people: { joiners: 2 },
      reopened: { askedBy: clerk.name },
    })
  })

  it('[A41] opens for no statement of any tool without that record', async () => {
    const tool = openWithTool(join(made.folder, 'office.db'), made.key)
    const refused = [
      "update period set state = 'open'",
      'update period set revision = revision - 1',
      'delete from period',
      'update reopening set approved_by = 2',
      'delete from reopening',
      'insert into reopening values (90, 1, 2, $why, 1, 1, $why)'.replaceAll('$why', "'x'"),
      `insert into adjustment values (90, 1, 'corrected', '2024-11-12', 0, 1, 0, 0, 1, 'x', 'x', 'x')`,
      "update enrolment set state = 'cancelled', cancel_reason = 'x' where signed_on = '2024-11-12'",
    ]
    for (const statement of refused) expect(() => tool.exec(statement), statement).toThrow()
    tool.close()
    expect((await stateOf(day))?.state).toBe('sent')
  })

  it('is written again byte for byte from the history', async () => {
    const folder = tempFolder()
    expect(await writeAgain(desk, made.office, { sequence: 1, folder })).toMatchObject({
      problem: { code: 'file.not-chosen' },
    })
    desk.chosen.add(folder)
    const copy = must(await writeAgain(desk, made.office, { sequence: 1, folder }))
    const name = copy.file.split('/').at(-1) ?? ''
    expect(readFileSync(copy.file)).toEqual(readFileSync(join(usb, name)))
  })
})

describe('[A42] an adjustment', () => {
  const closed = dayOf('2024-11-05')
  const today = dayOf('2024-11-20')
  let cancelled = 0
  let corrected = 0

  it('is refused while the day of the sign-up is open', async () => {
    cancelled = await signUp(closed.from)
    corrected = await signUp(closed.from)
    const tooEarly = adjustSignUp(made.office, clerk, cancelled, { why: 'cancelled', reason: 'x' })
    expect(await tooEarly).toMatchObject({ problem: { code: 'adjustment.day-open' } })
  })

  it('moves money in the current period and no head in any', async () => {
    must(await send(closed))
    const before = must(await previewSummary(made.office, closed)).summary
    const current = must(await previewSummary(made.office, today)).summary
    expect(await cancelSignUp(made.office, clerk, cancelled, 'Rút')).toMatchObject({
      problem: { code: 'period.closed' },
    })
    const done = must(
      await adjustSignUp(made.office, clerk, cancelled, { why: 'cancelled', reason: 'Rút hồ sơ' }),
    )
    expect(done.madeOn).toBe(today.from)
    must(
      await adjustSignUp(made.office, clerk, corrected, {
        ...{
          why: 'corrected',
          months: 0,
          gross: -50_000,
          state: -10_000,
          local: 0,
          reason: 'Nhầm',
        },
      }),
    )
    const after = must(await previewSummary(made.office, closed)).summary
    expect([after.rows, after.people, after.controlTotals, after.cancellations]).toEqual([
      before.rows,
      before.people,
      before.controlTotals,
      before.cancellations,
    ])
    const now = must(await previewSummary(made.office, today)).summary
    expect([now.rows, now.people]).toEqual([current.rows, current.people])
    const payer = before.controlTotals.schemes.reduce((sum, each) => sum + each.payer, 0) / 2
    expect(now.controlTotals.adjustments.map((each) => [each.entries, each.payer])).toEqual([
      [2, -payer - 40_000],
      [0, 0],
    ])
    expect(await contentOf(must(await send(today)).file)).toMatchObject({
      adjustments: now.adjustments,
    })
  })

  it('after today is closed goes to the next open day', async () => {
    const done = must(
      await adjustSignUp(made.office, clerk, corrected, {
        ...{ why: 'corrected', months: 0, gross: 10_000, state: 0, local: 0, reason: 'Bù' },
      }),
    )
    expect(done.madeOn).toBe('2024-11-21')
  })

  it('takes back no more than is left, and nothing of what is cancelled', async () => {
    const adjust = (id: number, gross: number) =>
      adjustSignUp(made.office, clerk, id, {
        ...{ why: 'corrected', months: 0, gross, state: 0, local: 0, reason: 'x' },
      })
    const codes = [
      [await adjust(corrected, -999_999_999), 'adjustment.below-zero'],
      [await adjust(corrected, 0), 'adjustment.nothing'],
      [await adjust(cancelled, 1), 'adjustment.already-cancelled'],
      [await adjust(987_654, 1), 'enrolment.unknown'],
    ] as const
    for (const [answer, code] of codes) expect(answer).toMatchObject({ problem: { code } })
  })
})

describe('[A37] an answer of the city', () => {
  const day = dayOf('2024-11-18')
  const other = dayOf('2024-11-19')

  async function replyTo(span: Span, changes: Record<string, unknown> = {}, key = cityKey) {
    const file = (await stateOf(span))?.files[0]
    const returned = changes.verdict === 'returned'
    const reply = CityReply.parse({
      format: returned ? 'raquan-findings-v1' : 'raquan-receipt-v1',
      ...{ verdict: 'accepted', reasons: [] },
      unit: { code: '016', name: 'BHXH huyện Sóc Sơn' },
      period: span,
      ...{ sequence: file?.sequence, revision: file?.revision, sha256: file?.sha256 },
      city: { code: '01', name: 'BHXH thành phố Hà Nội' },
      ...{ issuedAt: '2024-11-20T04:00:00Z', issuedBy: 'Phòng Quản lý thu' },
      ...{ appVersion: '0.1.0', practice: true, ...changes },
    })
    const kind = returned ? 'findings' : 'receipt'
    const text = Buffer.from(must(canonicalText(reply)))
    const signer = { key, signedAt: reply.issuedAt }
    const bytes = must(await signContainer(kind, { [`${kind}.json`]: text }, signer))
    const path = join(tempFolder(), replyFileName(reply))
    writeFileSync(path, bytes)
    return path
  }

  const open = (file: string, trust = trustOnly(cityKey.certificate)) =>
    openReply(made.office, clerk, { file, trust, language: 'vi' })

  const states = async () => (await listAllPeriods(made.office)).map(({ state }) => state)

  it('that is forged, for others or about other bytes changes nothing', async () => {
    await signUp(day.from)
    must(await send(day))
    must(await send(other))
    const before = await states()
    const trustAll = {
      ...trustOnly(cityKey.certificate),
      certificates: [cityKey.certificate, otherKey.certificate],
    }
    const good = await replyTo(day)
    const flipped = join(tempFolder(), 'a.asice')
    const bytes = readFileSync(good)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    writeFileSync(flipped, bytes)
    const claimed = { city: { code: '001', name: 'BHXH quận Ba Đình' } }
    const stranger = { unit: { code: '001', name: 'BHXH quận Ba Đình' } }
    const crossed = { period: other }
    const wrong = [
      [await open(await replyTo(day, {}, otherKey)), 'exchange.unknown-signer'],
      [await open(await replyTo(day, {}, otherKey), trustAll), 'reply.not-city'],
      [await open(await replyTo(day, claimed, otherKey), trustAll), 'reply.not-city'],
      [await open(await replyTo(day, claimed)), 'reply.not-city'],
      [await open(await replyTo(day, stranger)), 'reply.not-ours'],
      [await open(await replyTo(day, { sha256: '0'.repeat(64) })), 'reply.unknown-file'],
      [await open(await replyTo(day, { revision: 2 })), 'reply.unknown-file'],
      [await open(await replyTo(day, { sequence: 999 })), 'reply.unknown-file'],
      [await open(await replyTo(day, crossed)), 'reply.unknown-file'],
    ] as const
    for (const [answer, code] of wrong) expect(answer).toMatchObject({ problem: { code } })
    expect(await open(flipped)).toMatchObject({ ok: false })
    const summary = join(usb, (await stateOf(day))?.files[0]?.fileName ?? '')
    expect(await open(summary)).toMatchObject({ ok: false })
    expect(await states()).toEqual(before)
  })

  it('changes the state of the matching period only', async () => {
    const others = async () =>
      (await listAllPeriods(made.office)).filter(({ from }) => from !== day.from)
    const before = await others()
    const reasons = [{ code: 'note', text: 'Thiếu hội nghị ngày 18/11.' }]
    const returned = await replyTo(day, { verdict: 'returned', reasons })
    expect(must(await open(returned))).toMatchObject({ state: 'returned', reasons })
    expect(await stateOf(day)).toMatchObject({ state: 'returned' })
    const again = must(await open(returned))
    expect(again.notices.join(' ')).toContain('đã được mở trước đó')
    const older = await replyTo(day, { issuedAt: '2024-11-20T03:59:00Z' })
    expect(await open(older)).toMatchObject({ problem: { code: 'reply.older' } })
    const receipt = await replyTo(day, { issuedAt: '2024-11-20T05:00:00Z' })
    expect(must(await open(receipt))).toMatchObject({ verdict: 'accepted', state: 'accepted' })
    expect(await others()).toEqual(before)
  })

  it('[A34] that accepts a period closes it for good, in the store too', async () => {
    const accepted = { problem: { code: 'period.accepted' } }
    expect(await send(day)).toMatchObject(accepted)
    expect(await reopen(day)).toMatchObject(accepted)
    // A day inside an accepted week stays closed with it.
    must(await send(week))
    must(await open(await replyTo(week)))
    expect(await reopen(dayOf('2024-11-12'))).toMatchObject(accepted)
    const tool = openWithTool(join(made.folder, 'office.db'), made.key)
    const id = `(select id from period where kind = 'day' and from_date = '${day.from}')`
    for (const statement of [
      `insert into reopening values (91, ${id}, 1, 'x', 1, 2, 'x')`,
      `update period set revision = 2 where id = ${id}`,
    ])
      expect(() => tool.exec(statement), statement).toThrow(/reopenable|accepted/)
    tool.close()
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  })
})

describe('[A9] a clock that is set back', () => {
  it('is told, recorded and said in the file; numbers go on', async () => {
    must(await send(dayOf('2024-11-03')))
    made.clock.at = '2024-11-26T03:00:00.000Z'
    const last = must(await send(dayOf('2024-11-07'))).sequence
    made.clock.at = '2024-11-22T03:00:00.000Z'
    const written = must(await send(dayOf('2024-11-06')))
    expect(written.sequence).toBe(last + 1)
    expect(written.notices).toMatchObject([{ code: 'clock.back' }])
    expect(await contentOf(written.file)).toMatchObject({
      clockBack: true,
      createdAt: '2024-11-22T03:00:00Z',
    })
    made.clock.at = '2024-11-26T03:00:01.000Z'
    const events = made.office.store.raw
      .prepare("select count(*) as n from audit where event = 'clock.back'")
      .get()
    expect(events).toEqual({ n: 1 })
    expect(must(await send(dayOf('2024-11-04')))).toMatchObject({
      sequence: last + 2,
      notices: [],
    })
  })
})
