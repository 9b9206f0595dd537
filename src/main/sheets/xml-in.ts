import { SaxesParser } from 'saxes'
import { ReadStop } from './limits.ts'
import type { ZipIn } from './zip-in.ts'

/** An opening tag without its prefix. */
export type Tag = { name: string; attributes: Record<string, string> }

/** What a reader of XML hears. */
export type XmlReader = {
  open?: (tag: Tag) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const deepest = 64
const longestPiece = 4_000_000

/** Parses a part of the archive piece by piece; entities of its own are refused. Throws a ReadStop. */
export async function parseInto(zip: ZipIn, part: string, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let depth = 0
  let silent = 0
  const damaged = (): never => {
    throw new ReadStop('workbook.damaged')
  }
  parser.on('error', damaged)
  // No workbook has one; what it could define is how small files become endless.
  parser.on('doctype', damaged)
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    silent = 0
    if (depth > deepest) damaged()
    reader.open?.({ name: localName(name), attributes })
  })
  const hear = (text: string) => {
    silent = 0
    reader.text?.(text)
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', ({ name }) => {
    depth -= 1
    silent = 0
    reader.close?.(localName(name))
  })
  const take = (bytes?: Buffer) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      return damaged()
    }
  }
  for await (const bytes of zip.read(part)) {
    parser.write(take(bytes))
    // What the parser has to keep in one piece, a text or a comment, must not grow without end.
    silent += bytes.length
    if (silent > longestPiece) damaged()
  }
  parser.write(take())
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
