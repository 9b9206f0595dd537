import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, playOfficeDay } from '../support/office-day.ts'

test('one clerk does one day’s work in the real window', async ({ stage }, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  let pictures = 0
  const keep = {
    picture: async (window: typeof page, caption: string) => {
      pictures += 1
      const name = `${String(pictures).padStart(2, '0')}.png`
      const path = info.outputPath(name)
      await window.screenshot({ path })
      await info.attach(caption, { path })
    },
    file: async (path: string, caption: string) => {
      await info.attach(caption, { body: await readFile(path) })
    },
  }
  const { summary, paper } = await playOfficeDay({ app, page, folder: stage.folder, keep })
  expect((await readFile(paper)).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await readFile(summary)).subarray(0, 2).toString()).toBe('PK')
  expect(pictures).toBeGreaterThan(10)
})

test('[A8] a second start on the same settings leaves, and the first window stays', async ({
  stage,
}) => {
  const first = await stage.launch()
  const page = await first.firstWindow()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const second = await stage.launch().catch((error: Error) => error)
  if (!(second instanceof Error)) {
    await expect.poll(() => second.process().exitCode, { timeout: 20_000 }).not.toBeNull()
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('[A20] without a key store the office opens again only by its recovery code', async ({
  stage,
}) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  await page.getByLabel('Tìm đơn vị (không cần dấu)').fill('soc son')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('option', { name: /BHXH huyện Sóc Sơn/ }).click()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  const head = page.getByRole('group', { name: /Thủ trưởng/ })
  const clerk = page.getByRole('group', { name: /Cán bộ/ })
  for (const [group, name] of [
    [head, 'Trần Thị Hạnh'],
    [clerk, 'Lê Văn Dũng'],
  ] as const) {
    await group.getByLabel('Họ và tên').fill(name)
    await group.getByLabel('Mã PIN', { exact: true }).fill('2580')
    await group.getByLabel('Nhập lại mã PIN').fill('2580')
  }
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: /Tạo mã khôi phục/ }).click()
  const code = (await page.getByLabel('Mã khôi phục của đơn vị').innerText()).replace(/\s+/g, '-')
  await page.getByLabel('Nhập lại nhóm ký tự cuối').fill('SAI0')
  await page.keyboard.press('Enter')
  await expect(
    page
      .getByText(/Nhóm ký tự cuối không khớp/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await page.getByLabel('Nhập lại nhóm ký tự cuối').fill(code.slice(-4))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('dang-nhap.png') })
  await app.close()

  const again = await stage.launch({ env: launchMorning })
  const locked = await again.firstWindow()
  await expect(locked.getByRole('heading', { name: /Mở khóa bằng mã khôi phục/ })).toBeVisible()
  await locked.getByLabel('Mã khôi phục').fill('0000-0000-0000-0000-0000-0000-0000')
  await locked.getByRole('button', { name: 'Mở khóa' }).click()
  await expect(
    locked
      .getByText(/Mã khôi phục không đúng/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await locked.getByLabel('Mã khôi phục').fill(code.toLowerCase())
  await locked.getByRole('button', { name: 'Mở khóa' }).click()
  await expect(locked.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
  await locked.getByLabel('Mã PIN').fill('1111')
  await locked.keyboard.press('Enter')
  await expect(
    locked
      .getByText(/Mã PIN không đúng/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  expect(await readFile(join(stage.folder, 'data', 'keys.json'), 'utf8')).toContain('"os": null')
})
