import { z } from 'zod'

/** The namespace of a key introduction: the old key of a unit vouches for its new one. */
export const introductionFormat = 'raquan-key-introduction-v1'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
// Control and format characters could hide or turn around what a reader sees.
const Line = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u)

/**
 * What the old key signs about the new one: SHA-256 fingerprints of both certificates, and the new
 * certificate itself in base64 of its DER. Canonical JSON, `introduction.json` in its container.
 */
export const Introduction = z.strictObject({
  format: z.literal(introductionFormat),
  unit: z.strictObject({ code: z.string().regex(/^[0-9A-Za-z.-]{2,40}$/), name: Line }),
  oldFingerprint: Hash,
  newFingerprint: Hash,
  certificate: z.base64().max(20_000),
  reason: Line,
  issuedAt: z.iso.datetime({ precision: 0 }),
  issuedBy: Line,
})
export type Introduction = z.infer<typeof Introduction>

/** The name an introduction is written under: `RQ-016-gioi-thieu-khoa-3f9a01c2.asice`. */
export function introductionFileName({
  unit,
  newFingerprint,
}: Pick<Introduction, 'unit' | 'newFingerprint'>): string {
  return `RQ-${unit.code}-gioi-thieu-khoa-${newFingerprint.slice(0, 8)}.asice`
}
