import { expect, it } from 'vitest'
import { killAtSteps } from '../../scripts/torture/at-steps.ts'
import { type Kind, lastStep } from '../../scripts/torture/order.ts'
import { tempFolder } from '../support/office.ts'

/** Steps that must be among those of a kind of work, in this order. */
const expected: Record<Exclude<Kind, 'save'>, string[]> = {
  close: [
    'begin',
    'insert period',
    'insert summary_file',
    'open out-close/.RQ-#-ngay-#-#-#-so-#.asice.tam',
    'write out-close/.RQ-#-ngay-#-#-#-so-#.asice.tam',
    'sync out-close/.RQ-#-ngay-#-#-#-so-#.asice.tam',
    'rename out-close/.RQ-#-ngay-#-#-#-so-#.asice.tam to out-close/RQ-#-ngay-#-#-#-so-#.asice',
    'update summary_file',
  ],
  import: ['begin', 'insert target', 'insert plan_import', 'insert audit', 'commit'],
  export: [
    'open out-export/so-#-#.xlsx.moi',
    'write out-export/so-#-#.xlsx.moi',
    'sync out-export/so-#-#.xlsx.moi',
    'rename out-export/so-#-#.xlsx.moi to out-export/so-#-#.xlsx',
  ],
  backup: [
    'write .raquan-#-#T#Z.moi/office.db',
    'sync .raquan-#-#T#Z.moi/office.db',
    'rename .raquan-#-#T#Z.moi/keys.json.moi to .raquan-#-#T#Z.moi/keys.json',
    'rename .raquan-#-#T#Z.moi/manifest.json.moi to .raquan-#-#T#Z.moi/manifest.json',
    'rename out-backup/.raquan-#-#T#Z.moi to out-backup/raquan-#-#T#Z',
  ],
  migrate: ['begin', 'create', 'insert kysely_migration', 'commit'],
  restore: [
    'write khoi-phuc.moi/office.db',
    'sync khoi-phuc.moi/office.db',
    'rename work-restore/khoi-phuc.json.moi to work-restore/khoi-phuc.json',
    'rename work-restore/office.db to thay-ra-#/office.db',
    'rename khoi-phuc.moi/office.db to work-restore/office.db',
    'rename work-restore/keys.json to thay-ra-#/keys.json',
    'rename khoi-phuc.moi/keys.json to work-restore/keys.json',
    'remove work-restore/khoi-phuc.json',
    'remove work-restore/khoi-phuc.moi',
  ],
}

it('[A4] a process killed right before any step of closing, importing, exporting, backing up, migrating or restoring leaves the state before or after', async () => {
  const kinds = Object.keys(expected) as (keyof typeof expected)[]
  const tallies = await killAtSteps({ kinds, root: tempFolder(), lastToo: false })
  const bad = tallies.filter(({ faults }) => faults.length > 0)
  expect(bad).toEqual([])
  for (const kind of kinds) {
    const names = tallies.filter((each) => each.kind === kind).map(({ name }) => name)
    const known = expected[kind]
    expect(names.filter((name) => known.includes(name))).toEqual(known)
    expect(names.at(-1)).toBe(lastStep)
  }
}, 300_000)
