import { ReadStop } from './limits.ts'
import type { RowKeeper } from './row-keeper.ts'
import { type Cell, mostSheetColumns, mostSheetRows } from './sheet.ts'
import { dayOfSerial } from './xlsx-dates.ts'
import { gatherText } from './xlsx-texts.ts'
import type { Tag, XmlReader } from './xml-in.ts'

/** What the cells of a sheet refer to. */
export type SheetContext = { days: boolean[]; texts: string[]; from1904: boolean }

/** Hears the XML of a sheet and puts its rows into the keeper. */
export function sheetReader(keeper: RowKeeper, context: SheetContext): XmlReader {
  const text = gatherText()
  let row = 0
  let column = -1
  let kind = 'n'
  let isDay = false
  let inValue = false
  const openCell = ({ attributes: { r, t, s } }: Tag) => {
    column = r === undefined ? column + 1 : columnOf(r)
    if (column >= mostSheetColumns) throw new ReadStop('workbook.damaged')
    kind = t ?? 'n'
    isDay = context.days[Number(s ?? 0)] ?? false
  }
  return {
    open: (tag) => {
      if (tag.name === 'row') {
        row = rowNumber(tag.attributes.r, row)
        column = -1
      }
      if (tag.name === 'c') openCell(tag)
      inValue = tag.name === 'v' || (tag.name === 't' && kind === 'inlineStr')
    },
    text: (characters) => {
      if (inValue) text.add(characters)
    },
    close: (name) => {
      inValue = false
      if (name === 'c') keeper.put(column, cellValue(text.take(), kind, isDay, context))
      if (name === 'row') keeper.endRow(row)
    },
  }
}

function rowNumber(said: string | undefined, last: number): number {
  const number = said === undefined ? last + 1 : Number(said)
  // Rows go down a sheet one after the other; a place that jumps back is no place.
  if (Number.isInteger(number) && number > last && number <= mostSheetRows) return number
  throw new ReadStop('workbook.damaged')
}

/** The column of a place like "AB12", from 0. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0]
  if (letters === undefined) throw new ReadStop('workbook.damaged')
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellValue(value: string, kind: string, isDay: boolean, context: SheetContext): Cell {
  switch (kind) {
    case 's':
      return context.texts[Number(value)] ?? null
    case 'str':
    case 'inlineStr':
      return value
    case 'b':
      return value === '' ? null : value === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return value.slice(0, 10)
    case 'e':
      return null
    default:
      return numberOf(value, isDay, context.from1904)
  }
}

function numberOf(value: string, isDay: boolean, from1904: boolean): Cell {
  if (value === '') return null
  const number = Number(value)
  if (!Number.isFinite(number)) throw new ReadStop('workbook.damaged')
  return isDay ? (dayOfSerial(number, from1904) ?? number) : number
}
