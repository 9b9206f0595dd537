import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'

test('[A75] Enter goes on, Esc and other screens lose nothing, Ctrl+Enter says what is missing', async ({
  stage,
}) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)

  const member = page.getByRole('group', { name: 'Người 1' })
  const name = member.getByLabel('Họ và tên')
  const birth = member.getByLabel('Ngày sinh')
  await name.focus()
  await page.keyboard.type('Đặng Thị Ước', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(birth).toBeFocused()
  await page.keyboard.type('31/02/1980', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(member.getByLabel('Giới tính')).toBeFocused()
  await expect(birth).toHaveValue('31/02/1980')
  await expect(birth).toHaveAttribute('aria-invalid', 'true')

  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(name).toHaveValue('Đặng Thị Ước')

  await page.keyboard.press('F4')
  await expect(page.getByRole('heading', { name: 'Sổ đăng ký' })).toBeVisible()
  await page.keyboard.press('F2')
  await expect(name).toHaveValue('Đặng Thị Ước')

  await page.keyboard.press('Control+Enter')
  const summary = page.getByRole('alert').filter({ hasText: /chỗ cần sửa/ })
  await expect(summary).toContainText('Ngày sinh')
  await expect(name).toHaveValue('Đặng Thị Ước')
})

test('[A75] closing the window asks while a sign-up is not saved', async ({ stage }) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  await page.getByRole('group', { name: 'Người 1' }).getByLabel('Họ và tên').fill('Lê Văn Dũng')
  await expect(page.getByRole('img', { name: 'Phiếu đang nhập dở' })).toBeVisible()
  const close = (answer: number) =>
    app.evaluate(({ BrowserWindow, dialog }, chosen) => {
      const asked = globalThis as { asked?: number }
      dialog.showMessageBoxSync = () => {
        asked.asked = (asked.asked ?? 0) + 1
        return chosen
      }
      BrowserWindow.getAllWindows()[0]?.close()
      return new Promise<number>((done) => setTimeout(() => done(asked.asked ?? 0), 500))
    }, answer)
  expect(await close(0)).toBe(1)
  await expect(page.getByRole('group', { name: 'Người 1' }).getByLabel('Họ và tên')).toHaveValue(
    'Lê Văn Dũng',
  )
  const closed = page.waitForEvent('close')
  await close(1).catch(() => undefined)
  await closed
})

test('[A75] drafts are kept, listed, opened and dropped by the keyboard', async ({
  stage,
}, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  const name = page.getByRole('group', { name: 'Người 1' }).getByLabel('Họ và tên')
  const list = page.getByRole('dialog', { name: 'Phiếu nháp của đơn vị' })

  await page.keyboard.press('Alt+d')
  await expect(list).toContainText('Chưa có phiếu nháp nào')
  await page.keyboard.press('Escape')
  const hostile = '<img src=x onerror="window.hit=1">'
  for (const typed of [hostile, 'Đỗ Thị Hường']) {
    await name.fill(typed)
    await page.keyboard.press('Alt+g')
    await expect(page.getByText(/Đã giữ nháp/)).toContainText(typed)
    await expect(name).toHaveValue('')
  }
  await name.fill('Lê Văn Dũng')
  await page.keyboard.press('Alt+d')
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(list.getByText('Nháp', { exact: true })).toHaveCount(2)
  await expect(list).toContainText(hostile)
  await picture('phieu-nhap')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  await list.getByRole('button', { name: /^Bỏ phiếu nháp <img/ }).press('Enter')
  await expect(list.getByText(/Đã bỏ phiếu nháp/)).toBeVisible()
  await expect(list.getByRole('row')).toHaveCount(2)
  await picture('da-bo')
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('row')).toHaveCount(3)

  await list.getByRole('button', { name: /^Mở phiếu nháp Đỗ Thị Hường/ }).press('Enter')
  await expect(list).toBeHidden()
  await expect(name).toHaveValue('Đỗ Thị Hường')
  await expect(page.getByText(/Lê Văn Dũng, 1 người/)).toBeVisible()
  await expect(page.getByText(/^Nháp, giữ lúc/)).toBeVisible()
  await picture('mo-nhap')
  expect(await page.evaluate('window.hit')).toBeUndefined()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ và làm phiếu mới' }).click()
})
