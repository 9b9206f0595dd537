import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'
import { callIn } from '../support/window-calls.ts'

const silent = { picture: async () => undefined, file: async () => undefined }

test('the head notes a request, is told why erasing must wait, and notes a breach', async ({
  stage,
}, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const scene = { app, page, folder: stage.folder, keep: silent }
  const shot = (name: string) =>
    page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true })
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Thủ trưởng', pins.head)

  await page.keyboard.press('F12')
  await page.getByText('Dữ liệu cá nhân', { exact: true }).click()
  await expect(page.getByText('Chưa có yêu cầu nào.')).toBeVisible()
  await page.getByRole('button', { name: 'Ghi yêu cầu' }).click()
  const form = page.getByRole('dialog', { name: 'Ghi yêu cầu' })
  await form.getByLabel('Yêu cầu', { exact: true }).selectOption({ label: 'Xóa dữ liệu' })
  await form.getByLabel('Người yêu cầu').fill('Nguyễn Thị Người Dân')
  const number = form.getByLabel('Số định danh hoặc mã số BHXH')
  await number.fill('001090999999')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form.getByText(/Sổ không có người mang số này/).last()).toBeVisible()
  await number.fill(await numberOf(page, 1))
  await shot('ghi-yeu-cau')
  await form.getByRole('button', { name: 'Lưu' }).click()
  const row = page.getByRole('row', { name: /Nguyễn Thị Người Dân/ })
  // 72 hours by the decree in force in 2024.
  await expect(row).toContainText('giải quyết trước 19/11/2024')
  await expect(row).toContainText('còn 3 ngày')
  // The decree in force then knew no extension.
  await expect(row.getByRole('button', { name: 'Gia hạn' })).toHaveCount(0)
  await shot('so-yeu-cau')

  await row.getByRole('button', { name: 'Xóa dữ liệu' }).click()
  const erase = page.getByRole('dialog', { name: /Xóa dữ liệu/ })
  await erase.getByLabel('Lý do').fill('Theo yêu cầu số 1')
  await erase.getByLabel('PIN của thủ trưởng').fill(pins.head)
  await erase.getByRole('button', { name: 'Xóa dữ liệu' }).click()
  await expect(erase.getByText(/mà luật buộc đơn vị lưu/)).toBeVisible()
  await shot('chua-xoa-duoc')
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: 'Từ chối' }).click()
  const refuse = page.getByRole('dialog', { name: /Từ chối/ })
  await refuse.getByLabel(/Lý do từ chối/).fill('Còn ghi danh phải lưu theo Luật BHYT')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Đã từ chối')

  await page.getByText('Sự cố', { exact: true }).click()
  await page.getByRole('button', { name: 'Lập biên bản sự cố' }).click()
  const breach = page.getByRole('dialog', { name: 'Lập biên bản sự cố' })
  await breach.getByLabel('Giờ phát hiện').fill('0630')
  await breach.getByLabel('Sự việc').fill('Mất một USB chứa danh sách')
  await breach.getByLabel('họ tên').check()
  const commune = breach.getByLabel('Người ở xã, phường')
  await commune.click()
  await commune.fill('xa')
  await page.getByRole('listbox').getByRole('option').first().click()
  await expect(commune).toHaveValue(/^Xã .+, Huyện Sóc Sơn/)
  await expect(breach.getByText(/Số người bị ảnh hưởng theo dữ liệu: [1-9]/)).toBeVisible()
  await shot('lap-bien-ban')
  await breach.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText(/Báo cáo trước 06:30 ngày 19\/11\/2024/)).toBeVisible()
  await page.getByRole('button', { name: 'In biên bản' }).click()
  await expect(
    page.getByRole('dialog', { name: 'In biên bản' }).locator('canvas').first(),
  ).toBeVisible()
  await shot('bien-ban')
  await page.keyboard.press('Escape')

  for (const [tab, name] of [
    ['Lời thông báo, thời hạn', 'loi-thong-bao'],
    ['Sổ mục đích', 'so-muc-dich'],
    ['Thời hạn lưu và hủy', 'thoi-han'],
  ] as const) {
    await page.getByText(tab, { exact: true }).first().click()
    await expect(page.getByRole('status', { name: 'Đang đọc' })).toHaveCount(0)
    await shot(name)
  }

  await page.getByText('English', { exact: true }).click()
  for (const tab of [
    'Requests',
    'Terms and destruction',
    'Breaches',
    'Wordings, terms',
    'Purposes',
  ]) {
    await page.getByText(tab, { exact: true }).first().click()
    await expect(page.getByRole('status', { name: 'Reading' })).toHaveCount(0)
    await shot(`en-${tab.split(/[ ,]/)[0]?.toLowerCase()}`)
  }
  await page.getByText('Breaches', { exact: true }).click()
  await page.getByRole('button', { name: 'Note a breach' }).click()
  await shot('en-note-a-breach')
  await page.keyboard.press('Escape')

  await page.getByText('Tiếng Việt', { exact: true }).click()
  await page.getByRole('button', { name: 'Thoát phiên' }).click()
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  await page.keyboard.press('F12')
  await expect(row).toContainText('Đã từ chối')
  await expect(page.getByText('Sự cố', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Ghi yêu cầu' }).click()
  await form.getByLabel('Người yêu cầu').fill('Trần Văn Ở Quầy')
  await form.getByRole('button', { name: 'Lưu' }).click()
  const noted = page.getByRole('row', { name: /Trần Văn Ở Quầy/ })
  await expect(noted).toContainText('Đang giải quyết')
  await expect(noted.getByRole('button')).toHaveCount(0)
  await shot('can-bo-ghi')
})

/** The personal number of somebody in the book, as a clerk who looks it up reads it. */
async function numberOf(page: Page, id: number): Promise<string> {
  const reply = await callIn(page, 'person.unmask', { id })
  return reply.ok ? (reply.value.person.personalNumber ?? '') : ''
}
