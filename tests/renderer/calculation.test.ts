import { describe, expect, it } from 'vitest'
import { Calculation } from '#core/contract/quote-calls.ts'
import {
  type CalculationForm,
  calculationOf,
  calculations,
  methodsFor,
  readCalculation,
} from '../../src/renderer/screens/enrol/calculation.ts'
import { emptyMember } from '../../src/renderer/screens/enrol/draft.ts'

const today = '2024-11-16'

const typed = (change: Partial<CalculationForm>): CalculationForm => ({
  ...calculationOf(undefined, '16/11/2024'),
  income: '3.000.000',
  ...change,
})

const read = (change: Partial<CalculationForm>) => readCalculation(typed(change), today)

describe('a calculation as typed', () => {
  it('begins with what the row says', () => {
    const row = {
      ...emptyMember(),
      name: 'Đỗ Thị Hường',
      income: '1.500.000',
      method: '2y' as const,
    }
    expect(calculationOf(row, '16/11/2024')).toMatchObject({
      what: 'payment',
      name: 'Đỗ Thị Hường',
      income: '1.500.000',
      method: '2y',
    })
  })

  it.each(calculations)('asks for %s as the call takes it', (what) => {
    const { asked, wrong } = read({
      what,
      method: '6m',
      count: '4',
      yield: '0,826',
      since: '3/2023',
    })
    expect(wrong).toEqual({})
    expect(Calculation.parse(asked)).toMatchObject({
      method: what === 'missing' ? 'missing' : '6m',
      yield: 0.00826,
      supportedSince: '2023-03',
      missingMonths: what === 'missing' ? 4 : null,
      lateMonths: what === 'late' ? 4 : null,
      unusedMonths: what === 'refund' ? 4 : null,
    })
  })

  it('leaves the yield to the office when the box is empty', () => {
    expect(read({ method: '2y' }).asked?.yield).toBeNull()
  })

  it('knows which methods exist for what', () => {
    expect(methodsFor('late')).not.toContain('2y')
    expect(methodsFor('refund')).not.toContain('1m')
    expect(read({ what: 'late', method: '2y', count: '1' }).wrong).toEqual({ method: 'required' })
  })

  it.each([
    ['date', { date: '31/02/2024' }],
    ['income', { income: 'ba triệu' }],
    ['count', { what: 'late', count: '0' }],
    ['count', { what: 'missing', count: '241' }],
    ['yield', { yield: '7' }],
    ['since', { since: '13/2024' }],
  ] as const)('says what is wrong with the box %s', (box, change) => {
    const { asked, wrong } = read(change)
    expect(asked).toBeNull()
    expect(Object.keys(wrong)).toEqual([box])
  })
})
