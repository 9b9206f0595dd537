import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '#core/practice/random.ts'
import { type Identity, isOneSlip, likeness, mayBeSameName } from '#core/similarity.ts'
import { foldKey } from '#core/text.ts'

const lan: Identity = {
  name: 'Nguyễn Thị Lan',
  birth: { date: '1990-11-06', precision: 'day' },
  sex: 'female',
  personalNumber: '001190000001',
  insuranceNumber: null,
  phone: '0912345678',
  householdId: 7,
  commune: { code: '00376', validFrom: '' },
  address: 'Số 1, Thôn Đông',
}

/** Somebody of whom only the given things are known. */
const someone = (known: Partial<Identity>): Identity => ({
  name: '',
  birth: null,
  sex: null,
  personalNumber: null,
  insuranceNumber: null,
  phone: null,
  householdId: null,
  commune: null,
  address: null,
  ...known,
})

const codes = (typed: Partial<Identity>, known: Partial<Identity> = {}) => {
  const found = likeness(someone(typed), { ...lan, ...known })
  return found && [found.certainty, ...found.reasons.map(({ code }) => code)]
}

const { name, birth } = lan
const day = (date: string) => ({ date, precision: 'day' }) as const
const year = (date: string) => ({ date, precision: 'year' }) as const

describe('likeness', () => {
  it('is certain by the same number, whatever else differs', () => {
    expect(codes({ personalNumber: '001190000001' })).toEqual(['certain', 'similar.same-number'])
    expect(codes({ insuranceNumber: '0123456789' }, { insuranceNumber: '0123456789' })).toEqual([
      'certain',
      'similar.same-insurance',
    ])
    const other = likeness(
      someone({ name: 'Trần Văn Bình', birth: day('1960-01-01'), personalNumber: '001190000001' }),
      lan,
    )
    expect(other).toMatchObject({ certainty: 'certain', score: 100 })
    expect(other?.against.map(({ code }) => code)).toEqual([
      'similar.other-name',
      'similar.other-birth',
    ])
  })

  it.each([
    ['the same name and birth date', { name, birth }, 'likely'],
    ['the name without marks', { name: 'NGUYEN THI LAN', birth }, 'likely'],
    ['NFD and another tone placement', { name: name.normalize('NFD'), birth }, 'likely'],
    ['a missing middle name', { name: 'Nguyễn Lan', birth }, 'possible'],
    ['words in another order', { name: 'Lan Nguyễn Thị', birth }, 'possible'],
    ['one wrong letter', { name: 'Nguyễn Thị Loan', birth }, 'possible'],
    ['other marks', { name: 'Nguyễn Thị Lân', birth }, 'possible'],
    ['only the birth year', { name, birth: year('1990-01-01') }, 'possible'],
    ['day and month swapped', { name, birth: day('1990-06-11') }, 'possible'],
    ['one wrong digit of the birth date', { name, birth: day('1990-11-08') }, 'possible'],
    [
      'the birth year and the phone',
      { name, birth: year('1990-01-01'), phone: lan.phone },
      'likely',
    ],
    ['the phone before a birth date is typed', { name, phone: lan.phone }, 'possible'],
    ['the household before a birth date is typed', { name, householdId: 7 }, 'possible'],
    ['one wrong digit of the number', { name, birth, personalNumber: '001190000007' }, 'likely'],
  ] as const)('sees %s', (_what, typed, certainty) => {
    expect(codes(typed)?.[0]).toBe(certainty)
  })

  it.each([
    ['a namesake', { name }],
    ['a namesake in the commune', { name, commune: lan.commune }],
    ['a namesake with another birth date', { name, birth: day('1985-02-03') }],
    ['the same birth date alone', { birth }],
    [
      'another name on the same birth date in the household',
      { name: 'Lê Văn Hùng', birth, householdId: 7 },
    ],
    [
      'a namesake of the same day with quite another number',
      { name, birth, personalNumber: '001190777888' },
    ],
    ['nothing typed yet', {}],
  ] as const)('does not bother with %s', (_what, typed) => {
    expect(codes(typed)).toBeNull()
  })

  it('says what speaks against it too', () => {
    const found = likeness(someone({ name, birth, sex: 'male', phone: lan.phone }), lan)
    expect(found?.against).toEqual([{ code: 'similar.other-sex' }])
    expect(found?.reasons.map(({ code }) => code)).toEqual([
      'similar.same-name',
      'similar.same-birth',
      'similar.same-phone',
    ])
  })

  it('does not depend on who is typed and who is known', () => {
    const random = randomFrom(3)
    const maybe = <T>(value: T): T | null => (random.chance(60) ? value : null)
    const person = (): Identity => ({
      name: random.pick(['Nguyễn Thị Lan', 'Nguyen Thi Lan', 'Nguyễn Lan', 'Lê Lan', '']),
      birth: maybe(random.pick([day('1990-11-06'), day('1990-06-11'), year('1990-01-01')])),
      sex: maybe(random.pick(['male', 'female'])),
      personalNumber: maybe(random.pick(['001190000001', '001190000002', '001190999999'])),
      insuranceNumber: maybe(random.pick(['0123456789', '0123456780'])),
      phone: maybe('0912345678'),
      householdId: maybe(random.pick([7, 8])),
      commune: maybe({ code: '00376', validFrom: '' }),
      address: maybe(random.pick(['Số 1', 'so 1', 'Số 2'])),
    })
    for (let i = 0; i < 3000; i += 1) {
      const [a, b] = [person(), person()]
      const [there, back] = [likeness(a, b), likeness(b, a)]
      if (a.name !== '' && b.name !== '') expect(there).toEqual(back)
      if (there) expect(there.score).toBeGreaterThan(0)
    }
  })
})

describe('one slip', () => {
  it('is one wrong, missing, extra or swapped character', () => {
    for (const other of ['lon', 'la', 'loan', 'aln', 'ln', 'lan1']) {
      expect(isOneSlip('lan', other)).toBe(true)
      expect(isOneSlip(other, 'lan')).toBe(true)
    }
    for (const other of ['lan', 'nal', 'hoa', 'lanhx', ''])
      expect(isOneSlip('lan', other)).toBe(false)
  })

  it('holds for any text with one character changed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 9 }),
        fc.nat(8),
        fc.constantFrom(...'xyz'),
        (text, at, letter) => {
          const i = at % text.length
          const wrong = `${text.slice(0, i)}${letter}${text.slice(i + 1)}`
          const extra = `${text.slice(0, i)}${letter}${text.slice(i)}`
          expect(isOneSlip(text, wrong)).toBe(true)
          expect(isOneSlip(text, extra)).toBe(true)
          expect(isOneSlip(extra, text)).toBe(true)
        },
      ),
    )
  })
})

it('every name that likeness accepts passes the quick look before it', () => {
  const names = [
    'Nguyễn Thị Lan',
    'NGUYEN THI LAN',
    'Nguyễn Lan',
    'Lan Thị Nguyễn',
    'Nguyễn Thị Loan',
  ]
  for (const a of names)
    for (const b of names) {
      if (likeness(someone({ name: a, birth }), { ...lan, name: b }))
        expect(mayBeSameName(foldKey(a), foldKey(b)), `${a} / ${b}`).toBe(true)
    }
})
