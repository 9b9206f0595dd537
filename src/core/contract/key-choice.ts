import { z } from 'zod'

/** The password of a key file, as typed. */
export const KeyPassword = z.string().max(200)

/**
 * Which key to sign with: the practice key of the office, a PKCS#12 file that was chosen in a dialog,
 * or a certificate on a token (serial number, SHA-256 fingerprint as hex) with its PIN.
 */
export const KeyChoice = z.union([
  z.strictObject({ kind: z.literal('practice') }),
  z.strictObject({
    kind: z.literal('file'),
    path: z.string().max(1000),
    password: KeyPassword,
  }),
  z.strictObject({
    kind: z.literal('token'),
    serial: z.string().min(1).max(32),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    tokenPin: z.string().min(1).max(64),
  }),
])
export type KeyChoice = z.infer<typeof KeyChoice>
