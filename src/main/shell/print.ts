import { randomUUID } from 'node:crypto'
import { app, BrowserWindow, type Session, session as sessions, type WebContents } from 'electron'
import { fail, ok, type Result } from '#core/result.ts'
import type { PrintRequest } from '../app/desk.ts'
import { guardPermissions } from './permissions.ts'
import { lastJob, waitForJob } from './print-queue.ts'
import { listPrinters } from './printers.ts'
import { blockNetwork } from './scheme.ts'
import { guardContents } from './window.ts'

const scheme = 'paper'
const seconds = { load: 60, silent: 180 }

/**
 * Prints a PDF from memory through Chromium's own viewer in a hidden window. Silently to a named
 * printer, where the job must then show up in its queue; or through the system's dialog.
 */
export async function printPdf(request: PrintRequest): Promise<Result<{ sent: boolean }>> {
  const refused = await checkPrinter(request)
  if (refused) return refused
  const session = paperSession()
  const id = randomUUID()
  papers.set(id, request.pdf)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session,
      plugins: true,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  })
  guardContents(window.webContents)
  try {
    const viewer = await openViewer(window, `${scheme}://print/${id}.pdf`)
    return viewer ? await send(viewer, request) : noAnswer(seconds.load)
  } finally {
    window.destroy()
    papers.delete(id)
  }
}

async function checkPrinter({ printer }: PrintRequest): Promise<ReturnType<typeof fail> | null> {
  if (printer === null) return null
  const known = (await listPrinters()).find(({ name }) => name === printer)
  if (!known) return fail('print.no-printer', { printer })
  return known.accepts ? null : fail('print.not-accepting', { printer })
}

const papers = new Map<string, Uint8Array>()
let opened: Session | null = null

/**
 * The session of the hidden windows. The viewer does not run in a session that lives in memory, so this
 * one has a folder, but no cache: pages come from our own scheme and are never written there.
 */
function paperSession(): Session {
  if (opened) return opened
  const session = sessions.fromPartition('persist:paper', { cache: false })
  session.protocol.handle(scheme, ({ url }) => {
    const pdf = papers.get(new URL(url).pathname.slice(1).replace(/\.pdf$/, ''))
    if (!pdf) return new Response(null, { status: 404 })
    return new Response(Buffer.from(pdf), { headers: { 'content-type': 'application/pdf' } })
  })
  // The viewer brings its parts from inside Chromium.
  blockNetwork(session, [`${scheme}:`, 'chrome://resources/'])
  guardPermissions(session)
  opened = session
  return session
}

/**
 * Opens the PDF, waits until the viewer has read it, and answers whose `print` to call: the viewer's own
 * contents where it has them, for only from there does the outcome come back. Null when it is never ready.
 */
async function openViewer(window: BrowserWindow, url: string): Promise<WebContents | null> {
  let viewer = window.webContents
  const look = (_event: unknown, contents: WebContents) => {
    if (contents.getType() === 'remote') viewer = contents
  }
  app.on('web-contents-created', look)
  try {
    const ready = await within(seconds.load, async () => {
      await window.loadURL(url)
      return (await window.webContents.executeJavaScript(untilRead)) === 'success'
    })
    return ready ? viewer : null
  } finally {
    app.off('web-contents-created', look)
  }
}

// The viewer tells whoever speaks to it that the document is loaded (Chromium's PDF scripting API).
const untilRead = `new Promise((resolve) => {
  addEventListener('message', ({ data }) => {
    if (data?.type !== 'documentLoaded') return
    clearInterval(asking)
    resolve(data.load_state)
  })
  const ask = () => document.querySelector('embed')?.postMessage?.({ type: 'getSelectedText' })
  const asking = setInterval(ask, 50)
  ask()
})`

async function send(
  viewer: WebContents,
  { printer, dialog, copies }: PrintRequest,
): Promise<Result<{ sent: boolean }>> {
  const device = printer === null ? {} : { deviceName: printer }
  const before = printer !== null && !dialog ? await lastJob(printer) : null
  const outcome = await within(dialog ? null : seconds.silent, () =>
    print(viewer, { silent: !dialog, printBackground: true, copies, ...device }),
  )
  if (outcome === null) return noAnswer(seconds.silent)
  if (!outcome.sent && /cancel/i.test(outcome.reason)) return ok({ sent: false })
  if (!outcome.sent) return fail('print.failed', { reason: outcome.reason })
  // Chromium calls a job sent that the queue refused, so the queue itself is asked.
  const isThere = before === null || printer === null || (await waitForJob(printer, before))
  return isThere ? ok({ sent: true }) : fail('print.not-queued', { printer: printer ?? '' })
}

type Outcome = { sent: boolean; reason: string }

function print(viewer: WebContents, options: Electron.WebContentsPrintOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    viewer.print(options, (sent, reason) => resolve({ sent, reason }))
  })
}

const noAnswer = (waited: number) => fail('print.no-answer', { seconds: waited })

/** What the work answers, or null when it takes longer; without a limit it may take for ever. */
function within<T>(limit: number | null, work: () => Promise<T>): Promise<T | null> {
  if (limit === null) return work()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limit * 1000)
  })
  return Promise.race([work(), late]).finally(() => clearTimeout(timer))
}
