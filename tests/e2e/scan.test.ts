import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import { filmOfQr } from '../support/film.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'
import { plugScanner } from '../support/scanner.ts'

const father =
  '001079123456||Nguyễn Văn Đức|06111979|Nam|Số 12, Thôn Đoài, Phù Linh, Sóc Sơn, Hà Nội|14042021'
const mother =
  '001182654321|012345678|Đỗ Thị Hường|02031982|Nữ|Số 9, Thôn Vệ Linh, Phù Linh, Sóc Sơn, Hà Nội|14042021'
const newer =
  '001308777888|Nguyễn Thị Ước|15092008|Nữ|Số 12, Thôn Đoài, Phù Linh, Sóc Sơn, Hà Nội|01082024||Nguyễn Văn Đức|Đỗ Thị Hường'
const telex = '001308777888||Nguyeenx Thij Uowcs|15092008|Nữ|Thon Doai, Ha Noi|14042021'

const row = (page: Page, n: number) => page.getByRole('group', { name: `Người ${n}` })
const address = (page: Page) => page.getByLabel('Địa chỉ (số nhà, đường, thôn)')
const news = (page: Page) => page.getByRole('status').filter({ hasText: /thẻ|quét/i })

test('[A77] cards scanned anywhere on the sign-up fill its rows', async ({ stage }, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  const scanner = await plugScanner(page)

  await test.step('a card scanned into the phone box fills the first row', async () => {
    const phone = page.getByLabel('Điện thoại hộ')
    await phone.pressSequentially('0900', { delay: 120 })
    await scanner.scan(father)
    await expect(row(page, 1).getByLabel('Họ và tên')).toHaveValue('Nguyễn Văn Đức')
    await expect(row(page, 1).getByLabel('Ngày sinh')).toHaveValue('06/11/1979')
    await expect(row(page, 1).getByLabel('Giới tính')).toHaveValue('male')
    await expect(row(page, 1).getByLabel('Số định danh/CCCD')).toHaveValue('001079123456')
    await expect(address(page)).toHaveValue('Số 12, Thôn Đoài, Phù Linh, Sóc Sơn, Hà Nội')
    await expect(phone).toHaveValue('0900')
    await expect(news(page)).toContainText('Đã điền Nguyễn Văn Đức từ thẻ vào dòng 1.')
    await expect(page.getByText(/chỗ cần sửa/)).toBeHidden()
    await picture('da-quet')
  })

  await test.step('the next card opens a new row and keeps the address', async () => {
    await row(page, 1).getByLabel('Nghề nghiệp').focus()
    await scanner.scan(mother)
    await expect(row(page, 2).getByLabel('Họ và tên')).toHaveValue('Đỗ Thị Hường')
    await expect(address(page)).toHaveValue('Số 12, Thôn Đoài, Phù Linh, Sóc Sơn, Hà Nội')
    await expect(row(page, 1).getByLabel('Nghề nghiệp')).toHaveValue('')
    await expect(row(page, 2).getByLabel('Quan hệ')).toBeFocused()
  })

  await test.step('the newer layout, from a box that searches, without an Enter', async () => {
    const commune = page.getByRole('combobox', { name: 'Xã, phường' })
    const before = await commune.inputValue()
    await commune.focus()
    await scanner.scan(newer, false)
    await expect(row(page, 3).getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Ước')
    await expect(commune).toHaveValue(before)
  })

  await test.step('a mangled name says to switch the input method off; the same card mends it', async () => {
    await scanner.scan(telex)
    await expect(news(page)).toContainText('Hãy tắt bộ gõ tiếng Việt rồi quét lại')
    await picture('sai-dau')
    await scanner.scan(newer)
    await expect(row(page, 3).getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Ước')
    await expect(news(page)).toContainText('Thẻ này đã ở dòng 3')
    await expect(row(page, 4)).toHaveCount(0)
  })

  await test.step('half a card and a foreign code change nothing', async () => {
    const name = row(page, 2).getByLabel('Họ và tên')
    await name.focus()
    await scanner.scan(father.slice(0, 40))
    await expect(news(page)).toContainText('mới đọc được một phần mã QR')
    await picture('quet-do-dang')
    await scanner.scan('8934563138165')
    await expect(news(page)).toContainText('không phải thẻ căn cước')
    await expect(name).toHaveValue('Đỗ Thị Hường')
    await expect(name).toBeFocused()
    await expect(row(page, 4)).toHaveCount(0)
  })

  await test.step('a person typing is no scanner', async () => {
    const name = row(page, 2).getByLabel('Họ và tên')
    await name.fill('')
    await name.pressSequentially('Do Thi Huong Lan', { delay: 60 })
    await expect(name).toHaveValue('Do Thi Huong Lan')
  })

  await test.step('[A76] macros of an input method go into their box', async () => {
    const name = row(page, 2).getByLabel('Họ và tên')
    await name.fill('')
    await name.pressSequentially('Bà ', { delay: 120 })
    await scanner.scan('Nguyễn Thị Ngọc Ánh ', false)
    await expect(name).toHaveValue('Bà Nguyễn Thị Ngọc Ánh ')
    const phone = row(page, 2).getByLabel('Điện thoại')
    await phone.fill('')
    await phone.focus()
    await scanner.scan('0912345678', false)
    await expect(phone).toHaveValue('0912345678')
  })
  await dropSheet(page)
})

test('[A77] the camera reads a card, with a permission for that moment only', async ({
  stage,
}, info) => {
  const film = join(stage.folder, 'the-can-cuoc.y4m')
  await filmOfQr(newer, film)
  const app = await stage.launch({
    env: launchMorning,
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  expect(await tryMedia(page, { video: true })).toBe('NotAllowedError')

  await page.keyboard.press('Alt+q')
  const dialog = page.getByRole('dialog', { name: 'Quét bằng máy ảnh' })
  await expect(dialog).toBeVisible()
  await page.screenshot({ path: info.outputPath('may-anh.png') })
  await expect(row(page, 1).getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Ước')
  await expect(row(page, 1).getByLabel('Số định danh/CCCD')).toHaveValue('001308777888')
  await expect(dialog).toBeHidden()
  await page.screenshot({ path: info.outputPath('may-anh-xong.png') })

  expect(await tryMedia(page, { video: true })).toBe('NotAllowedError')
  await page.evaluate('raquan.call("camera.allow", {})')
  expect(await tryMedia(page, { video: true, audio: true })).toBe('NotAllowedError')
  expect(await tryMedia(page, { video: true })).toBe('opened')
  await dropSheet(page)
})

test('text of old fonts and old phone numbers are said and changed only when asked', async ({
  stage,
}, info) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const scene = { app, page, folder: stage.folder, keep }
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  const paste = async (box: Locator, text: string) => {
    await box.focus()
    await page.keyboard.insertText(text)
  }
  const name = row(page, 1).getByLabel('Họ và tên')
  await paste(name, 'NguyÔn V¨n §øc')
  await expect(name).toHaveValue('NguyÔn V¨n §øc')
  const offer = row(page, 1).getByText(/phông TCVN3/)
  await expect(offer).toContainText('“Nguyễn Văn Đức”')
  await paste(address(page), 'Thoân Ñoaøi, xaõ Phuø Linh')
  await expect(page.getByText(/phông VNI/)).toContainText('“Thôn Đoài, xã Phù Linh”')
  await row(page, 1).getByLabel('Điện thoại').fill('0168 234 5678')
  await expect(row(page, 1).getByText(/Đầu số cũ: 01682345678 nay là 0382345678/)).toBeVisible()
  await row(page, 1).getByLabel('Số định danh/CCCD').fill('999182654321')
  await row(page, 1).getByLabel('Ngày sinh').fill('06/11/1979')
  await row(page, 1).getByLabel('Giới tính').selectOption('male')
  await expect(row(page, 1).getByText(/Hãy đối chiếu/)).toHaveCount(3)
  await page.screenshot({ path: info.outputPath('chu-cu.png') })
  await expect(row(page, 1).getByRole('button', { name: /Giữ nguyên.*Alt\+K/ })).toBeVisible()
  await row(page, 1)
    .getByRole('button', { name: /Dùng chữ đã chuyển.*Alt\+C/ })
    .click()
  await expect(name).toHaveValue('Nguyễn Văn Đức')
  await expect(offer).toBeHidden()
  await page.keyboard.press('Alt+k')
  await expect(page.getByText(/phông VNI/)).toBeHidden()
  await expect(address(page)).toHaveValue('Thoân Ñoaøi, xaõ Phuø Linh')
  const seen = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(seen.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await dropSheet(page)
})

/** Drops what was typed: a window with an unsaved sign-up asks before it closes. */
async function dropSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ và làm phiếu mới' }).click()
  await expect(row(page, 1).getByLabel('Họ và tên')).toHaveValue('')
}

/** Asks for the camera from the page itself and answers `opened` or the name of the error. */
function tryMedia(page: Page, wish: { video?: boolean; audio?: boolean }): Promise<unknown> {
  return page.evaluate(`navigator.mediaDevices.getUserMedia(${JSON.stringify(wish)}).then(
    (stream) => { for (const track of stream.getTracks()) track.stop(); return 'opened' },
    (error) => error.name,
  )`)
}
