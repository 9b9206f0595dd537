import { createHash, createHmac, randomBytes } from 'node:crypto'
import { linkageText } from '#core/linkage.ts'
import { fail, ok, type Result } from '#core/result.ts'

/** A new linkage key of the city: 64 hexadecimal digits. */
export function makeLinkageKey(): string {
  return randomBytes(32).toString('hex')
}

/** The key as typed or read from a file; `city.linkage-key` when it is not 64 hexadecimal digits. */
export function readLinkageKey(text: string): Result<Buffer> {
  const digits = text.replace(/\s/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(digits) ? ok(Buffer.from(digits, 'hex')) : fail('city.linkage-key')
}

/** Tells keys apart without telling the key. */
export function linkageKeyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8)
}

/** The keyed hashes of personal numbers, each once, sorted, as a `LinkageList` holds them. */
export function linkageHashes(key: Buffer, numbers: Iterable<string>): string[] {
  const hashes = new Set<string>()
  for (const number of numbers) {
    const digest = createHmac('sha256', key).update(linkageText(number)).digest('hex')
    hashes.add(digest.slice(0, 32))
  }
  return [...hashes].sort()
}
