import { existsSync, readFileSync } from 'node:fs'
import { arch, platform, release, totalmem } from 'node:os'
import { ok, type Result } from '#core/result.ts'
import { durability } from '../../db/open.ts'
import { storeFacts } from '../../db/store-facts.ts'
import type { Desk } from '../desk.ts'
import { fileProblem, writeDurably } from '../files.ts'
import { type Actor, change, type Office, todayInVietnam } from '../office.ts'

/** How many of the last bugs are named. */
const lastBugs = 50

/**
 * Saves a file for whoever helps: versions, how the store stands, rows per table, references of bugs.
 * It names nobody and no path, and of settings only whether they are set; null when the dialog was closed.
 */
export async function saveDiagnostics(
  desk: Desk,
  { office, actor }: { office: Office; actor: Actor },
): Promise<Result<{ path: string } | null>> {
  const today = todayInVietnam(office.ground.now())
  const path = await desk.ports.chooseSave(`Chan-doan-${today}.json`)
  if (path === null) return ok(null)
  try {
    writeDurably(path, JSON.stringify(await describe(desk, office), null, 2))
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
  await change(office, actor, (_db, audit) =>
    audit({ event: 'privacy.diagnosed', subject: 'office', detail: {} }),
  )
  return ok({ path })
}

async function describe(desk: Desk, office: Office) {
  const { language, exportDir, tokenDriver, stampServer, printers } = desk.settings
  const { node, electron, chrome } = process.versions
  const { code, practice } = office.row
  return {
    madeAt: office.ground.now().toISOString(),
    app: { version: office.ground.version, node, electron, chrome },
    computer: { platform: platform(), release: release(), arch: arch(), memory: totalmem() },
    office: { code, practice },
    settings: {
      language,
      exportDir: exportDir !== null,
      tokenDriver: tokenDriver !== null,
      stampServer: stampServer !== null,
      printers: Object.keys(printers).length,
    },
    store: { ...(await storeFacts(office.store.db)), durability: durability(office.store.raw) },
    bugs: bugReferences(office.ground.logFile),
  }
}

/** When the last bugs were and by what reference; what they said stays in the log. */
function bugReferences(log: string | undefined): { at: string; reference: string }[] {
  if (log === undefined || !existsSync(log)) return []
  const found = readFileSync(log, 'utf8').matchAll(/^(\d{4}-\S{5,20}Z) ([0-9a-f]{8}) /gm)
  return [...found].slice(-lastBugs).map(([, at = '', reference = '']) => ({ at, reference }))
}
