import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
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

  await test.step('Tab goes through the screen as it is read, and every stop is seen', async () => {
    const stops = await tabStops(page)
    expect(stops.filter(({ seen }) => !seen)).toEqual([])
    const sheet = stops.filter(({ top }) => top > 90)
    expect(sheet.length).toBeGreaterThan(18)
    const lines = sheet.map(({ top }) => Math.round(top / 20))
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })

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

type Stop = { name: string; top: number; seen: boolean }

/** Run in the page: what has the focus, and whether one sees that it has; null behind the screen's end. */
const lookAtFocus = `(() => {
  const active = document.activeElement
  if (!active || active === document.body || active.closest('nav')) return null
  const around = [active, active.parentElement, active.parentElement.parentElement]
  const look = () => JSON.stringify(around.map((each) => {
    const { outline, boxShadow, backgroundColor } = getComputedStyle(each)
    return [outline, boxShadow, backgroundColor]
  }))
  const before = look()
  active.blur()
  const seen = look() !== before
  active.focus({ focusVisible: true })
  const name = active.getAttribute('aria-label') ?? active.textContent
  return { name: name.slice(0, 60), top: active.getBoundingClientRect().top, seen }
})()`

/** Every stop of Tab from the box that has the focus to the end of the page: where, and whether it shows. */
async function tabStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let n = 0; n < 60; n += 1) {
    const stop: Stop | null = await page.evaluate(lookAtFocus)
    if (!stop) return stops
    stops.push(stop)
    await page.keyboard.press('Tab')
  }
  return stops
}

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
