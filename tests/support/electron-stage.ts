import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { type LaunchOptions, launchApp } from './electron.ts'

/** A folder of its own for one play of the app, and the apps started in it. */
export type Stage = {
  /** The folder (absolute); the office lives in `data`, the settings in `user`. Removed at the end. */
  folder: string
  /** Starts the app; a second start finds the office of the first. */
  launch: (options?: Partial<LaunchOptions>) => Promise<ElectronApplication>
  /** The apps that were started, with what each printed. */
  started: { app: ElectronApplication; log: () => string }[]
  /** Closes every app and removes the folder. */
  close: () => Promise<void>
}

/** Opens a stage in a new temporary folder. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'raquan-stage-'))
  const started: Stage['started'] = []
  return {
    folder,
    started,
    launch: async (options = {}) => {
      const home = { dataDir: join(folder, 'data'), userDataDir: join(folder, 'user') }
      const app = await launchApp({ ...home, ...options })
      started.push({ app, log: collect(app) })
      return app
    },
    close: async () => {
      for (const { app } of started) await leave(app)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function collect(app: ElectronApplication): () => string {
  let text = ''
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk
    })
  }
  return () => text
}

/** Closes an app whatever is unsaved in it: at the end of a play nobody answers its question. */
async function leave(app: ElectronApplication): Promise<void> {
  await app
    .evaluate(({ dialog }) => {
      dialog.showMessageBoxSync = () => 1
    })
    .catch(() => undefined)
  await app.close().catch(() => undefined)
}
