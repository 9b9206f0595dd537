import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedFile } from '#core/city/received.ts'
import type { Problem } from '#core/result.ts'
import { readSummaryFile } from './files.ts'
import type { Trust } from './trust.ts'
import { type SummaryVerdict, verifySummary } from './verify.ts'

const suffix = '.asice'

/** How deep folders are looked through: unit, year, month and some to spare. */
const deepest = 8

/**
 * The files behind what a person chose: files as they are, folders with every summary file in them, in
 * the order of their names. A path that is not there stays in the list, so that its verdict says so.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (info?.isDirectory()) found.push(...(await filesIn(path, deepest)))
    else found.push(path)
  }
  return [...new Set(found)]
}

async function filesIn(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    // A link could lead in circles or out of the folder that was chosen.
    if (entry.isDirectory() && depth > 0) found.push(...(await filesIn(path, depth - 1)))
    else if (entry.isFile() && isSummaryName(entry.name)) found.push(path)
  }
  return found
}

const isSummaryName = (name: string): boolean =>
  name.toLowerCase().endsWith(suffix) && !name.startsWith('.')

/** Reads and verifies one file; whatever is wrong with it is in the answer. */
export async function checkFile(path: string, trust: Trust): Promise<CheckedFile> {
  const bytes = await readSummaryFile(path)
  if (!bytes.ok) return unreadable(path, bytes.problem)
  return checkBytes(path, bytes.value, trust)
}

/** Verifies the bytes of a file; `path` is only named in the answer. */
export async function checkBytes(
  path: string,
  bytes: Uint8Array,
  trust: Trust,
): Promise<CheckedFile> {
  return checkedFile(path, bytes, await verifySummary(bytes, trust))
}

const unreadable = (path: string, problem: Problem): CheckedFile => ({
  path,
  sha256: null,
  claims: null,
  signer: null,
  problems: [problem],
  notices: [],
  summary: null,
  bytes: null,
})

function checkedFile(path: string, bytes: Uint8Array, verdict: SummaryVerdict): CheckedFile {
  const { sha256, unit, period, sequence, revision, signer, problems, notices, summary } = verdict
  const claims =
    unit && period && sequence !== null && revision !== null
      ? { unit, period, sequence, revision }
      : null
  return {
    path,
    sha256,
    claims,
    signer: signer && {
      name: signer.name,
      unit: signer.unit,
      fingerprint: signer.fingerprint,
      signedAt: signer.signedAt,
    },
    problems,
    notices,
    summary,
    bytes: summary ? bytes : null,
  }
}
