import { isOwnPage } from './page-files.ts'

/** A frame of a window, by its address. */
type Frame = { url: string }

/** What Electron says of who sent a message. */
export type Sender<Contents> = { senderFrame: Frame | null; sender: Contents }

/** Whether a message comes from the main frame of our own page in our own window. */
export function isTrusted<Contents extends { mainFrame: Frame }>(
  event: Sender<Contents>,
  window: { webContents: Contents } | null,
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
