import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { PNG } from 'pngjs'
import type {
  CallAnswer,
  CallName,
  CallReply,
  CommuneCard,
  EnrolmentDetail,
  PaperCard,
  RegistryPage,
  RenewalList,
} from '#core/contract.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { randomFrom } from '#core/practice/random.ts'
import { isRoot } from '../../scripts/lib/process.ts'
import { startPrintServer } from '../support/cups.ts'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, type Scene, signIn } from '../support/office-day.ts'
import { difference, smallPicture } from '../support/pictures.ts'
import { bytesOf } from '../support/window-calls.ts'

const keep = { picture: async () => undefined, file: async () => undefined }

/** Takes numbered pictures of a test. */
function camera(page: Page) {
  let taken = 0
  return async (name: string) => {
    taken += 1
    const number = String(taken).padStart(2, '0')
    await page.screenshot({ path: test.info().outputPath(`${number}-${name}.png`) })
  }
}

/** A keyboard that counts: every letter and every chord is one press. */
function countingKeyboard(page: Page) {
  const presses = { count: 0 }
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      presses.count += 1
      await page.keyboard.press(key)
      await page.waitForTimeout(60)
    }
  }
  const type = async (text: string) => {
    presses.count += [...text].length
    await page.keyboard.type(text, { delay: 60 })
  }
  /** Fills the box one is in and goes on to the next. */
  const fill = async (text: string) => {
    if (text !== '') await type(text)
    await press('Enter')
  }
  return { presses, press, type, fill }
}

async function atWork(scene: Omit<Scene, 'keep'>): Promise<void> {
  const pins = await makePracticeOffice({ ...scene, keep })
  await signIn({ ...scene, keep }, 'Cán bộ nhập', pins.clerk)
}

type Door = { raquan: { call: (name: CallName, input: unknown) => Promise<CallReply<unknown>> } }

/** Asks the main process what the window asks it. */
async function ask<T>(page: Page, name: CallName, input: unknown): Promise<T> {
  const reply = await page.evaluate(
    ([call, about]) => (globalThis as unknown as Door).raquan.call(call, about),
    [name, input] as const,
  )
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
  return reply.value as T
}

/** The line of the grid that a screen reader is at. */
function currentLine(page: Page) {
  return page.locator('[role=row][data-current]')
}

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F4')
  await page.getByLabel('Tìm tên hoặc số').fill(text)
}

type Typed = { relation: string; name: string; birth: string; sex: string; number: string }

const family: Typed[] = [
  { relation: '', name: 'Đỗ Văn Khiêm', birth: '5/3/70', sex: '1', number: '001070111222' },
  { relation: '01', name: 'Lê Thị Ngoãn', birth: '120872', sex: '2', number: '001172222333' },
  { relation: '08', name: 'Đỗ Thị Quỳnh', birth: '010196', sex: '2', number: '001196333444' },
  { relation: '08', name: 'Đỗ Văn Quý', birth: '200499', sex: '1', number: '001099444555' },
  { relation: '04', name: 'Trần Thị Vẻ', birth: '1946', sex: '2', number: '001146555666' },
]

/** Types the household of five with nothing but the keyboard; answers how many presses it took. */
async function typeFamily(page: Page): Promise<number> {
  const { presses, press, type, fill } = countingKeyboard(page)
  await press('F2')
  await expect(page.getByRole('combobox', { name: 'Xã, phường' })).toBeFocused()
  await fill('phu linh')
  await fill('Xóm 3')
  await fill('0900004321')
  await fill('')
  await fill('1')
  await fill('')
  for (const [index, person] of family.entries()) {
    if (index > 0) await press('Alt+n')
    const row = page.getByRole('group', { name: `Người ${index + 1}`, exact: true })
    await expect(row.getByLabel('Quan hệ')).toBeFocused()
    await fill(person.relation)
    await fill(person.name)
    await fill(person.birth)
    await fill(person.sex)
    await fill(person.number)
    await press('Enter', 'Enter')
    await type('1')
    await press('Alt+y')
    await expect(row.getByRole('checkbox', { name: 'BHYT hộ gia đình' })).toBeChecked()
  }
  await press('Control+Enter')
  await expect(page.getByText(/Đã lưu 5 hồ sơ/)).toBeVisible()
  return presses.count
}

/** The TK1-TS of somebody found by name, as the window shows it. */
async function paperOf(page: Page, query: string): Promise<PNG> {
  const filter = { from: null, to: null, query, conferenceId: null, limit: 1 }
  const [row] = (await ask<CallAnswer<'enrolment.list'>>(page, 'enrolment.list', filter)).rows
  const { documentId } = await ask<PaperCard>(page, 'paper.make', {
    ...{ form: 'tk1-ts', edition: null, blank: false, checkAgainstOfficial: true },
    of: { kind: 'enrolments', ids: [row?.id] },
  })
  return smallPicture(await bytesOf(page, documentId))
}

/** Prints the TK1-TS of whoever was saved last, on the first printer there is, with the keyboard only. */
async function printLastByKeyboard(page: Page): Promise<number> {
  const { presses, press } = countingKeyboard(page)
  await press('Control+p')
  const preview = page.getByRole('dialog', { name: 'Xem trước khi in' })
  await expect(preview.getByText('Tờ 1 trên 5')).toBeVisible()
  await expect(preview.locator('[data-page] canvas').first()).toHaveAttribute('data-drawn', 'true')
  await expect(preview.getByRole('button', { name: /^In/ })).toBeFocused()
  await press('Tab', 'Tab')
  await expect(preview.getByLabel('Máy in', { exact: true })).toBeFocused()
  await press('ArrowDown', 'Control+p')
  await expect(preview.getByText('Đã gửi tới máy in.')).toBeVisible({ timeout: 30_000 })
  await press('Escape')
  await expect(preview).toBeHidden()
  return presses.count
}

test('five people with the keyboard only, then found, led through life, met twice and merged', async ({
  stage,
}) => {
  const printing = process.platform === 'linux' && isRoot ? await startPrintServer() : null
  const app = await stage.launch({ env: { ...launchMorning, ...printing?.env } })
  const page = await app.firstWindow()
  const picture = camera(page)
  await atWork({ app, page, folder: stage.folder })

  const presses = await typeFamily(page)
  console.log(`Hộ 5 người, chỉ bàn phím: ${presses} lần nhấn phím`)
  test.info().annotations.push({ type: 'keystrokes', description: String(presses) })
  expect(presses).toBeLessThan(400)
  await picture('saved')
  if (printing) {
    await test.step('[A75] and the paper printed, still without a mouse', async () => {
      const more = await printLastByKeyboard(page)
      console.log(`Từ phiếu trống tới tờ khai ra giấy: ${presses + more} lần nhấn phím`)
      const printed = smallPicture(await printing.next())
      const [own, other] = [await paperOf(page, 'do khiem'), await paperOf(page, 'le ngoan')]
      const far = difference(own, other)
      expect(far).toBeGreaterThan(100)
      expect(difference(printed, own)).toBeLessThan(Math.min(60, far / 2))
    })
    await printing.close()
  }

  await test.step('search without marks, in any order', async () => {
    await search(page, 'khiem do')
    await expect(currentLine(page)).toContainText('Đỗ Văn Khiêm')
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2')
    await picture('search')
  })

  await test.step('step through life with undo', async () => {
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('grid')).toBeFocused()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog')
    await expect(card.getByText('Đã ghi ngày 16/11/2024, chưa thu tiền.')).toBeVisible()
    await picture('card')
    await page.keyboard.press('Alt+t')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(
      card.getByText('Số biên lai còn trống.').filter({ visible: true }).first(),
    ).toBeVisible()
    await picture('step-refused')
    await card.getByLabel('Số biên lai').fill('BL-0001')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(card.getByText(/Đã thu tiền ngày 16\/11\/2024, biên lai BL-0001/)).toBeVisible()
    await expect(card.getByText('Trạng thái: Đã ghi tại đây → Đã thu tiền')).toBeVisible()
    await picture('paid')
    await expect(card.getByRole('button', { name: /Hoàn tác: chuyển 1 hồ sơ/ })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(card.getByText(/Đã hoàn tác: chuyển 1 hồ sơ/)).toBeVisible()
    await expect(card.getByText('Đã ghi ngày 16/11/2024, chưa thu tiền.')).toBeVisible()
    await picture('undone')
    await page.keyboard.press('Alt+e')
    await expect(card.getByLabel('Lần tham gia')).toBeVisible()
    await picture('edit')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+t')
    await card.getByLabel('Số biên lai').fill('BL-0002')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(card.getByText(/biên lai BL-0002\. Chưa gửi/)).toBeVisible()
    await page.keyboard.press('Alt+g')
    await expect(card.getByText(/đang chờ tiếp nhận/)).toBeVisible()
    await page.keyboard.press('Alt+n')
    await expect(card.getByText('Đã được tiếp nhận.')).toBeVisible()
    await picture('accepted')
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(page.getByRole('grid')).toBeFocused()
  })

  await test.step('[A43] a duplicate is seen while it is typed and the verdict kept', async () => {
    await page.keyboard.press('F2')
    const row = page.getByRole('group', { name: 'Người 1', exact: true })
    await row.getByLabel('Họ và tên').fill('Do Van Khiem')
    await row.getByLabel('Ngày sinh').fill('5/3/1970')
    await expect(row.getByText(/Có thể đã có trong sổ/)).toContainText('Đỗ Văn Khiêm')
    await picture('similar-strip')
    await page.keyboard.press('Alt+s')
    const dialog = page.getByRole('dialog', { name: /Có phải cùng một người/ })
    await expect(dialog.getByText('Cùng ngày sinh.')).toBeVisible()
    await picture('compare')
    await page.keyboard.press('1')
    await expect(dialog).toBeHidden()
    await expect(row.getByLabel('Số định danh/CCCD')).toHaveValue('001070111222')
    await picture('filled')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Bỏ và làm phiếu mới' }).click()
  })

  await test.step('[A44] somebody entered twice is merged from the card', async () => {
    const row = page.getByRole('group', { name: 'Người 1', exact: true })
    await page.getByLabel('Địa chỉ (số nhà, đường, thôn)').fill('Xóm 3')
    await row.getByLabel('Họ và tên').fill('Đỗ Thị Quỳnh')
    await row.getByLabel('Ngày sinh').fill('01/01/1996')
    await row.getByLabel('Giới tính').selectOption({ label: '2 · Nữ' })
    await row.getByLabel('Nghề nghiệp').selectOption({ label: '1 · Buôn bán' })
    await row.getByRole('checkbox', { name: 'BHXH tự nguyện' }).check()
    await row.getByLabel(/thu nhập/i).fill('1.500.000')
    await row.getByLabel('Phương thức').selectOption('12m')
    await expect(row.getByText(/Có thể đã có trong sổ/)).toBeVisible()
    await page.keyboard.press('Alt+s')
    await page.getByRole('dialog').getByText('Cùng họ tên.').waitFor()
    await page.keyboard.press('2')
    await expect(row.getByText(/Có thể đã có trong sổ/)).toBeHidden()
    await picture('not-same')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Đã lưu 1 hồ sơ/)).toBeVisible()
    await search(page, 'do thi quynh')
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Hồ sơ tham gia').waitFor()
    await page.keyboard.press('Alt+u')
    await expect(page.getByLabel('Vì sao là một người')).toBeFocused()
    await picture('merge')
    await page.keyboard.type('Hai phiếu của cùng một người', { delay: 60 })
    await page.keyboard.press('Enter')
    await expect(page.getByText(/Đã gộp\. 1 hồ sơ/)).toBeVisible()
    await picture('merged')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2')
  })

  await test.step('households, enrolments, saved filters, nobody', async () => {
    await page.getByLabel('Hiện', { exact: true }).selectOption('households')
    await search(page, 'quynh khiem')
    await picture('households')
    await search(page, '')
    await page.getByLabel('Hiện', { exact: true }).selectOption('enrolments')
    await page.getByLabel('Trạng thái').selectOption('accepted')
    await expect(currentLine(page)).toContainText('Đỗ Văn Khiêm')
    await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click()
    await page.getByLabel('Tên bộ lọc').fill('Đã tiếp nhận')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Bộ lọc đã lưu', { exact: true })).toHaveValue('Đã tiếp nhận')
    await picture('filter')
    await page.keyboard.press('Control+e')
    const list = page.getByRole('dialog', { name: 'Xuất danh sách ra tệp' })
    await expect(list.getByLabel('Xuất', { exact: true })).toHaveValue('all')
    await picture('export')
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await page.getByLabel('Tìm tên hoặc số').fill('khong co ai')
    await expect(page.getByText('Không có ai khớp.')).toBeVisible()
    await picture('nobody')
  })
})

/** Signs up made-up households, as the window would, until so many enrolments have been added. */
async function signUpMany(page: Page, count: number): Promise<void> {
  const signedOn = '2024-11-16'
  const [commune] = await ask<CommuneCard[]>(page, 'office.communes', { on: signedOn })
  if (!commune) throw new Error('the office has no communes')
  const { code, validFrom } = commune
  const random = randomFrom(79)
  const setting = { signedOn, commune: { code, validFrom }, conferenceId: null }
  const taken = new Set<string>()
  for (let added = 0; added < count; ) {
    const draft = makeHousehold(random, { ...setting, taken })
    const saved = await ask<{ enrolmentIds: number[] }>(page, 'enrolment.save', draft)
    added += saved.enrolmentIds.length
  }
}

test('[A79] holding ↓ reads the right name at the end of 2,000 lines', async ({ stage }) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  await atWork({ app, page, folder: stage.folder })
  await signUpMany(page, 1700)
  await page.keyboard.press('F4')
  await page.getByLabel('Hiện', { exact: true }).selectOption('enrolments')
  await expect(page.getByRole('columnheader', { name: 'Ngày ký' })).toBeVisible()
  await page.keyboard.press('Alt+l')
  const grid = page.getByRole('grid')
  await expect(grid).toBeFocused()
  const names: string[] = []
  let after: string | null = null
  do {
    const asked = { show: 'enrolments', query: '', filters: {}, after, limit: 200 }
    const answer: RegistryPage = await ask(page, 'registry.search', asked)
    names.push(...answer.rows.map(({ name }) => name))
    after = answer.next
  } while (after !== null)
  expect(names.length).toBeGreaterThan(2000)
  const isAt = async (index: number) => {
    const line = currentLine(page)
    await expect(line).toHaveAttribute('aria-rowindex', String(index + 2))
    await expect(line).toContainText(names[index] ?? 'nobody')
    await expect(grid).toHaveAttribute(
      'aria-activedescendant',
      (await line.getAttribute('id')) ?? '',
    )
  }
  // The keys of one held press arrive faster than the window draws.
  const hold = async (presses: number) => {
    for (let n = 0; n < presses; n += 1) await page.keyboard.down('ArrowDown')
    await page.keyboard.up('ArrowDown')
  }
  await hold(250)
  await isAt(250)
  await page.keyboard.press('Home')
  await isAt(0)
  await hold(names.length + 10)
  await expect(grid).toHaveAttribute('aria-rowcount', String(names.length + 1))
  await isAt(names.length - 1)
  await page.screenshot({ path: test.info().outputPath('end.png') })
})

/** How many of the first people due signed only today, so that they cannot renew today. */
async function signedToday(page: Page): Promise<number> {
  const on = '2024-11-16'
  const filter = { on, mark: null, commune: null, scheme: null, offset: 0, limit: 100 }
  const { rows } = await ask<RenewalList>(page, 'renewal.list', filter)
  for (const [index, { enrolmentId: id }] of rows.entries()) {
    const { signedOn } = await ask<EnrolmentDetail>(page, 'enrolment.open', { id })
    if (signedOn !== on) return index
  }
  return rows.length
}

test('who is due is called, and the household renewed with one key', async ({ stage }) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = camera(page)
  await atWork({ app, page, folder: stage.folder })
  await page.keyboard.press('F5')
  await expect(page.getByRole('grid', { name: 'Đến hạn đóng tiếp' })).toBeVisible()
  await picture('due')
  await test.step('the list on paper', async () => {
    await page.keyboard.press('Control+p')
    const paper = page.getByRole('dialog', { name: 'Danh sách đến hạn đóng tiếp' })
    await expect(paper.locator('[data-page] canvas').first()).toBeVisible({ timeout: 20_000 })
    await picture('due-paper')
    await page.keyboard.press('Escape')
    await expect(paper).toBeHidden()
  })
  await page.keyboard.press('Alt+l')
  for (let n = await signedToday(page); n > 0; n -= 1) await page.keyboard.press('ArrowDown')
  const name = (await currentLine(page).getByRole('gridcell').first().innerText()).trim()
  await page.keyboard.press('2')
  const call = page.getByRole('dialog', { name: `Cuộc gọi nhắc ${name}` })
  await expect(call.getByLabel('Kết quả')).toHaveValue('thinking')
  await page.keyboard.type('25/11/2024', { delay: 60 })
  await page.keyboard.press('Enter')
  await page.keyboard.type('Hỏi lại vợ', { delay: 60 })
  await picture('call')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Đã ghi cuộc gọi với ${name}.`)).toBeVisible()
  await expect(currentLine(page)).toContainText('Còn cân nhắc, hẹn 25/11/2024')
  await picture('called')
  await page.keyboard.press('F8')
  await expect(page.getByRole('heading', { name: 'Ghi danh hộ gia đình' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Cộng' })).toContainText('đ')
  await picture('draft')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Đã lưu \d+ hồ sơ/)).toBeVisible()
  await picture('renewed')
  await page.keyboard.press('F5')
  await page.keyboard.press('Alt+6')
  await picture('over')
})

test('[A78] the desk’s screens pass axe, in English and at 200 % too', async ({ stage }) => {
  const app = await stage.launch({ env: launchMorning })
  const page = await app.firstWindow()
  const picture = camera(page)
  await atWork({ app, page, folder: stage.folder })
  const zoom = (factor: number) =>
    app.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted)
    }, factor)
  const look = async (name: string) => {
    for (const factor of [2, 1]) {
      await zoom(factor)
      await page.waitForTimeout(300)
      await picture(`${name}-${factor}`)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      const seen = violations.map(({ id, nodes }) => `${name} ${factor}: ${id}: ${nodes[0]?.html}`)
      expect.soft(seen).toEqual([])
    }
  }
  await page.getByText('English').click()
  await page.getByRole('group', { name: 'Person 1' }).getByLabel('Full name').fill('Nguyễn Văn Đức')
  await page.keyboard.press('Alt+x')
  await page.keyboard.press('Alt+y')
  await page.getByLabel('Income').fill('1500000')
  await page.getByLabel('Method').selectOption('12m')
  await page.keyboard.press('F9')
  await expect(page.getByRole('region', { name: 'Why this amount' })).toContainText('%')
  await look('enrol')
  await page.keyboard.press('Alt+t')
  await expect(page.getByRole('dialog', { name: /Calculate/ })).toBeVisible()
  await look('calculator')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Alt+g')
  await page.keyboard.press('Alt+d')
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(2)
  await look('drafts')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (const [key, name] of [
    ['F4', 'register'],
    ['F5', 'renewals'],
    ['F10', 'policy'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(name)
  }
  await page.keyboard.press('F5')
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('2')
  await expect(page.getByRole('dialog', { name: /Call to/ })).toBeVisible()
  await look('call')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F4')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog', { name: /list/ })).toBeVisible()
  await look('export')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('person')
  await page.keyboard.press('Alt+u')
  await look('merge')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: /born/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await test.step('[A68] a hostile name stays text in lists, cards, comparisons and on paper', async () => {
    const name = '<img src=x onerror="window.hit=1"> {{7*7}} \';DROP'
    await saveNamed(page, name)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('onerror', { delay: 60 })
    await expect(page.getByRole('grid')).toContainText(name)
    await page.keyboard.press('Alt+l')
    await expect(currentLine(page)).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 }).first()).toContainText(
      name,
    )
    await picture('hostile')
    await page.keyboard.press('Control+p')
    await expect(page.locator('[data-page] canvas').first()).toBeVisible()
    await picture('hostile-paper')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    const row = page.getByRole('group', { name: 'Person 1' })
    await row.getByLabel('Full name').fill(name)
    await row.getByLabel('Born').fill('06/11/1990')
    await row.getByLabel('Sex').selectOption('male')
    await expect(row.getByRole('button', { name: /Alt\+S/ })).toBeVisible()
    await page.keyboard.press('Alt+s')
    await expect(page.getByRole('dialog')).toContainText(name)
    await picture('hostile-compare')
    expect(await page.evaluate('window.hit')).toBeUndefined()
    await page.keyboard.press('Escape')
    await row.getByLabel('Full name').focus()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Drop it, start anew' }).click()
  })
})

/** Saves a household of one person with a name, through the main process. */
async function saveNamed(page: Page, name: string): Promise<void> {
  const [commune] = await ask<CommuneCard[]>(page, 'office.communes', { on: '2024-11-16' })
  const person = {
    id: null,
    name,
    birth: { date: '1990-11-06', precision: 'day' },
    sex: 'male',
    personalNumber: null,
    insuranceNumber: null,
    phone: null,
    email: null,
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    careFacility: null,
  }
  const bhyt = { kind: 'first', months: 12, support: 'none', cardEnds: null }
  await ask(page, 'enrolment.save', {
    key: crypto.randomUUID(),
    signedOn: '2024-11-16',
    household: {
      id: null,
      commune: { code: commune?.code, validFrom: commune?.validFrom },
      address: 'Thôn Đoài',
      phone: null,
    },
    collector: 'post',
    conferenceId: null,
    members: [{ person, relation: '00', occupation: 'other', bhxh: null, bhyt }],
  })
}
