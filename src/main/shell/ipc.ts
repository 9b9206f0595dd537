import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { AppEvents, CallReply, EventName } from '#core/contract.ts'
import { fail } from '#core/result.ts'
import { isOwnPage } from './scheme.ts'

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

/** Whether a message comes from the main frame of our own page in our own window. */
export function isTrusted(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  window: BrowserWindow | null,
): boolean {
  const frame = event.senderFrame
  return (
    window !== null &&
    frame !== null &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    isOwnPage(frame.url)
  )
}
