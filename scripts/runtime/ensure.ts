import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, say, step } from '../lib/console.ts'
import { hasDisplay } from '../lib/display.ts'
import { bindingFor, buildBinding } from './binding.ts'
import { ensureDebianPackages } from './debian.ts'
import { fallbackApplies, preparedFallback, prepareFallback } from './fallback.ts'
import { downloadElectron, executableName, installedElectron } from './official.ts'

/**
 * An Electron that is ready to start: its folder, executable (both absolute) and version, and the
 * environment the app needs on it.
 */
export type Runtime = {
  dist: string
  executable: string
  version: string
  env: Record<string, string>
}

const fallbackWarning =
  'Lưu ý: đây là Electron dự phòng, chỉ dùng để phát triển và kiểm thử, không bao giờ được phát hành.\n' +
  '        Khi máy ra được mạng, lệnh "npx install-electron" lấy bản chính thức.'

/** The runtime that is ready on this machine, without changing or saying anything. */
export function findRuntime(): Runtime | undefined {
  const dist = readyElectron()
  const runtime = dist && runtimeAt(dist)
  return runtime && hasBinding(runtime) ? runtime : undefined
}

/**
 * Makes sure that an Electron, the SQLite binding it needs and the Debian packages for running and
 * testing the app are on this machine, and says what it did. Quick when all is there.
 */
export async function ensureRuntime(): Promise<Runtime> {
  const display = hasDisplay() ? [] : (['display'] as const)
  await ensureDebianPackages('Thư viện Debian', ['electron', 'tests', ...display])
  const runtime = runtimeAt(await ensureElectron())
  if (runtime.dist === preparedFallback()) say(fallbackWarning)
  const binding = runtime.env.RAQUAN_SQLITE_BINDING
  if (binding) await ensureBinding(binding, runtime.executable)
  return runtime
}

function runtimeAt(dist: string): Runtime {
  const version = versionOf(dist)
  const binding = bindingFor(version)
  const env: Record<string, string> = binding ? { RAQUAN_SQLITE_BINDING: binding } : {}
  return { dist, executable: join(dist, executableName), version, env }
}

function hasBinding({ env }: Runtime): boolean {
  return !env.RAQUAN_SQLITE_BINDING || existsSync(env.RAQUAN_SQLITE_BINDING)
}

function readyElectron(): string | undefined {
  return overridden() ?? installedElectron() ?? preparedFallback()
}

async function ensureElectron(): Promise<string> {
  const dist = readyElectron()
  if (!dist) return (await downloadElectron()) ?? (await fallback())
  await step('Electron', async (note) => note(`đã có ${versionOf(dist)}`))
  return dist
}

function overridden(): string | undefined {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist || existsSync(join(dist, executableName))) return dist
  throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH trỏ tới "${dist}" nhưng ở đó không có Electron.`)
}

function fallback(): Promise<string> {
  if (fallbackApplies) return prepareFallback()
  throw new Stop(
    'Không tải được Electron. Hãy kiểm tra mạng, hoặc đặt ELECTRON_MIRROR hay ELECTRON_OVERRIDE_DIST_PATH, rồi thử lại.',
  )
}

/** Every Electron distribution carries its version in a file. */
function versionOf(dist: string): string {
  const file = join(dist, 'version')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '')
  throw new Stop(`Không thấy tệp "${file}" nên không biết đây là Electron bản nào.`)
}

async function ensureBinding(binding: string, executable: string): Promise<void> {
  if (existsSync(binding)) return step('Bộ nối SQLite', async (note) => note('đã có'))
  await ensureDebianPackages('Công cụ biên dịch', ['compile'])
  await buildBinding(binding, executable)
}
