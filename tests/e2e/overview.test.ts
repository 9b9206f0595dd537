import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import {
  enrolFamily,
  launchMorning,
  makePracticeOffice,
  recordConference,
  signIn,
} from '../support/office-day.ts'

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

const numberIn = async (page: Page, name: string): Promise<number> => {
  const label = await page
    .getByRole('button', { name: new RegExp(`^${name}: `) })
    .getAttribute('aria-label')
  return Number(label?.split(': ')[1]?.replaceAll('.', ''))
}

test('the head opens the overview, sets targets, and sees every save at once', async ({
  stage,
}, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = (name: string) =>
    page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true })
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Thủ trưởng', pins.head)
  const first = 'Ngày ra quân 16/11/2024, Lần đầu \\(theo kê khai\\)'
  let before = 0

  await test.step('[A78] the morning: nothing signed yet, and a target of zero is refused', async () => {
    await page.keyboard.press('F11')
    await expect(page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible()
    before = await numberIn(page, first)
    await picture('trong')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await page.keyboard.press('Shift+F11')
    await page.getByRole('button', { name: 'Thêm: Chỉ tiêu của đơn vị và thành phố' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Tên').fill('BHXH tự nguyện trong đợt')
    await form.getByLabel('Mã').fill('dot-tn')
    await form.getByLabel('Từ ngày').fill('16/11/2024')
    await form.getByLabel('Đến ngày').fill('31/12/2024')
    await form.getByLabel('Số phải đạt').fill('0')
    await page.keyboard.press('Control+Enter')
    await expect(form.getByText('Chỉ tiêu phải lớn hơn 0').last()).toBeVisible()
    await picture('chi-tieu-khong')
    await form.getByLabel('Số phải đạt').fill(String(before + 2))
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(page.getByRole('row', { name: /BHXH tự nguyện trong đợt/ })).toBeVisible()
    await picture('ke-hoach')
  })

  await test.step('numbers move with a save, within 200 ms of it', async () => {
    await recordConference(scene)
    await enrolFamily(scene)
    await page.keyboard.press('F11')
    await expect.poll(() => numberIn(page, first)).toBe(before + 3)
    await picture('sau-khi-luu')
    const target = page.locator('[data-target="dot-tn"]')
    await expect(target).toHaveAttribute('data-state', /exceeded|reached|on-track|behind/)
  })

  await test.step('every number opens exactly its people', async () => {
    const shown = await numberIn(page, first)
    await page.getByRole('button', { name: new RegExp(`^${first}: `) }).click()
    const list = page.getByRole('dialog', { name: `Danh sách ${shown} người` })
    await expect(list.getByRole('row')).toHaveCount(Math.min(shown, 100) + 1)
    await expect(list.getByText('Nguyễn Văn Đức')).toBeVisible()
    await picture('danh-sach')
    await page.keyboard.press('Escape')
  })

  await test.step('one page on paper', async () => {
    await page.keyboard.press('Control+p')
    const paper = page.getByRole('dialog', { name: 'Báo cáo' })
    await expect(paper.locator('[data-page] canvas[data-drawn="true"]').first()).toBeVisible()
    await expect(paper.locator('[data-page]')).toHaveCount(1)
    await picture('mot-trang')
    await page.keyboard.press('Escape')
  })

  await test.step('[A78] exceeded', async () => {
    await page.keyboard.press('Shift+F11')
    await page.getByRole('button', { name: 'Sửa BHXH tự nguyện trong đợt' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Số phải đạt').fill('1')
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await page.keyboard.press('F11')
    await expect(page.locator('[data-target="dot-tn"]')).toHaveAttribute('data-state', 'exceeded')
    await expect(page.locator('[data-target="dot-tn"]')).toContainText('Vượt')
    await page.getByRole('button', { name: 'Xem dạng bảng' }).click()
    await expect(page.getByRole('table', { name: 'Theo tuần' })).toBeVisible()
    await picture('vuot')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  await test.step('the big screen: large numbers, nobody’s name, Esc leaves', async () => {
    await page.keyboard.press('Alt+b')
    const big = page.getByRole('dialog', { name: 'Màn hình lớn' })
    await expect(big).toContainText('người tham gia lần đầu')
    await expect(big).toContainText(String(before + 3))
    await expect(big).not.toContainText('Nguyễn Văn Đức')
    await picture('man-hinh-lon')
    await page.keyboard.press('Escape')
    await expect(big).toBeHidden()
    await expect(card(page, 'Hội nghị')).toBeVisible()
  })
})
