import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTie, tieText } from '#core/papers/tie.ts'
import { parseScan } from '#core/scan.ts'
import {
  addText,
  type Burst,
  charOf,
  hasFields,
  type KeyStroke,
  noBurst,
  startsLikeCard,
  startsLikePaper,
  takeKey,
} from '#core/scan-burst.ts'

const payload =
  '001085000123||Nguyễn Văn Ví Dụ|05091985|Nam|Số 1, Tổ 2, Phường Láng Hạ, Quận Đống Đa, Hà Nội|14042021'

const stroke = (key: string, at: number, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  at,
  shift: false,
  repeat: false,
  ...more,
})

/** Types text with a gap between keys and answers every state on the way. */
function type(text: string, gap: number, from: Burst = noBurst, start = 1000): Burst[] {
  let burst = from
  return [...text].map((char, index) => {
    burst = takeKey(burst, stroke(char, start + index * gap)).burst
    return burst
  })
}

describe('[A77] a scanner told from a person', () => {
  it('[A77] knows a scan after eight fast keys and reads all of it', () => {
    const states = type(payload, 4)
    expect(states.findIndex(({ isScan }) => isScan)).toBe(7)
    const last = states.at(-1) ?? noBurst
    expect(last.text).toBe(payload)
    expect(takeKey(last, stroke('Enter', 1000 + payload.length * 4))).toEqual({
      burst: last,
      ended: true,
    })
    expect(parseScan(last.text).ok).toBe(true)
  })

  it('never takes a person for a scanner, however fast', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 1, maxLength: 80 }),
        (gaps) => {
          let burst = noBurst
          let at = 0
          for (const gap of gaps) {
            at += gap
            burst = takeKey(burst, stroke('a', at)).burst
          }
          expect(burst.isScan).toBe(false)
        },
      ),
    )
  })

  it('leaves the Enter of a person alone', () => {
    const typed = type('Nguyễn Văn Đức', 60).at(-1) ?? noBurst
    expect(takeKey(typed, stroke('Enter', 2000)).ended).toBe(false)
  })

  it('does not take a held key for a scan', () => {
    let burst = noBurst
    for (let at = 0; at < 900; at += 30)
      burst = takeKey(burst, stroke('0', at, { repeat: at > 0 })).burst
    expect(burst.isScan).toBe(false)
  })

  it('forgets what a person typed before the scan', () => {
    const person = type('Đỗ', 150).at(-1) ?? noBurst
    const scan = type(payload, 5, person, 3000).at(-1)
    expect(scan?.text).toBe(payload)
  })

  it('goes through a pause inside a scan and stops believing after a longer one', () => {
    const half = type(payload.slice(0, 40), 5).at(-1) ?? noBurst
    const whole = type(payload.slice(40), 5, half, 1000 + 39 * 5 + 200).at(-1)
    expect(whole?.text).toBe(payload)
    const late = takeKey(half, stroke('Enter', 5000))
    expect(late.ended).toBe(false)
    expect(addText(half, 'x', 5000)).toMatchObject({ text: 'x', isScan: false })
  })
})

describe('[A77] input methods', () => {
  it('[A77] reads keys held back by an input method by their place', () => {
    expect(charOf({ key: 'Process', code: 'KeyN', shift: true })).toBe('N')
    expect(charOf({ key: 'Process', code: 'Backslash', shift: true })).toBe('|')
    expect(charOf({ key: 'Process', code: 'Digit7', shift: false })).toBe('7')
    expect(charOf({ key: 'Process', code: 'Numpad7', shift: false })).toBe('7')
    expect(charOf({ key: 'F5', code: 'F5', shift: false })).toBe('')
    expect(charOf({ key: 'Shift', code: 'ShiftLeft', shift: true })).toBe('')
  })

  it('[A77] follows the backspaces that put marks on, and the name is then suspected', () => {
    // What a Telex input method makes of "DDOOX" in a name: characters taken back and typed anew.
    const keys = ['0', '0', '1', '0', '8', '5', '0', '0', '0', '1', '2', '3', '|', '|', 'd', 'd']
    let burst = noBurst
    let at = 0
    for (const key of [
      ...keys,
      'Backspace',
      'Backspace',
      'đ',
      ...'w Van|05091985|Nam|Ha Noi|14042021',
    ]) {
      at += 4
      burst = takeKey(burst, stroke(key, at)).burst
    }
    expect(burst.text).toBe('001085000123||đw Van|05091985|Nam|Ha Noi|14042021')
    const scan = parseScan(burst.text)
    expect(scan.ok && scan.value.warnings.map(({ code }) => code)).toContain('scan.mangled')
  })
})

/** What UniKey sends, key by key: `<` is a backspace; everything comes a millisecond apart. */
function stream(text: string, from: Burst = noBurst, start = 1000): Burst[] {
  let burst = from
  return [...text].map((char, index) => {
    burst = takeKey(burst, stroke(char === '<' ? 'Backspace' : char, start + index)).burst
    return burst
  })
}

describe('[A76] bursts that are no card', () => {
  it.each([
    ['a macro', 'hn<<Phường Hoàn Kiếm, Thành phố Hà Nội '],
    ['a macro in capitals', 'CHXH<<<<CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Telex', 'Nguyee<<ên<<nx<<<<<uyễn Thijj<<<<hị Ướcc<<c'],
    ['VNI', 'D9<<Đa85<<<ặng Thi5<ị U7<Ưo71<<ớc'],
    ['a house number in a macro', 'sn<<1234567/8 ngõ 12, đường Láng'],
    ['a long word taken back and typed anew', 'nghieengg<<<<<<<<<nghiêng nghiêng'],
  ])('[A76] leaves %s in its box', (_what, keys) => {
    expect(stream(keys).some(({ isScan }) => isScan)).toBe(false)
  })

  it('[A76] never holds back text that does not begin as a card does, however fast it comes', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 9, maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40 }), (typed, gap) => {
        fc.pre(!startsLikeCard(typed))
        expect(type(typed, gap).some(({ isScan }) => isScan)).toBe(false)
      }),
    )
  })

  it('gives a macro for a number back to its box, and a card never', () => {
    const number = stream('sdt<<<0912345678 ').at(-1) ?? noBurst
    expect(number.isScan).toBe(true)
    expect(hasFields(number)).toBe(false)
    expect(hasFields(type(payload, 4).at(-1) ?? noBurst)).toBe(true)
  })
})

describe('[A77] cards on a Vietnamese keyboard', () => {
  it('[A77] reads digits of the Vietnamese keyboard of Windows by their place', () => {
    const row: Record<string, string> = { 1: 'ă', 2: 'â', 5: '\u0300', 9: '\u0323', 0: 'đ' }
    const typed = [...'0019'].map((digit) =>
      charOf({ key: row[digit] ?? '', code: `Digit${digit}`, shift: false }),
    )
    expect(typed.join('')).toBe('0019')
    expect(charOf({ key: 'đ', code: '', shift: false })).toBe('đ')
  })

  it.each(['001085000123|', 'GD40100123456789|', 'gd4010012345', 'TÉ01001234', 'HD'])(
    '[A77] tells from its start whether %s is a card',
    (text) => expect(startsLikeCard(text)).toBe(text !== 'HD'),
  )

  it('[A77] knows a card whose letters VNI has marked', () => {
    // VNI takes the 1 of TE1 as a tone mark: backspace, then the marked letter.
    const states = stream('TE<É01001234567|4e|1980|1|48|')
    expect(states.at(-1)?.isScan).toBe(true)
  })
})

describe('the square of a paper of ours', () => {
  const tie = tieText({ unit: '016', conference: 12 })
  const typed = (text: string, starts?: (text: string) => boolean) =>
    [...text].reduce<Burst>((burst, char, i) => addText(burst, char, i * 8, starts), noBurst)

  it('is a scan as a card is, and reads back to its conference', () => {
    const burst = typed(tie)
    expect(burst).toMatchObject({ text: tie, isScan: true })
    expect(hasFields(burst)).toBe(true)
    expect(readTie(burst.text)).toEqual({ unit: '016', conference: 12 })
  })

  it('is all that screens without cards take', () => {
    expect(typed(tie, startsLikePaper).isScan).toBe(true)
    expect(typed('001079123456||Nguyễn Văn Đức', startsLikePaper).isScan).toBe(false)
  })
})
