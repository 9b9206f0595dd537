import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive; `claims` is the unpacked size it pretends to have. */
export type Part = { path: string; packed: Buffer; size: number; claims?: number }

/** A part packed as it should be. */
export function part(path: string, text: string): Part {
  const packed = deflateRawSync(text)
  return { path, packed, size: Buffer.byteLength(text) }
}

/** A part that unpacks to `before`, then `repeated` over and over up to `size` bytes, then `after`. */
export function endless(path: string, size: number, texts: [string, string, string]): Part {
  const [before, repeated, after] = texts
  const block = repeated.repeat(Math.floor(8_000_000 / repeated.length))
  const times = Math.ceil(size / block.length)
  const flush = { finishFlush: constants.Z_FULL_FLUSH }
  // A block that was fully flushed looks back at nothing, so it may stand there as often as we like.
  const packed = deflateRawSync(block, flush)
  const packs = [deflateRawSync(before, flush), ...Array(times).fill(packed), deflateRawSync(after)]
  return {
    path,
    packed: Buffer.concat(packs),
    size: before.length + times * block.length + after.length,
  }
}

/** An archive of these parts, with whatever sizes they claim. */
export function archive(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const one of parts) {
    const name = Buffer.from(one.path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(''), 10)
    common.writeUInt32LE(one.packed.length, 14)
    common.writeUInt32LE(one.claims ?? one.size, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), common, place, name)
    pieces.push(Buffer.from('504b0304', 'hex'), common, name, one.packed)
    at += 30 + name.length + one.packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function relations(lines: [kind: string, target: string, more?: string][]): string {
  const all = lines.map(
    ([kind, target, more = ''], n) =>
      `<Relationship Id="rId${n + 1}" Type="${office}/${kind}" Target="${target}" ${more}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** The smallest workbook around one sheet; `more` parts replace or join those of the same path. */
export function workbook(sheet: Part, ...more: Part[]): Buffer {
  const book = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const parts = [
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', book),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['externalLink', 'http://127.0.0.1:9/evil.xlsx', 'TargetMode="External"'],
      ]),
    ),
    sheet,
  ].filter(({ path }) => !more.some((one) => one.path === path))
  return archive([...parts, ...more])
}

/** A sheet with these rows of XML. */
export function sheetOf(rows: string): Part {
  return part('xl/worksheets/sheet1.xml', `${sheetXml[0]}${rows}${sheetXml[1]}`)
}

/** What stands around the rows of a sheet. */
export const sheetXml: [string, string] = [
  `<worksheet xmlns="${main}"><sheetData>`,
  '</sheetData></worksheet>',
]
