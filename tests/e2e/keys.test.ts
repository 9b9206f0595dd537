import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { must } from '#core/result.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'
import { makeSoftToken, softDriver, softToken } from '../support/soft-token.ts'

/** A token with a key and certificate of the unit. */
async function makeToken(folder: string): Promise<Record<string, string>> {
  const at = (name: string) => join(folder, name)
  const unit = { unitCode: '016', unitName: 'BHXH huyện Sóc Sơn' }
  const now = new Date(launchMorning.RAQUAN_CLOCK)
  const made = must(await makePracticeKey({ ...unit, password: 'abcd', now }))
  writeFileSync(at('unit.p12'), made.p12)
  const open = ['pkcs12', '-in', at('unit.p12'), '-passin', 'pass:abcd', '-nodes']
  execFileSync('openssl', [...open, '-nocerts', '-out', at('unit.key')])
  execFileSync('openssl', [...open, '-nokeys', '-out', at('unit.pem')])
  const token = makeSoftToken(folder)
  token.put('unit', '01')
  return token.env
}

/** The next dialog of the system answers this path. */
const choosing = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)

async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

test('keys, certificates and a token in the window', async ({ stage }, info) => {
  const env = { ...launchMorning, ...(await makeToken(stage.folder)) }
  const app = await stage.launch({ env })
  const page = await app.firstWindow()
  const picture = (name: string) =>
    page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true })
  const keep = { picture: async () => undefined, file: async () => undefined }
  const pins = await makePracticeOffice({ app, page, folder: stage.folder, keep })
  await signIn({ app, page, folder: stage.folder, keep }, 'Thủ trưởng', pins.head)

  await test.step('the practice key says in one line what it is worth', async () => {
    await page.keyboard.press('Shift+F7')
    await expect(page.getByRole('heading', { name: 'Khóa và chứng thư' })).toBeVisible()
    await page.getByRole('button', { name: 'Xem chứng thư' }).click()
    await expect(page.getByText('Khóa thực hành: chỉ để tập làm').first()).toBeVisible()
    await expect(page.getByText('Chưa kiểm tra được thu hồi').first()).toBeVisible()
    await expect(page.getByText('Chưa có chứng thư nào được tin cậy.')).toBeHidden()
    await noViolations(page)
    await picture('khoa-thuc-hanh')
  })

  await test.step('a token is found through its driver; a wrong PIN is counted', async () => {
    await page.getByLabel('Thiết bị ký (USB token)').check()
    await choosing(app, softDriver)
    await page.getByRole('button', { name: /Trình điều khiển thiết bị ký/ }).click()
    await expect(page.getByText(softToken.label, { exact: false }).first()).toBeVisible()
    await page.getByLabel('Chứng thư trên thiết bị').selectOption({ index: 1 })
    await page.getByLabel('Mã PIN của thiết bị').fill('00000000')
    await page.getByRole('button', { name: 'Xem chứng thư' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'sai 1 lần' })).toBeVisible()
    await noViolations(page)
    await picture('sai-ma-pin')
    await page.getByLabel('Mã PIN của thiết bị').fill(softToken.pin)
    await page.getByRole('button', { name: 'Xem chứng thư' }).click()
    await expect(page.getByText('Chưa biết người ký').first()).toBeVisible()
    await picture('thiet-bi-ky')
  })

  await test.step('a request for a certificate is made', async () => {
    const stick = join(stage.folder, 'usb')
    mkdirSync(stick)
    await choosing(app, stick)
    await page.getByRole('button', { name: /Thư mục ghi khóa và đơn/ }).click()
    await page.getByLabel('Đặt mật khẩu cho tệp khóa mới').fill('mật khẩu')
    await page.getByRole('button', { name: 'Tạo khóa và đơn' }).click()
    await expect(page.getByText('Gửi tệp .csr cho nơi cấp')).toBeVisible({ timeout: 20_000 })
    const suffixes = readdirSync(stick).map((name) => name.replace(/.*\./, ''))
    expect(suffixes.sort()).toEqual(['csr', 'p12'])
    await picture('xin-cap-chung-thu')
  })

  await test.step('a wrong address of a time-stamp server is refused', async () => {
    await page.getByLabel('Địa chỉ máy chủ (RFC 3161)').fill('tsa.gov.vn')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByText('phải bắt đầu bằng http')).toBeVisible()
  })
})
