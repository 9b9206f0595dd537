import { BrowserWindow, dialog, screen, type WebContents } from 'electron'
import { dialogTexts } from '#core/messages/ui-dialogs.ts'
import type { Language } from '#core/messages.ts'
import { isOwnPage, pageUrl } from './page-files.ts'

/** The window of the app: sandboxed, isolated, on our own page only; its dialogs speak `language`. */
export function makeWindow(preload: string, language: () => Language): BrowserWindow {
  const area = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    width: Math.min(1360, area.width),
    height: Math.min(860, area.height),
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f4f7f9',
    title: 'Ra Quân',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  guardContents(window.webContents)
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLeave(window, language())) event.preventDefault()
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageUrl)
  return window
}

/** Asks before a window with something unsaved closes; the answer that loses nothing comes first. */
function mayLeave(window: BrowserWindow, language: Language): boolean {
  const { message, detail, stay, leave } = dialogTexts.unsaved
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Ra Quân',
    message: message[language],
    detail: detail[language],
    buttons: [stay[language], leave[language]],
    defaultId: 0,
    cancelId: 0,
  })
  return answer === 1
}

/** Refuses new windows, navigation away from our page and embedded pages. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
