import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { largestFile, unpackContainer } from '../../src/main/exchange/container.ts'
import { sealContainer, signSummary } from '../../src/main/exchange/sign.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import {
  codesOf,
  key,
  type Members,
  memberNames,
  pack,
  pdf,
  run,
  summary,
  trust,
  unpack,
} from './office.ts'

const file = must(await signSummary(summary, { pdf }, key))
const members = unpack(file)
const later = { ...summary, sequence: 2, previous: 'cd'.repeat(32) }
const other = unpack(must(await signSummary(later, { pdf }, key)))

type Entry = [name: string, data: Uint8Array, level?: 0 | 9]

const entries: Entry[] = memberNames.map((name) => [name, members[name]])

/** A zip with these entries in this order, some compressed. */
const zipped = (list: readonly Entry[]): Uint8Array =>
  zipSync(
    Object.fromEntries(list.map(([name, data, level]) => [name, [data, { level: level ?? 0 }]])),
    { mtime: new Date(1980, 0, 1, 12) },
  )

const codes = async (bytes: Uint8Array): Promise<string[]> =>
  codesOf(await verifySummary(bytes, trust))

/** The bytes with each `from` made `to`; both have the same length. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to)
  return Buffer.from(text, 'latin1')
}

describe('the container', () => {
  it('[A23] is the same bytes in every time zone and locale', () => {
    const script = `
      import { createHash } from 'node:crypto'
      import { packContainer, memberNames } from '../../src/main/exchange/container.ts'
      const names = memberNames('summary')
      const members = Object.fromEntries(names.map((name) => [name, Buffer.from(name)]))
      console.log(createHash('sha256').update(packContainer('summary', members)).digest('hex'))`
    const hashes = [
      ['Asia/Ho_Chi_Minh', 'vi_VN.UTF-8'],
      ['America/New_York', 'en_US.UTF-8'],
      ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
      ['Pacific/Apia', 'C'],
    ].map(([zone, locale]) =>
      run(
        'env',
        [
          ...[`TZ=${zone}`, `LC_ALL=${locale}`, 'NODE_NO_WARNINGS=1', process.execPath],
          ...['--input-type=module', '-e', script],
        ],
        import.meta.dirname,
      ).trim(),
    )
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(hashes).size).toBe(1)
  })

  it('has mimetype first, stored, at the place file tools look for it', () => {
    expect(Buffer.from(file).toString('latin1', 30, 38 + 31)).toBe(
      'mimetypeapplication/vnd.etsi.asic-e+zip',
    )
    expect(pack(members)).toEqual(file)
  })

  it('[A25] refuses parts swapped between two valid files', async () => {
    for (const name of memberNames.slice(1)) {
      const mixed: Members = { ...members, [name]: other[name] }
      const same = Buffer.from(other[name]).equals(members[name])
      expect([name, (await verifySummary(pack(mixed), trust)).ok]).toEqual([name, same])
    }
    expect(
      await codes(pack({ ...members, 'META-INF/signature.p7s': other['META-INF/signature.p7s'] })),
    ).toEqual(['exchange.signature-wrong'])
    expect(await codes(pack({ ...members, 'summary.json': other['summary.json'] }))).toEqual([
      'exchange.damaged',
    ])
  })

  it.each<[string, string, Uint8Array]>([
    ['an extra member', 'exchange.extra-member', zipped([...entries, ['note.txt', pdf]])],
    ['an extra folder', 'exchange.extra-member', zipped([...entries, ['more/', new Uint8Array()]])],
    [
      'a second signature',
      'exchange.extra-member',
      zipped([...entries, ['META-INF/signature2.p7s', members['META-INF/signature.p7s']]]),
    ],
    ['a renamed member', 'exchange.extra-member', replaced(file, 'summary.pdf', 'summary.PDF')],
    ['a member outside', 'exchange.extra-member', zipped([...entries, ['../summary.json', pdf]])],
    [
      'a member called __proto__',
      'exchange.extra-member',
      replaced(zipped([...entries, ['xxproto__', pdf]]), 'xxproto__', '__proto__'),
    ],
    ['a missing member', 'exchange.missing-member', zipped(entries.slice(0, 4))],
    [
      'a missing PDF',
      'exchange.missing-member',
      zipped(entries.filter(([name]) => name !== 'summary.pdf')),
    ],
    [
      'the same name twice',
      'exchange.duplicate-member',
      replaced(zipped([...entries, ['summary.pdg', pdf]]), 'summary.pdg', 'summary.pdf'),
    ],
    [
      'a compressed member',
      'exchange.compressed-member',
      zipped(entries.map(([name, data]) => [name, data, name === 'summary.pdf' ? 9 : 0])),
    ],
    ['another order', 'exchange.damaged', zipped([...entries].reverse())],
    [
      'another time',
      'exchange.damaged',
      zipSync(Object.fromEntries(entries.map(([name, data]) => [name, data])), {
        level: 0,
        mtime: new Date(2024, 0, 1),
      }),
    ],
    [
      'a zip comment',
      'exchange.truncated',
      Buffer.concat([file.subarray(0, -2), Buffer.from([2, 0, 65, 66])]),
    ],
    ['bytes before it', 'exchange.not-a-summary', Buffer.concat([Buffer.from('MZ'), file])],
    ['bytes after it', 'exchange.truncated', Buffer.concat([file, pdf])],
    ['itself after it', 'exchange.damaged', Buffer.concat([file, file])],
    ['another zip', 'exchange.extra-member', zipped([['xl/workbook.xml', pdf]])],
    ['an empty zip', 'exchange.not-a-summary', zipped([])],
    ['a PDF', 'exchange.not-a-summary', pdf],
    ['text', 'exchange.not-a-summary', Buffer.from('mã;tên\n016;Sóc Sơn\n')],
    ['nothing', 'exchange.not-a-summary', new Uint8Array()],
    ['four bytes', 'exchange.truncated', file.subarray(0, 4)],
  ])('[A25] [A30] refuses %s', async (_, code, bytes) => {
    expect(await codes(bytes)).toEqual([code])
  })

  it('[A30] refuses a 50 MB file cut at every 4 KB, at once and without copying it', async () => {
    const paper = new Uint8Array(50 * 1024 * 1024)
    const content = { 'summary.json': members['summary.json'], 'summary.pdf': paper }
    const signer = { key, signedAt: summary.createdAt }
    const big = must(await sealContainer('summary', content, signer))
    expect((await verifySummary(big, trust)).ok).toBe(true)
    const before = process.memoryUsage().arrayBuffers
    const start = performance.now()
    let refused = 0
    for (let size = 0; size < big.length; size += 4096)
      if (!unpackContainer('summary', big.subarray(0, size)).ok) refused += 1
    expect(refused).toBe(Math.ceil(big.length / 4096))
    expect(performance.now() - start).toBeLessThan(5000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024)
  })

  it('[A30] refuses a file over the limit before reading through it', () => {
    const huge = new Uint8Array(largestFile + 1)
    expect(unpackContainer('summary', huge)).toMatchObject({
      problem: { code: 'exchange.too-large' },
    })
  })

  it('[A30] is not misled by a directory that promises a million entries', async () => {
    const lying = Buffer.from(file)
    lying.writeUInt16LE(0xffff, lying.length - 14)
    lying.writeUInt16LE(0xffff, lying.length - 12)
    expect(await codes(lying)).toEqual(['exchange.damaged'])
    const many = zipped(Array.from({ length: 500 }, (_, at): Entry => [`m${at}`, pdf]))
    expect((await codes(many)).length).toBe(1)
  })
})
