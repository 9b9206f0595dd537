import type { Column } from './sheet.ts'
import { columnName, xmlText } from './xlsx-cells.ts'

const top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What stands before the rows; `titleRow` is the row of the column titles, which stays in view. */
export function sheetHead(columns: readonly Column[], titleRow: number): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    `${top}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${titleRow}" topLeftCell="A${titleRow + 1}"`,
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData>`,
  ].join('')
}

/** What stands behind the rows; the titles get their filter arrows when there is a row under them. */
export function sheetFoot(columns: readonly Column[], titleRow: number, lastRow: number): string {
  const last = columnName(Math.max(0, columns.length - 1))
  const arrows = lastRow > titleRow ? `<autoFilter ref="A${titleRow}:${last}${lastRow}"/>` : ''
  const page = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  return `</sheetData>${arrows}${page}</worksheet>`
}

/** The small parts of a workbook with sheets of these names, by path. */
export function bookParts(names: readonly string[]): Record<string, string> {
  return {
    'xl/styles.xml': stylesXml,
    'xl/workbook.xml': workbookXml(names),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    '_rels/.rels': relationsXml([['officeDocument', 'xl/workbook.xml']]),
    '[Content_Types].xml': typesXml(names.length),
  }
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${top}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function relationsXml(targets: readonly (readonly [kind: string, target: string])[]): string {
  const lines = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${top}<Relationships xmlns="${relations}">${lines.join('')}</Relationships>`
}

function typesXml(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  )
  return [
    `${top}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    ...parts,
    '</Types>',
  ].join('')
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${kinds}.${kind}+xml"/>`
}

// 49 is "text": what is typed over such a cell later stays text too. The others are our own.
const formats = { text: 49, integer: 164, money: 165, date: 166, share: 167 }
const xf = (format: number, font: number, more = '') =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${more}`
const wrapped =
  ' applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
const kept = [formats.text, formats.integer, formats.money, formats.date, formats.share]

/** The cell formats in the order of `styles`; the code of Vietnamese brings the dots between thousands. */
const stylesXml = [
  `${top}<styleSheet xmlns="${main}"><numFmts count="4">`,
  `<numFmt numFmtId="${formats.integer}" formatCode="[$-42A]#,##0"/>`,
  `<numFmt numFmtId="${formats.money}" formatCode="[$-42A]#,##0\\ &quot;₫&quot;"/>`,
  `<numFmt numFmtId="${formats.date}" formatCode="dd/mm/yyyy"/>`,
  `<numFmt numFmtId="${formats.share}" formatCode="0.0%"/></numFmts>`,
  '<fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font>',
  '<font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="13">${xf(0, 0, '/>')}`,
  ...kept.map((format) => xf(format, 0, '/>')),
  `${xf(formats.text, 1, wrapped)}${xf(formats.text, 1, '/>')}`,
  ...kept.map((format) => xf(format, 1, '/>')),
  '</cellXfs></styleSheet>',
].join('')
