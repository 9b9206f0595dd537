import { randomUUID } from 'node:crypto'
import { BrowserWindow, session as sessions } from 'electron'
import { guardContents } from './window.ts'

/**
 * Opens the system's print dialog for a PDF in a hidden window of its own, whose session lives in
 * memory so that the page never reaches the disk. False when the dialog was cancelled.
 */
export async function printPdf(pdf: Uint8Array, title: string): Promise<boolean> {
  const session = sessions.fromPartition(`print-${randomUUID()}`)
  session.protocol.handle('paper', () =>
    Promise.resolve(
      new Response(Buffer.from(pdf), { headers: { 'content-type': 'application/pdf' } }),
    ),
  )
  const window = new BrowserWindow({
    show: false,
    title,
    webPreferences: { session, plugins: true, sandbox: true, contextIsolation: true },
  })
  guardContents(window.webContents)
  try {
    await window.loadURL('paper://print/document.pdf')
    return await new Promise<boolean>((resolve) => {
      window.webContents.print({ silent: false, printBackground: true }, (sent) => resolve(sent))
    })
  } finally {
    window.destroy()
  }
}
