import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'

const row = (page: Page) => page.getByRole('group', { name: 'Người 1' })

test('a yield entered by the head makes years ahead payable', async ({ stage }, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)

  await test.step('the sign-up says what is missing and leads to the screen', async () => {
    const group = row(page)
    await group.getByLabel('Họ và tên').fill('Nguyễn Văn Đức')
    await page.keyboard.press('Alt+x')
    const method = group.getByLabel('Phương thức')
    await expect(method).toBeVisible()
    await method.selectOption('2y')
    await group.getByLabel('Mức thu nhập').fill('1500000')
    await expect(group.getByText('cần lãi suất đầu tư quỹ')).toBeVisible()
    await picture('thieu-lai-suat')
    await group.getByRole('button', { name: /Nhập lãi suất/ }).click()
    await expect(page.getByRole('heading', { name: 'Chính sách' })).toBeVisible()
    await expect(page.getByText('Lương cơ sở', { exact: true })).toBeVisible()
    await picture('chinh-sach')
  })

  await test.step('the rules of 2026 say that local support is not known', async () => {
    const day = page.getByLabel('Áp dụng cho ngày')
    await day.fill('02/03/2026')
    await expect(page.getByText('chưa có tỷ lệ Hà Nội hỗ trợ thêm từ ngày')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await picture('nam-2026')
    await day.fill('16/11/2024')
  })

  await test.step('a wrong PIN is refused and loses nothing; the right one saves', async () => {
    await page.getByRole('button', { name: /Thêm dòng: Lãi suất/ }).click()
    await page.getByLabel('Của năm').fill('2023')
    await page.getByLabel('% một tháng').fill('0,628')
    await page.getByLabel('Số thông báo').fill('Thông báo 15/TB-BHXH')
    const pin = page.getByLabel('Mã PIN của thủ trưởng')
    await pin.fill('0000')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Mã PIN không đúng/).first()).toBeVisible()
    await picture('sai-pin')
    await expect(page.getByLabel('Của năm')).toHaveValue('2023')
    await pin.fill(pins.head)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Đã lưu. Các mức tính từ nay')).toBeVisible()
    await expect(page.getByText('Lãi suất bình quân tháng (r)')).toBeVisible()
    await picture('da-luu')
  })

  await test.step('the sign-up still typed now has its amount', async () => {
    await page.keyboard.press('F2')
    await expect(row(page).getByLabel('Họ và tên')).toHaveValue('Nguyễn Văn Đức')
    await expect(row(page).getByText('cần lãi suất đầu tư quỹ')).toBeHidden()
    await expect(page.getByText(/7\.\d{3}\.\d{3}/).first()).toBeVisible()
    await picture('da-tinh')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Bỏ và làm phiếu mới' }).click()
  })
})
