import { isAbsolute } from 'node:path'
import { type BrowserWindow, ipcMain } from 'electron'
import type { AppEvents, CallReply, EventName } from '#core/contract.ts'
import { fail } from '#core/result.ts'
import { isTrusted } from './sender.ts'

/**
 * Opens the one channel from the window: the sender must be the main frame of our own page, then
 * `answer` checks name, input and right.
 */
export function listen(
  window: () => BrowserWindow | null,
  answer: (name: unknown, input: unknown) => Promise<CallReply<unknown>>,
): void {
  ipcMain.handle('raquan:call', async (event, name: unknown, input: unknown) =>
    isTrusted(event, window()) ? answer(name, input) : fail('input.invalid', { field: 'sender' }),
  )
}

/**
 * Takes the paths of files a person dropped on the window; the preload asks the system for them. Answers
 * those that a call may name from now on.
 */
export function listenDropped(
  window: () => BrowserWindow | null,
  take: (path: string) => void,
): void {
  ipcMain.handle('raquan:dropped', (event, paths: unknown): string[] => {
    if (!isTrusted(event, window()) || !Array.isArray(paths)) return []
    const real = paths.filter((path) => typeof path === 'string' && isAbsolute(path))
    for (const path of real) take(path)
    return real
  })
}

/** Sends an event to the window, when there is one. */
export function emitTo<N extends EventName>(
  window: BrowserWindow | null,
  event: N,
  payload: AppEvents[N],
): void {
  if (window && !window.isDestroyed()) window.webContents.send('raquan:event', event, payload)
}
