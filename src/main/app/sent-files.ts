import { createHash } from 'node:crypto'
import type { FileFault } from '#core/contract.ts'
import { lineOf } from '../db/audit.ts'
import { listFiles, readSummaryBytes } from '../db/summary-files.ts'
import { unpackContainer } from '../exchange/container.ts'
import { readSummary } from '../exchange/summary-json.ts'
import type { Office } from './office.ts'

/**
 * Holds every sent file against the store, oldest first: its hash, the hash of the file before, and the
 * head of the audit chain it was signed over. Answers the first that disagrees, or null.
 */
export async function checkSentFiles({ store }: Office): Promise<FileFault | null> {
  let [previous, number]: [string | null, number] = [null, 0]
  for (const { sequence, sha256, previousSha256 } of (await listFiles(store.db)).reverse()) {
    if (sequence !== number + 1 || previousSha256 !== previous)
      return { sequence, why: 'previous', auditSeq: null }
    const bytes = (await readSummaryBytes(store.db, sequence))?.bytes ?? new Uint8Array()
    const members = unpackContainer('summary', bytes)
    const json = members.ok ? members.value['summary.json'] : undefined
    const read = json && readSummary(json)
    const whole = createHash('sha256').update(bytes).digest('hex') === sha256
    if (!whole || !read?.ok) return { sequence, why: 'bytes', auditSeq: null }
    const { hash, events } = read.value.auditHead
    const line = await lineOf(store.db, events)
    if (line !== hash) return { sequence, why: 'audit', auditSeq: events }
    ;[previous, number] = [sha256, sequence]
  }
  return null
}
