import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { PNG } from 'pngjs'
import type { CallAnswer, CallInput, CallName } from '#core/contract.ts'
import { isRoot } from '../../scripts/lib/process.ts'
import { type PrintServer, pressInPrintDialog, startPrintServer } from '../support/cups.ts'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'
import { difference, moved, smallPicture } from '../support/pictures.ts'
import { bytesOf, callIn } from '../support/window-calls.ts'

test.skip(
  process.platform !== 'linux' || !isRoot,
  'Máy in thử cần Linux và quyền root để cài và chạy CUPS.',
)

let server: PrintServer | null = null

test.afterEach(async () => {
  await server?.close()
  server = null
})

async function asked<N extends CallName>(page: Page, name: N, input: CallInput<N>) {
  const reply = await callIn(page, name, input)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value as CallAnswer<N>
}

const pagesIn = (pdf: Uint8Array): number => {
  const said = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' })
  return Number(/Pages:\s+(\d+)/.exec(said)?.[1])
}

/** A page from the printer shows what the preview does, and not merely a page like it. */
function expectSame(printed: PNG, preview: PNG, another: PNG): void {
  const far = difference(preview, another)
  expect(far).toBeGreaterThan(100)
  expect(difference(printed, preview)).toBeLessThan(Math.min(60, far / 2))
}

test('[real queue] paper comes out of a printer as the preview shows it', async ({
  stage,
}, info) => {
  server = await startPrintServer()
  const { printer } = server
  const temporary = join(stage.folder, 'tmp')
  await mkdir(temporary)
  const app = await stage.launch({ env: { ...launchMorning, ...server.env, TMPDIR: temporary } })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const pins = await makePracticeOffice({ app, page, folder: stage.folder, keep })
  await signIn({ app, page, folder: stage.folder, keep }, 'Cán bộ nhập', pins.clerk)
  const [row, other] = (
    await asked(page, 'enrolment.list', {
      from: null,
      to: null,
      query: '',
      conferenceId: null,
      limit: 2,
    })
  ).rows
  const of = { kind: 'enrolments' as const, ids: [row?.id ?? 0] }
  const wish = { form: 'tk1-ts' as const, edition: null, of, blank: false }
  const card = await asked(page, 'paper.make', { ...wish, checkAgainstOfficial: false })
  const { documentId } = card
  const silent = { documentId, printer, dialog: false }
  const preview = await bytesOf(page, documentId)
  const another = await bytesOf(
    page,
    (
      await asked(page, 'paper.make', {
        ...wish,
        of: { ...of, ids: [other?.id ?? 0] },
        checkAgainstOfficial: false,
      })
    ).documentId,
  )

  await test.step('the printer is listed', async () => {
    expect(await asked(page, 'paper.printers', {})).toMatchObject({
      printers: [{ name: printer, accepts: true, waits: false, offset: { right: 0, down: 0 } }],
    })
  })

  await test.step('one page, silently', async () => {
    expect(await asked(page, 'paper.print', silent)).toEqual({ sent: true })
    const printed = await server?.next()
    await info.attach('printed.pdf', { body: printed ?? '', contentType: 'application/pdf' })
    expectSame(smallPicture(printed ?? another), smallPicture(preview), smallPicture(another))
  })

  await test.step('a batch of the day in three copies of one page', async () => {
    const batch = await asked(page, 'paper.batch', {
      job: randomUUID(),
      selection: { kind: 'day', day: '2024-11-16' },
      forms: [{ form: 'tk1-ts', edition: null }],
      order: 'number',
      checkAgainstOfficial: false,
    })
    expect(batch.pages).toBeGreaterThan(5)
    const all = await bytesOf(page, batch.documentId)
    const job = { ...silent, documentId: batch.documentId, copies: 3, pages: { from: 3, to: 3 } }
    expect(await asked(page, 'paper.print', job)).toEqual({ sent: true })
    const printed = (await server?.next()) ?? all
    expect(pagesIn(printed)).toBe(3)
    expectSame(smallPicture(printed, 2), smallPicture(all, 3), smallPicture(all, 2))
  })

  await test.step('calibrated, it comes out moved', async () => {
    // At 30 dots per inch 8.5 mm are ten dots.
    await asked(page, 'paper.calibrate', { printer, right: 8.5, down: 8.5 })
    await asked(page, 'paper.print', silent)
    const printed = smallPicture((await server?.next()) ?? another)
    const wanted = moved(smallPicture(preview), 10, 10)
    expectSame(printed, wanted, smallPicture(preview))
    await asked(page, 'paper.calibrate', { printer, right: 0, down: 0 })
  })

  await test.step('through the dialog of the system: closed, then printed', async () => {
    const closed = asked(page, 'paper.print', { documentId, printer })
    await pressInPrintDialog('Escape')
    expect(await closed).toEqual({ sent: false })
    const before = await server?.count()
    const sent = asked(page, 'paper.print', { documentId, printer })
    await pressInPrintDialog('Return')
    expect(await sent).toEqual({ sent: true })
    const printed = (await server?.next()) ?? another
    expectSame(smallPicture(printed), smallPicture(preview), smallPicture(another))
    expect(await server?.count()).toBe((before ?? 0) + 1)
  })

  await test.step('[A18] nothing of it stays on the disk', async () => {
    const name = Buffer.from(row?.name ?? 'nobody', 'utf8')
    const hidden = Buffer.from(row?.name ?? 'nobody', 'utf16le')
    for (const folder of [temporary, join(stage.folder, 'user'), join(stage.folder, 'data')]) {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue
        const file = join(entry.parentPath, entry.name)
        const bytes = await readFile(file)
        expect(bytes.includes(name) || bytes.includes(hidden), file).toBe(false)
        expect(bytes.subarray(0, 5).toString('latin1'), file).not.toBe('%PDF-')
      }
    }
  })
})

test('[real queue] a printer that refuses, waits or is gone is said plainly, and the paper is kept', async ({
  stage,
}) => {
  server = await startPrintServer()
  const { printer, tool } = server
  const app = await stage.launch({ env: { ...launchMorning, ...server.env } })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const pins = await makePracticeOffice({ app, page, folder: stage.folder, keep })
  await signIn({ app, page, folder: stage.folder, keep }, 'Cán bộ nhập', pins.clerk)
  const wish = { form: 'quote', edition: null, of: null, blank: true } as const
  const card = await asked(page, 'paper.make', { ...wish, checkAgainstOfficial: false })
  const silent = { documentId: card.documentId, printer, dialog: false }
  const refusal = async (name: string) => {
    const reply = await callIn(page, 'paper.print', { ...silent, printer: name })
    return 'problem' in reply ? reply.problem : reply
  }

  await tool('cupsreject', printer)
  expect(await refusal(printer)).toEqual({ code: 'print.not-accepting', values: { printer } })
  await tool('cupsaccept', printer)

  await tool('cupsdisable', printer)
  await expect
    .poll(async () => (await asked(page, 'paper.printers', {})).printers[0])
    .toMatchObject({ accepts: true, waits: true })
  expect(await asked(page, 'paper.print', silent)).toEqual({ sent: true })
  expect(await server.count()).toBe(0)
  await tool('cupsenable', printer)
  expect((await server.next()).length).toBeGreaterThan(1000)

  const job = randomUUID()
  const batch = callIn(page, 'paper.batch', {
    job,
    selection: { kind: 'day', day: '2024-11-16' },
    forms: [{ form: 'tk1-ts', edition: null }],
    order: 'household',
    checkAgainstOfficial: false,
  })
  expect(await asked(page, 'job.cancel', { job })).toEqual({ stopped: true })
  expect(await batch).toMatchObject({ ok: false, problem: { code: 'job.cancelled' } })

  const gone = 'May-in-da-thao'
  expect(await refusal(gone)).toEqual({ code: 'print.no-printer', values: { printer: gone } })
  await tool('lpadmin', '-x', printer)
  await expect.poll(async () => (await asked(page, 'paper.printers', {})).printers).toEqual([])
  expect(await refusal(printer)).toEqual({ code: 'print.no-printer', values: { printer } })
  const file = join(stage.folder, 'van-con.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  expect(await asked(page, 'paper.save', { documentId: card.documentId })).toBe(file)
  expect((await readFile(file)).length).toBeGreaterThan(1000)
})

test('[real queue] a clerk picks the printer, calibrates it, and is told when it is gone', async ({
  stage,
}, info) => {
  server = await startPrintServer()
  const { printer, tool } = server
  const app = await stage.launch({ env: { ...launchMorning, ...server.env } })
  const page = await app.firstWindow()
  const keep = { picture: async () => undefined, file: async () => undefined }
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  const pins = await makePracticeOffice({ app, page, folder: stage.folder, keep })
  await signIn({ app, page, folder: stage.folder, keep }, 'Cán bộ nhập', pins.clerk)
  const preview = page.getByRole('dialog', { name: /Xem trước khi in/ })
  const choice = preview.getByLabel('Máy in', { exact: true })
  const openPaper = async () => {
    await page.keyboard.press('F4')
    await expect(page.getByRole('row').nth(2)).toBeVisible()
    await page.keyboard.press('Alt+l')
    await page.keyboard.press('Control+p')
    await expect(preview.locator('[data-page] canvas').first()).toHaveAttribute(
      'data-drawn',
      'true',
    )
  }
  await openPaper()

  await test.step('straight to the printer chosen, which is remembered', async () => {
    await expect(choice).toHaveValue('')
    await choice.selectOption(printer)
    await page.keyboard.press('Control+p')
    await expect(preview.getByText('Đã gửi tới máy in.')).toBeVisible({ timeout: 30_000 })
    expect(pagesIn((await server?.next()) ?? new Uint8Array())).toBe(1)
    await picture('da-gui-may-in')
    await page.keyboard.press('Escape')
    await expect(preview).toBeHidden()
    await openPaper()
    await expect(choice).toHaveValue(printer)
  })

  await test.step('the test page comes out moved by what was measured', async () => {
    await preview.getByRole('button', { name: 'Căn chỉnh máy in' }).click()
    const offsets = preview.getByRole('form', { name: 'Căn chỉnh máy in' })
    await offsets.getByLabel('Dịch sang phải (mm)').fill('8,5')
    await offsets.getByLabel('Dịch xuống dưới (mm)').fill('8,5')
    await offsets.getByRole('button', { name: 'Lưu số đo' }).click()
    await expect(offsets.getByText(/Đã lưu cho máy in/)).toBeVisible()
    const { printers } = await asked(page, 'paper.printers', {})
    expect(printers[0]?.offset).toEqual({ right: 8.5, down: 8.5 })
    await expect(preview.locator('[data-page] canvas').first()).toHaveAttribute(
      'data-drawn',
      'true',
    )
    await picture('can-chinh')
    await page.keyboard.press('Control+p')
    await expect(preview.getByText('Đã gửi tới máy in.')).toBeVisible({ timeout: 30_000 })
    const { documentId } = await asked(page, 'paper.testPage', { printer })
    const whole = smallPicture(await bytesOf(page, documentId))
    const printed = smallPicture((await server?.next()) ?? new Uint8Array())
    expectSame(printed, moved(whole, 10, 10), whole)
    await offsets.getByRole('button', { name: 'Quay lại tờ in' }).click()
    await expect(choice).toHaveValue(printer)
  })

  await test.step('a printer taken away is said, and the dialog is offered again', async () => {
    await tool('lpadmin', '-x', printer)
    await expect.poll(async () => (await asked(page, 'paper.printers', {})).printers).toEqual([])
    await page.keyboard.press('Control+p')
    await expect(preview.getByRole('alert').filter({ hasText: /Không thấy máy in/ })).toBeVisible()
    await expect(preview.getByText(/Không còn thấy máy in/)).toBeVisible()
    await expect(choice).toHaveValue('')
    await picture('may-in-da-thao')
  })
})
