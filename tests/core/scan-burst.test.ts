import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseScan } from '#core/scan.ts'
import { addText, type Burst, charOf, type KeyStroke, noBurst, takeKey } from '#core/scan-burst.ts'

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
