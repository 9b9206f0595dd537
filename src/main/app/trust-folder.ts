import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Office } from './office.ts'

/** The office's own folder of certificates it believes; it is there from the first time it is asked for. */
export function trustFolder({ folder }: Office): string {
  const path = join(folder, 'trust')
  mkdirSync(path, { recursive: true })
  return path
}
