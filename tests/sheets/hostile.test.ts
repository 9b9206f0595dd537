import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { readSheet, usualLimits } from '../../src/main/sheets/workbook.ts'
import { archive, endless, part, sheetOf, sheetXml, workbook } from './archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'raquan-sheets-'))
afterAll(() => rmSync(folder, { recursive: true }))

function kept(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function problemOf(name: string, content: string | Uint8Array): Promise<string> {
  const read = await readSheet(kept(name, content))
  return read.ok ? `${read.value.rows.length} rows` : read.problem.code
}

/** Reads in a process of its own, as jobs do: what came of it, milliseconds, megabytes. */
function readApart(content: Uint8Array): {
  rows?: number
  problem?: string
  took: number
  memory: number
} {
  const script = join(import.meta.dirname, '..', 'support', 'read-sheet.ts')
  const path = kept('bomb.xlsx', content)
  return JSON.parse(
    execFileSync(process.execPath, [script, path], { encoding: 'utf8', timeout: 60_000 }),
  )
}

const gigabyte = 1_000_000_000
const sheetPath = 'xl/worksheets/sheet1.xml'
const bombs: [string, Uint8Array, string][] = [
  [
    'a text of 1 GB of zeros',
    workbook(
      sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
      endless('xl/sharedStrings.xml', gigabyte, ['<sst><si><t>', '0', '</t></si></sst>']),
    ),
    'workbook.damaged',
  ],
  [
    '1 GB of rows',
    workbook(
      endless(sheetPath, gigabyte, [sheetXml[0], '<row><c><v>0</v></c></row>', sheetXml[1]]),
    ),
    'workbook.too-many-rows',
  ],
  [
    '1 GB of rows that claim to be few',
    workbook({
      ...endless(sheetPath, gigabyte, [sheetXml[0], '<row><c><v>0</v></c></row>', sheetXml[1]]),
      claims: 4_000,
    }),
    'workbook.damaged',
  ],
  [
    '1 GB of cells side by side',
    workbook(endless(sheetPath, gigabyte, [`${sheetXml[0]}<row>`, '<c/>', `</row>${sheetXml[1]}`])),
    'workbook.damaged',
  ],
  [
    'entities within entities',
    workbook(
      part(
        sheetPath,
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${sheetXml.join('<row><c t="str"><v>&b;</v></c></row>')}`,
      ),
    ),
    'workbook.damaged',
  ],
]

describe('workbooks made to hurt, read in a process of their own', () => {
  it.each(bombs)('[A70] %s costs little time and memory', (_, content, code) => {
    expect(content.length).toBeLessThan(5_000_000)
    const { problem, took, memory } = readApart(content)
    expect(problem).toBe(code)
    expect(took).toBeLessThan(20_000)
    expect(memory).toBeLessThan(500)
  })

  it('[A70] stops unpacking at the limit, whatever is inside', async () => {
    const noise = endless(sheetPath, 30_000_000, [sheetXml[0], '<row><c/></row>', sheetXml[1]])
    const path = kept('large.xlsx', workbook(noise))
    const read = await readSheet(path, { ...usualLimits, unpackedBytes: 5_000_000 })
    expect(read).toMatchObject({
      ok: false,
      problem: { code: 'workbook.unpacks-too-large', values: { most: 5 } },
    })
  })

  it('[A70] refuses sixteen thousand columns, and reads past empty ones', async () => {
    const cells = (inside: string) => `<row r="1">${inside.repeat(16_384)}</row>`
    expect(await problemOf('wide.xlsx', workbook(sheetOf(cells('<c><v>1</v></c>'))))).toBe(
      'workbook.too-many-columns',
    )
    expect(
      await problemOf(
        'painted.xlsx',
        workbook(sheetOf(`${cells('<c s="1"/>')}<row><c><v>1</v></c></row>`)),
      ),
    ).toBe('2 rows')
  })

  it('[A70] takes formulas by their saved value and follows no link', async () => {
    const rows =
      '<row r="3"><c r="B3"><f>C3</f><v>5</v></c><c r="C3"><f>B3</f><v>6</v></c><c r="D3" t="str"><f>WEBSERVICE("http://127.0.0.1:9")</f><v>x</v></c></row>'
    const read = must(await readSheet(kept('cyclic.xlsx', workbook(sheetOf(rows)))))
    expect(read.rows).toEqual([[], [], [null, 5, 6, 'x']])
  })
})

describe('files that are not what their name says', () => {
  const pdf = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
  const cases: [string, string | Uint8Array, string][] = [
    ['old.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook.old-format'],
    ['letter.xlsx', archive([part('word/document.xml', '<a/>')]), 'workbook.unknown-format'],
    ['picture.csv', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'workbook.unknown-format'],
    ['paper.xlsx', Buffer.from(`${pdf}\0`, 'latin1'), 'workbook.unknown-format'],
    ['page.xls', '<html><table><tr><td>1</td></tr></table></html>', 'workbook.unknown-format'],
    ['ansi.csv', Buffer.from('Họ tên,Nguy\u00ean', 'latin1'), 'workbook.encoding'],
    ['cut.xlsx', workbook(sheetOf('<row/>')).subarray(0, 300), 'workbook.damaged'],
    ['halved.xlsx', workbook(part(sheetPath, sheetXml[0])), 'workbook.damaged'],
    ['rows-back.xlsx', workbook(sheetOf('<row r="5"/><row r="2"/>')), 'workbook.damaged'],
    ['missing-part.xlsx', workbook(part('xl/other.xml', '<a/>')), 'workbook.damaged'],
    ['empty.csv', '', '0 rows'],
  ]
  it.each(cases)('%s', async (name, content, code) => {
    expect(await problemOf(name, content)).toBe(code)
  })

  it('says that a file is too large, or not there, or a folder', async () => {
    const path = kept('list.csv', 'a,b\r\n1,2\r\n')
    const small = await readSheet(path, { ...usualLimits, fileBytes: 5 })
    expect(small.ok ? '' : small.problem.code).toBe('workbook.too-large')
    for (const wrong of [join(folder, 'none.xlsx'), folder]) {
      const read = await readSheet(wrong)
      expect(read.ok ? '' : read.problem.code).toBe('file.unreadable')
    }
  })

  it('a sheet that is not there, too many rows and too many cells', async () => {
    const book = kept('rows.xlsx', workbook(sheetOf('<row><c><v>1</v></c></row>'.repeat(20))))
    const codes = await Promise.all([
      readSheet(book, usualLimits, 'B'),
      readSheet(book, { ...usualLimits, rows: 10 }),
      readSheet(book, { ...usualLimits, cells: 10 }),
    ])
    expect(codes.map((read) => (read.ok ? '' : read.problem.code))).toEqual([
      'workbook.no-such-sheet',
      'workbook.too-many-rows',
      'workbook.too-many-cells',
    ])
  })
})
