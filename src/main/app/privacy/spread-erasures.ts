import { existsSync } from 'node:fs'
import { findBackups } from '../backup-folder.ts'
import { readPlan } from '../backup-plan.ts'
import { fileProblem } from '../files.ts'
import type { Office } from '../office.ts'
import {
  erasureListPath,
  mergeErasures,
  readErasureList,
  writeErasureList,
} from './erasure-list.ts'

/**
 * Puts the list of erasures into every backup of the office within reach, so that an older one erases
 * again wherever it is restored. What cannot be reached now gets it with the next backup at its place.
 */
export async function spreadErasures(office: Office): Promise<void> {
  const { folder, row, store } = office
  if (!existsSync(erasureListPath(folder))) return
  const list = readErasureList(folder, store.key)
  const { places } = await readPlan(office)
  for (const place of places) {
    const found = findBackups(place)
    if (!found.ok) continue
    for (const each of found.value.filter(({ manifest }) => manifest?.unit === row.code)) {
      const there = readErasureList(each.folder, store.key)
      const all = mergeErasures(there, list)
      if (all.length === there.length) continue
      try {
        writeErasureList(each.folder, store.key, all)
      } catch (error) {
        if (fileProblem(error, each.folder) === null) throw error
      }
    }
  }
}
