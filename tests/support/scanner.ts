import type { Page } from '@playwright/test'

/** A scanner on the keyboard: types at its speed, with a key for each character, marked or not. */
export type Scanner = {
  /** Types a text as a scanner does; ends with Enter unless told not to. */
  scan: (text: string, enter?: boolean) => Promise<void>
}

/** Plugs a scanner into a window through the browser's own key events. */
export async function plugScanner(page: Page): Promise<Scanner> {
  const session = await page.context().newCDPSession(page)
  const press = (key: string, code: string, text: string) => [
    session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key,
      code,
      text,
      unmodifiedText: text,
      ...(key === 'Enter' && { windowsVirtualKeyCode: 13 }),
    }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code }),
  ]
  return {
    scan: async (text, enter = true) => {
      // Not waiting for each key keeps the speed of the device, whatever the window is doing.
      const keys = [...text].flatMap((char) => press(char, '', char))
      if (enter) keys.push(...press('Enter', 'Enter', '\r'))
      await Promise.all(keys)
    },
  }
}
