/**
 * A key pressed, as the window saw it: `key` and `code` of the event, `at` in milliseconds, whether
 * Shift is held, and whether the keyboard repeats it because it is held down.
 */
export type KeyStroke = { key: string; code: string; at: number; shift: boolean; repeat: boolean }

/** What is known of the keys so far; `text` are their characters, `times` when each one came. */
export type Burst = { text: string; times: number[]; isScan: boolean }

/** No key has come yet. */
export const noBurst: Burst = { text: '', times: [], isScan: false }

/** So many characters in a row tell a scanner from a person, when they come this fast on average. */
const tellingLength = 8
const scannerGap = 35
/** A longer gap than this, in milliseconds, is a person's pause: nothing before it belongs to a scan. */
const longestGap = 90
/** After so many milliseconds without a key a scan has ended, also when no Enter came. */
export const silence = 250

const usSigns: Record<string, string> = {
  Backslash: '\\|',
  Slash: '/?',
  Period: '.>',
  Comma: ',<',
  Minus: '-_',
  Equal: '=+',
  Semicolon: ';:',
  Quote: `'"`,
  BracketLeft: '[{',
  BracketRight: ']}',
  Backquote: '`~',
  Space: '  ',
}

const shiftedDigits = ')!@#$%^&*('

/** The character of a key by its place on a US keyboard, which is what scanners type on. */
function charAt(code: string, shift: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shift ? letter : letter.toLowerCase()
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit) return shift ? (shiftedDigits[Number(digit)] ?? '') : digit
  return usSigns[code]?.[shift ? 1 : 0] ?? /^Numpad(\d)$/.exec(code)?.[1] ?? ''
}

/** What the row of digits types on the Vietnamese keyboard of Windows: letters and tone marks. */
const vietnameseDigits = 'ăâêô\u0300\u0309\u0303\u0301\u0323đ'

/**
 * The text a key adds. A key that an input method holds back (`Process`, `Dead`, `Unidentified`), and a
 * digit of the Vietnamese keyboard, is read by its place, so that what the scanner sent is known before
 * the input method changes it.
 */
export function charOf({ key, code, shift }: Pick<KeyStroke, 'key' | 'code' | 'shift'>): string {
  if (code.startsWith('Digit') && vietnameseDigits.includes(key)) return charAt(code, shift)
  if ([...key].length === 1) return key
  return ['Process', 'Dead', 'Unidentified'].includes(key) ? charAt(code, shift) : ''
}

/** Whether the last keys came faster than a person types. */
function isFast(times: readonly number[]): boolean {
  const last = times.slice(-tellingLength)
  const [first] = last
  if (last.length < tellingLength || first === undefined) return false
  return ((last.at(-1) ?? first) - first) / (last.length - 1) <= scannerGap
}

const cardStart = /^(\d{8}|[A-Z]{2}\d{6})/

/**
 * Whether text begins as the code of a card does: with a personal number, or with a BHYT card code, whose
 * letters an input method may have marked. Macros of an input method come as fast, but are words.
 */
export function startsLikeCard(text: string): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return cardStart.test(plain.trimStart().toUpperCase())
}

/** Whether text begins as the QR square of our own papers does. */
export function startsLikePaper(text: string): boolean {
  return /^RAQUAN1\|/i.test(text.trimStart())
}

const startsLikeScan = (text: string): boolean => startsLikeCard(text) || startsLikePaper(text)

/**
 * Whether a scan that ended without Enter or Tab is a card: it has more than one field. A macro for a
 * phone number is not, and belongs into the box it was typed in.
 */
export const hasFields = ({ text }: Burst): boolean => text.includes('|')

/**
 * Adds text that came at a moment; a pause before it starts anew, unless a scan is already running.
 * `starts` says how a scan begins.
 */
export function addText(burst: Burst, text: string, at: number, starts = startsLikeScan): Burst {
  const last = burst.times.at(-1)
  const limit = burst.isScan ? silence : longestGap
  const goesOn = last !== undefined && at - last <= limit
  const before = goesOn ? burst : noBurst
  const times = [...before.times.slice(1 - tellingLength), at]
  const whole = before.text + text
  const isScan = before.isScan || (isFast(times) && starts(whole))
  return { text: whole, times, isScan }
}

/** What a key made of the burst: still going on, or ended by the Enter or Tab behind a scan. */
export type BurstStep = { burst: Burst; ended: boolean }

/**
 * Takes one key. Backspace takes a character back, as input methods do when they put marks on;
 * Shift and other keys without a character change nothing; a held key is a person.
 */
export function takeKey(burst: Burst, stroke: KeyStroke, starts = startsLikeScan): BurstStep {
  const { key, at, repeat } = stroke
  if (repeat) return { burst: burst.isScan ? burst : noBurst, ended: false }
  const late = at - (burst.times.at(-1) ?? at) > silence
  if (burst.isScan && !late && (key === 'Enter' || key === 'Tab')) return { burst, ended: true }
  if (key === 'Backspace') {
    const text = [...burst.text].slice(0, -1).join('')
    return { burst: { ...burst, text }, ended: false }
  }
  const char = charOf(stroke)
  if (char !== '') return { burst: addText(burst, char, at, starts), ended: false }
  const isModifier = ['Shift', 'Alt', 'AltGraph', 'CapsLock', 'NumLock', 'Control'].includes(key)
  return { burst: isModifier || burst.isScan ? burst : noBurst, ended: false }
}
