import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'

/** Where the play leaves a picture or a file, and what it shows. */
export type Keepsake = {
  picture: (page: Page, caption: string) => Promise<void>
  file: (path: string, caption: string) => Promise<void>
}

/** What a play works with: the running app, a folder of its own, and where pictures go. */
export type Scene = { app: ElectronApplication; page: Page; folder: string; keep: Keepsake }

/** The morning of the launch day, at which the app's clock starts for a play. */
export const launchMorning = { RAQUAN_CLOCK: '2024-11-16T01:30:00Z' }

/** A person of the practice household, as a clerk types it. */
type Typed = { relation: string; name: string; birth: string; sex: string; number: string }

const family: Typed[] = [
  { relation: '00', name: 'Nguyễn Văn Đức', birth: '6/11/79', sex: '1', number: '001079123456' },
  { relation: '01', name: 'Đỗ Thị Hường', birth: '02031982', sex: '2', number: '001182654321' },
  { relation: '08', name: 'Nguyễn Thị Ước', birth: '150908', sex: '2', number: '001308777888' },
]

/** Plays one clerk's day through the real window and answers the path of the signed summary. */
export async function playOfficeDay(scene: Scene): Promise<{ summary: string; paper: string }> {
  const pins = await makePracticeOffice(scene)
  await signIn(scene, 'Cán bộ nhập', pins.clerk)
  await recordConference(scene)
  await enrolFamily(scene)
  const paper = await printTk1(scene)
  await showRegister(scene)
  const summary = await signDay(scene, pins.head)
  await verifySummary(scene, summary)
  return { summary, paper }
}

/** Makes the practice office of huyện Sóc Sơn from the first screen and answers its PINs. */
export async function makePracticeOffice({ page, keep }: Scene): Promise<{
  head: string
  clerk: string
}> {
  await page.getByRole('button', { name: 'Tạo đơn vị thực hành' }).click()
  await page.getByLabel('Tìm đơn vị (không cần dấu)').fill('soc son')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('option', { name: /BHXH huyện Sóc Sơn/ }).click()
  await keep.picture(page, 'Chọn đơn vị thực hành, gõ không cần dấu')
  await page.getByRole('button', { name: /Tạo đơn vị thực hành cho/ }).click()
  const ready = page.getByRole('button', { name: 'Tới đăng nhập' })
  await ready.waitFor({ timeout: 60_000 })
  await keep.picture(page, 'Đơn vị thực hành đã sẵn sàng, kèm mã PIN và mã khôi phục')
  const pinOf = async (person: string) => {
    const row = await page.getByRole('row', { name: new RegExp(person) }).innerText()
    return /Mã PIN\s*(\d+)/.exec(row)?.[1] ?? ''
  }
  const pins = { head: await pinOf('Thủ trưởng'), clerk: await pinOf('Cán bộ nhập') }
  await ready.click()
  return pins
}

/** Signs a person in by name and PIN. */
export async function signIn({ page, keep }: Scene, person: string, pin: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(person) }).check()
  await page.getByLabel('Mã PIN').fill(pin)
  await keep.picture(page, 'Đăng nhập bằng mã PIN')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ghi danh hộ gia đình' })).toBeVisible()
}

/** Records the consultation conference of the launch day. */
export async function recordConference({ page, keep }: Scene): Promise<void> {
  await page.keyboard.press('F3')
  const form = page.getByRole('form', { name: /Hội nghị mới/ })
  await form.getByLabel('Hình thức').selectOption({ label: '1 · Hội nghị tư vấn' })
  await form.getByLabel('Ngày tổ chức').fill('16/11/2024')
  await form.getByLabel('Giờ bắt đầu').fill('8h30')
  await choose(page, form.getByLabel('Xã, phường'), 'phu linh', 'Xã Phù Linh')
  await form.getByLabel('Địa điểm').fill('Nhà văn hóa xã Phù Linh')
  await form.getByLabel('Người trình bày').fill('Giám đốc BHXH huyện; nhân viên Bưu điện')
  await form.getByLabel('Số người dự').fill('85')
  await keep.picture(page, 'Ghi hội nghị tư vấn của ngày ra quân')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Đã lưu hội nghị số/)).toBeVisible()
}

async function choose(page: Page, box: Locator, typed: string, found: string): Promise<void> {
  await box.click()
  await box.fill(typed)
  await expect(page.getByRole('listbox').getByRole('option', { name: found })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(new RegExp(found))
}

/** Enrols a household of three: the parents in both schemes, the daughter in BHYT. */
export async function enrolFamily({ page, keep }: Scene): Promise<void> {
  await page.keyboard.press('F2')
  await choose(page, page.getByRole('combobox', { name: 'Xã, phường' }), 'phu linh', 'Xã Phù Linh')
  await page.getByLabel('Địa chỉ (số nhà, đường, thôn)').fill('Số 12, Thôn Đoài')
  await page.getByLabel('Điện thoại hộ').fill('0900001234')
  await page.getByLabel('Điểm thu').selectOption({ label: '1 · Bưu điện' })
  const source = page.getByLabel('Đăng ký qua')
  const held = await source.locator('option', { hasText: 'Phù Linh' }).first().getAttribute('value')
  await source.selectOption(held)
  for (const [index, person] of family.entries()) await typeMember(page, index + 1, person)
  await expect(page.getByRole('region', { name: 'Cộng' })).toContainText('9.242.280 đ')
  await keep.picture(page, 'Ghi danh hộ: mức đóng hiện ngay từng người và cả hộ')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Đã lưu/).first()).toBeVisible()
  await keep.picture(page, 'Đã lưu, sẵn sàng cho hộ mới')
}

async function typeMember(page: Page, row: number, person: Typed): Promise<void> {
  if (row > 1) await page.keyboard.press('Alt+n')
  const member = page.getByRole('group', { name: `Người ${row}` })
  await member.getByLabel('Quan hệ').selectOption(person.relation)
  await member.getByLabel('Họ và tên').fill(person.name)
  await member.getByLabel('Ngày sinh').fill(person.birth)
  await member
    .getByLabel('Giới tính')
    .selectOption({ label: person.sex === '1' ? '1 · Nam' : '2 · Nữ' })
  await member.getByLabel('Số định danh/CCCD').fill(person.number)
  await member.getByLabel('Nghề nghiệp').selectOption({ label: '1 · Buôn bán' })
  if (row < 3) {
    await member.getByRole('checkbox', { name: 'BHXH tự nguyện' }).check()
    await member.getByLabel(/thu nhập/i).fill('1.500.000')
    await member.getByLabel('Phương thức').selectOption('12m')
  }
  await member.getByRole('checkbox', { name: 'BHYT hộ gia đình' }).check()
}

/** Opens the TK1-TS of the sign-up just saved, looks at it and saves it as a PDF. */
export async function printTk1({ app, page, folder, keep }: Scene): Promise<string> {
  await page.keyboard.press('Control+p')
  const preview = page.getByRole('dialog', { name: /Xem trước khi in/ })
  await expect(preview.locator('canvas').first()).toBeVisible()
  await keep.picture(page, 'Tờ khai TK1-TS xem trước trong cửa sổ')
  const file = join(folder, 'TK1-TS.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await preview.getByRole('button', { name: 'Lưu tệp PDF' }).click()
  await expect(preview.getByText(/Đã lưu:/)).toBeVisible()
  await keep.file(file, 'Tờ khai đã in ra PDF')
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
  return file
}

/** Looks the family up in the register without marks. */
export async function showRegister({ page, keep }: Scene): Promise<void> {
  await page.keyboard.press('F4')
  await page.getByLabel('Tìm tên hoặc số').fill('duc nguyen')
  await expect(page.getByText('Nguyễn Văn Đức').first()).toBeVisible()
  await keep.picture(page, 'Sổ đăng ký: tìm không cần dấu')
}

/** Closes and signs the launch day with the head's PIN and answers the path of the file. */
export async function signDay(
  { app, page, folder, keep }: Scene,
  headPin: string,
): Promise<string> {
  const stick = join(folder, 'usb')
  await mkdir(stick, { recursive: true })
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, stick)
  await page.keyboard.press('F6')
  await page.getByLabel('Ngày báo cáo').fill('16/11/2024')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Theo loại hình và lần tham gia')).toBeVisible()
  await keep.picture(page, 'Số liệu của ngày ra quân so với chỉ tiêu')
  await page.getByRole('button', { name: /Chốt và ký/ }).click()
  const form = page.getByRole('dialog', { name: /Chốt và ký/ })
  await form.getByLabel('Mã PIN của thủ trưởng').fill(headPin)
  await form.getByRole('button', { name: /Chọn thư mục/ }).click()
  await keep.picture(page, 'Thủ trưởng xác nhận bằng mã PIN')
  await form.getByRole('button', { name: /Ký và ghi tệp/ }).click()
  await expect(page.getByText('Tệp đã ký, ghi xong, đọc lại và kiểm tra đúng.')).toBeVisible({
    timeout: 30_000,
  })
  await keep.picture(page, 'Báo cáo đã ký, ghi ra USB, đọc lại và kiểm tra đúng')
  const [name] = (await readdir(stick)).filter((file) => file.endsWith('.asice'))
  const file = join(stick, name ?? '')
  await keep.file(file, 'Tệp báo cáo đã ký')
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  return file
}

/** Opens the signed file on the verifying screen, then a copy with one byte changed. */
export async function verifySummary(
  { app, page, folder, keep }: Scene,
  file: string,
): Promise<void> {
  await page.keyboard.press('F7')
  await openOnVerify(app, page, file)
  await expect(page.getByText('Hợp lệ', { exact: false }).first()).toBeVisible()
  await keep.picture(page, 'Kiểm tra tệp: nguyên vẹn, ai ký, đơn vị và kỳ nào')
  const bytes = await readFile(file)
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  const changed = join(folder, 'bi-sua.asice')
  await writeFile(changed, bytes)
  await openOnVerify(app, page, changed)
  await expect(page.getByText('Không hợp lệ', { exact: false }).first()).toBeVisible()
  await keep.picture(page, 'Cùng tệp đó sau khi một bit bị sửa: bị từ chối')
}

async function openOnVerify(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)
  await page.getByRole('button', { name: /Chọn tệp…/ }).click()
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
}
