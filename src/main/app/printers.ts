import type { CallInput, PaperCard, PrinterCard, Printers } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { drawCalibrationPage } from '../forms/calibration-page.ts'
import { type Desk, holdPaper, remember } from './desk.ts'
import { todayInVietnam } from './office.ts'
import { paperCard } from './paper-card.ts'

/** A printer that was never calibrated. */
export const noOffset: PrinterCard['offset'] = { right: 0, down: 0 }

/** The printers of this computer, each with how it was calibrated here, and the one chosen last. */
export async function listPrinters(desk: Desk): Promise<Printers> {
  const found = await desk.ports.printers()
  const { printers: offsets, printer: chosen } = desk.settings
  return {
    printers: found.map((printer) => ({ ...printer, offset: offsets[printer.name] ?? noOffset })),
    chosen,
  }
}

/** Remembers on this computer how far a printer's print must be moved, in millimetres. */
export async function calibratePrinter(
  desk: Desk,
  { printer, right, down }: CallInput<'paper.calibrate'>,
): Promise<Result<Printers>> {
  const known = await desk.ports.printers()
  if (!known.some(({ name }) => name === printer)) return fail('print.no-printer', { printer })
  remember(desk, { printers: { ...desk.settings.printers, [printer]: { right, down } } })
  return ok(await listPrinters(desk))
}

/** The page with rulers that shows how far off a printer is. */
export async function makeTestPage(desk: Desk, printer: string): Promise<Result<PaperCard>> {
  const offset = desk.settings.printers[printer] ?? noOffset
  const madeOn = todayInVietnam(desk.ground.now())
  const bytes = await drawCalibrationPage({ printer, madeOn, offset }, desk.ground)
  const card = paperCard(bytes, {
    title: `Trang thử máy in – ${printer}`,
    fileName: 'trang-thu-may-in.pdf',
    edition: '1',
    notices: [],
    missing: [],
  })
  const trace = { form: 'calibration-page', edition: '1', subject: 'office' }
  return ok(holdPaper(desk, { card, bytes, trace }))
}
