import { zipSync } from 'fflate'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { jsonName, type Kind, kindOf, kinds } from './kinds.ts'

/** The largest file that is read or written, in bytes. */
export const largestFile = 256 * 1024 * 1024

/** The bytes of the members of a container, or of its data objects only, by name. */
export type Members = Readonly<Record<string, Uint8Array>>

/** The members around the data objects. */
export const frameNames = {
  mimetype: 'mimetype',
  manifest: 'META-INF/ASiCManifest.xml',
  signature: 'META-INF/signature.p7s',
} as const

/** Every name a container of this kind may hold, in the order they stand in it. */
export function memberNames(kind: Kind): string[] {
  const objects = kinds[kind].objects.map(({ name }) => name)
  return [frameNames.mimetype, ...objects, frameNames.manifest, frameNames.signature]
}

/** Content of `mimetype` (ETSI EN 319 162-1, 4.4.2). */
export const mimetype = 'application/vnd.etsi.asic-e+zip'

// The zip format keeps local time without a zone, so the same clock reading is made in any zone.
const fixedTime = new Date(1980, 0, 1, 12, 0, 0)

/** The one container of these members: stored, in fixed order, with fixed times. */
export function packContainer(kind: Kind, members: Members): Uint8Array {
  const entries = memberNames(kind).flatMap((name): [string, Uint8Array][] => {
    const bytes = members[name]
    return bytes ? [[name, bytes]] : []
  })
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: fixedTime })
}

type Entry = { name: string; plain: boolean; data: Uint8Array; next: number }

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endHeader = 0x06054b50
const endSize = 22
const mostEntries = 64

const damaged = (member: string) => fail('exchange.damaged', { member })

function readEntry(view: DataView, at: number): Entry | null {
  const size = view.byteLength
  if (at + 30 > size || view.getUint32(at, true) !== localHeader) return null
  const [flags, method] = [view.getUint16(at + 6, true), view.getUint16(at + 8, true)]
  const stored = view.getUint32(at + 18, true)
  const nameEnd = at + 30 + view.getUint16(at + 26, true)
  const start = nameEnd + view.getUint16(at + 28, true)
  if (start + stored > size) return null
  const bytes = new Uint8Array(view.buffer, view.byteOffset, size)
  const name = Buffer.from(bytes.subarray(at + 30, nameEnd)).toString('latin1')
  const plain = method === 0 && (flags & ~0x0800) === 0
  return { name, plain, data: bytes.subarray(start, start + stored), next: start + stored }
}

/** Walks the local headers; the central directory is checked later by writing it anew. */
function readEntries(view: DataView): Entry[] | null {
  const entries: Entry[] = []
  let at = 0
  while (at + 4 <= view.byteLength && view.getUint32(at, true) !== centralHeader) {
    const entry = readEntry(view, at)
    if (!entry || entries.length === mostEntries) return null
    entries.push(entry)
    at = entry.next
  }
  return entries
}

function checkNames(kind: Kind, entries: readonly Entry[]): Problem | null {
  const names = entries.map((entry) => entry.name)
  const known = memberNames(kind)
  const optional = kinds[kind].objects.filter((one) => one.optional).map(({ name }) => name)
  const first = (code: Problem['code'], member: string | undefined): Problem | null =>
    member === undefined ? null : { code, values: { member: shown(member) } }
  return (
    checkKind(kind, names) ??
    first(
      'exchange.extra-member',
      names.find((name) => !known.includes(name)),
    ) ??
    first(
      'exchange.duplicate-member',
      names.find((name, at) => names.indexOf(name) !== at),
    ) ??
    first(
      'exchange.missing-member',
      known.find((name) => !names.includes(name) && !optional.includes(name)),
    ) ??
    first('exchange.compressed-member', entries.find((entry) => !entry.plain)?.name)
  )
}

/** A good file of another kind is told apart from a damaged one. */
function checkKind(kind: Kind, names: readonly string[]): Problem | null {
  const found = names.includes(jsonName(kind)) ? kind : kindOf(names)
  if (found === null || found === kind) return null
  return {
    code: 'exchange.wrong-kind',
    values: { found: jsonName(found), expected: jsonName(kind) },
  }
}

const shown = (name: string): string => name.replace(/[^\x20-\x7E]/g, '?').slice(0, 80)

/** Cheap tests first: a foreign or cut file is refused without reading through it. */
function checkFrame(bytes: Uint8Array, view: DataView): Problem | null {
  const megabytes = largestFile / 1024 / 1024
  if (bytes.length > largestFile)
    return { code: 'exchange.too-large', values: { limit: megabytes } }
  if (bytes.length < 4 || view.getUint32(0, true) !== localHeader)
    return { code: 'exchange.not-a-summary' }
  const end = bytes.length - endSize
  if (end < 0 || view.getUint32(end, true) !== endHeader) return { code: 'exchange.truncated' }
  return null
}

/** The entries of a zip that has the outer shape of ours, or what is wrong with it. */
function entriesOf(bytes: Uint8Array): Result<Entry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frame = checkFrame(bytes, view)
  if (frame) return { ok: false, problem: frame }
  const entries = readEntries(view)
  return entries ? ok(entries) : damaged('zip')
}

/** What kind of file this claims to be, by its member names alone; null when it is none of ours. */
export function peekKind(bytes: Uint8Array): Kind | null {
  const entries = entriesOf(bytes)
  return entries.ok ? kindOf(entries.value.map(({ name }) => name)) : null
}

/**
 * The members of a container of this kind, or what is wrong with it. Only the exact bytes
 * `packContainer` writes for these members are taken, so no byte outside them can carry anything.
 */
export function unpackContainer(kind: Kind, bytes: Uint8Array): Result<Members> {
  const entries = entriesOf(bytes)
  if (!entries.ok) return entries
  const names = checkNames(kind, entries.value)
  if (names) return { ok: false, problem: names }
  const members: Members = Object.fromEntries(entries.value.map(({ name, data }) => [name, data]))
  if (Buffer.compare(packContainer(kind, members), bytes) !== 0) return damaged('zip')
  return ok(members)
}
