import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import {
  type Cell,
  type Column,
  readSheet,
  type Sheet,
  writeCsv,
  writeWorkbook,
} from '../../src/main/sheets/workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'raquan-sheets-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

const columns: Column[] = [
  { title: 'Số định danh', width: 15, type: 'text' },
  { title: 'Họ và tên', width: 28, type: 'text' },
  { title: 'Ngày sinh', width: 12, type: 'date' },
  { title: 'Tiền đóng', width: 16, type: 'money' },
  { title: 'Số tháng', width: 8, type: 'integer' },
  { title: 'Tỷ lệ', width: 8, type: 'share' },
]
const rows: Cell[][] = [
  ['001085000123', 'Nguyễn Thị Ví Dụ', '1990-11-06', 1_263_600, 12, 0.375],
  ['000000000001', '=HYPERLINK("http://x","a")', '1900-03-01', -12_000, 3, 1],
  ['0912', '+84 912', '1946', 0, null, null],
  ['-1', '@SUM(A1:A9)', '1890-01-31', null, 1, 0],
  ['\t=1', "'=1", null, 999, 0, 0.005],
  ['a\r\nb', 'Trần "Ví" <Dụ> & Đỗ 🌾', '2024-02-29', 1, 1, 0.1],
]
const sheet: Sheet = {
  name: 'Danh sách',
  heading: ['BHXH thực hành', 'Ngày 16/11/2024'],
  columns,
  rows,
  totals: ['Cộng', null, null, 1_252_600, 17, null],
}

/** What LibreOffice makes of a file; into the folder `out`. */
function convert(file: string, to: string): string {
  const home = `-env:UserInstallation=file://${at('office')}`
  execFileSync('soffice', [home, '--headless', '--convert-to', to, '--outdir', at('out'), file], {
    stdio: 'ignore',
  })
  const name = readdirSync(at('out')).find((one) => one.endsWith(`.${to}`))
  return at(join('out', name ?? 'none'))
}

describe('a workbook', () => {
  const file = at('list.xlsx')

  it('[A46] opens in LibreOffice with numbers, zeros, days and money as they were, and nothing to calculate', async () => {
    await writeWorkbook(file, [sheet])
    const xml = readFileSync(convert(file, 'fods'), 'utf8')
    expect(xml).not.toContain('table:formula')
    const cell = (shown: string) =>
      new RegExp(`<table:table-cell([^>]*)>\\s*<text:p>${shown}</text:p>`).exec(xml)?.[1] ?? 'none'
    expect(cell('001085000123')).toContain('value-type="string"')
    expect(cell('000000000001')).toContain('value-type="string"')
    expect(cell('@SUM\\(A1:A9\\)')).toContain('value-type="string"')
    expect(cell('\\+84 912')).toContain('value-type="string"')
    expect(cell('06/11/1990')).toContain('office:date-value="1990-11-06"')
    expect(cell('01/03/1900')).toContain('office:date-value="1900-03-01"')
    expect(cell('29/02/2024')).toContain('office:date-value="2024-02-29"')
    expect(cell('31/01/1890')).toContain('value-type="string"')
    expect(cell('1.263.600 ₫')).toContain('office:value="1263600"')
    expect(cell('-12.000 ₫')).toContain('office:value="-12000"')
    expect(cell('37.5%')).toContain('office:value="0.375"')
    expect(cell('1.252.600 ₫')).toContain('office:value="1252600"')
  })

  it('[A46] reads the same after LibreOffice saved it again', async () => {
    const again = must(await readSheet(convert(file, 'xlsx')))
    const first = must(await readSheet(file))
    expect(again).toEqual(first)
    expect(first.sheets).toEqual(['Danh sách'])
    expect(first.rows.slice(3, 5)).toEqual([
      rows[0],
      ['000000000001', '=HYPERLINK("http://x","a")', '1900-03-01', -12_000, 3, 1],
    ])
    expect(first.rows.at(-1)).toEqual(['Cộng', null, null, 1_252_600, 17])
  })

  it('is an archive of parts that another library unpacks, with text cells kept as text', () => {
    const parts = unzipSync(readFileSync(file))
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect(() => execFileSync('unzip', ['-tqq', file])).not.toThrow()
    const xml = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')
    expect(xml).toContain('<c r="A4" s="1" t="inlineStr">')
    expect(xml).not.toContain('<f')
  })

  it('writes the same bytes for the same rows', async () => {
    await writeWorkbook(at('again.xlsx'), [sheet])
    expect(readFileSync(at('again.xlsx')).equals(readFileSync(file))).toBe(true)
  })

  it('gives every sheet a name that programs take', async () => {
    const named = (name: string): Sheet => ({ name, columns, rows: [] })
    const long = 'Danh sách người tham gia đến hạn đóng tiếp'
    await writeWorkbook(at('names.xlsx'), [long, long, 'a/b:[c]', "''", 'Sheet'].map(named))
    const { sheets } = must(await readSheet(at('names.xlsx')))
    expect(sheets).toEqual([
      long.slice(0, 31),
      `${long.slice(0, 27)} (2)`,
      'a b  c',
      'Sheet',
      'Sheet (2)',
    ])
  })

  it('goes on in a further sheet where one is full', async () => {
    function* many(): Generator<Cell[]> {
      for (let n = 1; n <= 1_048_580; n += 1) yield [n]
    }
    const narrow: Column[] = [{ title: 'Số', width: 9, type: 'integer' }]
    await writeWorkbook(at('long.xlsx'), [{ name: 'A', columns: narrow, rows: many() }])
    const { sheets, rows: rest } = must(await readSheet(at('long.xlsx'), undefined, 'A (2)'))
    expect(sheets).toEqual(['A', 'A (2)'])
    expect(rest[0]).toEqual(['Số'])
    expect(rest.at(-1)).toEqual([1_048_580])
    expect(rest.length).toBe(7)
  })

  it('leaves nothing behind when the rows break off', async () => {
    function* broken(): Generator<Cell[]> {
      yield ['1']
      throw new Error('the store is gone')
    }
    const half = [{ name: 'A', columns, rows: broken() }]
    await expect(writeWorkbook(at('half.xlsx'), half)).rejects.toThrow('the store is gone')
    expect(existsSync(at('half.xlsx')) || existsSync(at('half.xlsx.moi'))).toBe(false)
  })
})

const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('what is written', () => {
  it('is read again as it was, whatever the text, from .xlsx and .csv', async () => {
    const two: Column[] = [
      { title: 'A', width: 9, type: 'text' },
      { title: 'B', width: 9, type: 'money' },
    ]
    const line = fc.tuple(fc.constant('x'), fc.integer(), anyText)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const table: Sheet = {
          name: 'A',
          columns: [...two, { title: 'C', width: 9, type: 'text' }],
          rows: lines,
        }
        await writeWorkbook(at('any.xlsx'), [table])
        await writeCsv(at('any.csv'), table)
        const book = must(await readSheet(at('any.xlsx'))).rows.slice(1)
        expect(book.map(([, money, text]) => [money, text ?? ''])).toEqual(
          lines.map(([, money, text]) => [money, xmlText(text)]),
        )
        if (lines.some(([, , text]) => text.includes('\0'))) return
        const list = must(await readSheet(at('any.csv'))).rows.slice(1)
        expect(list.map(([, money, text]) => [money, text ?? ''])).toEqual(
          lines.map(([, money, text]) => [String(money), text]),
        )
      }),
      { numRuns: 60 },
    )
  })
})

/** What XML can hold of a text. */
function xmlText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  return [...lines]
    .filter((sign) => (sign >= ' ' && !'\uFFFE\uFFFF'.includes(sign)) || '\t\n'.includes(sign))
    .join('')
}

describe('a list in CSV', () => {
  it('[A46] has a BOM, keeps zeros, and no cell begins like a formula', async () => {
    await writeCsv(at('list.csv'), sheet)
    const text = readFileSync(at('list.csv'), 'utf8')
    expect(text.startsWith('\uFEFFBHXH thực hành\r\n')).toBe(true)
    expect(text).toContain('001085000123,Nguyễn Thị Ví Dụ,1990-11-06,1263600,12,0.375\r\n')
    expect(text).toContain(
      `000000000001,"'=HYPERLINK(""http://x"",""a"")",1900-03-01,-12000,3,1\r\n`,
    )
    expect(text).toContain("0912,'+84 912,1946,0,,\r\n'-1,'@SUM(A1:A9),")
    const read = must(await readSheet(at('list.csv')))
    expect(read.rows.slice(3, -1)).toEqual(
      rows.map((row) => {
        const cells = row.map((cell) => (cell === null ? null : String(cell)))
        while (cells.at(-1) === null) cells.pop()
        return cells
      }),
    )
  })

  it('is read with semicolons and tabs, in UTF-16, with quotes in the middle', async () => {
    const read = async (content: string | Uint8Array) => {
      writeFileSync(at('foreign.csv'), content)
      return must(await readSheet(at('foreign.csv'))).rows
    }
    expect(await read('Họ tên;Số\nĐỗ, Văn;"001"\n')).toEqual([
      ['Họ tên', 'Số'],
      ['Đỗ, Văn', '001'],
    ])
    const wide = Buffer.from('\uFEFFHọ tên\tSố\r\nĐỗ "Văn" A\t001\r\n', 'utf16le')
    expect(await read(wide)).toEqual([
      ['Họ tên', 'Số'],
      ['Đỗ "Văn" A', '001'],
    ])
    expect(await read('a,b\n\n1\n')).toEqual([['a', 'b'], [], ['1']])
  })
})
