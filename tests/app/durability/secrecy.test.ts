import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { foldKey } from '#core/text.ts'
import { type Copier, copyHere, makeBackup } from '../../../src/main/app/backups.ts'
import { closeOffice } from '../../../src/main/app/office.ts'
import { restoreStore } from '../../../src/main/app/restore-store.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { clerk, draft, makeOffice, member, tempFolder } from '../../support/office.ts'

/** People who do not exist and numbers nobody has. */
const names = ['Khuất Thị Ngọc Ánh', 'Đoàn Trịnh Quế Lâm', 'Kiều Phượng Hoàng Oanh', 'Tạ Đình Thủy']
const numbers = ['001190733551', '001190733552', '001190733553', '001190733554']
const planted = [...names, ...numbers, 'Số 917, Xóm Chùa Đồng Bụt', '0900917355']

const dresses = planted.flatMap((text) =>
  [text, text.normalize('NFD'), foldKey(text)].flatMap((each) => [
    Buffer.from(each),
    Buffer.from(each, 'utf16le'),
  ]),
)

/** Files below a folder that hold one of the planted texts, and how many files there are. */
function scan(folder: string): { files: number; found: string[] } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  // Read by another process: closing a file here would drop SQLite's locks on it.
  const read = (file: string) => execFileSync('cat', [file], { maxBuffer: 1 << 28 })
  const found = files.filter((file) => {
    const bytes = read(file)
    return dresses.some((dress) => bytes.includes(dress))
  })
  return { files: files.length, found }
}

it('[A18] ten planted names and numbers are in no backup, finished or not, and in nothing a restore leaves', async () => {
  const { office, folder, ground, recoveryCode } = await makeOffice()
  const place = join(tempFolder(), 'kho')
  mkdirSync(place)
  const members = names.map((name, index) =>
    member({
      person: { name, sex: 'female', personalNumber: numbers[index] ?? null, phone: '0900917355' },
    }),
  )
  const household = { id: null, commune: { code: '00376', validFrom: '' }, phone: null }
  const sheet = draft({
    household: { ...household, address: 'Số 917, Xóm Chùa Đồng Bụt' },
    members,
  })
  must(await saveHousehold(office, clerk, sheet))
  const halfWay: Copier = async (order) => {
    const facts = await copyHere(order)
    const half = scan(place)
    expect(half.files).toBeGreaterThan(0)
    expect(half.found).toEqual([])
    return facts
  }
  const backup = must(await makeBackup(office, place, halfWay)).folder
  expect(scan(folder).files).toBeGreaterThan(3)
  expect(scan(folder).found).toEqual([])
  await closeOffice(office)
  must(await restoreStore(ground, { backup, folder, code: recoveryCode }))
  expect(readdirSync(folder).some((name) => name.startsWith('thay-ra-'))).toBe(true)
  for (const each of [place, folder]) expect(scan(each).found).toEqual([])
})
