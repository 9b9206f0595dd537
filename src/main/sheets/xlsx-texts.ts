import { type ReadLimits, ReadStop } from './limits.ts'
import { parseInto } from './xml-in.ts'
import type { ZipIn } from './zip-in.ts'

/** Excel itself takes no longer text into one cell. */
const longestText = 32_767

/** Collects the characters of one text, and refuses more than a cell may hold. */
export function gatherText(): { add: (text: string) => void; take: () => string } {
  let gathered = ''
  const add = (text: string) => {
    gathered += text
    if (gathered.length > longestText) throw new ReadStop('workbook.damaged')
  }
  const take = () => {
    const text = gathered
    gathered = ''
    return text
  }
  return { add, take }
}

/** The texts that cells share, by number; rich text is plain text, readings above letters are left out. */
export async function readTexts(
  zip: ZipIn,
  part: string | null,
  limits: ReadLimits,
): Promise<string[]> {
  const texts: string[] = []
  if (part === null || !zip.has(part)) return texts
  const text = gatherText()
  let inText = false
  let inReading = false
  await parseInto(zip, part, {
    open: ({ name }) => {
      if (name === 'rPh') inReading = true
      if (name === 't') inText = !inReading
    },
    text: (characters) => {
      if (inText) text.add(characters)
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name !== 'si') return
      if (texts.length === limits.cells) {
        throw new ReadStop('workbook.too-many-cells', { most: limits.cells })
      }
      texts.push(text.take())
    },
  })
  return texts
}
