import { _electron, type ElectronApplication } from '@playwright/test'
import { projectDir } from '../../scripts/lib/paths.ts'
import { isRoot } from '../../scripts/lib/process.ts'
import { findRuntime } from '../../scripts/runtime/ensure.ts'

/** Where the app keeps its office and its settings (absolute paths), and what else it is given. */
export type LaunchOptions = {
  dataDir: string
  userDataDir: string
  args?: string[]
  env?: Record<string, string>
}

/** Starts the built app on the prepared Electron, in Vietnamese and on Vietnamese time. */
export async function launchApp(options: LaunchOptions): Promise<ElectronApplication> {
  const runtime = findRuntime()
  if (!runtime) throw new Error('no Electron is prepared: run node scripts/prepare.ts')
  // Given this way rather than as executablePath, Playwright holds the app until it is attached.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist
  return _electron.launch({
    cwd: projectDir,
    chromiumSandbox: !isRoot,
    args: [
      projectDir,
      '--lang=vi',
      `--data=${options.dataDir}`,
      `--user-data=${options.userDataDir}`,
      ...(options.args ?? []),
    ],
    env: {
      ...inherited(),
      ...runtime.env,
      LANGUAGE: 'vi',
      TZ: 'Asia/Ho_Chi_Minh',
      ...options.env,
    },
  })
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
}
