import { daysBetween, formatDate, isIsoDate } from '#core/date.ts'
import type { Cell, Column } from './sheet.ts'

/** Places of the cell formats in styles.xml. */
export const styles = {
  plain: 0,
  text: 1,
  integer: 2,
  money: 3,
  date: 4,
  share: 5,
  title: 6,
  heading: 7,
  totalText: 8,
  totalInteger: 9,
  totalMoney: 10,
  totalDate: 11,
  totalShare: 12,
} as const

const totalStyle = {
  text: styles.totalText,
  integer: styles.totalInteger,
  money: styles.totalMoney,
  date: styles.totalDate,
  share: styles.totalShare,
} as const

/** Excel takes no longer text into one cell. */
const longestText = 32_767

/** Excel counts a 29 February 1900 that never was; days before it would be one off. */
const firstSafeDay = '1900-03-01'

/** One row of XML; `number` counts from 1. */
export function rowXml(
  number: number,
  cells: readonly Cell[],
  columns: readonly Column[],
  total = false,
): string {
  let xml = `<row r="${number}">`
  for (const [index, column] of columns.entries()) {
    const set = total ? totalStyle : styles
    xml += cellXml(`${columnName(index)}${number}`, cells[index] ?? null, column.type, set)
  }
  return `${xml}</row>`
}

/** A row of text cells of one style: titles, headings. */
export function textRowXml(number: number, texts: readonly string[], style: number): string {
  const cells = texts.map((text, index) => textXml(`${columnName(index)}${number}`, text, style))
  return `<row r="${number}">${cells.join('')}</row>`
}

function cellXml(
  place: string,
  cell: Cell,
  type: Column['type'],
  set: Record<Column['type'], number>,
): string {
  if (cell === null || cell === '') return `<c r="${place}" s="${set[type]}"/>`
  // A number in a text column is written as text: what the column promises holds for every cell.
  if (typeof cell === 'number') {
    return type === 'text'
      ? textXml(place, String(cell), set.text)
      : numberXml(place, cell, set[type])
  }
  if (type !== 'date' || !isIsoDate(cell)) return textXml(place, cell, set.text)
  if (cell < firstSafeDay) return textXml(place, formatDate(cell), set.text)
  return numberXml(place, daysBetween('1899-12-30', cell), set.date)
}

function numberXml(place: string, value: number, style: number): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`
}

function textXml(place: string, text: string, style: number): string {
  const safe = xmlText(text.length > longestText ? text.slice(0, longestText) : text)
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
}

// Control characters and halves of pairs have no place in XML; a program would refuse the whole file.
const forbidden = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r\x7F-\x9F])\p{Cc}/gu
const marked = /[&<>"]/g
const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as it may stand in XML; lines within a cell end as spreadsheet programs end them. */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '')
    .replace(marked, (mark) => marks[mark] ?? '')
}

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
