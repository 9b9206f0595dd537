import type { Problem } from '../result.ts'
import type { Summary } from '../summary.ts'

/** Who signed a file, as its certificate says; `fingerprint` is SHA-256 of the certificate as hex. */
export type FileSigner = {
  name: string
  unit: string | null
  fingerprint: string
  signedAt: string
}

/**
 * What reading one file showed, before the store is asked about it. `claims` is what the file says of
 * itself (null while unreadable); `summary` and `bytes` are there only when nothing is wrong.
 */
export type CheckedFile = {
  path: string
  sha256: string | null
  claims: Pick<Summary, 'unit' | 'period' | 'sequence' | 'revision'> | null
  signer: FileSigner | null
  problems: Problem[]
  notices: Problem[]
  summary: Summary | null
  bytes: Uint8Array | null
}
