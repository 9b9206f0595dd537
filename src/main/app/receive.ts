import type { AuditEntry } from '#core/audit.ts'
import { judgeArrival } from '#core/city/arrival.ts'
import { dueOn } from '#core/city/deadlines.ts'
import type { CheckedFile } from '#core/city/received.ts'
import type { FileVerdict } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { Problem } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { findOffice } from '#core/units.ts'
import { addFile, meetKey, relatedFiles } from '../db/city-files.ts'
import { readDeadlines } from './city-rules.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'

/** A file that passed every check of its own. */
type Verified = CheckedFile & {
  sha256: string
  signer: NonNullable<CheckedFile['signer']>
  summary: Summary
  bytes: Uint8Array
}

/**
 * Takes checked files into the city's store, each judged against what is there, all in one transaction:
 * a file is in the store with its figures, its number and its key, or nothing of it is. The verdicts
 * come in the order of the files.
 */
export async function saveFiles(
  office: Office,
  actor: Actor,
  files: readonly CheckedFile[],
): Promise<FileVerdict[]> {
  return change(office, actor, async (_db, audit, at) => {
    const verdicts: FileVerdict[] = []
    for (const file of files) {
      const verdict = saveFile(office, actor, file, at)
      if (verdict.outcome !== 'already') await audit(entryOf(verdict))
      verdicts.push(verdict)
    }
    return verdicts
  })
}

function saveFile(office: Office, actor: Actor, file: CheckedFile, at: string): FileVerdict {
  const verdict = (
    outcome: FileVerdict['outcome'],
    problems: Problem[],
    notices: Problem[] = [],
    fileId: number | null = null,
  ): FileVerdict => {
    const { path, sha256, claims, signer } = file
    return { path, outcome, fileId, sha256, claims, signer, problems, notices }
  }
  if (!isVerified(file)) return verdict('refused', file.problems, file.notices)
  const misplaced = checkPlace(office, file.summary)
  if (misplaced) return verdict('refused', [misplaced])
  const { row, store } = office
  const { raw } = store
  const { summary, sha256 } = file
  const arrival = judgeArrival(relatedFiles(raw, sha256, summary), { ...summary, sha256 })
  if (arrival.outcome === 'already' || arrival.outcome === 'refused')
    return verdict(arrival.outcome, [arrival.problem])
  const outdated = arrival.outcome === 'outdated'
  const newKey = meetKey(raw, summary.unit.code, file.signer, at)
  const notices = [
    ...(outdated ? [] : arrival.notices),
    ...lateness(office, summary),
    ...(newKey ? [{ code: 'city.new-key', values: { signer: file.signer.name } } as const] : []),
    ...file.notices.filter(({ code }) => !row.practice || !everyPractice.includes(code)),
  ]
  const id = addFile(raw, {
    ...{ summary, sha256, bytes: file.bytes, signer: file.signer },
    state: outdated ? 'outdated' : 'received',
    findings: JSON.stringify(outdated ? [arrival.problem] : notices),
    at,
    by: actor.name,
  })
  return outdated
    ? verdict('outdated', [arrival.problem], [], id)
    : verdict('taken', [], notices, id)
}

// True of every practice file, so saying it each time would hide what matters.
const everyPractice = ['exchange.practice', 'exchange.revocation-unchecked']

function isVerified(file: CheckedFile): file is Verified {
  const { problems, sha256, signer, summary, bytes } = file
  return problems.length === 0 && !!sha256 && !!signer && !!summary && !!bytes
}

/** Whether a genuine file belongs into this store at all. */
function checkPlace(office: Office, { unit, period, practice }: Summary): Problem | null {
  const { ground, row } = office
  const { places } = ground.policy
  if (practice && !row.practice) return { code: 'city.practice-file' }
  if (!practice && row.practice) return { code: 'city.real-file' }
  const [from, to] = [formatDate(period.from), formatDate(period.to)]
  if (period.to > todayInVietnam(ground.now())) return { code: 'city.period-ahead', values: { to } }
  const sender =
    findOffice(places, unit.code, period.from) ?? findOffice(places, unit.code, period.to)
  if (!sender) return { code: 'city.unknown-unit', values: { unit: unit.code, from, to } }
  if (sender.wholeCity) return { code: 'city.own-unit', values: { unit: unit.code } }
  return null
}

function lateness({ ground }: Office, { period }: Summary): Problem[] {
  const due = dueOn(readDeadlines(ground), period)
  if (due === null || todayInVietnam(ground.now()) <= due) return []
  return [{ code: 'city.late', values: { due: formatDate(due) } }]
}

function entryOf({ outcome, sha256, claims, problems }: FileVerdict): AuditEntry {
  return {
    event: 'file.received',
    subject: claims ? `unit:${claims.unit.code}` : 'unit:?',
    detail: {
      outcome,
      sha256,
      sequence: claims?.sequence ?? null,
      revision: claims?.revision ?? null,
      problems: problems.map(({ code }) => code),
    },
  }
}
