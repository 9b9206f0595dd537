import type { FileClaims, FileSigner, ReceivedState } from '../city/received.ts'
import type { ReceiptReason } from '../receipt.ts'
import type { Problem } from '../result.ts'

/**
 * What became of one file: taken; known already; `outdated` (a newer sending of its period is there);
 * or refused. `problems` say why it was not taken, `notices` what stands out though it was.
 */
export type FileVerdict = {
  path: string
  outcome: 'taken' | 'already' | 'outdated' | 'refused'
  fileId: number | null
  sha256: string | null
  claims: FileClaims | null
  signer: FileSigner | null
  problems: Problem[]
  notices: Problem[]
}

/** What became of all files of one receiving: how many of each outcome, and those to look at first. */
export type Received = {
  counts: Record<FileVerdict['outcome'], number>
  /** Files that were not taken, then files with notices, then the others; the first thousand. */
  verdicts: FileVerdict[]
  cancelled: boolean
}

/** One line of the list of received files; `receivedAt` is an ISO instant, `reply` what was answered. */
export type ReceivedLine = Omit<FileClaims, 'unit'> & {
  unit: { code: string; name: string }
  id: number
  /** Bytes of the file, which is kept as it came. */
  size: number
  sha256: string
  state: ReceivedState
  signer: string
  receivedAt: string
  /** No later sending of its period is there. */
  newest: boolean
  findings: Problem[]
  reply: { fileName: string; reasons: ReceiptReason[]; issuedAt: string; issuedBy: string } | null
}

/** Signed answers that were written, synced and read back. */
export type RepliesWritten = { folder: string; files: string[] }
