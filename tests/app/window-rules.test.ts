import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectDir } from '../../scripts/lib/paths.ts'

const sources = readdirSync(join(projectDir, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|html|css)$/.test(name))
  .map((name) => ({
    name: name.replaceAll('\\', '/'),
    text: readFileSync(join(projectDir, 'src', name), 'utf8'),
  }))

const namesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

/** The settings of every window the shell makes, as text. */
const windows = sources.flatMap(({ text }) =>
  [...text.matchAll(/new (?:BrowserWindow|WebContentsView)\(/g)].map(({ index }) =>
    text.slice(index, index + 1500),
  ),
)

describe('what the sources say of windows', () => {
  it('[A48] [A49] [A50] gives every window its sandbox, isolation and no Node', () => {
    expect(windows.length).toBeGreaterThan(0)
    for (const settings of windows) {
      expect(settings).toContain('sandbox: true')
      expect(settings).toContain('contextIsolation: true')
      expect(settings).toContain('nodeIntegration: false')
    }
    expect(
      namesWith(
        /nodeIntegration\w*: true|sandbox: false|contextIsolation: false|enableRemoteModule/,
      ),
    ).toEqual([])
  })

  it('[A52] never switches web security off', () => {
    expect(namesWith(/webSecurity: false|disable-web-security|bypassCSP/)).toEqual([])
  })

  it('[A54] [A55] [A56] lets in no insecure content, experiment or Blink flag', () => {
    expect(
      namesWith(
        /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|ignore-certificate-errors/,
      ),
    ).toEqual([])
  })

  it('[A57] [A58] knows no webview and prevents one', () => {
    expect(namesWith(/<webview|webviewTag: true/)).toEqual([])
    expect(namesWith(/will-attach-webview/)).toEqual(['main/shell/window.ts'])
  })

  it('[A61] opens nothing in another program', () => {
    expect(namesWith(/openExternal|shell\.openPath|showItemInFolder/)).toEqual([])
  })

  it('[A64] registers no file protocol and loads no file address', () => {
    expect(namesWith(/loadFile\(|['"`]file:\/\//)).toEqual([])
  })

  it('[A66] has one bridge', () => {
    expect(namesWith(/exposeInMainWorld/)).toEqual(['main/shell/preload.ts'])
  })
})
