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

/** Sends an event to the window, when there is one. */
export function emitTo<N extends EventName>(
  window: BrowserWindow | null,
  event: N,
  payload: AppEvents[N],
): void {
  if (window && !window.isDestroyed()) window.webContents.send('raquan:event', event, payload)
}
