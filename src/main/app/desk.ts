import type { AppEvents, EventName, PaperCard } from '#core/contract.ts'
import type { Language } from '#core/messages.ts'
import type { Problem } from '#core/result.ts'
import type { OfficePlan } from './create-office.ts'
import type { OsVault } from './key-file.ts'
import { type Actor, closeOffice, type Ground, type Office } from './office.ts'

/** What only the window's side can do; the app never imports it. */
export type Ports = {
  vault: OsVault
  chooseFolder: (title: string) => Promise<string | null>
  chooseFile: (title: string, extensions: string[]) => Promise<string | null>
  /** Asks where to save a PDF; the answer is the chosen path. */
  chooseSave: (fileName: string) => Promise<string | null>
  /** Opens the system's print dialog for a PDF; false when it was cancelled. */
  print: (pdf: Uint8Array, title: string) => Promise<boolean>
  /** Lets the window use the camera, or no longer; false when the system does not allow it. */
  allowCamera: (open: boolean) => Promise<boolean>
  saveSettings: (settings: Settings) => void
  emit: <N extends EventName>(event: N, payload: AppEvents[N]) => void
}

/** What the app remembers on this computer, outside the store; nothing personal. */
export type Settings = { dataDir: string; language: Language; exportDir: string | null }

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
  actor: (Actor & { id: number }) | null
  /** An office that was planned and whose recovery code still has to be typed back. */
  planned: { plan: OfficePlan; folder: string; recoveryCode: string } | null
  papers: Map<string, HeldPaper>
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
    actor: null,
    planned: null,
    papers: new Map(),
    chosen: new Set([settings.dataDir, ...(settings.exportDir ? [settings.exportDir] : [])]),
  }
}

/** Writes a setting down at once, so that it survives a crash. */
export function remember(desk: Desk, settings: Partial<Settings>): void {
  desk.settings = { ...desk.settings, ...settings }
  desk.ports.saveSettings(desk.settings)
}

const heldPapers = 20

/** Keeps a PDF for the window; the oldest one goes when there are too many. */
export function holdPaper(desk: Desk, paper: HeldPaper): PaperCard {
  desk.papers.delete(paper.card.documentId)
  desk.papers.set(paper.card.documentId, paper)
  const [oldest] = desk.papers.keys()
  if (desk.papers.size > heldPapers && oldest) desk.papers.delete(oldest)
  return paper.card
}

/** Signs everybody out and closes the store. */
export async function leaveOffice(desk: Desk): Promise<void> {
  desk.actor = null
  desk.papers.clear()
  if (desk.office) await closeOffice(desk.office)
  desk.office = null
}
