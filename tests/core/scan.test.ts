import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseScan, type Scan } from '#core/scan.ts'

const seven =
  '001085000123|012345678|Nguyễn Văn Ví Dụ|05091985|Nam|Số 1, Tổ 2, Phường Láng Hạ, Quận Đống Đa, Hà Nội|14042021'

const good = (payload: string): Scan => {
  const result = parseScan(payload)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}
const refused = (payload: string) => {
  const result = parseScan(payload)
  return result.ok ? null : result.problem.code
}
const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex')
const paperCard = (fields: Partial<Record<'name' | 'birth' | 'sex' | 'code', string>> = {}) =>
  [
    fields.code ?? 'GD4010123456789',
    fields.name ?? hex('Trần Thị Mẫu'),
    fields.birth ?? '12/10/1960',
    fields.sex ?? '2',
    hex('Thôn 3, Xã Bắc Sơn, Huyện Sóc Sơn, Hà Nội'),
    '01 - 075',
    '01/01/2020',
    '31/12/2020',
    '$',
  ].join('|')

describe('[A77] identity card bursts', () => {
  it('[A77] reads seven fields, with the trailing Enter', () => {
    expect(good(`${seven}\r\n`)).toEqual({
      kind: 'identity-card',
      number: '001085000123',
      name: 'Nguyễn Văn Ví Dụ',
      birth: '1985-09-05',
      birthPrecision: 'day',
      sex: 'male',
      address: 'Số 1, Tổ 2, Phường Láng Hạ, Quận Đống Đa, Hà Nội',
      issued: '2021-04-14',
      oldNumber: '012345678',
      cardCode: null,
      insuranceNumber: null,
      extra: [],
      warnings: [],
    })
  })

  it('[A77] reads seven fields without an old number, in NFD', () => {
    const scan = good(seven.replace('012345678', '').normalize('NFD'))
    expect(scan).toMatchObject({ oldNumber: null, name: 'Nguyễn Văn Ví Dụ', issued: '2021-04-14' })
  })

  it('[A77] reads the six-field layout without the old number column', () => {
    const six = seven.replace('|012345678', '')
    expect(good(six)).toEqual({ ...good(seven), oldNumber: null })
  })

  it('[A77] keeps the fields of the newer card behind the seventh', () => {
    const scan = good(`${seven}||Nguyễn Văn Cha|Trần Thị Mẹ`)
    expect(scan.extra).toEqual(['', 'Nguyễn Văn Cha', 'Trần Thị Mẹ'])
    expect(scan.issued).toBe('2021-04-14')
  })

  it('[A77] refuses every beginning of a burst', () => {
    for (let length = 0; length < seven.length; length += 1)
      expect(refused(seven.slice(0, length)), seven.slice(0, length)).not.toBeNull()
    expect(refused(seven.slice(0, 60))).toBe('scan.incomplete')
    expect(refused(`${seven.slice(0, -1)}\n`)).toBe('scan.incomplete')
  })

  it('[A77] refuses every end of a burst', () => {
    for (let start = 1; start < seven.length; start += 1)
      expect(refused(seven.slice(start)), seven.slice(start)).not.toBeNull()
    expect(refused(seven.slice(3))).toBe('scan.incomplete')
  })

  it.each([
    ['', 'scan.empty'],
    ['\r\n', 'scan.empty'],
    ['https://baohiemxahoi.gov.vn/tra-cuu', 'scan.foreign'],
    ['8934588012228', 'scan.foreign'],
    ['Nguyễn Văn Ví Dụ', 'scan.foreign'],
    ['001085000123', 'scan.incomplete'],
    [`${seven}\n${seven}`, 'scan.foreign'],
    [seven.replace('05091985', '31021985'), 'scan.bad-date'],
    [seven.replace('14042021', '14132021'), 'scan.bad-date'],
    [seven.replace('Nam', 'X'), 'scan.bad-sex'],
    ['x'.repeat(5000), 'scan.foreign'],
  ])('refuses %j as %s', (payload, code) => {
    expect(refused(payload)).toBe(code)
  })

  it('warns when number and person differ', () => {
    const scan = good(seven.replace('05091985', '05091986').replace('Nam', 'Nữ'))
    expect(scan.warnings.map((warning) => warning.code)).toEqual([
      'number.other-year',
      'number.says-male',
    ])
  })

  it.each([
    ['Nguyeenx Vawn Vis Duj', true],
    ['Nguy?n V?n Ví D?', true],
    ['Nguyễn Văn Ví Dụj', true],
    ['Nguyễn Vănn Ví Dụ', true],
    ['Nguyễn V4n Ví Dụ', true],
    ['Mai Anh', false],
    ["H'Hen Niê", false],
    ['Y Bih', false],
    ['Đỗ Thị Hoà', false],
    ['NGUYỄN THỊ QUỲNH NHƯ', false],
    ['Giàng A Páo', false],
  ])('[A77] flags a name the keyboard mangled: %s → %s', (name, mangled) => {
    const codes = good(seven.replace('Nguyễn Văn Ví Dụ', name)).warnings.map((w) => w.code)
    expect(codes).toEqual(mangled ? ['scan.mangled'] : [])
  })

  it('[A77] flags a scanner that drops all marks', () => {
    const plain = '001085000123||Nguyen Van Vi Du|05091985|Nam|Phuong Lang Ha, Ha Noi|14042021'
    expect(good(plain).warnings.map((warning) => warning.code)).toEqual(['scan.mangled'])
    expect(good(plain.replace('Nam', 'Nu').replace('001085', '001185')).sex).toBe('female')
  })

  it('keeps hostile text as plain text', () => {
    const name = '<img src=x onerror=alert(1)>'
    expect(good(seven.replace('Nguyễn Văn Ví Dụ', name)).name).toBe(name)
  })

  it('answers any text with a value or a problem, never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseScan(text)))
    const field = fc.oneof(fc.string(), fc.constantFrom('001085000123', '05091985', 'Nam', ''))
    fc.assert(fc.property(fc.array(field), (fields) => void parseScan(fields.join('|'))))
  })
})

describe('old BHYT cards', () => {
  it('reads name and address out of hex', () => {
    expect(good(paperCard())).toMatchObject({
      kind: 'bhyt-card',
      number: null,
      cardCode: 'GD4010123456789',
      insuranceNumber: '0123456789',
      name: 'Trần Thị Mẫu',
      birth: '1960-10-12',
      sex: 'female',
      address: 'Thôn 3, Xã Bắc Sơn, Huyện Sóc Sơn, Hà Nội',
      extra: ['01 - 075', '01/01/2020', '31/12/2020', '$'],
      warnings: [],
    })
  })

  it('takes a year of birth alone', () => {
    expect(good(paperCard({ birth: '1960' }))).toMatchObject({
      birth: '1960-01-01',
      birthPrecision: 'year',
    })
  })

  it('refuses what is cut or no hex', () => {
    expect(refused(paperCard({ name: 'c3' }))).toBe('scan.incomplete')
    expect(refused(paperCard({ name: 'Trần' }))).toBe('scan.incomplete')
    expect(refused(paperCard({ sex: '3' }))).toBe('scan.bad-sex')
    expect(refused(paperCard().slice(0, 120))).toBe('scan.incomplete')
    expect(refused(paperCard({ code: 'GD9010123456789' }))).toBe('scan.incomplete')
  })
})
