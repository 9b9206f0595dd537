import { createHash } from 'node:crypto'
import type { Json } from '#core/canonical.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import type { CertificateWeight } from '#core/signing.ts'
import { isSignatureOver, parseSignature, type SignatureParts } from './cms.ts'
import { frameNames, type Members, mimetype, unpackContainer } from './container.ts'
import { readKindJson } from './json.ts'
import { jsonName, type Kind } from './kinds.ts'
import { sha256Hex, wrongMember } from './manifest.ts'
import { judgeSigner, type Revocation } from './signer.ts'
import { judgeStamp, type StampVerdict } from './timestamp.ts'
import type { Trust } from './trust.ts'

/**
 * Who signed: `unit` is the code the certificate speaks for, `signedAt` the time the signer claims,
 * `weight` the legal weight of the certificate.
 */
export type SignerCard = {
  name: string
  unit: string | null
  issuer: string
  fingerprint: string
  practice: boolean
  signedAt: string
  weight: CertificateWeight
}

/** What is known of a file's signature; `stamp` is its time stamp, null without one. */
export type SignatureVerdict = {
  sha256: string
  signer: SignerCard | null
  revocation: Revocation | null
  stamp: StampVerdict | null
  problems: Problem[]
  notices: Problem[]
}

/**
 * The verdict on a file of one kind. `json` is its canonical JSON with the kind's own `format`, still
 * to be checked for its shape; `content` holds the data objects by name. Both are there only when `ok`.
 */
export type ContainerVerdict = SignatureVerdict & {
  ok: boolean
  json: Json | null
  content: Members | null
}

/** A file whose every byte is accounted for and covered by its signature. */
type Whole = { members: Members; signature: SignatureParts }

/** A file as far as it could be read: its verdict so far, and what is inside when it is whole. */
export type OpenedContainer = SignatureVerdict & { members: Members | null }

const bytesOf = (members: Members, name: string): Uint8Array => members[name] ?? new Uint8Array()

function openWhole(kind: Kind, bytes: Uint8Array): Result<Whole> {
  const members = unpackContainer(kind, bytes)
  if (!members.ok) return members
  if (!Buffer.from(mimetype).equals(bytesOf(members.value, frameNames.mimetype)))
    return fail('exchange.damaged', { member: frameNames.mimetype })
  const wrong = wrongMember(kind, members.value)
  if (wrong) return fail('exchange.damaged', { member: wrong })
  const signature = parseSignature(bytesOf(members.value, frameNames.signature))
  if (!signature.ok) return signature
  const manifest = bytesOf(members.value, frameNames.manifest)
  const digest = createHash('sha256').update(manifest).digest()
  if (!isSignatureOver(signature.value, digest)) return fail('exchange.signature-wrong')
  return ok({ members: members.value, signature: signature.value })
}

function cardOf(
  { certificate, signedAt }: SignatureParts,
  unit: string | null,
  weight: CertificateWeight,
): SignerCard {
  const { name, issuer, fingerprint, practice } = certificate
  return { name, unit, issuer, fingerprint, practice, signedAt, weight }
}

/** Checks everything about a file but its JSON: every byte, then the signer against the trust folder. */
export async function openContainer(
  kind: Kind,
  bytes: Uint8Array,
  trust: Trust,
): Promise<OpenedContainer> {
  const sha256 = sha256Hex(bytes)
  const whole = openWhole(kind, bytes)
  if (!whole.ok) {
    const unread = { signer: null, revocation: null, stamp: null, notices: [], members: null }
    return { sha256, ...unread, problems: [whole.problem] }
  }
  const { members, signature } = whole.value
  const { unit, weight, revocation, problems, notices } = await judgeSigner(
    signature.certificate,
    signature.signedAt,
    trust,
  )
  const stamp = await judgeStamp(signature, trust)
  const older: Problem[] =
    signature.scheme === 'rsa-pkcs1-sha256' ? [{ code: 'exchange.older-padding' }] : []
  return {
    sha256,
    signer: cardOf(signature, unit, weight),
    revocation,
    stamp: stamp.value,
    problems: [...problems, ...stamp.problems],
    notices: [...older, ...notices, ...stamp.notices],
    members,
  }
}

/** The JSON member of an opened file. */
export function jsonOf(kind: Kind, members: Members): Uint8Array {
  return bytesOf(members, jsonName(kind))
}

/**
 * Says whether a file of this kind is whole, who signed it, and whether the trust folder vouches for
 * that signer at the time of signing. Never throws on hostile bytes. The caller checks the shape of
 * `json` and whether the signer may say what it says.
 */
export async function verifyContainer(
  kind: Kind,
  bytes: Uint8Array,
  trust: Trust,
): Promise<ContainerVerdict> {
  const { members, ...verdict } = await openContainer(kind, bytes, trust)
  const json = members && readKindJson(kind, jsonOf(kind, members))
  const problems = [...verdict.problems, ...(json && !json.ok ? [json.problem] : [])]
  const good = problems.length === 0
  return {
    ...verdict,
    ok: good,
    problems,
    json: good && json?.ok ? json.value : null,
    content: good ? members : null,
  }
}
