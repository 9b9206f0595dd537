import { readFileSync } from 'node:fs'
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stop, step } from '../lib/console.ts'
import { cacheDir, toolsDir } from '../lib/paths.ts'
import { mustRun, tool } from '../lib/process.ts'
import { contentName, createOnce } from './cache.ts'

const packageDir = join(toolsDir, 'better-sqlite3')
const headersDir = join(toolsDir, 'node-api-headers')

/** The first Electron with Node-API 10, which the binding inside the npm package asks for. */
const firstElectronWithNodeApi10 = 35

const shim = 'node-api-9.h'

/**
 * 2147483647 is NAPI_VERSION_EXPERIMENTAL. Little optimisation and none at link time: this binding
 * only serves development and tests, and so it is built in a third of the time.
 */
const flags = {
  CFLAGS: '-O1',
  CXXFLAGS: `-O1 -fno-lto -UNAPI_VERSION -DNAPI_VERSION=2147483647 -include ${shim}`,
}

const recipe = JSON.stringify([flags, readFileSync(join(import.meta.dirname, shim), 'utf8')])

/** All node-gyp wants to know of a Node.js installation besides its headers. */
const nodeSettings = {
  'common.gypi': { target_defaults: { configurations: { Release: {}, Debug: {} } } },
  'config.gypi': { target_defaults: {}, variables: {} },
}

/** The path of the SQLite binding this Electron needs; undefined where the package's own will do. */
export function bindingFor(electronVersion: string): string | undefined {
  if (Number.parseInt(electronVersion, 10) >= firstElectronWithNodeApi10) return undefined
  const parts = [...[packageDir, headersDir].map(versionOf), process.arch, recipe]
  return join(cacheDir, `sqlite-${contentName(...parts)}.node`)
}

/**
 * Builds the SQLite binding at `target` from the package's own source, outside node_modules, and
 * keeps it only when `executable` (an Electron) opens an encrypted store with it.
 */
export async function buildBinding(target: string, executable: string): Promise<void> {
  if (process.platform !== 'linux') {
    throw new Stop(
      'Electron này quá cũ. Hãy bỏ ELECTRON_OVERRIDE_DIST_PATH hoặc dùng bản 35 trở lên.',
    )
  }
  await step('Biên dịch SQLite cho Electron này', () =>
    createOnce(target, async (folder) => {
      const source = join(folder, 'source')
      await cp(packageDir, source, {
        recursive: true,
        filter: (path) => !path.endsWith('prebuilds'),
      })
      await symlink(toolsDir, join(source, 'node_modules'))
      const nodeDir = await writeNodeDir(join(folder, 'node'))
      await compile(source, nodeDir)
      const built = join(source, 'build/Release/better_sqlite3.node')
      await tryOut(built, executable, folder)
      return built
    }),
  )
}

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}

async function writeNodeDir(folder: string): Promise<string> {
  const include = join(folder, 'include/node')
  await mkdir(include, { recursive: true })
  await cp(join(headersDir, 'include'), include, { recursive: true })
  await cp(join(import.meta.dirname, shim), join(include, shim))
  for (const [name, settings] of Object.entries(nodeSettings)) {
    await writeFile(join(include, name), JSON.stringify(settings))
  }
  return folder
}

async function compile(cwd: string, nodeDir: string): Promise<void> {
  const [node, gyp] = tool('node-gyp')
  const options = ['--release', '--force_build=1', `--nodedir=${nodeDir}`, '--jobs=max']
  await mustRun(node, [gyp, 'rebuild', ...options], { cwd, env: { ...process.env, ...flags } })
}

async function tryOut(binding: string, executable: string, folder: string): Promise<void> {
  const script = join(import.meta.dirname, 'try-binding.cjs')
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  await mustRun(executable, ['--expose-gc', script, packageDir, binding, folder], { env })
}
