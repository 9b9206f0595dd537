import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectDir } from '../../scripts/lib/paths.ts'
import { expect, test } from '../support/electron-test.ts'
import { launchMorning, makePracticeOffice, signIn } from '../support/office-day.ts'

const silent = { picture: async () => undefined, file: async () => undefined }

/** Every file below a folder, with its bytes. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }))

const isDump = (path: string) => /\.(dmp|mdmp|core)$|(^|[\\/])core(\.\d+)?$/i.test(path)

test('[A18] an app that crashes with people on the screen leaves no dump and nobody in plain', async ({
  stage,
}) => {
  const temporary = join(stage.folder, 'tmp')
  mkdirSync(temporary)
  const app = await stage.launch({ env: { ...launchMorning, TMPDIR: temporary } })
  const page = await app.firstWindow()
  const pins = await makePracticeOffice({ app, page, folder: stage.folder, keep: silent })
  await signIn({ app, page, folder: stage.folder, keep: silent }, 'Cán bộ nhập', pins.clerk)
  await page.keyboard.press('F4')
  const rows = await page.evaluate(async () => {
    const { call } = (
      globalThis as unknown as { raquan: { call: (n: string, i: unknown) => Promise<unknown> } }
    ).raquan
    const wish = { from: null, to: null, query: '', conferenceId: null, limit: 100 }
    const answer = (await call('enrolment.list', wish)) as {
      value: { rows: { name: string }[] }
    }
    return answer.value.rows
  })
  const planted = [...new Set(rows.map(({ name }) => name))].slice(0, 10)
  expect(planted).toHaveLength(10)
  const here = new Set(readdirSync(projectDir))

  const pageDied = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.webContents.once('render-process-gone', (_event, { reason }) => resolve(reason))
        window?.webContents.forcefullyCrashRenderer()
      }),
  )
  expect(['crashed', 'killed', 'abnormal-exit']).toContain(await pageDied)
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    app.process().once('exit', (_code, signal) => resolve(signal)),
  )
  await app.evaluate(() => process.crash()).catch(() => undefined)
  expect(['SIGSEGV', 'SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGBUS']).toContain(await ended)

  const left = filesBelow(stage.folder)
  expect(left.some(({ path }) => path.endsWith('office.db'))).toBe(true)
  expect(left.filter(({ path }) => isDump(path)).map(({ path }) => path)).toEqual([])
  const plain = left.flatMap(({ path, bytes }) =>
    planted
      .filter((name) =>
        [name, name.normalize('NFD')].some(
          (text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')),
        ),
      )
      .map((name) => `${path}: ${name}`),
  )
  expect(plain).toEqual([])
  expect(readdirSync(projectDir).filter((name) => !here.has(name))).toEqual([])
})
