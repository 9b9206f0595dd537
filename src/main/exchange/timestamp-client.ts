import { createHash, randomBytes } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs'
import { fail, ok, type Result } from '#core/result.ts'
import type { Stamp } from './cms.ts'
import { sha256Identifier } from './schemes.ts'
import { readToken } from './timestamp.ts'

const longestWait = 10_000
const largestAnswer = 48 * 1024

/** Whether this is the address of a time-stamp server: http or https, without a name or password in it. */
export function isStampAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && !url.password
}

function requestFor(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: sha256Identifier(),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(digest) }),
    }),
    nonce: new Integer({ valueHex: Uint8Array.from(nonce) }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

async function readBody(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > largestAnswer) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function post(address: string, body: Uint8Array): Promise<Uint8Array | null> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Uint8Array.from(body),
    redirect: 'error',
    signal: AbortSignal.timeout(longestWait),
  })
  return response.ok ? readBody(response) : null
}

/** The token in an answer that was granted; null otherwise. */
function tokenIn(answer: Uint8Array): Uint8Array | null {
  try {
    const response = TimeStampResp.fromBER(Uint8Array.from(answer))
    const granted = response.status.status === 0 || response.status.status === 1
    const token = response.timeStampToken
    return granted && token ? new Uint8Array(token.toSchema().toBER()) : null
  } catch {
    return null
  }
}

/**
 * Gets time stamps from an RFC 3161 server. Only the SHA-256 of the signature value leaves the machine.
 * Whatever the server answers is checked before it is kept: nonce, digest, its own signature.
 */
export function stampFrom(address: string): Stamp {
  return async (signature): Promise<Result<Uint8Array>> => {
    const digest = createHash('sha256').update(signature).digest()
    const nonce = Buffer.concat([Buffer.from([1]), randomBytes(15)])
    const answer = await post(address, requestFor(digest, nonce)).catch(() => null)
    if (!answer) return fail('exchange.timestamp-unreachable', { server: address })
    const token = tokenIn(answer)
    const read = token && (await readToken(token, signature))
    if (!token || read?.nonce !== nonce.toString('hex'))
      return fail('exchange.timestamp-refused', { server: address })
    return ok(token)
  }
}
