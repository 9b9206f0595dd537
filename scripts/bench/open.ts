import { constants, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '#core/result.ts'
import type { Actor, Office } from '../../src/main/app/office.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { cacheDir } from '../lib/paths.ts'
import { benchGround, benchKey } from './store.ts'

/** Who acts in the bench. */
export const benchActor: Actor = { id: null, name: 'Đo tốc độ', role: 'command-line' }

/** Opens a copy of a cached store as the app opens any office; `close` throws the copy away. */
export async function openCopy(
  folder: string,
): Promise<{ office: Office; close: () => Promise<void> }> {
  // Beside the cache, so that a disk that can share blocks does, and temporary folders stay small.
  const copy = mkdtempSync(join(cacheDir, 'bench', 'copy-'))
  const remove = () => rmSync(copy, { recursive: true, force: true })
  process.once('exit', remove)
  for (const name of readdirSync(folder)) {
    copyFileSync(join(folder, name), join(copy, name), constants.COPYFILE_FICLONE)
  }
  const office = must(await openOffice(benchGround(), copy, benchKey(copy)))
  const close = async () => {
    await closeOffice(office)
    remove()
  }
  return { office, close }
}
