import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'

/** Runs a PDF tool of Debian (poppler-utils, qpdf) over a document and returns what `read` finds. */
function withFile<T>(bytes: Uint8Array, read: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'raquan-pdf-'))
  try {
    const file = join(folder, 'form.pdf')
    writeFileSync(file, bytes)
    return read(file, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every page as a grey picture at 80 dots per inch. */
export function toPictures(bytes: Uint8Array): PNG[] {
  return withFile(bytes, (file, folder) => {
    execFileSync('pdftoppm', ['-r', '80', '-gray', '-png', file, join(folder, 'page')])
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'))
    return pages.sort().map((name) => PNG.sync.read(readFileSync(join(folder, name))))
  })
}

/** The text of a document in the order it is written and read aloud. */
export function toText(bytes: Uint8Array): string {
  return withFile(bytes, (file) => execFileSync('pdftotext', ['-raw', file, '-']).toString('utf8'))
}

/** What `pdfinfo` says about a document, by key. */
export function toInfo(bytes: Uint8Array): Record<string, string> {
  return withFile(bytes, (file) => {
    const lines = execFileSync('pdfinfo', [file], { env: { ...process.env, TZ: 'UTC' } })
    const pairs = lines.toString('utf8').split('\n').filter(Boolean)
    return Object.fromEntries(
      pairs.map((line) => [line.split(':')[0], line.split(/:\s*/, 2)[1] ?? '']),
    )
  })
}

/** Throws with qpdf's own words when the document is not well-formed. */
export function checkStructure(bytes: Uint8Array): string {
  return withFile(bytes, (file) => execFileSync('qpdf', ['--check', file]).toString('utf8'))
}

/** The reading structure as `pdfinfo` prints it, with its complaints about the tags. */
export function toStructure(bytes: Uint8Array): { text: string; complaints: string } {
  return withFile(bytes, (file) => {
    const { stdout, stderr } = spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })
    return { text: stdout, complaints: stderr }
  })
}
