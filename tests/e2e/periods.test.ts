import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'

/** What axe finds on the page, by rule. */
async function faults(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

test('periods are closed, reopened by two people, adjusted and listed', async ({ stage }, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const keep = { picture: async () => undefined, file: async () => undefined }
  const pins = await makePracticeOffice({ app, page, folder: stage.folder, keep })
  await signIn({ app, page, folder: stage.folder, keep }, 'Cán bộ nhập', pins.clerk)
  const stick = join(stage.folder, 'usb')
  await mkdir(stick, { recursive: true })
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, stick)
  const dialog = page.getByRole('dialog')

  const closeAndSign = async () => {
    await page.getByRole('button', { name: /Chốt và ký/ }).click()
    await dialog.getByLabel('Mã PIN của thủ trưởng').fill(pins.head)
    await dialog.getByRole('button', { name: /Chọn thư mục/ }).click()
    await expect(dialog.getByText('Thư mục sẵn sàng để ghi.')).toBeVisible()
    await dialog.getByRole('button', { name: /Ký và ghi tệp/ }).click()
    await expect(dialog.getByText(/An toàn để rút USB/)).toBeVisible({ timeout: 30_000 })
  }

  await test.step('every kind of period shows its days', async () => {
    await page.keyboard.press('F6')
    await page.getByLabel('Ngày báo cáo').fill('15/11/2024')
    await page.keyboard.press('Enter')
    await page.getByLabel('Loại kỳ').selectOption('week')
    await expect(page.getByText('tuần 11/11/2024 – 17/11/2024')).toBeVisible()
    await page.getByLabel('Loại kỳ').selectOption('month')
    await expect(page.getByText('tháng 11/2024')).toBeVisible()
    await page.getByLabel('Loại kỳ').selectOption('campaign')
    await expect(page.getByLabel('Đợt bắt đầu từ')).toBeVisible()
    await picture('dot')
    await page.getByLabel('Loại kỳ').selectOption('day')
    expect(await faults(page)).toEqual([])
  })

  await test.step('a day is closed, and the stick may be taken out', async () => {
    await closeAndSign()
    await picture('an-toan-rut-usb')
    expect((await readdir(stick)).filter((name) => name.endsWith('.asice'))).toHaveLength(1)
    await page.keyboard.press('Escape')
    await expect(page.getByText('Thành phố chưa trả lời.')).toBeVisible()
    await picture('da-gui')
  })

  await test.step('[A34] the head confirms that it is opened again', async () => {
    await page.getByRole('button', { name: 'Mở lại kỳ' }).click()
    await dialog.getByRole('button', { name: 'Mở lại' }).click()
    await expect(dialog.getByText(/chỗ cần sửa/)).toBeVisible()
    await dialog.getByLabel('Lý do').fill('Nhập sót một hộ')
    await dialog.getByLabel('Người thứ hai', { exact: true }).selectOption({ index: 1 })
    await dialog.getByLabel('Mã PIN của người thứ hai').fill(pins.head)
    await picture('mo-lai')
    expect(await faults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Mở lại' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/Kỳ này đã mở lại/)).toBeVisible()
    await closeAndSign()
    await page.keyboard.press('Escape')
    await expect(page.getByText(/ghi tệp \(lần 2\)/)).toBeVisible()
  })

  await test.step('[A42] an adjustment of a sign-up that is not there is refused in words', async () => {
    await page.getByRole('button', { name: 'Thêm điều chỉnh' }).click()
    await dialog.getByLabel('Số hồ sơ').fill('999999')
    await dialog.getByLabel('Việc cần điều chỉnh').selectOption('corrected')
    await dialog.getByLabel('Tổng tiền (+/−)').fill('-50.000')
    await expect(dialog.getByText('Người tham gia đóng thay đổi: -50.000 đ')).toBeVisible()
    await dialog.getByLabel('Lý do').fill('Thu nhầm')
    await dialog.getByRole('button', { name: 'Thêm điều chỉnh' }).click()
    await expect(dialog.getByText(/Không tìm thấy hồ sơ số 999999/)).toBeVisible()
    await picture('dieu-chinh')
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('the history names both files and who opened the period', async () => {
    const history = page.getByRole('table', { name: /Các kỳ đã chốt/ })
    await expect(history.getByText('2, lần 2')).toBeVisible()
    await expect(history.getByText(/Nhập sót một hộ/)).toBeVisible()
    await history.scrollIntoViewIfNeeded()
    await picture('lich-su')
    await page.getByRole('button', { name: 'Mở trả lời của thành phố' }).click()
    await dialog.getByRole('button', { name: /Chọn tệp/ }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await picture('tra-loi')
  })
})
