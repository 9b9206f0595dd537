import { looksVietnamese } from './syllable.ts'

/** Encodings of before Unicode that pasted text still comes in. */
export type LegacyEncoding = 'tcvn3' | 'vni'

// Two strings of the same length: each TCVN3 (ABC) byte, read as Latin-1, above its Unicode letter.
const tcvn3From = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦'
const tcvn3To = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'

const tcvn3 = new Map([...tcvn3From].map((char, index) => [char, [...tcvn3To][index] as string]))

/** In VNI a vowel is followed by a character for its mark and tone: `eã` is ễ. */
const vniTones = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const vniBreve = { ê: '', è: '\u0300', é: '\u0301', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const vniHat = { â: '', à: '\u0300', á: '\u0301', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const vniSingle = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

function vniPairs(): Map<string, string> {
  const pairs = new Map<string, string>(Object.entries(vniSingle))
  const add = (base: string, mark: string, marks: Record<string, string>, letter = base): void => {
    for (const [sign, tone] of Object.entries(marks))
      pairs.set(base + sign, (letter + mark + tone).normalize('NFC'))
  }
  for (const vowel of 'aeouy') add(vowel, '', vniTones)
  add('ô', '', vniTones, 'ơ')
  add('ö', '', vniTones, 'ư')
  add('a', '\u0306', vniBreve)
  for (const vowel of 'aeo') add(vowel, '\u0302', vniHat)
  return pairs
}

const vni = vniPairs()

function fromVni(text: string): string {
  return text.replace(/[aeouyôö][øùûõïêèéúüëâàáåãä]|[ôöñæóòî]/giu, (found) => {
    const letter = vni.get(found.toLowerCase())
    if (letter === undefined) return `${found.slice(0, 1)}${fromVni(found.slice(1))}`
    const isUpper = found.charAt(0) !== found.charAt(0).toLowerCase()
    return isUpper ? letter.toUpperCase() : letter
  })
}

/** TCVN3 has no capitals with tones: text in capitals used a capital font over the small codes. */
function fromTcvn3(text: string): string {
  const converted = text.replace(/[^\0-\u007F]/gu, (char) => tcvn3.get(char) ?? char)
  const allCapitals = !/[a-z]/.test(text) && /[A-Z]{2}/.test(text)
  return allCapitals ? converted.toUpperCase() : converted
}

/** Converts text of a legacy encoding to Unicode (NFC); show it before it is used. */
export function convertLegacy(text: string, encoding: LegacyEncoding): string {
  const composed = text.normalize('NFC')
  return (encoding === 'vni' ? fromVni(composed) : fromTcvn3(composed)).normalize('NFC')
}

const wordsOf = (text: string): string[] =>
  text.split(/[\s!-/:-@[-`{-~\d]+/u).filter((word) => /[\u00A1-\u00FF]/u.test(word))

const caseIsOdd = (word: string): boolean => /\p{Ll}.*\p{Lu}/u.test(word)

const isSound = (word: string): boolean => !caseIsOdd(word) && looksVietnamese(word)

/**
 * Which legacy encoding a pasted text is in, or null for Unicode: some word with marks is no Vietnamese
 * syllable, and read in that encoding every such word is one. Give it the text as pasted.
 */
export function detectLegacy(text: string): LegacyEncoding | null {
  const composed = text.normalize('NFC')
  const words = wordsOf(composed)
  if (words.every(isSound) || /[\u0100-\u1FFF]/u.test(composed)) return null
  for (const encoding of ['tcvn3', 'vni'] as const) {
    const converted = words.map((word) => convertLegacy(word, encoding))
    if (converted.every(isSound)) return encoding
  }
  return null
}
