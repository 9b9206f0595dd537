import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { savePlan } from '../../../src/main/app/backup-plan.ts'
import { makeBackups } from '../../../src/main/app/backups.ts'
import { copyHere } from '../../../src/main/app/copier.ts'
import { cancelSignUp } from '../../../src/main/app/enrolments.ts'
import { closeOffice } from '../../../src/main/app/office.ts'
import { openOffice } from '../../../src/main/app/open-office.ts'
import { eraseRecords } from '../../../src/main/app/privacy/erase.ts'
import { erasureListPath, readErasureList } from '../../../src/main/app/privacy/erasure-list.ts'
import { restoreStore } from '../../../src/main/app/restore-store.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { findBrokenLine } from '../../../src/main/db/audit.ts'
import { clerk, draft, makeOffice, tempFolder } from '../../support/office.ts'

const why = 'Bà Khuất Thị Ngọc Ánh yêu cầu xóa'

it('a backup from before an erasure erases again wherever it is restored, once it was within reach', async () => {
  const { office, folder, ground, clock, key, recoveryCode } = await makeOffice()
  const place = join(tempFolder(), 'kho')
  mkdirSync(place)
  must(await savePlan(office, clerk, { places: [place], everyHours: 4, days: 90, months: 60 }))
  const back = async () => {
    const [outcome] = must(await makeBackups(office, clerk, copyHere))
    return outcome?.made?.folder ?? ''
  }
  const { enrolmentIds } = must(await saveHousehold(office, clerk, draft()))
  must(await cancelSignUp(office, clerk, enrolmentIds[0] ?? 0, 'Nhập nhầm'))
  const before = await back()
  expect(existsSync(erasureListPath(before))).toBe(false)
  const stranger = join(tempFolder(), 'raquan-016-20241120T030000000Z')
  cpSync(before, stranger, { recursive: true })
  const order = { kind: 'person' as const, recordId: '1', reason: why, requestId: null }
  must(await eraseRecords(office, clerk, [order]))
  const list = readErasureList(folder, key)
  expect(list).toMatchObject([{ kind: 'person', recordId: '1', reason: why }])
  expect(readErasureList(before, key)).toEqual(list)
  for (const each of [folder, before])
    expect(readFileSync(erasureListPath(each)).includes('Khuất')).toBe(false)
  clock.at = '2024-11-21T03:00:00.000Z'
  expect(readErasureList(await back(), key)).toEqual(list)
  await closeOffice(office)

  const nameAfter = async (backup: string, to: string) => {
    must(await restoreStore(ground, { backup, folder: to, code: recoveryCode }))
    const again = must(await openOffice(ground, to, key))
    const name = again.store.raw.prepare('select name from person where id = 1').pluck().get()
    expect(await findBrokenLine(again.store.db)).toBeNull()
    await closeOffice(again)
    return name
  }
  const fresh = join(tempFolder(), 'máy mới')
  expect(await nameAfter(before, fresh)).toBe('(đã xóa)')
  // Put over a folder that knows more than the backup, nothing that folder knew is forgotten.
  expect(await nameAfter(stranger, fresh)).toBe('(đã xóa)')
  // One that was never within reach cannot know, and a list nobody of the office sealed is no list.
  expect(await nameAfter(stranger, join(tempFolder(), 'máy khác'))).toBe('Nguyễn Văn Ước')
  writeFileSync(erasureListPath(stranger), JSON.stringify(list))
  expect(await nameAfter(stranger, join(tempFolder(), 'máy nữa'))).toBe('Nguyễn Văn Ước')
})
