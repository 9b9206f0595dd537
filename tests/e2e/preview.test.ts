import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { readTie, tieText } from '#core/papers/tie.ts'
import { expect, test } from '../support/electron-test.ts'
import {
  enrolFamily,
  launchMorning,
  makePracticeOffice,
  recordConference,
  signIn,
} from '../support/office-day.ts'
import { readQr } from '../support/qr.ts'
import { plugScanner } from '../support/scanner.ts'

test('a paper is looked through, searched and fitted by the keyboard', async ({ stage }, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  await recordConference(scene)
  await enrolFamily(scene)
  await page.keyboard.press('Control+p')
  const preview = page.getByRole('dialog', { name: /Xem trước khi in/ })
  const pane = preview.getByRole('region', { name: 'Xem trước khi in' })
  const sheet = pane.locator('canvas').first()
  await expect(sheet).toHaveAttribute('data-drawn', 'true')
  const across = async () => (await sheet.boundingBox())?.width ?? 0

  await test.step('fit the width, then the whole page', async () => {
    await page.keyboard.press('Control+2')
    await expect.poll(across).toBeGreaterThan(850)
    await page.keyboard.press('Control+0')
    await expect.poll(across).toBeLessThan(620)
    const [box, area] = [await sheet.boundingBox(), await pane.boundingBox()]
    expect(box?.height).toBeLessThan(area?.height ?? 0)
    await page.screenshot({ path: info.outputPath('vua-trang.png') })
  })

  await test.step('search without marks, next and previous', async () => {
    await page.keyboard.press('Control+=')
    await page.keyboard.press('Control+f')
    await expect(preview.getByLabel('Tìm trong tờ in')).toBeFocused()
    await page.keyboard.type('ho va ten')
    const count = preview.getByText(/Chỗ \d+ trên \d+/)
    await expect(count).toContainText('Chỗ 1 trên')
    const current = pane.locator('[data-current=true]').first()
    await expect(current).toBeInViewport()
    const before = await current.boundingBox()
    await page.keyboard.press('Enter')
    await expect(count).toContainText(/Chỗ 2 trên/)
    expect(await current.boundingBox()).not.toEqual(before)
    await page.screenshot({ path: info.outputPath('tim-thay.png') })
    await page.keyboard.press('Shift+Enter')
    await expect(count).toContainText('Chỗ 1 trên')
    await preview.getByLabel('Tìm trong tờ in').fill('không có chữ này')
    await expect(preview.getByText('Không thấy trong tờ in này.')).toBeVisible()
  })

  await noFaults(page)
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
})

test('a paper is chosen by form and edition, a day is printed at once, and a paper that came back finds its conference', async ({
  stage,
}, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  await recordConference(scene)
  await page.keyboard.press('F4')
  const row = page.getByRole('row').nth(2)
  await expect(row).toBeVisible()
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('Control+p')
  const preview = page.getByRole('dialog', { name: /Xem trước khi in/ })
  const sheet = preview.getByRole('region', { name: 'Xem trước khi in' }).locator('canvas').first()
  await expect(sheet).toHaveAttribute('data-drawn', 'true')

  await test.step('the form follows the signing day; what is not compared is said and marked', async () => {
    await expect(preview.getByLabel('Mẫu', { exact: true })).toHaveValue('tk1-ts')
    const edition = preview.getByLabel('Bản ban hành')
    await expect(edition.locator('option:checked')).toHaveText('Theo ngày ký: QĐ 490')
    await expect(preview.getByText(/chưa đối chiếu được/).first()).toBeVisible()
    await expect(preview.getByRole('checkbox', { name: /bản in thử/ })).toBeChecked()
    await picture('mau-theo-ngay-ky')
    await edition.selectOption('QD366')
    await expect(preview.getByText('được chọn tay')).toBeVisible()
    await expect(preview.getByRole('checkbox', { name: /bản in thử/ })).toBeHidden()
    await expect(sheet).toHaveAttribute('data-drawn', 'true')
    await picture('ban-chon-tay')
  })

  await test.step('a form not in force is refused and an edition can be chosen; a quote is one choice away', async () => {
    await preview.getByLabel('Mẫu', { exact: true }).selectOption('mau-4')
    await expect(preview.getByRole('alert')).toContainText('Mẫu số 4')
    await picture('chua-co-ban')
    await preview.getByLabel('Bản ban hành').selectOption('ND188')
    await expect(sheet).toHaveAttribute('data-drawn', 'true')
    await picture('mau-4')
    await preview.getByLabel('Mẫu', { exact: true }).selectOption('quote')
    await expect(preview.getByRole('heading', { name: /Phiếu tính mức đóng/ })).toBeVisible()
    await preview.getByRole('checkbox', { name: 'In tờ trống để điền tay' }).check()
    await expect(preview.getByRole('heading', { name: /tờ trống/ })).toBeVisible()
    await picture('to-trong')
  })
  await noFaults(page)
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()

  const batch = page.getByRole('dialog', { name: 'In hàng loạt' })
  await test.step('a batch is stopped, made, looked through by its thumbnails and made again from a page', async () => {
    await page.keyboard.press('Control+Shift+p')
    await expect(batch.getByRole('radio', { name: /bộ lọc/ })).toBeChecked()
    await picture('in-hang-loat')
    await noFaults(page)
    await batch.getByRole('button', { name: 'Chuẩn bị bản in' }).click()
    await batch.getByRole('button', { name: 'Dừng' }).click()
    await expect(batch.getByText(/Đã dừng theo yêu cầu/)).toBeVisible()
    await picture('da-dung')
    await batch.getByRole('radio', { name: 'Cả một ngày ký' }).check()
    await batch.getByLabel('Ngày ký', { exact: true }).fill('16/11/2024')
    await batch.getByRole('button', { name: 'Chuẩn bị bản in' }).click()
    const thumbs = batch.getByRole('navigation', { name: 'Các trang' })
    await expect(thumbs.getByRole('button').nth(5)).toBeVisible({ timeout: 30_000 })
    await expect(sheetIn(batch)).toHaveAttribute('data-drawn', 'true')
    const pages = await thumbs.getByRole('button').count()
    await thumbs.getByRole('button').nth(3).click()
    await expect(thumbs.getByRole('button').nth(3)).toHaveAttribute('aria-current', 'page')
    await expect(batch.locator('[data-page="4"] canvas')).toHaveAttribute('data-drawn', 'true')
    await expect(batch.locator('[data-page="4"]')).toBeInViewport()
    await picture('ca-ngay')
    await noFaults(page)
    const again = batch.getByRole('form', { name: 'In lại sau khi kẹt giấy' })
    await again.getByLabel('trang', { exact: true }).fill('5')
    await again.getByRole('button', { name: 'Vẽ lại phần này' }).click()
    await expect(thumbs.getByRole('button')).toHaveCount(pages - 4, { timeout: 30_000 })
    await picture('in-lai')
  })

  await test.step('a folder that takes nothing, a closed dialog: said plainly, and the paper is kept', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
    })
    await page.keyboard.press('Control+s')
    await expect(batch.getByText(/Chưa lưu: hộp thoại đã đóng/)).toBeVisible()
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/dev/full/x.pdf' })
    })
    await page.keyboard.press('Control+s')
    await expect(batch.getByText(/Không ghi được tệp/)).toBeVisible()
    await picture('khong-luu-duoc')
    const file = join(stage.folder, 'ca-ngay.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    await page.keyboard.press('Control+s')
    await expect(batch.getByText(/Đã lưu:/)).toBeVisible()
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax')
  })
  await page.keyboard.press('Escape')
  await expect(batch).toBeHidden()

  const file = join(stage.folder, 'to-trong.pdf')
  await test.step('a conference prints its sheet, and blank sign-up forms with its square', async () => {
    await page.keyboard.press('F3')
    await page.getByRole('row', { name: /Nhà văn hóa xã Phù Linh/ }).click()
    await page.keyboard.press('Control+p')
    await expect(preview.getByRole('heading', { name: /Danh sách dự hội nghị/ })).toBeVisible()
    await picture('danh-sach-du')
    await preview.getByLabel('Mẫu', { exact: true }).selectOption('tk1-ts')
    await expect(preview.getByRole('heading', { name: /TK1-TS – tờ trống/ })).toBeVisible()
    await expect(sheet).toHaveAttribute('data-drawn', 'true')
    await picture('to-trong-hoi-nghi')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    await page.keyboard.press('Control+s')
    await expect(preview.getByText(/Đã lưu:/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(preview).toBeHidden()
  })

  await test.step('that square, scanned on another screen, opens the sign-up with the conference', async () => {
    const square = readQr(await readFile(file)) ?? ''
    const conference = readTie(square)?.conference
    expect(conference).toBeGreaterThan(0)
    await page.keyboard.press('F4')
    await expect(page.getByRole('heading', { name: 'Sổ đăng ký' })).toBeVisible()
    const scanner = await plugScanner(page)
    await scanner.scan(square)
    await expect(page.getByRole('heading', { name: 'Ghi danh hộ gia đình' })).toBeVisible()
    await expect(page.getByLabel('Đăng ký qua')).toHaveValue(String(conference))
    await expect(page.getByText(/Tờ này của hội nghị ngày/)).toBeVisible()
    await picture('quet-to-hoi-nghi')
    await scanner.scan(tieText({ unit: '001', conference: 1 }))
    await expect(page.getByText(/do đơn vị mã 001 in/)).toBeVisible()
    await expect(page.getByLabel('Đăng ký qua')).toHaveValue(String(conference))
  })
})

const sheetIn = (dialog: Locator) => dialog.locator('[data-page] canvas').first()

async function noFaults(page: Page): Promise<void> {
  const seen = await new AxeBuilder({ page }).include('[role=dialog]').setLegacyMode(true).analyze()
  expect(seen.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
