import { z } from 'zod'
import type { CertificateWeight, PinState } from '../signing.ts'
import { answers } from './call.ts'
import { KeyChoice, KeyPassword } from './key-choice.ts'

const Path = z.string().max(1000)

/**
 * A certificate as it is shown. `state` is what the office's trust folder says of it today; `problems`
 * are sentences. `from` and `to` are ISO instants.
 */
export type CertificateCard = {
  name: string
  issuer: string
  unit: string | null
  from: string
  to: string
  fingerprint: string
  weight: CertificateWeight
  state: 'good' | 'bad' | 'unchecked'
  problems: string[]
}

/** A signing token that is plugged in, with its certificates. */
export type TokenAnswer = {
  label: string
  serial: string
  maker: string
  model: string
  pin: PinState
  certificates: CertificateCard[]
}

/** A revocation list in the trust folder; ISO instants, `nextUpdate` null when the list names none. */
export type RevocationCard = { issuer: string; thisUpdate: string; nextUpdate: string | null }

/** How this office signs and whom it believes. `driver` is the chosen driver of tokens. */
export type SigningOverview = {
  driver: string | null
  stampServer: string | null
  trusted: CertificateCard[]
  revocations: RevocationCard[]
}

/** Calls about signing keys, certificates and trust. */
export const signingCalls = {
  'signing.overview': {
    input: z.strictObject({}),
    who: 'signed-in',
    ...answers<SigningOverview>(),
  },
  'signing.inspect': {
    input: z.strictObject({ key: KeyChoice }),
    who: 'signed-in',
    ...answers<CertificateCard>(),
  },
  'signing.tokens': {
    input: z.strictObject({}),
    who: 'signed-in',
    ...answers<TokenAnswer[]>(),
  },
  'signing.useDriver': {
    input: z.strictObject({ file: Path.nullable() }),
    who: 'approve',
    ...answers<SigningOverview>(),
  },
  'signing.useStampServer': {
    input: z.strictObject({ address: z.string().max(300).nullable() }),
    who: 'approve',
    ...answers<SigningOverview>(),
  },
  'signing.request': {
    input: z.strictObject({ folder: Path, password: KeyPassword }),
    who: 'approve',
    ...answers<{ keyFile: string; requestFile: string }>(),
  },
  'signing.install': {
    input: z.strictObject({ keyFile: Path, password: KeyPassword, certificateFile: Path }),
    who: 'approve',
    ...answers<{ keyFile: string; certificate: CertificateCard }>(),
  },
  'signing.introduce': {
    input: z.strictObject({
      key: KeyChoice,
      certificateFile: Path,
      reason: z.string().trim().min(1).max(300),
      folder: Path,
    }),
    who: 'approve',
    ...answers<{ file: string }>(),
  },
  'trust.add': {
    input: z.strictObject({ file: Path }),
    who: 'approve',
    ...answers<SigningOverview>(),
  },
} as const
