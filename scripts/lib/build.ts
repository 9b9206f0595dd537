import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { step } from './console.ts'
import { outDir, projectDir } from './paths.ts'
import { mustRun, tool } from './process.ts'

const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const stamp = join(outDir, 'build/.built')

/** Builds the app into out/build when a source is newer than the last whole build. */
export async function buildApp(): Promise<void> {
  await step('Đóng gói mã nguồn', async (note) => {
    const start = new Date()
    const newest = await newestChange(sources.map((name) => join(projectDir, name)))
    if (newest < (await changed(stamp))) return note('đã mới nhất')
    await rm(stamp, { force: true })
    const [node, vite] = tool('electron-vite')
    await mustRun(node, [vite, 'build', '--logLevel', 'warn'])
    await writeFile(stamp, '')
    // What was edited while we built counts as newer than the build.
    await utimes(stamp, start, start)
  })
}

/** Folders count too: removing a file changes only its folder. */
async function newestChange(paths: string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const below = await readdir(path, { recursive: true }).catch(() => [])
      return Promise.all([path, ...below.map((name) => join(path, name))].map(changed))
    }),
  )
  return times.flat().reduce((newest, time) => Math.max(newest, time), 0)
}

async function changed(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  )
}
