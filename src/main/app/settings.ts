import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Settings } from './desk.ts'
import { writeDurably } from './files.ts'

const SettingsFile = z.object({
  dataDir: z.string().min(1),
  language: z.enum(['vi', 'en']),
  exportDir: z.string().min(1).nullable(),
  tokenDriver: z.string().min(1).nullable().default(null),
  stampServer: z.string().min(1).nullable().default(null),
  printers: z.record(z.string(), z.object({ right: z.number(), down: z.number() })).default({}),
  printer: z.string().min(1).nullable().default(null),
})

/** The settings of this computer; a missing or damaged file gives the defaults. */
export function readSettings(path: string, defaults: Settings): Settings {
  try {
    return SettingsFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return defaults
  }
}

/** Writes the settings of this computer. */
export function writeSettings(path: string, settings: Settings): void {
  writeDurably(path, `${JSON.stringify(settings, null, 2)}\n`)
}
