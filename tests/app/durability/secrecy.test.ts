import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RegistryFilters } from '#core/contract/registry-calls.ts'
import { must } from '#core/result.ts'
import { foldKey } from '#core/text.ts'
import { makeBackup } from '../../../src/main/app/backups.ts'
import { attachFile, fileBytes, saveThumbnail } from '../../../src/main/app/conference-files.ts'
import { saveConference } from '../../../src/main/app/conferences.ts'
import { type Copier, copyHere } from '../../../src/main/app/copier.ts'
import { closeOffice, type Office } from '../../../src/main/app/office.ts'
import { openOffice } from '../../../src/main/app/open-office.ts'
import { restoreStore } from '../../../src/main/app/restore-store.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { listRegister } from '../../../src/main/jobs/list-register.ts'
import { clerk, conference, draft, makeOffice, member, tempFolder } from '../../support/office.ts'

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

/** The temporary files of this process go where they can be looked at. */
const temporary = tempFolder()
/** Where people keep their photos and want their lists; it is theirs. */
const [photos, out] = [tempFolder(), tempFolder()]
const before = process.env.TMPDIR

beforeAll(() => {
  process.env.TMPDIR = temporary
})

afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
})

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

/** A family of the planted people, in a new household. */
async function saveFamily(office: Office): Promise<void> {
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
}

it('[A18] ten planted names and numbers are in no backup, finished or not, and in nothing a restore leaves', async () => {
  const { office, folder, ground, recoveryCode } = await makeOffice()
  const place = join(tempFolder(), 'kho')
  mkdirSync(place)
  await saveFamily(office)
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
  for (const each of [place, folder, temporary]) expect(scan(each).found).toEqual([])
})

it('[A18] nor does a photo of people lie anywhere in plain, whole or small, in the book or in its backup', async () => {
  const { office, folder, ground, key, recoveryCode } = await makeOffice()
  const { id } = must(await saveConference(office, clerk, conference()))
  const picture = (text: string) => Buffer.from([0xff, 0xd8, 0xff, 0xe1, ...Buffer.from(text)])
  const from = join(photos, `${names[0]}.jpg`)
  writeFileSync(from, picture(planted.join('; ').repeat(500)))
  const file = must(await attachFile(office, clerk, id, from))
  must(await saveThumbnail(office, file.id, picture(planted.join('; '))))
  const place = join(tempFolder(), 'kho')
  mkdirSync(place)
  const backup = must(await makeBackup(office, place, copyHere)).folder
  for (const each of [folder, place]) expect(scan(each).found).toEqual([])
  await closeOffice(office)
  must(await restoreStore(ground, { backup, folder, code: recoveryCode }))
  for (const each of [folder, place, temporary]) expect(scan(each).found).toEqual([])
  // It is all there for who has the key.
  const again = must(await openOffice(ground, folder, key))
  const bytes = Buffer.from(must(await fileBytes(again, file.id, 'bytes')))
  expect(bytes.includes(names[3] ?? '')).toBe(true)
  await closeOffice(again)
})

it('[A18] a list on its way out stands where the head wants it and nowhere else', async () => {
  const { office, folder, key } = await makeOffice()
  await saveFamily(office)
  const register = {
    wish: { show: 'people', query: '', filters: RegistryFilters.parse({}), chosen: null },
    path: join(out, 'so.csv'),
    format: 'csv',
    label: 'Sổ',
    heading: [],
    communes: {},
  } as const
  const store = { file: office.store.file, key, nativeBinding: undefined }
  let looked = 0
  const made = await listRegister({ kind: 'register', store, register }, () => {
    looked += 1
    expect(readdirSync(out)).toEqual(['so.csv.moi'])
    for (const each of [folder, temporary]) expect(scan(each).found).toEqual([])
  })
  expect(made).toMatchObject({ type: 'done', made: { rows: names.length } })
  expect(looked).toBeGreaterThan(0)
  expect(scan(out).found).toEqual([join(out, 'so.csv')])
  for (const each of [folder, temporary]) expect(scan(each).found).toEqual([])
})
