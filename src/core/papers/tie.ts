/** The record a paper belongs to, as its QR square says it. */
export type Tie = { unit: string; conference: number }

/** The text of the QR square that ties a paper to a conference: `RAQUAN1|016|HN|12`. */
export function tieText({ unit, conference }: Tie): string {
  return ['RAQUAN1', unit, 'HN', conference].join('|')
}

/** Reads the QR square of a paper that came back; null when it is not one of ours. */
export function readTie(text: string): Tie | null {
  const found = /^RAQUAN1\|([0-9A-Z-]{2,40})\|HN\|([1-9]\d{0,8})$/.exec(text.trim())
  return found?.[1] && found[2] ? { unit: found[1], conference: Number(found[2]) } : null
}
