import { readFileSync, statSync } from 'node:fs'
import { canonicalText } from '#core/canonical.ts'
import { type Collision, findCollisions, LinkageList, linkageFormat } from '#core/linkage.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { numbersCounted } from '../db/linkage.ts'
import { linkageHashes, linkageKeyId } from '../exchange/linkage.ts'
import type { Office } from './office.ts'

/** The list of keyed hashes of a unit's span, as canonical text; it goes with summary file `sequence`. */
export async function makeLinkageList(
  { store, row }: Office,
  key: Buffer,
  { from, to, sequence }: { from: string; to: string; sequence: number },
): Promise<Result<string>> {
  const list: LinkageList = {
    format: linkageFormat,
    unit: row.code,
    period: { from, to },
    sequence,
    keyId: linkageKeyId(key),
    hashes: linkageHashes(key, await numbersCounted(store.db, { from, to })),
  }
  return canonicalText(list)
}

const largestList = 80 * 1024 * 1024

/** Compares the lists of several units: how many people stand in more than one, and in which files. */
export function compareLists(
  files: readonly string[],
  key: Buffer,
): Result<{ lists: number; collisions: Collision[] }> {
  const lists: LinkageList[] = []
  for (const file of files) {
    const list = readList(file)
    if (!list) return fail('city.linkage-list', { file })
    lists.push(list)
  }
  const keyId = linkageKeyId(key)
  const stranger = lists.findIndex((list) => list.keyId !== keyId)
  if (stranger >= 0) return fail('city.linkage-other-key', { file: files[stranger] ?? '' })
  return ok({ lists: lists.length, collisions: findCollisions(lists, keyId) })
}

function readList(file: string): LinkageList | null {
  try {
    if (statSync(file).size > largestList) return null
    return LinkageList.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
