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
