import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConferenceYield, conversionBy, conversionTotal } from '#core/conversion.ts'
import { must } from '#core/result.ts'
import type { Attendee } from '#core/roster.ts'
import { planRoster } from '#core/roster-paste.ts'

const today = '2024-11-20'
const facts = { heldOn: '2024-11-16', canWrite: true, others: [] }
const paste = (text: string, others: Attendee[] = []) =>
  must(planRoster(text, { ...facts, others }, today))

describe('rows from a spreadsheet', () => {
  it('[A45] are taken with or without a heading, quotes and all', () => {
    const plain = paste(
      'Nguyễn Văn Ước\t1980\tThôn Đông\t0912345678\tBuôn bán\tCả hai\tx\t25/11/2024\tgọi chiều\n' +
        'Lê Thị Hòa\t\t\t\t\t\t\t\t\n',
    )
    expect(plain.refused).toEqual([])
    expect(plain.rows).toEqual([
      {
        id: null,
        name: 'Nguyễn Văn Ước',
        birthYear: 1980,
        address: 'Thôn Đông',
        phone: '0912345678',
        occupation: 'trader',
        bhxh: true,
        bhyt: true,
        consent: true,
        followUpOn: '2024-11-25',
        note: 'gọi chiều',
      },
      expect.objectContaining({ name: 'Lê Thị Hòa', phone: null, consent: false, bhxh: false }),
    ])
    const headed = paste(
      '\uFEFFTT\tĐiện thoại\tHọ và tên\tĐồng ý\tMuốn tham gia BHXH\tMuốn tham gia BHYT\r\n' +
        '1\t+84 912 345 678\t"Trần ""Út""\nHai"\tcó\tx\t\r\n',
    )
    expect(headed.rows).toMatchObject([
      { name: 'Trần "Út" Hai', phone: '0912345678', bhxh: true, bhyt: false, consent: true },
    ])
  })

  it('[A45] that cannot be are refused one by one with their reasons; nobody is dropped silently', () => {
    const text = [
      'Họ tên\tNăm sinh\tĐiện thoại\tNhóm\tĐồng ý\tHẹn lại',
      '\t1980\t\t\t\t',
      'An\t31/02/1980\t\t\t\t',
      'Bình\t1980\t123\t\tx\t',
      'Chi\t1980\t912345678\t\tx\t',
      'Dũng\t\t\tPhi công\t\t',
      'Em\t\t\t\tcó lẽ\t',
      'Giang\t\t\t\tx\t01/11/2024',
      'Hà\t1980\t0912345678\t\tx\t',
      'HÀ\t1980\t0912345678\t\tx\t',
      'Khánh\t1990\t0912345679\t\t\t',
    ].join('\n')
    const { rows, refused, phonesLeft } = paste(text)
    expect(rows.map(({ name }) => name)).toEqual(['Hà', 'Khánh'])
    expect(rows[1]?.phone).toBeNull()
    expect(phonesLeft).toBe(1)
    expect(refused.map(({ line, problem }) => [line, problem.code])).toEqual([
      [2, 'roster.no-name'],
      [3, 'date.impossible'],
      [4, 'phone.unreadable'],
      [5, 'phone.lost-zero'],
      [6, 'roster.unknown-group'],
      [7, 'roster.no-yes'],
      [8, 'roster.follow-up-early'],
      [10, 'roster.twice'],
    ])
  })

  it('[A45] pasted again change nothing', () => {
    const text = 'An\t1980\nBình\t1981'
    const others = paste(text).rows.map((row, index) => ({ ...row, id: index + 1 }) as Attendee)
    const again = paste(text, others)
    expect(again.rows).toEqual([])
    expect(again.refused.map(({ problem }) => problem.code)).toEqual([
      'roster.twice',
      'roster.twice',
    ])
  })

  it('are all accounted for, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const planned = planRoster(text, facts, today)
        expect(planned.ok || planned.problem.code).toSatisfy(
          (said) => said === true || said === 'roster.paste-empty',
        )
        const { rows, refused } = planned.ok ? planned.value : { rows: [], refused: [] }
        for (const row of rows) {
          expect(row.name).not.toBe('')
          if (!row.consent) expect(row.phone).toBeNull()
        }
        expect(new Set(refused.map(({ line }) => line)).size).toBe(refused.length)
      }),
    )
    expect(planRoster(' \t\n', facts, today).ok).toBe(false)
  })

  it('are refused altogether on a roster that is closed', () => {
    const closed = planRoster('An\t1980', { ...facts, canWrite: false }, today)
    expect(must(closed).refused[0]?.problem.code).toBe('roster.not-open')
  })
})

describe('conversion', () => {
  const brought = (changes: Partial<ConferenceYield>): ConferenceYield => ({
    id: 1,
    kind: 'conference',
    heldOn: '2024-11-16',
    place: 'Chợ',
    commune: { code: '00376', validFrom: '' },
    communeName: 'Xã',
    organisers: ['bhxh', 'post'],
    attendees: 40,
    consultations: 10,
    leads: 4,
    joined: 2,
    signUps: 5,
    firstTime: 3,
    ...changes,
  })
  const conferences = [
    brought({}),
    brought({ id: 2, organisers: ['post'], attendees: 10, signUps: 5 }),
    brought({ id: 3, commune: { code: '00379', validFrom: '' }, attendees: 0, signUps: 0 }),
  ]
  const facts = { conferences, groups: [] }

  it('is sign-ups for a thousand attendees, best first, nothing divided by zero', () => {
    expect(conversionBy(facts, 'conference').map(({ key, rate }) => [key, rate])).toEqual([
      ['2', 500],
      ['1', 125],
      ['3', null],
    ])
    expect(conversionBy(facts, 'commune').map(({ key, rate }) => [key, rate])).toEqual([
      ['00376|', 200],
      ['00379|', null],
    ])
    expect(conversionTotal(facts)).toMatchObject({ attendees: 50, signUps: 10, rate: 200 })
    expect(conversionTotal({ conferences: [], groups: [] }).rate).toBeNull()
  })

  it('counts a joint conference for each of its organisers', () => {
    const lines = conversionBy(facts, 'organiser')
    expect(lines.find(({ key }) => key === 'post')).toMatchObject({ attendees: 50, signUps: 10 })
    expect(lines.find(({ key }) => key === 'bhxh')).toMatchObject({ attendees: 40, signUps: 5 })
  })
})
