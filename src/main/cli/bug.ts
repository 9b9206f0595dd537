import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fill } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { bugLog } from '../app/log.ts'

/** The exit code of a command that met a bug. */
export const bugExit = 3

/**
 * Tells of a bug in one sentence with a reference and writes its stack to the log of the app, as the
 * window does; with `json` the sentence is in an object on stdout.
 */
export function tellBug(error: unknown, json: boolean): number {
  const reference = randomBytes(4).toString('hex')
  bugLog(join(appHome(), 'logs', 'loi.log'), () => new Date())(reference, error)
  const message = fill(texts.common.bug, 'vi', { reference })
  if (json) console.log(JSON.stringify({ bug: { reference, message } }))
  else console.error(message)
  return bugExit
}

/** Where the window of this user keeps its settings and logs; Electron names the folder by the product. */
function appHome(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env
  const home = homedir()
  const homes: Partial<Record<NodeJS.Platform, string>> = {
    win32: APPDATA || join(home, 'AppData', 'Roaming'),
    darwin: join(home, 'Library', 'Application Support'),
  }
  return join(homes[process.platform] ?? (XDG_CONFIG_HOME || join(home, '.config')), productName())
}

function productName(): string {
  const file = join(import.meta.dirname, '..', '..', '..', 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { productName: string }).productName
}
