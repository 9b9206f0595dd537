import type { Page } from '@playwright/test'

/** A scanner on the keyboard: types at its speed, with a key for each character, marked or not. */
export type Scanner = {
  /** Types a text as a scanner does; ends with Enter unless told not to. */
  scan: (text: string, enter?: boolean) => Promise<void>
}

/** Seconds between two characters. */
const interval = 0.005

/** Plugs a scanner into a window through the browser's own key events. */
export async function plugScanner(page: Page): Promise<Scanner> {
  const session = await page.context().newCDPSession(page)
  const press = (timestamp: number, key: string, code: string, text: string) => [
    session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      timestamp,
      key,
      code,
      text,
      unmodifiedText: text,
      ...(key === 'Enter' && { windowsVirtualKeyCode: 13 }),
    }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key, code }),
  ]
  return {
    scan: async (text, enter = true) => {
      // Not waiting for each key, and saying when it was pressed, keeps the speed of the device whatever
      // the machine is doing.
      const start = Date.now() / 1000
      const signs = [...text]
      const keys = signs.flatMap((char, i) => press(start + i * interval, char, '', char))
      if (enter) keys.push(...press(start + signs.length * interval, 'Enter', 'Enter', '\r'))
      await Promise.all(keys)
    },
  }
}
