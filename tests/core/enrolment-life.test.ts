import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EnrolmentState } from '#core/enrolment.ts'
import {
  checkEditable,
  checkStep,
  type LifeFacts,
  LifeStep,
  lifeSteps,
  nextSteps,
} from '#core/enrolment-life.ts'
import { explainKind, judgeKind, type KindFacts } from '#core/kind.ts'
import { sayProblem } from '#core/messages.ts'
import { canUndo, sayAction } from '#core/undo.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'

const policy = loadPolicy('resources')

const states: EnrolmentState[] = [
  'draft',
  'registered',
  'paid',
  'sent',
  'accepted',
  'returned',
  'cancelled',
]

const stepTo: Record<Exclude<EnrolmentState, 'draft'>, LifeStep> = {
  registered: { to: 'registered' },
  paid: { to: 'paid', receiptNumber: '0001', receiptDate: '2024-11-16' },
  sent: { to: 'sent' },
  accepted: { to: 'accepted' },
  returned: { to: 'returned', reason: 'Thiếu chữ ký' },
  cancelled: { to: 'cancelled', reason: 'Hộ xin thôi' },
}

const facts = (changes: Partial<LifeFacts> = {}): LifeFacts => ({
  id: 7,
  state: 'registered',
  signedOn: '2024-11-16',
  dayClosed: false,
  today: '2024-11-20',
  ...changes,
})

const problemOf = (state: EnrolmentState, step: LifeStep, more: Partial<LifeFacts> = {}) => {
  const checked = checkStep(facts({ state, ...more }), step)
  return checked.ok ? null : checked.problem.code
}

describe('the life of an enrolment', () => {
  it('goes from nháp to đã tiếp nhận, comes back when returned, and ends cancelled', () => {
    expect(nextSteps('draft')).toEqual(['registered'])
    expect(nextSteps('registered')).toEqual(['paid', 'cancelled'])
    expect(nextSteps('paid')).toEqual(['sent', 'cancelled'])
    expect(nextSteps('sent')).toEqual(['accepted', 'returned'])
    expect(nextSteps('returned')).toEqual(['registered', 'cancelled'])
    expect(nextSteps('accepted')).toEqual([])
    expect(nextSteps('cancelled')).toEqual([])
  })

  it('takes exactly the steps of the table', () => {
    for (const from of states) {
      for (const step of Object.values(stepTo)) {
        const legal = lifeSteps.some((each) => each.from === from && each.to === step.to)
        expect(problemOf(from, step) === null, `${from} → ${step.to}`).toBe(legal)
      }
    }
  })

  it('reaches every state from a draft, and never leaves the end', () => {
    const reached = new Set<EnrolmentState>(['draft'])
    for (const state of reached) for (const next of nextSteps(state)) reached.add(next)
    expect([...reached].sort()).toEqual([...states].sort())
  })

  it('says what is possible instead', () => {
    const checked = checkStep(facts(), { to: 'accepted' })
    expect(checked.ok ? '' : sayProblem(checked.problem)).toBe(
      'Hồ sơ số 7 đang ở bước “Đã ghi tại đây” nên chưa thể chuyển sang “Đã tiếp nhận”. Bước có thể chọn: Đã thu tiền, Đã hủy.',
    )
    expect(problemOf('accepted', stepTo.cancelled)).toBe('step.final')
    expect(problemOf('cancelled', stepTo.cancelled)).toBe('enrolment.already-cancelled')
  })

  it('takes a receipt from the day of signing up to today', () => {
    const paid = (receiptDate: string) =>
      problemOf('registered', { to: 'paid', receiptNumber: '1', receiptDate })
    expect(paid('2024-11-15')).toBe('receipt.too-early')
    expect(paid('2024-11-16')).toBeNull()
    expect(paid('2024-11-20')).toBeNull()
    expect(paid('2024-11-21')).toBe('receipt.future')
  })

  it('needs a receipt number, a day that exists and a reason that says something', () => {
    const bad: unknown[] = [
      { to: 'paid', receiptNumber: ' ', receiptDate: '2024-11-16' },
      { to: 'paid', receiptNumber: '1'.repeat(31), receiptDate: '2024-11-16' },
      { to: 'paid', receiptNumber: '1', receiptDate: '2024-02-30' },
      { to: 'paid' },
      { to: 'returned', reason: '   ' },
      { to: 'cancelled', reason: 'x'.repeat(501) },
      { to: 'draft' },
      { to: 'sent', receiptNumber: '1' },
    ]
    for (const step of bad)
      expect(LifeStep.safeParse(step).success, JSON.stringify(step)).toBe(false)
    for (const step of Object.values(stepTo)) expect(LifeStep.parse(step)).toEqual(step)
  })

  it('goes on after its day was closed, but is neither cancelled nor edited any more', () => {
    const closed = { dayClosed: true }
    expect(problemOf('registered', stepTo.paid, closed)).toBeNull()
    expect(problemOf('sent', stepTo.returned, closed)).toBeNull()
    expect(problemOf('registered', stepTo.cancelled, closed)).toBe('period.closed')
    expect(checkEditable(facts(closed))).toMatchObject({ problem: { code: 'period.closed' } })
    expect(checkEditable(facts()).ok).toBe(true)
    for (const state of states.filter((each) => each !== 'registered')) {
      expect(checkEditable(facts({ state })).ok, state).toBe(false)
    }
  })
})

const bhxh = (more: Partial<KindFacts>): KindFacts => ({
  scheme: 'bhxh-tn',
  last: null,
  declared: null,
  signedOn: '2024-11-16',
  method: '3m',
  ...more,
})

const past = (validTo: string, method: NonNullable<KindFacts['last']>['method'] = '3m') => ({
  validTo,
  signedOn: '2024-01-05',
  method,
})

const kindOf = (all: KindFacts) => explainKind(all, policy).kind

describe('first time, returning or renewing', () => {
  it('is a first time, as declared, when nothing is known', () => {
    const said = explainKind(bhxh({}), policy)
    expect(said).toMatchObject({ kind: 'first', basis: 'nothing-known' })
    expect(said.reason).toContain('lần đầu theo kê khai')
    expect(explainKind(bhxh({ scheme: 'bhyt-hgd' }), policy).reason).toContain('BHYT hộ gia đình')
  })

  it.each([
    ['1m', '2024-09-30', 'returning'],
    ['1m', '2024-10-31', 'renewing'],
    ['3m', '2024-08-31', 'renewing'],
    ['3m', '2024-07-31', 'returning'],
    ['6m', '2024-07-31', 'renewing'],
    ['6m', '2024-06-30', 'returning'],
    ['12m', '2024-04-30', 'renewing'],
    ['12m', '2024-03-31', 'returning'],
  ] as const)(
    'goes on in BHXH until the deadline of the method: %s paid up to %s, signed 16/11/2024: %s',
    (method, validTo, kind) => {
      expect(kindOf(bhxh({ last: past(validTo, method), method }))).toBe(kind)
    },
  )

  it('stops at the shorter window when the method changes', () => {
    expect(kindOf(bhxh({ last: past('2024-07-31', '12m'), method: '12m' }))).toBe('renewing')
    expect(kindOf(bhxh({ last: past('2024-07-31', '12m'), method: '1m' }))).toBe('returning')
    expect(kindOf(bhxh({ last: past('2024-09-30', '5y'), method: '3m' }))).toBe('renewing')
    expect(kindOf(bhxh({ last: past('2024-09-30', '3m'), method: '2y' }))).toBe('returning')
    expect(kindOf(bhxh({ last: past('2024-10-31', '3m'), method: '2y' }))).toBe('renewing')
  })

  it('says why, with dates', () => {
    expect(explainKind(bhxh({ last: past('2024-08-31') }), policy).reason).toBe(
      'Đã đóng đến hết tháng 08/2024 (hồ sơ ký 05/01/2024 trong sổ của đơn vị); hạn đóng kỳ tiếp theo là 30/11/2024, ký ngày 16/11/2024 còn trong hạn: đóng tiếp.',
    )
    expect(explainKind(bhxh({ last: past('2025-01-31') }), policy).reason).toContain('chưa hết hạn')
    const card = bhxh({ scheme: 'bhyt-hgd', last: past('2024-06-30', null), method: null })
    expect(explainKind(card, policy).reason).toBe(
      'Thẻ đã hết hạn 30/06/2024 (hồ sơ ký 05/01/2024 trong sổ của đơn vị), gián đoạn 138 ngày tính đến ngày ký 16/11/2024, từ 3 tháng trở lên: tham gia lại.',
    )
  })

  it.each([
    ['2024-11-16', '2024-11-15', 'renewing'],
    ['2024-11-16', '2024-12-31', 'renewing'],
    ['2024-11-16', '2024-08-16', 'renewing'],
    ['2024-11-16', '2024-08-15', 'returning'],
    ['2025-11-16', '2025-08-18', 'renewing'],
    ['2025-11-16', '2025-08-17', 'returning'],
  ] as const)(
    'goes on in BHYT until a long break by the rule of the day: signed %s, card to %s: %s',
    (signedOn, validTo, kind) => {
      const last = past(validTo, null)
      expect(kindOf(bhxh({ scheme: 'bhyt-hgd', last, signedOn, method: null }))).toBe(kind)
    },
  )

  it('takes a declared participation when the book knows less, and says whose word it is', () => {
    const said = explainKind(bhxh({ declared: '2024-09-10' }), policy)
    expect(said).toMatchObject({ kind: 'renewing', basis: 'declared' })
    expect(said.reason).toContain('Đã đóng đến hết tháng 09/2024 (theo người tham gia khai')
    const both = bhxh({ last: past('2024-10-31'), declared: '2023-01-01' })
    expect(explainKind(both, policy).basis).toBe('own-book')
    const card = bhxh({ scheme: 'bhyt-hgd', last: past('2024-10-31'), declared: '2024-03-31' })
    expect(explainKind(card, policy)).toMatchObject({ kind: 'returning', basis: 'declared' })
  })

  it('never goes back from returning to renewing as time passes', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => 86_400_000 * days)
    const iso = (ms: number) => new Date(Date.UTC(2022, 0, 1) + ms).toISOString().slice(0, 10)
    const scheme = fc.constantFrom('bhxh-tn' as const, 'bhyt-hgd' as const)
    fc.assert(
      fc.property(scheme, day, day, day, (of, end, a, b) => {
        const last = past(iso(end), of === 'bhxh-tn' ? '6m' : null)
        const method = of === 'bhxh-tn' ? ('6m' as const) : null
        const at = (ms: number) => kindOf(bhxh({ scheme: of, last, signedOn: iso(ms), method }))
        const [early, late] = [Math.min(a, b), Math.max(a, b)]
        // The rule itself changed on 1/7/2025 (three months became 90 days); both orders hold within one.
        if (iso(early) < '2025-07-01' && iso(late) >= '2025-07-01') return
        if (at(early) === 'returning') expect(at(late)).toBe('returning')
      }),
    )
  })

  it('asks for a note only when the choice goes against what is known', () => {
    const unknown = explainKind(bhxh({}), policy)
    expect(judgeKind('first', unknown)).toEqual({ reason: unknown.reason, needsNote: false })
    const declared = judgeKind('returning', unknown)
    expect(declared.needsNote).toBe(false)
    expect(declared.reason).toContain('khai đã từng tham gia')
    const known = explainKind(bhxh({ last: past('2024-10-31') }), policy)
    expect(judgeKind('renewing', known).needsNote).toBe(false)
    expect(judgeKind('returning', known).needsNote).toBe(true)
    expect(judgeKind('first', known).needsNote).toBe(true)
  })
})

describe('what undo says', () => {
  const line = (event: string, to?: EnrolmentState) => ({ event, subject: 'enrolment:1', to })

  it('names the action', () => {
    const said = (...lines: Parameters<typeof sayAction>[0]) => sayAction(lines, 'Đỗ Thị Hường').vi
    expect(said(line('household.added'), line('enrolment.added'), line('enrolment.added'))).toBe(
      'ghi danh hộ Đỗ Thị Hường (2 hồ sơ)',
    )
    expect(said(line('enrolment.stepped', 'paid'))).toBe(
      'chuyển 1 hồ sơ (Đỗ Thị Hường) sang “Đã thu tiền”',
    )
    expect(said(line('enrolment.cancelled'))).toBe('hủy 1 hồ sơ (Đỗ Thị Hường)')
    expect(said(line('enrolment.changed'))).toBe('sửa hồ sơ của Đỗ Thị Hường')
    expect(sayAction([line('conference.added')], 'Nhà văn hóa').en).toContain('conference at')
  })

  it('takes back only what it knows how to', () => {
    expect(canUndo([line('enrolment.added'), line('person.changed')])).toBe(true)
    expect(canUndo([line('enrolment.added'), line('period.closed')])).toBe(false)
    expect(canUndo([line('session.started')])).toBe(false)
    expect(canUndo([line('action.undone'), line('enrolment.restored')])).toBe(false)
    expect(canUndo([])).toBe(false)
  })
})
