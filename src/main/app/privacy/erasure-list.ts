import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../files.ts'

const Erasure = z.strictObject({
  kind: z.enum(['person', 'attendee', 'sheet', 'conference-file', 'request']),
  recordId: z.string().max(100),
  madeAt: z.string().max(40),
  reason: z.string().min(1).max(2000),
  decidedBy: z.string().max(300),
  erasedAt: z.string().max(40),
})

/** What was erased: the record by number and instant of making, why, by whose word and when. */
export type Erasure = z.infer<typeof Erasure>

const largest = 50_000_000
const [nonceLength, tagLength] = [12, 16]

/** The list of erasures in a data folder or a backup; reasons are free words, so the data key seals it. */
export function erasureListPath(folder: string): string {
  return join(folder, 'da-xoa.bin')
}

/** The list of a folder; empty where there is none, or none that this key sealed. */
export function readErasureList(folder: string, dataKey: Buffer): Erasure[] {
  const path = erasureListPath(folder)
  if (!existsSync(path) || statSync(path).size > largest) return []
  try {
    const sealed = readFileSync(path)
    const nonce = sealed.subarray(0, nonceLength)
    const options = { authTagLength: tagLength }
    const opener = createDecipheriv('aes-256-gcm', listKey(dataKey), nonce, options)
    opener.setAuthTag(sealed.subarray(-tagLength))
    const box = sealed.subarray(nonceLength, -tagLength)
    const text = Buffer.concat([opener.update(box), opener.final()]).toString('utf8')
    return z.array(Erasure).parse(JSON.parse(text))
  } catch {
    return []
  }
}

/** Writes the list of a folder. Throws the system's error. */
export function writeErasureList(folder: string, dataKey: Buffer, list: readonly Erasure[]): void {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', listKey(dataKey), nonce)
  const box = [cipher.update(JSON.stringify(list), 'utf8'), cipher.final(), cipher.getAuthTag()]
  writeDurably(erasureListPath(folder), Buffer.concat([nonce, ...box]))
}

/** Two lists in one; where both know a record the second one's word stands. */
export function mergeErasures(first: readonly Erasure[], second: readonly Erasure[]): Erasure[] {
  const known = new Set(second.map(erasureKey))
  return [...first.filter((row) => !known.has(erasureKey(row))), ...second]
}

/** What makes two lines one: the record, and when it was made, because numbers come again. */
export function erasureKey({
  kind,
  recordId,
  madeAt,
}: Pick<Erasure, 'kind' | 'recordId' | 'madeAt'>): string {
  return `${kind} ${recordId} ${madeAt}`
}

/** A key of its own, so that no bytes are ever sealed under the store's. */
function listKey(dataKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', 'raquan erasures', 32))
}
