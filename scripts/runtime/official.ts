import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { step } from '../lib/console.ts'
import { toolsDir } from '../lib/paths.ts'
import { run, tool } from '../lib/process.ts'
import { watchDownload } from '../lib/progress.ts'

const packageDir = join(toolsDir, 'electron')
const minutesToDownload = 10

/** Where an Electron distribution keeps its executable on this system. */
export const executableName =
  {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }[process.platform as string] ?? 'electron'

/** The folder of the official Electron, when it is installed whole. */
export function installedElectron(): string | undefined {
  const dist = join(packageDir, 'dist')
  // The installer writes path.txt last, so a broken download never counts.
  const whole = existsSync(join(packageDir, 'path.txt')) && existsSync(join(dist, executableName))
  return whole ? dist : undefined
}

/**
 * Downloads the official Electron with its own installer, which checks the digest and honours
 * ELECTRON_MIRROR; undefined when its server cannot be reached.
 */
export function downloadElectron(): Promise<string | undefined> {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
  return step(`Tải Electron ${version} chính thức`, async (note) => {
    const temporary = await mkdtemp(join(tmpdir(), 'raquan-electron-'))
    const [node, installer] = tool('electron', 'install-electron')
    // Node's fetch, which the installer uses, needs to be told to honour HTTPS_PROXY.
    const places = { NODE_USE_ENV_PROXY: '1', TMPDIR: temporary, TEMP: temporary, TMP: temporary }
    const env = { ...process.env, ...places, ELECTRON_GET_NO_PROGRESS: '1' }
    const { code, output } = await watchDownload(temporary, undefined, () =>
      run(node, [installer], { env, timeout: minutesToDownload * 60_000 }),
    )
    await rm(temporary, { recursive: true, force: true })
    const dist = installedElectron()
    if (!dist) note(`không tải được, ${code === null ? 'quá lâu' : output.trim().split('\n')[0]}`)
    return dist
  })
}
