import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from '@playwright/test'
import { isRoot } from '../../scripts/lib/process.ts'

/** The user that owns nothing: Chromium's own sandbox does not work for root. */
const nobody = 65_534

/** A packaged app that runs: its window, its process number and how to end it. */
export type Packaged = { page: Page; pid: number; close: () => Promise<void> }

/**
 * Starts a packaged app as a person would, with its sandbox and its fuses, and reaches its window
 * through Chromium's own debugging port: the door Playwright uses for Electron is fused shut.
 */
export async function launchPackaged(executable: string, folder: string): Promise<Packaged> {
  await mkdir(folder, { recursive: true })
  if (isRoot) await chown(folder, nobody, nobody)
  const child = spawn(
    executable,
    [
      '--lang=vi',
      `--data=${join(folder, 'data')}`,
      `--user-data=${join(folder, 'user')}`,
      '--remote-debugging-port=0',
    ],
    {
      cwd: folder,
      env: { ...process.env, HOME: folder, LANGUAGE: 'vi', TZ: 'Asia/Ho_Chi_Minh' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    },
  )
  const browser = await chromium.connectOverCDP(await debuggingAddress(child))
  return { page: await firstPage(browser), pid: child.pid ?? 0, close: () => end(child, browser) }
}

/** Lets everybody read a package, as an installer would. */
export async function openToAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
  await chmod(folder, 0o755)
}

async function debuggingAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('the app has no error output')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line)
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (!address) continue
    // Nobody reads on: what it still says must not fill the pipe.
    child.stderr.resume()
    return address
  }
  throw new Error(`the packaged app ended early:\n${lines.join('\n')}`)
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('the packaged app has no window')
  return context.pages()[0] ?? context.waitForEvent('page')
}

async function end(child: ChildProcess, browser: Browser): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await browser.close()
  child.kill()
  await ended
}
