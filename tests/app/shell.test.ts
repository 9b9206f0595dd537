import { join, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentPolicy,
  fileFor,
  isOwnPage,
  pageUrl,
  typeOf,
} from '../../src/main/shell/page-files.ts'
import { isTrusted } from '../../src/main/shell/sender.ts'
import { clockFrom, startOptions } from '../../src/main/shell/start-options.ts'

const folder = join(sep, 'opt', 'raquan', 'renderer')

describe('[A64] the files of the page', () => {
  it.each([
    ['app://raquan/index.html', 'index.html'],
    ['app://raquan/assets/index-abc.js', 'assets/index-abc.js'],
    ['app://raquan/assets/pdf.worker.mjs?v=1#x', 'assets/pdf.worker.mjs'],
    ['app://raquan/assets/be-vietnam%20pro.woff2', 'assets/be-vietnam pro.woff2'],
    ['app://raquan//index.html', 'index.html'],
    // The URL itself resolves these, and nothing lies above its root.
    ['app://raquan/../secret.js', 'secret.js'],
    ['app://raquan/%2e%2e/secret.js', 'secret.js'],
  ])('are served: %s', (url, file) => {
    expect(fileFor(url, folder)).toBe(join(folder, file))
  })

  it.each([
    'app://raquan/..%2fsecret.js',
    'app://raquan/..%2Fsecret.js',
    'app://raquan/%2e%2e%2fsecret.js',
    'app://raquan/assets/..%2f..%2f..%2fetc/passwd.json',
    'app://raquan/assets/....//....//secret.js',
    'app://raquan/..\\secret.js',
    'app://raquan/..%5csecret.js',
    'app://raquan/assets\\secret.js',
    'app://raquan/%5c%5cserver%5cshare%5cx.js',
    'app://raquan/C:/Windows/x.js',
    'app://raquan/C:%5cx.js',
    'app://raquan/file.js:stream.js',
    'app://raquan/index.html%00.js',
    'app://raquan/%00/index.html',
    'app://raquan/%',
    'app://raquan/%c0%ae%c0%ae/secret.js',
    'app://raquan/CON.js',
    'app://raquan/con.html',
    'app://raquan/assets/NUL.json',
    'app://raquan/nul.tar.js',
    'app://raquan/aux/x.js',
    'app://raquan/COM1.js',
    'app://raquan/lpt9.css',
    'app://raquan/com¹.js',
    'app://raquan/prn%20.js',
    'app://raquan/CONIN$.js',
    'app://raquan/',
    'app://raquan/assets',
    'app://raquan/.env',
    'app://raquan/package.json.bak',
    'app://raquan/main.ts',
    'app://raquan/office.db',
    'app://raquan/x.__proto__',
    'app://raquan/x.constructor',
    'app://other/index.html',
    'app://raquan.example/index.html',
    'app://raquan:80/index.html',
    'app:index.html',
    'file:///etc/passwd',
    'http://raquan/index.html',
    'https://raquan/index.html',
    'javascript:alert(1)//index.html',
    'data:text/html,index.html',
    'index.html',
    '',
  ])('do not include %j', (url) => {
    expect(fileFor(url, folder)).toBeNull()
  })

  it('lie inside their folder whatever is asked (property)', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', '%00', '%25', ':', '~'),
      fc.constantFrom('index.html', 'x.js', 'assets', 'con', '.js'),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = fileFor(`app://raquan/${parts.join('')}`, folder)
        if (file === null) return
        expect(file.startsWith(folder + sep)).toBe(true)
        expect(file).not.toContain('..')
        expect(file).not.toContain('\0')
        expect(typeOf(file)).not.toBe('')
      }),
      { numRuns: 3000 },
    )
  })
})

describe('[A53] the content policy', () => {
  const rules = new Map(
    contentPolicy.split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ')
      return [name, sources]
    }),
  )

  it('takes nothing that is not named, and scripts from the app alone', () => {
    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(rules.get('script-src')).toEqual(["'self'"])
    expect(rules.get('object-src') ?? ["'none'"]).toEqual(["'none'"])
    expect(rules.get('frame-ancestors')).toEqual(["'none'"])
    expect(rules.get('base-uri')).toEqual(["'none'"])
    expect(rules.get('form-action')).toEqual(["'none'"])
  })

  it('knows no eval, no inline script, no other host and no wildcard', () => {
    expect(contentPolicy).not.toMatch(
      /unsafe-eval|unsafe-hashes|strict-dynamic|\*|https?:|wss?:|file:/,
    )
    const inline = [...rules].filter(([, sources]) => sources.includes("'unsafe-inline'"))
    expect(inline.map(([name]) => name)).toEqual(['style-src'])
    for (const name of ['script-src', 'connect-src', 'worker-src'])
      expect(rules.get(name), name).toEqual(["'self'"])
  })
})

describe('[A63] the sender of a message', () => {
  const mainFrame = { url: pageUrl }
  const webContents = { mainFrame }
  const window = { webContents }
  const event = (senderFrame: { url: string } | null, sender = webContents) => ({
    senderFrame,
    sender,
  })

  it('is trusted from the main frame of our page in our window', () => {
    expect(isTrusted(event(mainFrame), window)).toBe(true)
  })

  it.each([
    ['no window', event(mainFrame), null],
    ['a frame that is gone', event(null), window],
    ['a frame inside the page', event({ url: pageUrl }), window],
    ['another window', event(mainFrame, { mainFrame }), window],
  ])('is refused from %s', (_, from, to) => {
    expect(isTrusted(from, to)).toBe(false)
  })

  it.each(['https://raquan/index.html', 'file:///index.html', 'about:blank', 'app://other/', ''])(
    'is refused from the page %j',
    (url) => {
      const frame = { url }
      const contents = { mainFrame: frame }
      expect(isTrusted({ senderFrame: frame, sender: contents }, { webContents: contents })).toBe(
        false,
      )
      expect(isOwnPage(url)).toBe(false)
    },
  )
})

describe('the options at start', () => {
  const env = { RAQUAN_CLOCK: '2024-11-16T01:00:00Z', RAQUAN_SQLITE_BINDING: '/tmp/x.node' }
  const argv = ['raquan', '--data=/d', '--user-data=/u', '--data=/other']

  it('listen to test variables while developing', () => {
    expect(startOptions(argv, env, false)).toEqual({
      dataDir: '/d',
      userData: '/u',
      clock: '2024-11-16T01:00:00Z',
      nativeBinding: '/tmp/x.node',
    })
  })

  it('do not listen to them once packaged', () => {
    expect(startOptions(argv, env, true)).toEqual({
      dataDir: '/d',
      userData: '/u',
      clock: null,
      nativeBinding: undefined,
    })
  })

  it('are empty when nothing is said', () => {
    const nothing = { dataDir: null, userData: null, clock: null, nativeBinding: undefined }
    expect(startOptions(['raquan', '--data=', '--database=/x'], {}, false)).toEqual(nothing)
  })

  it('run the clock on from its instant', async () => {
    const now = clockFrom('2024-11-16T01:00:00Z')
    const first = now().getTime()
    expect(Math.abs(first - Date.parse('2024-11-16T01:00:00Z'))).toBeLessThan(1000)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(now().getTime()).toBeGreaterThan(first)
    expect(Math.abs(clockFrom(null)().getTime() - Date.now())).toBeLessThan(1000)
  })
})
