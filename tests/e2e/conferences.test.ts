import { writeFileSync } from 'node:fs'
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'
import { plugScanner } from '../support/scanner.ts'

const keep = { picture: async () => undefined, file: async () => undefined }
const place = 'Nhà văn hóa thôn Đoài'

/** Pictures of the test, each of a screen in which axe finds nothing. */
function camera(page: Page) {
  let taken = 0
  return async (name: string) => {
    taken += 1
    const number = String(taken).padStart(2, '0')
    await page.screenshot({ path: test.info().outputPath(`${number}-${name}.png`) })
    const seen = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(seen.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  }
}

/** What the system's dialog for choosing files answers next. */
async function choose(app: ElectronApplication, ...paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
  }, paths)
}

async function fillPlan(page: Page, day: string, start: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Hội nghị mới' })
  await form.getByLabel('Ngày tổ chức').fill(day)
  await form.getByLabel('Giờ bắt đầu').fill(start)
  const commune = form.getByLabel('Xã, phường')
  await commune.click()
  await commune.fill('phu linh')
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Xã Phù Linh' })).toBeVisible()
  await page.keyboard.press('Enter')
  await form.getByLabel('Địa điểm').fill(place)
  await form.getByLabel('Người trình bày').fill('Giám đốc BHXH huyện; nhân viên Bưu điện')
}

const openPlanned = async (page: Page) => {
  await page
    .getByRole('row', { name: new RegExp(place) })
    .first()
    .click()
  await expect(page.getByRole('form', { name: /^Hội nghị số/ })).toBeVisible()
}

test('a conference is planned, held, filled with people, and brings a sign-up', async ({
  stage,
}) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = camera(page)
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  await page.keyboard.press('F3')
  await expect(page.getByRole('form', { name: 'Hội nghị mới' })).toBeVisible()

  await test.step('planned, with a clash said and an error shown', async () => {
    await page.keyboard.press('Alt+ArrowRight')
    await picture('empty')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    await picture('error')
    await fillPlan(page, '16/11/2024', '7h00')
    await page.getByLabel('Trạng thái').selectOption('planned')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Đã lưu hội nghị số/)).toBeVisible()
    await fillPlan(page, '16/11/2024', '7h30')
    await expect(page.getByText(/Trùng địa điểm: hội nghị số/)).toBeVisible()
    await expect(page.getByText(/Trùng báo cáo viên: nhân viên Bưu điện/)).toBeVisible()
    await picture('clash')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click()
    await page.keyboard.press('Alt+2')
    await expect(page.getByRole('table', { name: 'Lịch hội nghị' })).toContainText(place)
    await picture('calendar')
    await page.keyboard.press('Alt+1')
  })

  await test.step('held', async () => {
    await openPlanned(page)
    await page.getByLabel('Trạng thái').selectOption('held')
    await page.getByLabel('Số người dự').fill('12')
    await page.getByLabel('Lượt tư vấn').fill('5')
    await page.getByLabel('Nội dung biên bản').fill('Giới thiệu chính sách mới.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Đã lưu hội nghị số/)).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(place) })).toContainText('Đã tổ chức')
    await picture('held')
  })

  await test.step('its roster is typed and pasted', async () => {
    await page.keyboard.press('Alt+d')
    await expect(page.getByLabel('Họ và tên')).toBeFocused()
    await picture('roster-empty')
    await page.keyboard.type('Nguyễn Thị Hoa Nhài', { delay: 60 })
    await page.keyboard.press('Enter')
    await page.keyboard.type('1985', { delay: 60 })
    await page.getByLabel('Điện thoại').fill('0912345678')
    await page.getByRole('button', { name: /Thêm người/ }).click()
    await expect(page.getByLabel('Điện thoại')).toHaveAccessibleDescription(/chưa đồng ý/)
    await picture('no-consent')
    await page.getByLabel('Đồng ý lưu thông tin').check()
    await page.getByLabel('BHYT hộ gia đình').check()
    await page.getByLabel('Hẹn lại ngày').fill('16/11/2024')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Đã ghi Nguyễn Thị Hoa Nhài.')).toBeVisible()
    const scanner = await plugScanner(page)
    await scanner.scan('001079123456||Nguyễn Văn Đức|06111979|Nam|Thôn Đoài, Phù Linh|14042021')
    await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Văn Đức')
    await expect(page.getByLabel('Năm sinh')).toHaveValue('1979')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Đã ghi Nguyễn Văn Đức.')).toBeVisible()
    await page.keyboard.press('Alt+v')
    const dialog = page.getByRole('dialog', { name: 'Dán danh sách người dự' })
    await dialog
      .getByLabel('Các dòng đã dán')
      .fill('Trần Văn Bưởi\t1979\tThôn Đoài\t\tBuôn bán\tBHXH\tx\nĐỗ Thị Cam\t31/02/1980\n')
    await expect(dialog.getByText('Sẽ thêm 1 người (Trần Văn Bưởi).')).toBeVisible()
    await expect(dialog.getByText('1 dòng không nhận:')).toBeVisible()
    await picture('paste')
    await dialog.getByRole('button', { name: 'Thêm 1 người' }).click()
    await expect(page.getByText('Đã thêm 1 người, 1 dòng không nhận.')).toBeVisible()
    await expect(page.getByRole('table', { name: 'Danh sách người dự' })).toContainText('Buôn bán')
    await picture('roster')
    await page.keyboard.press('Escape')
  })

  await test.step('photos: a renamed program and a huge one are refused, a real one is shown', async () => {
    await openPlanned(page)
    await page.keyboard.press('Alt+t')
    const program = join(stage.folder, 'anh-hoi-nghi.jpg')
    writeFileSync(program, Buffer.from('4d5a90000300000004000000ffff0000', 'hex'))
    const huge = join(stage.folder, 'anh-lon.jpg')
    writeFileSync(huge, Buffer.from('ffd8ffe0', 'hex'))
    await truncate(huge, 200 * 1024 * 1024)
    const photo = join(stage.folder, 'hoi-truong.png')
    await page.screenshot({ path: photo })
    const scan = join(stage.folder, 'bien-ban.pdf')
    const drawn = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.printToPDF({})
        .then((pdf) => pdf.toString('base64')),
    )
    writeFileSync(scan, Buffer.from(drawn ?? '', 'base64'))
    await choose(app, program, huge, photo, scan)
    await page.keyboard.press('Alt+t')
    await expect(page.getByText('Đã thêm 2 tệp.')).toBeVisible()
    const refused = page.getByRole('alert').filter({ hasText: 'Không thêm được 2 tệp' })
    await expect(refused).toContainText('không phải ảnh')
    await expect(refused).toContainText('khoảng 200 MB')
    const small = page.getByRole('button', { name: 'Xem bien-ban.pdf' }).locator('img')
    await expect(small).toHaveJSProperty('complete', true)
    const look = page.getByRole('button', { name: 'Xem hoi-truong.png' })
    await expect(look.locator('img')).toHaveJSProperty('complete', true)
    await expect(look.locator('img')).toHaveJSProperty('naturalWidth', 320)
    await picture('files')
    await look.click()
    await expect(page.getByRole('img', { name: 'hoi-truong.png' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  await test.step('a lead becomes a sign-up, and conversion moves', async () => {
    await page.keyboard.press('Alt+4')
    const line = page.getByRole('row', { name: new RegExp(place) })
    await expect(line).toContainText(/12\s*5\s*2\s*0\s*0\s*0\s*0,0 %/)
    await page.keyboard.press('Alt+3')
    const leads = page.getByRole('table', { name: 'Khách hẹn lại' })
    await leads.getByRole('row', { name: /Hoa Nhài/ }).focus()
    await picture('leads')
    await page.keyboard.press('F8')
    const row = page.getByRole('group', { name: 'Người 1', exact: true })
    await expect(row.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Hoa Nhài')
    await expect(page.getByLabel('Đăng ký qua').locator('option:checked')).toContainText(place)
    await page.getByLabel('Địa chỉ (số nhà, đường, thôn)').fill('Thôn Đoài')
    await page.getByLabel('Điểm thu').selectOption({ label: '1 · Bưu điện' })
    await row.getByLabel('Ngày sinh').fill('12/08/1985')
    await row.getByLabel('Giới tính').selectOption({ label: '2 · Nữ' })
    await row.getByLabel('Số định danh/CCCD').fill('001185000111')
    await row.getByLabel('Nghề nghiệp').selectOption({ label: '1 · Buôn bán' })
    await picture('lead-enrol')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Đã lưu 1 hồ sơ/)).toBeVisible()
    await page.keyboard.press('F3')
    await page.keyboard.press('Alt+4')
    await expect(line).toContainText(/12\s*5\s*2\s*1\s*1\s*1\s*8,3 %/)
    await picture('conversion')
    await page.keyboard.press('Alt+3')
    await expect(leads).toBeVisible()
    await expect(leads).not.toContainText('Hoa Nhài')
  })

  await test.step('closed, and its papers printed', async () => {
    await page.keyboard.press('Alt+1')
    await openPlanned(page)
    await page.getByRole('button', { name: 'Kết thúc' }).click()
    const finish = page.getByRole('dialog', { name: 'Có 1 người không đồng ý lưu thông tin' })
    await expect(finish).toBeVisible()
    await picture('finish')
    await finish.getByRole('button', { name: 'Kết thúc và xóa tên' }).click()
    await expect(page.getByText(/^Hội nghị số \d+: Đã kết thúc/)).toBeVisible()
    await expect(page.getByText('Hội nghị đã kết thúc nên không sửa')).toBeVisible()
    await picture('closed')
    await page.keyboard.press('Control+p')
    const paper = page.getByRole('dialog', { name: /Xem trước khi in/ })
    await expect(paper.locator('canvas').first()).toBeVisible({ timeout: 20_000 })
    await page.waitForTimeout(500)
    await page.screenshot({ path: test.info().outputPath('attendance.png') })
  })
})
