import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { manifestOf } from '../../src/main/exchange/manifest.ts'
import { signSummary } from '../../src/main/exchange/sign.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import { key, memberNames, pack as packed, pdf, summary, trust, unpack } from './office.ts'

const file = must(await signSummary(summary, { pdf }, key))
const members = unpack(file)
const everyBit = [1, 2, 4, 8, 16, 32, 64, 128, 255]

/** Places of `bytes` where a change was taken; `pack` makes the file from the changed bytes. */
async function acceptedChanges(
  bytes: Uint8Array,
  pack: (changed: Uint8Array) => Uint8Array,
  masks: readonly number[] = everyBit,
  step = 1,
): Promise<string[]> {
  const accepted: string[] = []
  const changed = Buffer.from(bytes)
  for (const [at, byte] of bytes.entries()) {
    if (at % step !== 0) continue
    for (const mask of masks) {
      changed[at] = byte ^ mask
      const verdict = await verifySummary(pack(changed), trust)
      if (verdict.ok || verdict.problems.length === 0) accepted.push(`${at}^${mask}`)
    }
    changed[at] = byte
  }
  expect((await verifySummary(pack(changed), trust)).ok).toBe(true)
  return accepted
}

describe('every byte of the file', () => {
  it('[A24] is accounted for: no single changed byte is accepted', async () => {
    expect(await acceptedChanges(file, (changed) => changed)).toEqual([])
  }, 60_000)

  it.each(memberNames)(
    '[A24] of %s counts even when the container is packed anew',
    async (name) => {
      const pack = (changed: Uint8Array) => packed({ ...members, [name]: changed })
      const masks = name.endsWith('.p7s') ? [1, 128] : everyBit
      expect(await acceptedChanges(members[name], pack, masks)).toEqual([])
    },
    60_000,
  )

  it.each(['summary.json', 'summary.pdf'] as const)(
    '[A24] of %s counts even when its digest is put right too',
    async (name) => {
      const pack = (changed: Uint8Array) => {
        const forged = { ...members, [name]: changed }
        return packed({ ...forged, 'META-INF/ASiCManifest.xml': manifestOf('summary', forged) })
      }
      expect(await acceptedChanges(members[name], pack, [1], 8)).toEqual([])
      const changed = Buffer.from(members[name])
      changed[0] = 0
      expect((await verifySummary(pack(changed), trust)).problems).toEqual([
        { code: 'exchange.signature-wrong' },
      ])
    },
    60_000,
  )

  it('[A24] cannot be removed, doubled or added to', async () => {
    const accepted: number[] = []
    for (let at = 1; at < file.length; at += 1) {
      const without = Buffer.concat([file.subarray(0, at), file.subarray(at + 1)])
      const doubled = Buffer.concat([file.subarray(0, at), file.subarray(at - 1)])
      for (const changed of [without, doubled])
        if ((await verifySummary(changed, trust)).ok) accepted.push(at)
    }
    expect(accepted).toEqual([])
    const tail = Buffer.concat([file, Buffer.from([0])])
    expect((await verifySummary(tail, trust)).problems[0]?.code).toBe('exchange.truncated')
  }, 60_000)
})
