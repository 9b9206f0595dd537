import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'

const silent = { picture: async () => undefined, file: async () => undefined }

test('the head adds a viewer, the window locks, and the viewer sees without changing', async ({
  stage,
}, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const scene = { app, page, folder: stage.folder, keep: silent }
  const shot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Thủ trưởng', pins.head)

  await page.keyboard.press('F12')
  await expect(page.getByRole('heading', { name: 'Quản trị', level: 1 })).toBeVisible()
  await page.keyboard.press('Insert')
  const dialog = page.getByRole('dialog', { name: 'Thêm người' })
  await dialog.getByLabel('Họ và tên').fill('Phạm Văn Xem')
  await dialog.getByLabel('Vai trò').selectOption({ label: 'Lãnh đạo chỉ xem' })
  await dialog.getByLabel('PIN hoặc mật khẩu mới').fill('567890')
  await dialog.getByLabel('Nhập lại lần nữa').fill('56789')
  await dialog.getByLabel('PIN của bạn để xác nhận').fill(pins.head)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Hai lần nhập chưa giống nhau.').last()).toBeVisible()
  await shot('them-nguoi')
  await dialog.getByLabel('Nhập lại lần nữa').fill('567890')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('row', { name: /Phạm Văn Xem/ })).toContainText('Phải đổi PIN')
  await shot('nguoi-dung')

  await page.getByText('Nhật ký', { exact: true }).click()
  await expect(page.getByRole('row', { name: /Người dùng · thêm/ })).toBeVisible()
  await page.getByRole('button', { name: 'Kiểm tra chuỗi' }).click()
  await expect(page.getByText(/Chuỗi nhật ký nguyên vẹn/)).toBeVisible()
  await shot('nhat-ky')

  await page.keyboard.press('Control+l')
  await expect(page.getByText(/Màn hình đã khóa/)).toBeVisible()
  await shot('da-khoa')
  await page.getByRole('radio', { name: /Phạm Văn Xem/ }).check()
  await page.getByLabel('Mã PIN').fill('567890')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Đổi PIN' })).toBeVisible()
  await page.getByLabel('PIN hoặc mật khẩu hiện tại').fill('567890')
  await page.getByLabel('PIN hoặc mật khẩu mới').fill('mật khẩu dài')
  await page.getByLabel('Nhập lại lần nữa').fill('mật khẩu dài')
  await shot('doi-pin')
  await page.keyboard.press('Enter')
  const menu = page.getByRole('navigation')
  await expect(menu.getByRole('button', { name: /Sổ/ }).first()).toBeVisible()
  await expect(menu.getByRole('button', { name: /Ghi danh/ })).toHaveCount(0)
  await expect(menu.getByRole('button', { name: /Quản trị/ })).toHaveCount(0)
  await shot('chi-xem')
})
