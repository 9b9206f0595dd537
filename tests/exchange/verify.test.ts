import { describe, expect, it } from 'vitest'
import { canonicalText } from '#core/canonical.ts'
import { sayProblem } from '#core/messages.ts'
import { must } from '#core/result.ts'
import { signSummary } from '../../src/main/exchange/sign.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import { codesOf, key, pdf, practiceKey, sealText, sealValue, summary, trust } from './office.ts'

const file = must(await signSummary(summary, { pdf }, key))

describe('verifySummary', () => {
  it('says of a good file who signed it, for which unit and period, and that it is practice', async () => {
    const verdict = await verifySummary(file, trust, {
      expect: { unit: '016', period: { from: '2024-11-16', to: '2024-11-16' } },
    })
    expect(verdict).toMatchObject({
      ok: true,
      problems: [],
      unit: { code: '016', name: 'BHXH huyện Sóc Sơn' },
      period: { kind: 'launch-day', from: '2024-11-16', to: '2024-11-16' },
      sequence: 1,
      revision: 1,
      practice: true,
      revocation: 'unchecked',
      signer: {
        name: 'THỰC HÀNH BHXH huyện Sóc Sơn',
        unit: '016',
        practice: true,
        fingerprint: practiceKey.fingerprint,
        signedAt: '2024-11-16T10:15:00Z',
      },
    })
    expect(verdict.summary).toEqual(summary)
    expect(verdict.notices.map((notice) => notice.code)).toEqual([
      'exchange.practice',
      'exchange.revocation-unchecked',
    ])
    expect(sayProblem(verdict.notices[0] as never)).toContain('THỰC HÀNH')
  })

  it('says practice when a practice key signed, whatever the summary says', async () => {
    const verdict = await verifySummary(await sealValue({ ...summary, practice: false }), trust)
    expect(verdict).toMatchObject({ ok: true, practice: true, summary: { practice: false } })
  })

  it('gives out no summary of a file that is not good', async () => {
    const verdict = await verifySummary(file, { ...trust, certificates: [] })
    expect(verdict).toMatchObject({ ok: false, summary: null, unit: { code: '016' } })
  })

  it('[A26] finds a file of another unit or period than the one waited for', async () => {
    const waiting = { unit: '017', period: { from: '2024-11-17', to: '2024-11-17' } }
    const verdict = await verifySummary(file, trust, { expect: waiting })
    expect(codesOf(verdict)).toEqual(['exchange.unexpected-unit', 'exchange.wrong-period'])
  })

  it('[A26] finds wrong control totals behind a good signature', async () => {
    const { controlTotals } = summary
    const wrong = { ...summary, controlTotals: { ...controlTotals, attendees: 121 } }
    const verdict = await verifySummary(await sealValue(wrong), trust)
    expect(codesOf(verdict)).toEqual(['exchange.control-totals'])
  })

  it.each<[string, unknown, string]>([
    ['a receipt', { format: 'raquan-receipt-v1', ok: true }, 'raquan-receipt-v1'],
    [
      'a newer version',
      { ...summary, format: 'raquan-period-summary-v9' },
      'raquan-period-summary-v9',
    ],
    ['a summary of no format', { ...summary, format: null }, 'null'],
    ['a list', [1, 2], 'null'],
  ])('[A26] never takes %s for a summary', async (_, value, format) => {
    const verdict = await verifySummary(await sealValue(value), trust)
    expect(verdict.problems).toEqual([{ code: 'exchange.wrong-format', values: { format } }])
  })

  it.each<[string, object, string]>([
    ['an unknown field', { ...summary, note: 'x' }, 'summary.json'],
    [
      'a negative count',
      { ...summary, people: { ...summary.people, joiners: -1 } },
      'people.joiners',
    ],
    [
      'a date that does not exist',
      { ...summary, period: { kind: 'day', from: '2024-02-30', to: '2024-02-30' } },
      'period.from',
    ],
    ['a sequence of zero', { ...summary, sequence: 0 }, 'sequence'],
    ['a hidden character', { ...summary, approvedBy: 'Hùng\u202E' }, 'approvedBy'],
    ['a person', { ...summary, rows: [{ ...summary.rows[0], personName: 'x' }] }, 'rows.0'],
  ])('refuses %s, naming the field', async (_, value, field) => {
    const verdict = await verifySummary(await sealValue(value), trust)
    expect(verdict.problems).toEqual([{ code: 'exchange.invalid-summary', values: { field } }])
  })

  it('[A32] refuses hostile JSON behind a good signature', async () => {
    const good = must(canonicalText(summary))
    const changed = (from: string, to: string): string => {
      expect(good).toContain(from)
      return good.replace(from, to)
    }
    const hostile: (string | Uint8Array)[] = [
      changed('"revision":1', '"revision":1,"revision":1'),
      good.replace('{', '{"__proto__":{"practice":false},'),
      changed('"rows":[', `"rows":[${'['.repeat(100_000)}${']'.repeat(100_000)},`),
      changed('"revision":1', '"revision":1e400'),
      changed('"revision":1', '"revision":12345678901234567890'),
      changed('"revision":1', '"revision":1.0'),
      changed('"revision":1', '"revision": 1'),
      changed('Sóc', 'So\u0301c'),
      changed('Sóc', '\\ud800'),
      changed('Sóc', 'S\\u00f3c'),
      `\uFEFF${good}`,
      good.trimEnd(),
      Buffer.concat([
        Buffer.from(good.slice(0, 50)),
        Buffer.from([0xff]),
        Buffer.from(good.slice(50)),
      ]),
      Buffer.from(good, 'utf16le'),
      '',
    ]
    expect((await verifySummary(await sealText(good), trust)).ok).toBe(true)
    for (const text of hostile)
      expect(codesOf(await verifySummary(await sealText(text), trust))).toEqual([
        'exchange.not-canonical',
      ])
  })

  it('says every problem in one plain sentence in both languages', async () => {
    const verdict = await verifySummary(file, { ...trust, certificates: [] })
    const [problem] = verdict.problems
    expect(problem && sayProblem(problem)).toBe(
      `Chưa biết người ký “THỰC HÀNH BHXH huyện Sóc Sơn” (vân tay ${practiceKey.fingerprint}). Nếu đã đối chiếu vân tay với đơn vị, hãy thêm chứng thư vào thư mục tin cậy.`,
    )
    expect(problem && sayProblem(problem, 'en')).not.toMatch(/\{\w+\}/)
  })
})

describe('signSummary', () => {
  it('[A26] refuses a key of another unit, a time the certificate does not hold, wrong figures', async () => {
    const of = async (change: object): Promise<string> => {
      const signed = await signSummary({ ...summary, ...change }, { pdf }, key)
      return signed.ok ? 'signed' : signed.problem.code
    }
    expect(await of({})).toBe('signed')
    expect(await of({ unit: { ...summary.unit, code: '017' } })).toBe('exchange.key-other-unit')
    expect(await of({ createdAt: '2030-01-01T00:00:00Z' })).toBe('exchange.expired')
    expect(await of({ createdAt: '2024-11-16T10:15:00.123Z' })).toBe('exchange.invalid-summary')
    expect(await of({ approvedBy: '' })).toBe('exchange.invalid-summary')
    expect(await of({ rows: [] })).toBe('exchange.control-totals')
  })
})
