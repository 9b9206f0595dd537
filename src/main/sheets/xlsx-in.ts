import { posix } from 'node:path'
import { type ReadLimits, ReadStop } from './limits.ts'
import type { ReadTable } from './read.ts'
import { keepRows } from './row-keeper.ts'
import { readDayFormats } from './xlsx-dates.ts'
import { sheetReader } from './xlsx-rows.ts'
import { readTexts } from './xlsx-texts.ts'
import { parseInto, type Tag } from './xml-in.ts'
import { openZip, type ZipIn } from './zip-in.ts'

const mostSheets = 256

/** One sheet of an .xlsx file, the first one when `sheet` is null. Throws a ReadStop. */
export async function readXlsx(
  path: string,
  limits: ReadLimits,
  sheet: string | null,
): Promise<ReadTable> {
  const zip = await openZip(path, limits.unpackedBytes)
  try {
    const book = await readBook(zip)
    const chosen = sheet === null ? book.sheets[0] : book.sheets.find(({ name }) => name === sheet)
    if (!chosen) {
      throw sheet === null || book.sheets.length === 0
        ? new ReadStop('workbook.unknown-format')
        : new ReadStop('workbook.no-such-sheet', { sheet })
    }
    const days = await readDayFormats(zip, book.styles)
    const texts = await readTexts(zip, book.texts, limits)
    const keeper = keepRows(limits)
    await parseInto(zip, chosen.part, sheetReader(keeper, { days, texts, from1904: book.from1904 }))
    return { sheet: chosen.name, sheets: book.sheets.map(({ name }) => name), rows: keeper.rows }
  } finally {
    zip.close()
  }
}

type Book = {
  sheets: { name: string; part: string }[]
  from1904: boolean
  styles: string | null
  texts: string | null
}

async function readBook(zip: ZipIn): Promise<Book> {
  const root = await readRelations(zip, '', '_rels/.rels')
  const part = root.find(({ kind }) => kind === 'officeDocument')?.target
  // A zip that is no workbook at all: a document, a folder, another office program's file.
  if (part === undefined || !zip.has(part)) throw new ReadStop('workbook.unknown-format')
  const { dir, base } = posix.parse(part)
  const related = await readRelations(zip, dir, posix.join(dir, '_rels', `${base}.rels`))
  const target = (kind: string) => related.find((one) => one.kind === kind)?.target ?? null
  const sheets: Book['sheets'] = []
  let from1904 = false
  await parseInto(zip, part, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet' || sheets.length === mostSheets) return
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1]
      const place = related.find((one) => one.id === id && one.kind === 'worksheet')?.target
      if (place !== undefined) sheets.push({ name: attributes.name ?? '', part: place })
    },
  })
  return { sheets, from1904, styles: target('styles'), texts: target('sharedStrings') }
}

type Relation = { id: string; kind: string; target: string }

async function readRelations(zip: ZipIn, folder: string, part: string): Promise<Relation[]> {
  const relations: Relation[] = []
  if (!zip.has(part)) return relations
  const add = ({ name, attributes }: Tag) => {
    const { Id, Type, Target, TargetMode } = attributes
    if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
    relations.push({ id: Id ?? '', kind: Type?.split('/').at(-1) ?? '', target })
  }
  await parseInto(zip, part, { open: add })
  return relations
}
