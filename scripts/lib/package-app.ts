import { copyFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type AfterPackContext, build, type Configuration, Platform } from 'electron-builder'
import type { Runtime } from '../runtime/ensure.ts'
import { preparedFallback } from '../runtime/fallback.ts'
import { step } from './console.ts'
import { fuses } from './fuses.ts'
import { projectDir } from './paths.ts'

/** What goes into the package; the rest of the checkout stays at home. */
const files = [
  'out/build/**/*',
  'package.json',
  '!**/*.map',
  '!out/build/.built',
  '!node_modules/better-sqlite3/{deps,src}/**/*',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the packager's own placeholder
  '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
]

/**
 * Packs the built app around this Electron inside `target` (absolute, emptied first) and answers the
 * folder of the program. Installers are made only from an official Electron: the fallback is never
 * shipped.
 */
export async function packageApp(runtime: Runtime, target: string): Promise<string> {
  const official = runtime.dist !== preparedFallback()
  await rm(target, { recursive: true, force: true })
  await step('Đóng gói ứng dụng', () =>
    build({
      projectDir,
      targets: Platform.current().createTarget(official ? [] : ['dir']),
      publish: 'never',
      config: configFor(runtime, target),
    }).then(() => undefined),
  )
  const folder = (await readdir(target)).find((name) => name.endsWith('unpacked'))
  if (!folder) throw new Error(`no unpacked folder in ${target}`)
  return join(target, folder)
}

function configFor(runtime: Runtime, output: string): Configuration {
  return {
    appId: 'vn.raquan.app',
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    directories: { output },
    files,
    extraResources: [{ from: 'resources', to: 'resources' }],
    asar: true,
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    electronLanguages: ['vi', 'en-US'],
    electronFuses: fuses,
    linux: { executableName: 'raquan', category: 'Office', target: ['deb'] },
    // For the whole machine: a clerk cannot write where the program lies.
    win: { target: ['nsis'] },
    nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: false },
    afterPack: (context) => adapt(context, runtime),
  }
}

/** A fallback runtime brings its own loader, which would win over our archive, and needs its own binding. */
async function adapt({ appOutDir }: AfterPackContext, runtime: Runtime): Promise<void> {
  const resources = join(appOutDir, 'resources')
  await rm(join(resources, 'app'), { recursive: true, force: true })
  const binding = runtime.env.RAQUAN_SQLITE_BINDING
  if (!binding) return
  const name = `${process.platform}-${process.arch}.node`
  const prebuilds = 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds'
  await copyFile(binding, join(resources, prebuilds, name))
}
