import type { AppEvents, EventName, PaperCard, PrinterCard } from '#core/contract.ts'
import type { JobOrder, JobReport, JobWord } from '#core/job.ts'
import type { Language } from '#core/messages.ts'
import type { Problem, Result } from '#core/result.ts'
import type { OfficePlan } from './create-office.ts'
import type { OsVault } from './key-file.ts'
import { type Actor, closeOffice, type Ground, type Office } from './office.ts'

/** What only the window's side can do; the app never imports it. */
export type Ports = {
  vault: OsVault
  chooseFolder: (title: string) => Promise<string | null>
  chooseFile: (title: string, extensions: string[]) => Promise<string | null>
  /** The files a person chose, several at once; none when the dialog was closed. */
  chooseFiles: (title: string, extensions: string[]) => Promise<string[]>
  /** Asks where to save a file of this name; the answer is the chosen path. */
  chooseSave: (fileName: string) => Promise<string | null>
  /** Sends a PDF to a printer; `sent` false when the dialog was closed without printing. */
  print: (request: PrintRequest) => Promise<Result<{ sent: boolean }>>
  /** The printers of this computer. */
  printers: () => Promise<Omit<PrinterCard, 'offset'>[]>
  /** Runs long work in a process of its own; after `stop` it says nothing more. */
  runJob: (order: JobOrder, onReport: (report: JobReport) => void) => RunningJob
  /** Lets the window use the camera, or no longer; false when the system does not allow it. */
  allowCamera: (open: boolean) => Promise<boolean>
  saveSettings: (settings: Settings) => void
  emit: <N extends EventName>(event: N, payload: AppEvents[N]) => void
}

/** A job at work: it can be stopped and be told to go on. */
export type RunningJob = { stop: () => void; tell: (word: JobWord) => void }

/**
 * A PDF on its way to paper. With the dialog the printer is only proposed and the person chooses copies
 * there.
 */
export type PrintRequest = {
  pdf: Uint8Array
  printer: string | null
  dialog: boolean
  copies: number
}

/** What the app remembers on this computer, outside the store; nothing personal. */
export type Settings = {
  dataDir: string
  language: Language
  exportDir: string | null
  /** The driver file (PKCS #11) of signing tokens. */
  tokenDriver: string | null
  /** The address of the time-stamp server (RFC 3161); null asks none. */
  stampServer: string | null
  /** How far what is printed is moved on its sheet, by printer, in millimetres. */
  printers: Record<string, PrinterCard['offset']>
  /** The printer chosen last; null asks in the dialog of the system. */
  printer: string | null
}

/** A PDF the window can show, print and save; `trace` goes into the audit when it does. */
export type HeldPaper = {
  card: PaperCard
  bytes: Uint8Array
  trace: { form: string; edition: string; subject: string }
}

/** The running app: where it stands, who is signed in, what it holds for the window. */
export type Desk = {
  ground: Ground
  ports: Ports
  settings: Settings
  office: Office | null
  /** Why the store of the folder could not be opened at start. */
  problem: Problem | null
  /** A folder that is no place for a store though one is used there, and the sentence that says so. */
  unfit: { folder: string; problem: Problem } | null
  actor: (Actor & { id: number; mustChangePin?: boolean }) | null
  /** Who locked the window; what that person was doing waits. */
  locked: number | null
  /** An office that was planned and whose recovery code still has to be typed back. */
  planned: { plan: OfficePlan; folder: string; recoveryCode: string } | null
  /** A new recovery code that still has to be typed back. */
  newCode: string | null
  papers: Map<string, HeldPaper>
  /** The long work that is going on, if any. */
  job: { id: string; stop: () => void } | null
  /** Paths a person chose in a dialog; the window can name no other. */
  chosen: Set<string>
}

/** A desk with nothing open yet. */
export function makeDesk(ground: Ground, ports: Ports, settings: Settings): Desk {
  return {
    ground,
    ports,
    settings,
    office: null,
    problem: null,
    unfit: null,
    actor: null,
    locked: null,
    planned: null,
    newCode: null,
    papers: new Map(),
    job: null,
    chosen: new Set([settings.dataDir, ...(settings.exportDir ? [settings.exportDir] : [])]),
  }
}

/** Writes a setting down at once, so that it survives a crash. */
export function remember(desk: Desk, settings: Partial<Settings>): void {
  desk.settings = { ...desk.settings, ...settings }
  desk.ports.saveSettings(desk.settings)
}

const heldPapers = 20
const heldBytes = 200_000_000

/** Keeps a PDF for the window, in memory only; the oldest ones go when there are too many or too much. */
export function holdPaper(desk: Desk, paper: HeldPaper): PaperCard {
  const { papers } = desk
  papers.delete(paper.card.documentId)
  papers.set(paper.card.documentId, paper)
  let size = [...papers.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  for (const [id, { bytes }] of papers) {
    const fits = papers.size <= heldPapers && size <= heldBytes
    if (fits || id === paper.card.documentId) break
    papers.delete(id)
    size -= bytes.length
  }
  return paper.card
}

/** Signs everybody out and closes the store. */
export async function leaveOffice(desk: Desk): Promise<void> {
  desk.actor = null
  desk.locked = null
  dropWork(desk)
  if (desk.office) await closeOffice(desk.office)
  desk.office = null
}

/** Lets go of what the person who leaves was working on: papers held and the job going on. */
export function dropWork(desk: Desk): void {
  desk.newCode = null
  desk.job?.stop()
  desk.papers.clear()
}
