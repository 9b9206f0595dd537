import { describe, expect, it } from 'vitest'
import {
  communesOf,
  displayName,
  findOffice,
  findUnit,
  isCommune,
  isKnownPlace,
  officesOn,
  parseUnits,
  searchOffices,
  searchUnits,
  unitByKey,
  unitsOn,
} from '#core/units.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'

const { places } = loadPolicy('resources')
const campaign = '2024-11-16'
const newToday = '2026-11-22'

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error('not found')
  return value
}
const area = (code: string, date: string) => {
  const office = findOffice(places, code, date)
  return office ? communesOf(places, office, date) : []
}

describe('administrative units', () => {
  it.each([
    ['2024-11-16', 610],
    ['2024-12-31', 610],
    ['2025-01-01', 557],
    ['2025-06-30', 557],
    ['2025-07-01', 127],
    ['2026-11-22', 127],
  ])('has the units of %s', (date, count) => {
    expect(unitsOn(places, date)).toHaveLength(count)
  })

  it('never lets one code mean two units on one day', () => {
    for (const date of ['2024-11-16', '2025-03-01', '2026-01-01']) {
      const codes = unitsOn(places, date).map((unit) => unit.code)
      expect(new Set(codes).size).toBe(codes.length)
    }
    const keys = places.units.map((unit) => `${unit.code}|${unit.validFrom}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('tells reused codes apart by their start', () => {
    expect(findUnit(places, '00292', campaign)?.name).toBe('Quỳnh Lôi')
    expect(findUnit(places, '00292', '2025-01-01')?.name).toBe('Bạch Mai')
    expect(findUnit(places, '00226', '2025-07-01')?.name).toBe('Văn Miếu - Quốc Tử Giám')
    expect(unitByKey(places, { code: '00226', validFrom: '2025-01-01' })?.name).toBe(
      'Phương Liên - Trung Tự',
    )
    expect(unitByKey(places, { code: '00226', validFrom: '2024-01-01' })).toBeNull()
    expect(findUnit(places, '016', '2025-07-01')).toBeNull()
  })

  it('writes names as on paper', () => {
    expect(displayName(must(findUnit(places, '016', campaign)))).toBe('Huyện Sóc Sơn')
    expect(displayName(must(findUnit(places, '01', campaign)))).toBe('Thành phố Hà Nội')
    expect(displayName(must(findUnit(places, '269', campaign)))).toBe('Thị xã Sơn Tây')
    const bacSon = area('016', campaign).find((unit) => unit.name === 'Bắc Sơn')
    expect(bacSon && displayName(bacSon)).toBe('Xã Bắc Sơn')
  })

  it('finds units without marks, in any word order', () => {
    const names = (query: string, date = campaign) =>
      searchUnits(places, query, date).map(displayName)
    expect(names('soc son')).toEqual(['Huyện Sóc Sơn', 'Thị trấn Sóc Sơn'])
    expect(names('SÓC SƠN', newToday)).toEqual(['Xã Sóc Sơn'])
    expect(names('trung quang')).toEqual(expect.arrayContaining(['Phường Quang Trung']))
    expect(names('hoa xa', newToday)).toContain('Xã Hoà Xá')
    expect(names('00376', newToday)).toEqual(['Xã Sóc Sơn'])
    expect(names('khong co')).toEqual([])
  })

  it('refuses a damaged list by its line', () => {
    const header = 'code,name,kind,parent_code,valid_from,valid_to,source'
    const bad = (csv: string) => {
      const result = parseUnits(csv)
      return result.ok ? null : result.problem.values?.field
    }
    expect(bad('code;name')).toBe('1')
    expect(bad(`${header}\n016,Sóc Sơn,huyện,01,,2025-02-30,x`)).toBe('2')
    expect(bad(`${header}\n016,Sóc Sơn,tổng,01,,,x`)).toBe('2')
    expect(bad(`${header}\n016,Sóc Sơn,huyện,01,,,x,y`)).toBe('2')
    expect(bad(`${header}\n016,Sóc Sơn,huyện,01,,,x`)).toBeNull()
  })
})

describe('offices', () => {
  it('are 30 districts and the city until 30/6/2025, then 23 local offices and the city', () => {
    expect(officesOn(places, campaign)).toHaveLength(31)
    expect(officesOn(places, '2025-06-30')).toHaveLength(31)
    expect(officesOn(places, '2025-07-01')).toHaveLength(24)
    expect(findOffice(places, '016', campaign)?.name).toBe('BHXH huyện Sóc Sơn')
    expect(findOffice(places, '016', newToday)).toBeNull()
    expect(findOffice(places, 'CS-SOC-SON', newToday)?.predecessors).toEqual(['016'])
  })

  it('serve the communes of the day', () => {
    expect(area('016', campaign)).toHaveLength(26)
    expect(area('272', campaign)).toHaveLength(21)
    expect(area('272', '2025-01-01')).toHaveLength(18)
    expect(area('CS-SOC-SON', newToday).map((unit) => unit.name)).toEqual([
      'Đa Phúc',
      'Kim Anh',
      'Nội Bài',
      'Sóc Sơn',
      'Trung Giã',
    ])
    expect(area('01', campaign)).toHaveLength(579)
    expect(area('01', newToday)).toHaveLength(126)
  })

  it.each([campaign, '2025-03-01', newToday])('share out every commune of %s once', (date) => {
    const served = officesOn(places, date).flatMap((office) =>
      communesOf(places, { ...office, wholeCity: false }, date).map((unit) => unit.code),
    )
    const all = unitsOn(places, date).filter(isCommune)
    expect(served.sort()).toEqual(all.map((unit) => unit.code).sort())
  })

  it('name only communes and districts that exist', () => {
    for (const office of places.offices) {
      const date = office.to ?? office.from ?? campaign
      for (const code of [...office.communes, ...office.districts])
        expect(findUnit(places, code, date), `${office.code} ${code}`).not.toBeNull()
      for (const code of office.predecessors)
        expect(findUnit(places, code, campaign), code).not.toBeNull()
    }
  })

  it('say what is not confirmed', () => {
    expect(findOffice(places, 'CS-SOC-SON', newToday)).toMatchObject({ confidence: 'M' })
    expect(findOffice(places, '01', newToday)).toMatchObject({ confidence: 'L' })
    expect(findOffice(places, '01', newToday)?.communes).toHaveLength(5)
  })

  it('are found by name without marks', () => {
    expect(searchOffices(places, 'bhxh soc', campaign).map((o) => o.code)).toEqual(['016'])
    expect(searchOffices(places, 'ung hoa', newToday).map((o) => o.code)).toEqual(['CS-UNG-HOA'])
    expect(isKnownPlace(places, '00292')).toBe(true)
    expect(isKnownPlace(places, '79')).toBe(false)
  })
})
