import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { fuses } from '../../scripts/lib/fuses.ts'
import { packageApp } from '../../scripts/lib/package-app.ts'
import { projectDir } from '../../scripts/lib/paths.ts'
import { findRuntime } from '../../scripts/runtime/ensure.ts'
import { launchPackaged, openToAll, type Packaged } from '../support/packaged.ts'

test.describe.configure({ mode: 'serial' })

const folder = mkdtempSync(join(tmpdir(), 'raquan-package-'))
let program = ''
let running: Packaged | undefined

const archive = () => join(program, 'resources', 'app.asar')

test.beforeAll(async () => {
  const runtime = findRuntime()
  if (!runtime) throw new Error('no Electron is prepared: run node scripts/prepare.ts')
  program = await packageApp(runtime, join(folder, 'package'))
  await openToAll(folder)
})

test.afterAll(async () => {
  await running?.close()
  await rm(folder, { recursive: true, force: true })
})

test('[A65] [A67] the fuses read from the built binary are the ones we set', async () => {
  const wire = await getCurrentFuseWire(join(program, 'raquan'))
  const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    enableCookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    enableNodeOptionsEnvironmentVariable: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    enableNodeCliInspectArguments: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    enableEmbeddedAsarIntegrityValidation: isOn(
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    ),
    onlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    loadBrowserProcessSpecificV8Snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    grantFileProtocolExtraPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual(fuses)
})

test('[A17] the package holds every file the app opens', () => {
  const inside = new Set(listPackage(archive(), { isPack: false }))
  for (const name of filesBelow(join(projectDir, 'out', 'build'))) {
    if (!name.endsWith('.map') && name !== '.built') {
      expect(inside, name).toContain(`/out/build/${name}`)
    }
  }
  const packed = join(program, 'resources', 'resources')
  const own = join(projectDir, 'resources')
  expect(filesBelow(packed)).toEqual(filesBelow(own))
  for (const name of filesBelow(own)) expect(hash(packed, name), name).toBe(hash(own, name))
  for (const name of importedPackages()) {
    expect(inside, name).toContain(`/node_modules/${name}/package.json`)
  }
})

test('no source map, test or key of ours lies in the package', () => {
  const inside = listPackage(archive(), { isPack: false })
  const ours = inside.filter((name) => !name.startsWith('/node_modules/'))
  expect(ours.filter((name) => /\.map$|\/tests?\/|\.p12$|\.pem$|\.env/.test(name))).toEqual([])
})

test('[A49] [A50] the packaged window is sandboxed and sees no Node', async () => {
  running = await launchPackaged(join(program, 'raquan'), join(folder, 'home'))
  const { page, pid } = running
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const seen = await page.evaluate(() => {
    const all = globalThis as Record<string, unknown>
    return [typeof all.require, typeof all.process, typeof all.Buffer, typeof all.raquan]
  })
  expect(seen).toEqual(['undefined', 'undefined', 'undefined', 'object'])
  const renderers = childrenOf(pid).filter(({ command }) => command.includes('--type=renderer'))
  expect(renderers.length).toBeGreaterThan(0)
  for (const renderer of renderers) {
    expect(renderer.command).not.toContain('--no-sandbox')
    expect(readFileSync(`/proc/${renderer.pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
  }
})

test('the packaged app makes an office, opens it and draws a paper in its own process', async () => {
  const page = window()
  await page.getByRole('button', { name: 'Tạo đơn vị thực hành' }).click()
  await page.getByLabel('Tìm đơn vị (không cần dấu)').fill('soc son')
  await page.getByRole('option', { name: /Sóc Sơn/ }).click()
  await page.getByRole('button', { name: /Tạo đơn vị thực hành cho/ }).click()
  const ready = page.getByRole('button', { name: 'Tới đăng nhập' })
  await ready.waitFor({ timeout: 60_000 })
  const row = await page.getByRole('row', { name: /Cán bộ nhập/ }).innerText()
  await ready.click()
  await page.getByRole('radio', { name: /Cán bộ nhập/ }).check()
  await page.getByLabel('Mã PIN').fill(/Mã PIN\s*(\d+)/.exec(row)?.[1] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ghi danh hộ gia đình' })).toBeVisible()
  const head = readFileSync(join(folder, 'home', 'data', 'office.db')).subarray(0, 15)
  expect(head.toString('latin1')).not.toBe('SQLite format 3')
  const papers = await page.evaluate(`(async () => {
    const job = crypto.randomUUID()
    const wish = { job, selection: { kind: 'household', id: 1, signedOn: null }, forms: [{ form: 'tk1-ts', edition: null }],
      order: 'household', checkAgainstOfficial: true }
    const made = await raquan.call('paper.batch', wish)
    if (!made.ok) return made
    const bytes = await raquan.call('paper.bytes', { documentId: made.value.documentId })
    return bytes.ok ? String.fromCharCode(...bytes.value.slice(0, 5)) : bytes
  })()`)
  expect(papers).toBe('%PDF-')
})

test('[A51] the packaged page gets no permission, and no camera without its door', async () => {
  const tried = await window().evaluate(`(async () => {
    const ask = (promise) => promise.then(() => 'given', (error) => error.name)
    const media = navigator.mediaDevices
    return [
      await ask(media.getUserMedia({ audio: true })),
      await ask(media.getUserMedia({ video: true })),
      await ask(media.getDisplayMedia({ video: true })),
      await ask(new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, () => no(new DOMException('', 'NotAllowedError'))))),
      await Notification.requestPermission(),
      (await navigator.permissions.query({ name: 'clipboard-read' })).state,
    ]
  })()`)
  expect(tried).not.toContain('given')
  expect(tried).not.toContain('granted')
})

test('[A59] a file dropped on the packaged window opens nothing', async () => {
  const page = window()
  const before = page.url()
  const browser = await page.context().newCDPSession(page)
  const drag = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: drag })
  }
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

// Last, for a refused navigation leaves the driver waiting.
test('[A47] [A53] [A59] [A60] the packaged page reaches nothing and goes nowhere', async () => {
  const page = window()
  const before = page.url()
  const tried = await page.evaluate(`(async () => {
    const reach = (url) => fetch(url).then(() => 'reached', () => 'refused')
    const element = document.createElement('div')
    element.innerHTML = '<img src=x onerror="globalThis.broken = true">'
    document.body.append(element)
    window.open('https://example.com')
    location.href = 'https://example.com'
    await new Promise((resolve) => setTimeout(resolve, 300))
    let evaluated = false
    try { evaluated = new Function('return true')() } catch {}
    element.remove()
    return [await reach('https://example.com'), await reach('http://127.0.0.1:9'),
      await reach('file:///etc/passwd'), globalThis.broken ?? false, evaluated]
  })()`)
  expect(tried).toEqual(['refused', 'refused', 'refused', false, false])
  expect(page.url()).toBe(before)
  expect(page.context().pages()).toHaveLength(1)
})

function window() {
  if (!running) throw new Error('the packaged app is not running')
  return running.page
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

function hash(root: string, name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(root, name)))
    .digest('hex')
}

/** What the built main process takes from packages, by the imports written in it. */
function importedPackages(): string[] {
  const chunks = listPackage(archive(), { isPack: false }).filter((name) =>
    /^\/out\/build\/main\/.*\.js$/.test(name),
  )
  const names = chunks.flatMap((name) => {
    const text = extractFile(archive(), name.slice(1)).toString('utf8')
    return [...text.matchAll(/(?:\bfrom|^import|\brequire\()\s*["']([\w@][\w@./-]*)["']/gm)].map(
      ([, found]) => packageName(found ?? ''),
    )
  })
  const given = new Set(['electron', ...builtinModules])
  return [...new Set(names)].filter((name) => !name.startsWith('node:') && !given.has(name)).sort()
}

function packageName(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

function childrenOf(pid: number): { pid: number; command: string }[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const rows = table.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
  const below = (parent: number): { pid: number; command: string }[] =>
    rows
      .filter((row) => Number(row?.[2]) === parent)
      .flatMap((row) => [
        { pid: Number(row?.[1]), command: row?.[3] ?? '' },
        ...below(Number(row?.[1])),
      ])
  return below(pid)
}
