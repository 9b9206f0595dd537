const invisible = /\p{Cf}|\p{Cs}/gu

/** Text as the store keeps it: NFC, no invisible characters, single plain spaces, no outer spaces. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

const plainD = (lower: string): string => lower.replace(/[đð]/g, 'd')

/**
 * The search key of a text: lower case, no marks, đ as d, single spaces. Old and new tone placement
 * (hòa, hoà) give the same key. For finding only: never identify a person by it alone.
 */
export function foldKey(text: string): string {
  const bare = cleanText(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return plainD(bare)
}

/** Upper case for "viết chữ in hoa". */
export function upperVi(text: string): string {
  return text.normalize('NFC').toUpperCase()
}

/** The tones in dictionary order after ngang (no mark): huyền, hỏi, ngã, sắc, nặng. */
const toneMarks = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

// Letters with their own place in the alphabet sort behind every word with their base letter, because
// `{` and `|` follow `z`: "az" < "a{" (ă) < "a|" (â) < "b".
const ownPlace: Record<string, string> = {
  ă: 'a{',
  â: 'a|',
  đ: 'd{',
  ð: 'd{',
  ê: 'e{',
  ô: 'o{',
  ơ: 'o|',
  ư: 'u{',
}

function letterKey(letter: string): string {
  if (/\d/.test(letter)) return `=${letter}`
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return ownPlace[letter] ?? (/\p{L}/u.test(base) ? base : '')
}

/** Letters first, then the tone of the whole syllable, so that hoà and hòa are equal. */
function wordKey(word: string): string {
  let letters = ''
  let tone = 0
  for (const char of word) {
    const marks = [...char.normalize('NFD')]
    tone = marks.reduce((found, mark) => toneMarks.indexOf(mark) + 1 || found, tone)
    letters += letterKey(
      marks
        .filter((mark) => !toneMarks.includes(mark))
        .join('')
        .normalize('NFC'),
    )
  }
  return letters && `${letters}${tone}`
}

/**
 * The sort key of a person's name: plain byte order of keys is Vietnamese order (a ă â b c d đ e ê …,
 * tones ngang huyền hỏi ngã sắc nặng), given name first, then family name, then middle names.
 */
export function sortKey(name: string): string {
  const words = cleanText(name).toLowerCase().split(' ').map(wordKey).filter(Boolean)
  const given = words.pop()
  return given === undefined ? '' : [given, ...words].join('')
}
