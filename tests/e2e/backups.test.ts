import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'

const silent = { picture: async () => undefined, file: async () => undefined }

const chooseNext = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)

test('[A12] the head backs up, rehearses, and a new computer is restored from the backup and the code', async ({
  stage,
}, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const scene = { app, page, folder: stage.folder, keep: silent }
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Thủ trưởng', pins.head)
  const place = join(stage.folder, 'kho sao lưu')
  mkdirSync(place)

  await page.keyboard.press('F12')
  await page.getByText('Sao lưu', { exact: true }).click()
  await expect(page.getByText(/Chưa chọn nơi cất/)).toBeVisible()
  await shot('chua-chon')
  await chooseNext(app, place)
  await page.getByRole('button', { name: /Nơi cất 1/ }).click()
  const plan = page.getByRole('region', { name: 'Nơi cất và lịch' })
  await plan.getByLabel('PIN của bạn để xác nhận').fill(pins.head)
  await plan.getByRole('button', { name: 'Lưu nơi cất' }).click()
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect(page.getByRole('cell', { name: 'Đã kiểm tra, nguyên vẹn' })).toBeVisible()
  expect(readdirSync(place)).toHaveLength(1)

  const change = page.getByRole('region', { name: 'Đổi mã khôi phục' })
  await change.getByLabel('PIN của bạn để xác nhận').fill(pins.head)
  await change.getByRole('button', { name: 'Tạo mã mới' }).click()
  const code = (await change.getByRole('listitem').allInnerTexts()).join('-')
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  await change.getByLabel('Nhập lại nhóm cuối').fill(code.slice(-4))
  await shot('ma-moi')
  await change.getByRole('button', { name: 'Dùng mã mới' }).click()
  await expect(change.getByText(/kể cả trong 1 bản sao lưu/)).toBeVisible()

  const rehearsal = page.getByRole('region', { name: 'Diễn tập khôi phục' })
  await rehearsal.getByLabel(/Mã khôi phục/).fill(code)
  await rehearsal.getByRole('button', { name: 'Diễn tập khôi phục' }).click()
  await expect(rehearsal.getByText(/Diễn tập đạt/)).toBeVisible()
  await shot('sao-luu')
  await app.close()

  const home = { dataDir: join(stage.folder, 'máy mới'), userDataDir: join(stage.folder, 'user-2') }
  const other = await stage.launch({ env: launchMorning, ...home })
  const fresh = await other.firstWindow()
  await chooseNext(other, place)
  await fresh.getByRole('button', { name: /có bản sao lưu/ }).click()
  await fresh.getByLabel('Mã khôi phục').fill(code)
  await fresh.screenshot({ path: info.outputPath('may-moi.png') })
  await fresh.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await expect(fresh.getByRole('radio', { name: /Thủ trưởng/ })).toBeVisible()
  await other.close()

  // Somebody switched a cloud service on: the app warns, opens, and can be moved.
  const synced = join(stage.folder, 'OneDrive', 'ra-quan')
  cpSync(home.dataDir, synced, { recursive: true })
  const third = { dataDir: synced, userDataDir: join(stage.folder, 'user-3') }
  const moved = await stage.launch({ env: launchMorning, ...third })
  const warned = await moved.firstWindow()
  await expect(warned.getByText(/được dịch vụ đám mây đồng bộ/)).toBeVisible()
  await warned.getByLabel('Mã khôi phục', { exact: true }).fill(code)
  await warned.getByRole('button', { name: 'Mở khóa' }).click()
  await expect(warned.getByRole('radio', { name: /Thủ trưởng/ })).toBeVisible()
  await expect(warned.getByText(/được dịch vụ đám mây đồng bộ/)).toBeVisible()
  await warned.screenshot({ path: info.outputPath('dam-may.png') })
  await signIn({ ...scene, app: moved, page: warned }, 'Thủ trưởng', pins.head)
  await warned.keyboard.press('F12')
  await warned.getByText('Sao lưu', { exact: true }).click()
  const restore = warned.getByRole('region', { name: 'Khôi phục từ bản sao lưu' })
  const target = join(stage.folder, 'ổ đĩa của máy')
  mkdirSync(target)
  await chooseNext(moved, target)
  await restore.getByRole('button', { name: /Thư mục dữ liệu mới/ }).click()
  await chooseNext(moved, place)
  await restore.getByRole('button', { name: /Chọn thư mục có bản sao lưu/ }).click()
  await restore.getByLabel('Mã khôi phục').fill(code)
  await restore.getByLabel('PIN của bạn để xác nhận').fill(pins.head)
  await restore.scrollIntoViewIfNeeded()
  await warned.screenshot({ path: info.outputPath('chuyen-di.png') })
  await restore.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await expect(warned.getByRole('radio', { name: /Thủ trưởng/ })).toBeVisible()
  await expect(warned.getByText(/được dịch vụ đám mây đồng bộ/)).toHaveCount(0)
  await expect(warned.getByText(`Dữ liệu của đơn vị: ${target}`)).toBeVisible()
  expect(existsSync(join(target, 'office.db'))).toBe(true)
})
