import type { EditionRow, FormId } from '../forms.ts'
import type { Phrase } from '../messages.ts'
import type { formSubjects } from '../papers/plan.ts'

/** A PDF held by the main process, ready for preview, print and file. */
export type PaperCard = {
  documentId: string
  title: string
  fileName: string
  sha256: string
  /** Edition of the form; of a batch all of them, joined by `+`. */
  edition: string
  pages: number
  notices: Phrase[]
  /** Sentences for the boxes that are still empty, by box number. */
  missing: Phrase[]
  /** Number of the print job it can be drawn again from, by page, place or record. */
  printJob: number | null
}

/** A form that can be printed: what it is about, its paper, and its editions with their dates in force. */
export type FormCard = {
  form: FormId
  code: string
  title: string
  paper: string
  about: (typeof formSubjects)[FormId]
  editions: Pick<EditionRow, 'edition' | 'from' | 'to' | 'source' | 'confirmed' | 'notice'>[]
}

/** A print job in the list of those made; `madeAt` is an ISO instant. */
export type PrintJobLine = {
  id: number
  madeAt: string
  madeBy: string
  title: string
  papers: number
  pages: number
}

/**
 * A printer of this computer. `accepts` is false when its queue refuses jobs; `waits` when it is paused
 * or has a fault, so that jobs stay in the queue. The offset moves what is printed, in millimetres.
 */
export type PrinterCard = {
  name: string
  title: string
  isDefault: boolean
  accepts: boolean
  waits: boolean
  offset: { right: number; down: number }
}

/** The printers of this computer and the one chosen last, which may be gone; null asks in the dialog. */
export type Printers = { printers: PrinterCard[]; chosen: string | null }
