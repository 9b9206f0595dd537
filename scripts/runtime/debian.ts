import { existsSync } from 'node:fs'
import { Stop, step } from '../lib/console.ts'
import { isRoot, mustRun, run } from '../lib/process.ts'

/** Debian packages by what needs them. */
const packagesFor = {
  electron: [
    'libasound2',
    'libatk-bridge2.0-0',
    'libcups2',
    'libgbm1',
    'libgtk-3-0',
    'libnss3',
    'libxkbcommon0',
    'libxss1',
  ],
  display: ['xvfb'],
  tests: [
    'iproute2',
    'libreoffice-calc-nogui',
    'opensc',
    'openssl',
    'poppler-utils',
    'procps',
    'qpdf',
    'softhsm2',
    'unzip',
  ],
  compile: ['g++', 'make', 'python3'],
  printing: ['cups', 'cups-filters', 'printer-driver-cups-pdf', 'xdotool'],
  merge: ['libreoffice-base-nogui', 'libreoffice-writer-nogui', 'python3-uno'],
} as const satisfies Record<string, readonly string[]>

const aptGet = ['apt-get', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']

const applies = process.platform === 'linux' && existsSync('/usr/bin/dpkg-query')

/**
 * As one step under `label`, installs the Debian packages of these purposes that are missing; where we may not, stops with the
 * command to type. Does nothing on systems without dpkg.
 */
export async function ensureDebianPackages(
  label: string,
  purposes: (keyof typeof packagesFor)[],
): Promise<void> {
  if (!applies) return
  const wanted = [...new Set(purposes.flatMap((purpose) => [...packagesFor[purpose]]))].sort()
  await step(label, async (note) => {
    const missing = await missingOf(wanted)
    if (missing.length === 0) return note('đã có đủ')
    const sudo = await privilege(missing)
    await mustRun(...asRoot(sudo, ...aptGet, 'update'))
    await repair(sudo)
    await mustRun(...asRoot(sudo, ...aptGet, 'install', ...(await currentNames(missing))))
    const still = await missingOf(missing)
    if (still.length > 0) throw new Stop(`Không cài được gói Debian: ${still.join(' ')}.`)
    note(`đã cài ${missing.join(' ')}`)
  })
}

/** Ends what an installation that was cut off left in the middle, in the order apt insists on. */
async function repair(sudo: string[]): Promise<void> {
  const { output: audit } = await run('dpkg', ['--audit'])
  if (audit === '') return
  await run(...asRoot(sudo, 'dpkg', '--configure', '-a'))
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own format fields
  const query = ['-W', '-f', '${Package} ${db:Status-Eflag}\\n']
  const { output } = await run('dpkg-query', query)
  const broken = output.match(/^\S+(?= reinstreq$)/gm)
  if (broken) await mustRun(...asRoot(sudo, ...aptGet, '--reinstall', 'install', ...broken))
  await mustRun(...asRoot(sudo, ...aptGet, '--fix-broken', 'install'))
}

/** Debian 13 renamed libraries with 64-bit time to `…t64`; either name will do. */
async function missingOf(wanted: string[]): Promise<string[]> {
  const names = wanted.flatMap((name) => [name, `${name}t64`])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own format fields
  const query = ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names]
  const { output } = await run('dpkg-query', query)
  const installed = new Set(output.match(/^\S+(?= installed$)/gm))
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

async function currentNames(missing: string[]): Promise<string[]> {
  const { output } = await run('apt-cache', ['pkgnames'])
  const known = new Set(output.split('\n'))
  return missing.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}

async function privilege(missing: string[]): Promise<string[]> {
  if (isRoot) return []
  const sudo = await run('sudo', ['-n', 'true']).catch(() => ({ code: 1 }))
  if (sudo.code === 0) return ['sudo', '-n']
  throw new Stop(
    `Máy còn thiếu thư viện và không có quyền tự cài. Hãy chạy lệnh sau rồi thử lại:\n` +
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`,
  )
}

function asRoot(sudo: string[], ...words: string[]): [string, string[]] {
  const [command = 'env', ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...words]
  return [command, args]
}
