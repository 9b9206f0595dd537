import { z } from 'zod'

/**
 * What the issuer of a certificate is (Luật Giao dịch điện tử 20/2023/QH15, Điều 22): `public-duty`
 * certificates of the Government Cipher Committee for officials and offices, `public` ones for citizens
 * and enterprises (NĐ 23/2025/NĐ-CP), `internal` ones of an organisation's own scheme.
 */
export const IssuerKind = z.enum(['public-duty', 'public', 'internal'])
export type IssuerKind = z.infer<typeof IssuerKind>

/** The legal weight of a certificate: its issuer's kind, or `practice` for one that is for training. */
export const CertificateWeight = z.enum([...IssuerKind.options, 'practice'])
export type CertificateWeight = z.infer<typeof CertificateWeight>

/** What a token says of its PIN: in order, given wrongly since it was last right, one try left, or locked. */
export const PinState = z.enum(['good', 'wrong-before', 'last-try', 'locked'])
export type PinState = z.infer<typeof PinState>
