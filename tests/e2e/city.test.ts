import { copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../support/electron-test.ts'
import { raquan } from '../support/raquan.ts'

const launchDay = '2024-11-16'
const units = ['016', '017', '277']

type Made = { people: { role: string; pin: string }[] }

/** An office on disk, with what opens it. */
const office = (folder: string, unit: string) => {
  const home = join(folder, unit)
  const code = join(home, 'khoi-phuc.txt')
  return {
    home,
    code,
    data: join(home, 'data'),
    key: join(home, 'khoa.p12'),
    certificate: join(home, 'khoa.crt'),
    store: ['--data', join(home, 'data'), '--recovery-code-file', code],
  }
}

async function createOffice(folder: string, unit: string): Promise<Made> {
  const own = office(folder, unit)
  await mkdir(own.home, { recursive: true })
  const made = await raquan<Made>(
    ...['office', 'create', '--data', own.data, '--unit', unit, '--practice'],
    ...['--recovery-out', own.code],
  )
  return made.value
}

/** A district signs its launch day onto the stick; the city gets its certificate. */
async function sendLaunchDay(folder: string, unit: string, stick: string): Promise<Made> {
  const own = office(folder, unit)
  const pass = join(folder, 'mat-khau.txt')
  const days = ['--from', launchDay, '--to', launchDay]
  const made = await createOffice(folder, unit)
  await raquan('practice', ...own.store, '--households', '6', '--seed', unit, ...days)
  await raquan(
    ...['key', 'practice', '--unit', unit, '--on', launchDay],
    ...['--out', own.key, '--pass-file', pass],
  )
  const signed = await raquan(
    ...['summary', ...own.store, '--kind', 'launch-day', ...days],
    ...['--key', own.key, '--pass-file', pass, '--out', stick],
  )
  expect(signed.code).toBe(0)
  const trust = join(office(folder, '01').data, 'trust')
  await mkdir(trust, { recursive: true })
  await copyFile(own.certificate, join(trust, `${unit}.crt`))
  return made
}

async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

const answerDialogs = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)

/** Opens an office on a computer that has no key of it, and signs its clerk in. */
async function openOffice(page: Page, code: string, made: Made, heading: string): Promise<void> {
  const [line = ''] = (await readFile(code, 'utf8')).split('\n')
  await page.getByLabel('Mã khôi phục').fill(line)
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: /Cán bộ nhập/ }).check()
  await page.getByLabel('Mã PIN').fill(pinOf(made, 'clerk'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
}

const pinOf = (made: Made, role: string) =>
  made.people.find((person) => person.role === role)?.pin ?? ''

test('[A37] three districts, the city, and its answers back to them', async ({ stage }, info) => {
  test.setTimeout(180_000)
  const { folder } = stage
  const stick = join(folder, 'usb')
  await mkdir(stick)
  await writeFile(join(folder, 'mat-khau.txt'), 'mat khau 1\n')
  const city = await createOffice(folder, '01')
  const districts: Made[] = []
  for (const unit of units) districts.push(await sendLaunchDay(folder, unit, stick))
  const [first = ''] = (await readdir(stick)).sort()
  const changed = await readFile(join(stick, first))
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
  await writeFile(join(stick, 'bi-sua.asice'), changed)

  const app = await stage.launch({ dataDir: office(folder, '01').data })
  const page = await app.firstWindow()
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const fair = async (name: string) => {
    await picture(name)
    await noViolations(page)
  }
  await openOffice(page, office(folder, '01').code, city, 'Nhận tệp của các đơn vị')
  const counted = (outcome: string) => page.locator(`[data-outcome="${outcome}"] dd`)

  await test.step('a clerk of the city finds no enrolment desk, and receives a stick', async () => {
    await expect(page.getByRole('button', { name: /Ghi danh hộ/ })).toHaveCount(0)
    await fair('nhan-trong')
    await answerDialogs(app, stick)
    await page.getByRole('button', { name: 'Chọn thư mục hoặc USB' }).click()
    await expect(counted('taken')).toHaveText('3')
    await expect(counted('refused')).toHaveText('1')
    await expect(page.getByText('đã hỏng hoặc bị sửa').first()).toBeVisible()
    await fair('nhan-xong')
    await page.getByRole('button', { name: 'Chọn thư mục hoặc USB' }).click()
    await expect(counted('already')).toHaveText('3')
  })

  await test.step('the matrix shows who sent what, by keyboard', async () => {
    await page.keyboard.press('F3')
    await expect(page.getByText('Tháng 11/2024')).toBeVisible()
    const cell = page.getByRole('gridcell', { name: /BHXH huyện Sóc Sơn, 16\/11\/2024: / })
    await expect(cell).toHaveAttribute('data-mark', 'late')
    await fair('theo-ngay')
    await page.keyboard.press('PageUp')
    await expect(page.getByText('Tháng này chưa có tệp nào.')).toBeVisible()
    await page.keyboard.press('PageDown')
    await cell.click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByText('TỆP HỢP LỆ')).toBeVisible()
    await picture('mot-tep')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the figures are merged, units below target first, and exported', async () => {
    await page.keyboard.press('F4')
    await expect(page.getByText(/đơn vị chưa đạt chỉ tiêu/)).toBeVisible()
    await expect(page.getByRole('row', { name: /Toàn thành phố/ })).toBeVisible()
    await fair('so-lieu-gop')
    const folderOut = join(folder, 'xuat')
    await mkdir(folderOut)
    await answerDialogs(app, folderOut)
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: 'Xuất số liệu gộp' })
    await dialog.getByRole('button', { name: /Chọn thư mục/ }).click()
    await dialog.getByRole('button', { name: 'Ghi tệp', exact: true }).click()
    await expect(page.getByText(/Đã ghi .* dòng vào/)).toBeVisible()
    expect(await readdir(folderOut)).toEqual(['RQ-thanh-pho-2024-11-16.xlsx'])
  })

  const replies = join(folder, 'tra-loi')
  await test.step('the head accepts two files and returns one', async () => {
    await mkdir(replies)
    await answerDialogs(app, replies)
    await page.keyboard.press('F5')
    await page.getByRole('checkbox', { name: /Chọn tệp BHXH huyện Chương Mỹ/ }).check()
    await page.getByRole('button', { name: 'Trả lại', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Mã PIN của thủ trưởng').fill(pinOf(city, 'head'))
    await dialog.getByRole('button', { name: /Chọn thư mục/ }).click()
    await dialog.getByRole('button', { name: /Ký và ghi/ }).click()
    await expect(dialog.getByRole('alert').first()).toBeVisible()
    await dialog.getByLabel('Lý do trả lại').fill('Số hội nghị không khớp biên bản.')
    await fair('tra-lai')
    await dialog.getByRole('button', { name: /Ký và ghi/ }).click()
    await expect(page.getByText(/Đã ký và ghi 1 tệp trả lời/)).toBeVisible()
    await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check()
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await dialog.getByLabel('Mã PIN của thủ trưởng').fill(pinOf(city, 'head'))
    await dialog.getByRole('button', { name: /Chọn thư mục/ }).click()
    await dialog.getByRole('button', { name: /Ký và ghi/ }).click()
    await expect(page.getByText(/Đã ký và ghi 2 tệp trả lời/)).toBeVisible()
    await page.getByLabel('Hiện').selectOption({ label: 'Tất cả' })
    await expect(page.getByText('Số hội nghị không khớp biên bản.')).toBeVisible()
    await fair('tra-loi')
  })
  await app.close()

  await test.step('each district opens its answer; a changed one is refused', async () => {
    const trust = join(office(folder, '01').data, 'trust')
    const files = (await readdir(replies)).sort()
    expect(files).toEqual([
      'RQ-016-tiep-nhan-so-0001-lan-1.asice',
      'RQ-017-tiep-nhan-so-0001-lan-1.asice',
      'RQ-277-tra-lai-so-0001-lan-1.asice',
    ])
    const open = (unit: string, file: string) =>
      raquan('receipt', file, ...office(folder, unit).store, '--trust', trust)
    const forged = await readFile(join(replies, files[0] ?? ''))
    forged[forged.length >> 1] = (forged[forged.length >> 1] ?? 0) ^ 1
    await writeFile(join(folder, 'gia.asice'), forged)
    expect((await open('016', join(folder, 'gia.asice'))).code).toBe(1)
    for (const index of [1, 2]) {
      const opened = await open(units[index] ?? '', join(replies, files[index] ?? ''))
      expect(opened, units[index]).toMatchObject({ code: 0 })
    }
    expect((await open('017', join(replies, files[0] ?? ''))).code).toBe(1)
  })

  await test.step('a district opens its receipt in its own window', async () => {
    const own = office(folder, units[0] ?? '')
    await cp(join(office(folder, '01').data, 'trust'), join(own.data, 'trust'), { recursive: true })
    const home = { dataDir: own.data, userDataDir: join(folder, 'user-don-vi') }
    const district = await stage.launch(home)
    const desk = await district.firstWindow()
    await openOffice(desk, own.code, districts[0] ?? { people: [] }, 'Ghi danh hộ gia đình')
    await desk.keyboard.press('F6')
    await answerDialogs(district, join(replies, 'RQ-016-tiep-nhan-so-0001-lan-1.asice'))
    await desk.getByRole('button', { name: 'Mở trả lời của thành phố' }).click()
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /Chọn tệp/ })
      .click()
    await expect(desk.getByText(/Thành phố đã tiếp nhận/)).toBeVisible()
    await desk.screenshot({ path: info.outputPath('don-vi-nhan.png') })
    await desk.keyboard.press('Escape')
    await desk.getByRole('button', { name: /Chốt và ký/ }).click()
    await desk.getByRole('checkbox', { name: /D03-TS, D05-TS/ }).check()
    await desk.screenshot({ path: info.outputPath('phu-luc.png') })
    await noViolations(desk)
  })
})
