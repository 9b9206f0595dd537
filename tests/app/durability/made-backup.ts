import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '#core/result.ts'
import { makeBackup } from '../../../src/main/app/backups.ts'
import { copyHere } from '../../../src/main/app/copier.ts'
import { makeOffice, tempFolder } from '../../support/office.ts'

/** An office with one backup of it. */
export async function madeBackup() {
  const made = await makeOffice()
  const place = join(tempFolder(), 'kho')
  mkdirSync(place)
  const { folder: backup } = must(await makeBackup(made.office, place, copyHere))
  return { ...made, place, backup }
}
