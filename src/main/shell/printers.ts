import { BrowserWindow } from 'electron'
import type { PrinterCard } from '#core/contract.ts'

type SystemPrinter = Omit<PrinterCard, 'offset'>

/** The printers the system knows; asked through any window of ours. */
export async function listPrinters(): Promise<SystemPrinter[]> {
  const window = BrowserWindow.getAllWindows().find((each) => !each.isDestroyed())
  const printers = (await window?.webContents.getPrintersAsync()) ?? []
  return printers.map((printer) => {
    const { name, displayName, status, isDefault } = printer as typeof printer & Reported
    const options = printer.options as Record<string, string | undefined>
    return {
      name,
      title: displayName || name,
      isDefault: isDefault === true,
      accepts: options['printer-is-accepting-jobs'] !== 'false',
      waits: waits(status ?? 0),
    }
  })
}

/** What older and newer versions of Electron say beyond the declared fields. */
type Reported = { status?: number; isDefault?: boolean }

/** CUPS says 5 for a stopped printer; Windows sets bits for pause, fault, jam, no paper and offline. */
const stopped = 5
const windowsFaults = 0x1 | 0x2 | 0x8 | 0x10 | 0x80 | 0x1000

function waits(status: number): boolean {
  return process.platform === 'win32' ? (status & windowsFaults) !== 0 : status === stopped
}
