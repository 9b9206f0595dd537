import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { answerCall } from './app/answer.ts'
import { backUpBeforeLeaving, backUpByItself } from './app/auto-backup.ts'
import { leaveOffice, makeDesk } from './app/desk.ts'
import { openAtStart } from './app/first-run.ts'
import { makeHandlers } from './app/handlers.ts'
import { bugLog } from './app/log.ts'
import { warnOfPlace } from './app/place-kind.ts'
import { loadPolicy } from './app/policy.ts'
import { readSettings, writeSettings } from './app/settings.ts'
import { emitTo, listen, listenDropped } from './shell/ipc.ts'
import { guardPermissions } from './shell/permissions.ts'
import { makePorts } from './shell/ports.ts'
import { blockNetwork, registerScheme, servePage } from './shell/scheme.ts'
import { clockFrom, startOptions } from './shell/start-options.ts'
import { makeWindow } from './shell/window.ts'

// A developer's machine running as root starts Electron with --no-sandbox; a packaged app never may.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
// The name in the default agent has marks, which a request header cannot carry.
app.userAgentFallback = `RaQuan/${app.getVersion()}`

const options = startOptions(process.argv, process.env, app.isPackaged)
if (options.userData) app.setPath('userData', options.userData)

let window: BrowserWindow | null = null

if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
}

function focusWindow(): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

async function start(): Promise<void> {
  const home = app.getPath('userData')
  mkdirSync(home, { recursive: true })
  const logFile = join(home, 'logs', 'loi.log')
  const logBug = bugLog(logFile, () => new Date())
  const resources = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(app.getAppPath(), 'resources')
  const settingsPath = join(home, 'settings.json')
  const settings = readSettings(settingsPath, {
    dataDir: options.dataDir ?? join(home, 'office'),
    language: 'vi',
    exportDir: null,
    tokenDriver: null,
    stampServer: null,
    printers: {},
    printer: null,
  })
  if (options.dataDir) settings.dataDir = options.dataDir
  const desk = makeDesk(
    {
      policy: loadPolicy(resources),
      resources,
      version: app.getVersion(),
      now: clockFrom(options.clock),
      nativeBinding: options.nativeBinding,
      logFile,
    },
    makePorts({
      window: () => window,
      camera: guardPermissions(session.defaultSession),
      saveSettings: (next) => writeSettings(settingsPath, next),
      emit: (event, payload) => emitTo(window, event, payload),
    }),
    settings,
  )
  servePage(session.defaultSession, join(app.getAppPath(), 'out', 'build', 'renderer'))
  blockNetwork(session.defaultSession)
  await openAtStart(desk)
  const handlers = makeHandlers(desk)
  listen(
    () => window,
    (name, input) => answerCall(desk, handlers, name, input, logBug),
  )
  listenDropped(
    () => window,
    (path) => desk.chosen.add(path),
  )
  process.on('uncaughtException', (error) => logBug('uncaught', error))
  process.on('unhandledRejection', (error) => logBug('unhandled', error))
  const preload = join(app.getAppPath(), 'out', 'build', 'preload', 'preload.cjs')
  window = makeWindow(preload, () => desk.settings.language)
  window.on('closed', () => {
    window = null
  })
  void warnOfPlace(desk).catch((error: unknown) => logBug('place', error))
  backUpByItself(desk, (error) => logBug('backup', error))
  let left = false
  app.on('before-quit', (event) => {
    if (left) return
    event.preventDefault()
    left = true
    void backUpBeforeLeaving(desk)
      .catch((error: unknown) => logBug('backup', error))
      .then(() => leaveOffice(desk))
      .finally(() => app.quit())
  })
}
