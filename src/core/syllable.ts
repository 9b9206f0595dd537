const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

const nuclei =
  'oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu|' +
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|' +
  '[aăâeêioôơuưy]'

const syllable = new RegExp(
  `^(ngh|ng|gh|gi|nh|ph|th|tr|ch|kh|qu|[bcdđghklmnprstvx])?(${nuclei})(ch|nh|ng|[cmnpt])?$`,
  'u',
)

/** The letters of a nucleus that may carry the tone: both the old and the new placement. */
function tonePlaces(nucleus: string, closed: boolean): number[] {
  const marked = [...nucleus].findLastIndex((letter) => 'ăâêôơư'.includes(letter))
  if (marked >= 0) return [marked]
  if (nucleus.length === 3) return [1]
  if (nucleus.length === 2 && closed) return [1]
  return ['oa', 'oe', 'uy'].includes(nucleus) ? [0, 1] : [0]
}

/**
 * Whether a word could be a Vietnamese syllable: known letters in a possible order and one tone in a
 * possible place. Names of ethnic minorities and foreigners often are not; use it to ask, never to refuse.
 */
export function looksVietnamese(word: string): boolean {
  const letters = [...word.normalize('NFC').toLowerCase()]
  const bare = letters.map((letter) => letter.normalize('NFD').replace(tones, '').normalize('NFC'))
  const toned = letters.flatMap((letter, index) => (letter === bare[index] ? [] : [index]))
  const parts = syllable.exec(bare.join(''))
  if (!parts || toned.length > 1) return false
  const [, onset = '', nucleus = '', coda] = parts
  const [tone] = toned
  return tone === undefined || tonePlaces(nucleus, coda !== undefined).includes(tone - onset.length)
}
