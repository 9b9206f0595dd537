import { extname } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { AppEvents, EventName } from '#core/contract.ts'
import type { Ports, Settings } from '../app/desk.ts'
import { osVault } from './keys.ts'
import type { CameraDoor } from './permissions.ts'
import { printPdf } from './print.ts'
import { listPrinters } from './printers.ts'
import { runJob } from './run-job.ts'

/** What the app needs from Electron: key store, dialogs, printer, events. */
export function makePorts(shell: {
  window: () => BrowserWindow | null
  camera: CameraDoor
  saveSettings: (settings: Settings) => void
  emit: <N extends EventName>(event: N, payload: AppEvents[N]) => void
}): Ports {
  return {
    vault: osVault,
    chooseFolder: async (title) => {
      const answer = await openDialog(shell.window(), {
        title,
        properties: ['openDirectory', 'createDirectory'],
      })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    chooseFile: async (title, extensions) => {
      const answer = await openDialog(shell.window(), {
        title,
        properties: ['openFile'],
        filters: [{ name: title, extensions }],
      })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    chooseFiles: async (title, extensions) => {
      const answer = await openDialog(shell.window(), {
        title,
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: title, extensions }],
      })
      return answer.canceled ? [] : answer.filePaths
    },
    chooseSave: async (fileName) => {
      const extension = extname(fileName).slice(1)
      const options = {
        defaultPath: fileName,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      }
      const window = shell.window()
      const answer = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options))
      return answer.canceled ? null : (answer.filePath ?? null)
    },
    print: printPdf,
    printers: listPrinters,
    runJob,
    allowCamera: shell.camera,
    saveSettings: shell.saveSettings,
    emit: shell.emit,
  }
}

function openDialog(window: BrowserWindow | null, options: Electron.OpenDialogOptions) {
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)
}
