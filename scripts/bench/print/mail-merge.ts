import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignUp } from '#core/papers/facts.ts'
import { mustRun } from '../../lib/process.ts'
import { ensureDebianPackages } from '../../runtime/debian.ts'
import { tk1Day, tk1Frame, tk1Lines } from './tk1-text.ts'

/** Milliseconds that LibreOffice's mail merge takes for one page of these papers, in one PDF. */
export async function timeMailMerge(signUps: readonly SignUp[]): Promise<number> {
  await ensureDebianPackages('LibreOffice', ['merge'])
  const folder = await mkdtemp(join(tmpdir(), 'raquan-merge-'))
  try {
    await writeFile(join(folder, 'mau.fodt'), template(signUps[0]))
    await writeFile(join(folder, 'nguoi.csv'), table(signUps))
    const script = join(import.meta.dirname, 'mail-merge.py')
    const said = await mustRun('/usr/bin/python3', [script, folder])
    const { milliseconds, pages } = JSON.parse(said.trim().split('\n').at(-1) ?? '')
    if (pages < signUps.length) throw new Error(`LibreOffice made ${pages} pages`)
    return milliseconds / signUps.length
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const column = (index: number): string => `c${index}`

function table(signUps: readonly SignUp[]): string {
  const rows = signUps.map((signUp) => [
    ...tk1Lines(signUp).map(({ value }) => value),
    tk1Day(signUp),
  ])
  const head = (rows[0] ?? []).map((_, index) => column(index))
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\n')
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A flat text document with one database field for every value. */
function template(sample: SignUp | undefined): string {
  if (!sample) throw new Error('nobody to print')
  const field = (index: number) =>
    `<text:span text:style-name="B"><text:database-display text:table-name="nguoi" text:table-type="table" text:column-name="${column(index)}" text:database-name="nguoi">x</text:database-display></text:span>`
  const text = (content: string, style = 'P') =>
    `<text:p text:style-name="${style}">${content}</text:p>`
  const { corner, left, right, title, signatures, note, foot } = tk1Frame
  const lines = tk1Lines(sample)
  const body = [
    ...corner.map((each) => text(each, 'R')),
    text(left, 'C'),
    ...right.map((each) => text(each, 'C')),
    ...title.map((each) => text(each, 'C')),
    ...pairs(lines.map(({ label }, index) => `${escaped(label)} ${field(index)}`)).map((two) =>
      text(two.join('    ')),
    ),
    text(`${signatures[0]} – ${field(lines.length)}`),
    text(signatures[1], 'R'),
    text(note),
    text(foot),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="L" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles><style:style style:name="P" style:family="paragraph"><style:text-properties style:font-name="L" fo:font-size="11pt"/></style:style>
<style:style style:name="C" style:family="paragraph" style:parent-style-name="P"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="R" style:family="paragraph" style:parent-style-name="P"><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="12mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>${body.join('\n')}</office:text></office:body></office:document>`
}

function pairs(items: readonly string[]): string[][] {
  return items.flatMap((item, i) => (i % 2 === 0 ? [[item, ...items.slice(i + 1, i + 2)]] : []))
}
