import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  editionNamed,
  editionOn,
  FormEditions,
  forms,
  missingBoxes,
  parseFormId,
} from '#core/forms.ts'
import { sayProblem } from '#core/messages.ts'
import { must } from '#core/result.ts'
import { annex, mau4 } from './samples/household.ts'
import { d05 } from './samples/lists.ts'
import { mau2 } from './samples/mau-2.ts'
import { emptyTk1, minor, newcomer } from './samples/tk1.ts'

const rows = FormEditions.parse(
  JSON.parse(readFileSync('resources/policy/form-editions.json', 'utf8')),
)

describe('the edition of a form', () => {
  it('is the one in force on the signing day', () => {
    expect(must(editionOn(rows, 'tk1-ts', '2024-11-16'))).toMatchObject({
      edition: 'QD490',
      confirmed: false,
    })
    expect(must(editionOn(rows, 'tk1-ts', '2026-04-30')).edition).toBe('QD490')
    expect(must(editionOn(rows, 'tk1-ts', '2026-05-01'))).toMatchObject({
      edition: 'QD366',
      confirmed: true,
    })
  })

  it('is missing before the first one we know, and says so', () => {
    const early = editionOn(rows, 'tk1-ts', '2019-01-31')
    expect(early.ok ? '' : sayProblem(early.problem)).toBe(
      'Chưa có mẫu TK1-TS cho ngày ký 31/01/2019. Hãy kiểm tra ngày ký, hoặc tự chọn mẫu để in.',
    )
  })

  it('can be chosen by hand, among those we draw', () => {
    expect(must(editionNamed(rows, 'tk1-ts', 'QD490')).edition).toBe('QD490')
    const wrong = editionNamed(rows, 'tk1-ts', 'QD1')
    expect(wrong.ok ? '' : sayProblem(wrong.problem)).toContain('QD490, QD366')
    expect(parseFormId('tk9').ok).toBe(false)
    expect(must(parseFormId('tk1-ts'))).toBe('tk1-ts')
  })

  it('is listed exactly once for each edition we draw, without overlap', () => {
    const listed = rows.map((row) => `${row.form} ${row.edition}`).sort()
    const drawn = Object.entries(forms).flatMap(([form, { editions }]) =>
      editions.map((edition) => `${form} ${edition}`),
    )
    expect(listed).toEqual(drawn.sort())
    expect(FormEditions.safeParse(rows.slice(1)).success).toBe(false)
    const open = rows.map((row) => ({ ...row, to: null }))
    expect(FormEditions.safeParse(open).success).toBe(false)
  })
})

describe('missing boxes', () => {
  it('are named by number and in the order of the paper', () => {
    const said = missingBoxes('tk1-ts', 'QD490', emptyTk1).map((each) => sayProblem(each))
    expect(said[2]).toBe('Mục [03] chưa có ngày sinh. Hãy bổ sung, hoặc in để trống rồi ghi tay.')
    const boxes = missingBoxes('tk1-ts', 'QD366', emptyTk1).map((each) => each.values?.box)
    expect(boxes).toEqual([
      '[01]',
      '[02]',
      '[03]',
      '[04]',
      '[05]',
      '[06]',
      '[11.1]',
      '[11.2]',
      '[11.3]',
    ])
  })

  it('are none on a full form', () => {
    expect(missingBoxes('tk1-ts', 'QD490', newcomer)).toEqual([])
    expect(missingBoxes('tk1-ts', 'QD490', minor)).toEqual([])
  })

  it('ask for a guardian under six only, and for the product’s own boxes only', () => {
    const boxes = (record: typeof newcomer) =>
      missingBoxes('tk1-ts', 'QD490', record).map((each) => each.values?.box)
    expect(boxes({ ...minor, guardian: ' ' })).toEqual(['[10]'])
    const six = { date: '2018-11-16', precision: 'day' } as const
    expect(boxes({ ...minor, guardian: null, birth: six })).toEqual([])
    expect(boxes({ ...minor, careFacility: null })).toEqual(['[17]'])
    expect(
      boxes({ ...newcomer, contribution: { scheme: 'bhxh-tn', income: null, method: null } }),
    ).toEqual(['[15]', '[16]'])
    expect(boxes({ ...newcomer, birthPlace: null, insuranceNumber: '0123456789' })).toEqual([])
  })

  it('of a list are named by column and row', () => {
    const [first] = d05.increases
    if (!first) throw new Error('the sample list is empty')
    const gaps = {
      ...d05,
      increases: [first, { ...first, name: ' ', months: null }],
      decreases: [],
    }
    expect(missingBoxes('d05-ts', 'QD366', gaps).map((each) => sayProblem(each))).toEqual([
      'Cột B, dòng 2 chưa có họ và tên. Hãy bổ sung, hoặc in để trống rồi ghi tay.',
      'Cột 4, dòng 2 chưa có số tháng. Hãy bổ sung, hoặc in để trống rồi ghi tay.',
    ])
    expect(missingBoxes('mau-4', 'ND188', mau4)).toEqual([])
    expect(missingBoxes('household-annex', 'QD490', annex)).toEqual([])
    expect(missingBoxes('mau-2', 'ND188', { ...mau2, sex: null })).toMatchObject([
      { values: { box: '[02]' }, path: ['sex'] },
    ])
  })
})
