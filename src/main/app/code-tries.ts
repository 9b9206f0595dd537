import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, type Result } from '#core/result.ts'
import { fileProblem, makeFolder, writeDurably } from './files.ts'

const Tries = z.strictObject({ wrong: z.number().int().min(0), until: z.iso.datetime() })

const freeTries = 5
const longestWait = 3600

/**
 * Tries a recovery code for a data folder: five free tries, then a wait that doubles each time
 * (`recovery.wait`). The count lies in the folder, so a restart does not reset it.
 */
export function tryCode<T>(folder: string, now: Date, attempt: () => Result<T>): Result<T> {
  const { wrong, until } = readTries(folder)
  const wait = Date.parse(until) - now.getTime()
  if (wait > 0) return fail('recovery.wait', { seconds: Math.ceil(wait / 1000) })
  const tried = attempt()
  if (tried.ok) rmSync(triesPath(folder), { force: true })
  else if (tried.problem.code === 'recovery.wrong') keepTries(folder, wrong + 1, now)
  return tried
}

const triesPath = (folder: string): string => join(folder, 'recovery-tries.json')

function readTries(folder: string): z.infer<typeof Tries> {
  const none = { wrong: 0, until: new Date(0).toISOString() }
  const path = triesPath(folder)
  if (!existsSync(path)) return none
  try {
    return Tries.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return none
  }
}

function keepTries(folder: string, wrong: number, now: Date): void {
  const over = wrong - freeTries
  const seconds = over < 0 ? 0 : Math.min(30 * 2 ** over, longestWait)
  const until = new Date(now.getTime() + seconds * 1000).toISOString()
  try {
    makeFolder(folder)
    writeDurably(triesPath(folder), `${JSON.stringify({ wrong, until })}\n`)
  } catch (error) {
    // A code of 130 random bits is not guessed; the count is a courtesy where it cannot be kept.
    if (fileProblem(error, folder) === null) throw error
  }
}
