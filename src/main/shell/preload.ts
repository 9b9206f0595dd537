import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { AppEvents, CallReply, EventName } from '#core/contract.ts'

// The one place that touches ipcRenderer. Main checks the name and the input of every call.
const bridge = {
  call: (name: string, input: unknown): Promise<CallReply<unknown>> =>
    ipcRenderer.invoke('raquan:call', name, input),
  // The paths come from the system's own drag and drop; the page cannot make them up.
  dropped: (files: File[]): Promise<string[]> =>
    ipcRenderer.invoke(
      'raquan:dropped',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  on: <N extends EventName>(event: N, listener: (payload: AppEvents[N]) => void): (() => void) => {
    const forward = (_: unknown, name: EventName, payload: AppEvents[N]) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('raquan:event', forward)
    return () => ipcRenderer.off('raquan:event', forward)
  },
}

contextBridge.exposeInMainWorld('raquan', bridge)

/** What the window sees of the main process: one checked call and its events. */
export type Bridge = typeof bridge
