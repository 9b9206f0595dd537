import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../support/electron-test.ts'
import {
  enrolFamily,
  launchMorning,
  makePracticeOffice,
  recordConference,
  signIn,
} from '../support/office-day.ts'

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

  const seen = await new AxeBuilder({ page }).include('[role=dialog]').setLegacyMode(true).analyze()
  expect(seen.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
})
