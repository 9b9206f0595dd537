import { constants, type KeyObject, sign, verify } from 'node:crypto'
import { Null } from 'asn1js'
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'
import type { Problem } from '#core/result.ts'

/** The signature schemes that are made (TT 15/2025/TT-BKHCN, annex I). */
export type Scheme = 'ecdsa-p256-sha256' | 'rsa-pss-sha256'

/** The schemes that are accepted: older tokens still make the last one, which is never made here. */
export type AcceptedScheme = Scheme | 'rsa-pkcs1-sha256'

const shortestRsa = 2048
const longestRsa = 8192
const sha256 = '2.16.840.1.101.3.4.2.1'
const saltLength = 32

/** Identifier of SHA-256, without parameters (RFC 5754). */
export function sha256Identifier(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: sha256 })
}

/** The scheme a key signs with, or null for keys that are not accepted. */
export function schemeOfKey(key: KeyObject): Scheme | null {
  if (key.asymmetricKeyType === 'ec')
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256-sha256' : null
  if (key.asymmetricKeyType !== 'rsa') return null
  const bits = bitsOf(key)
  return bits >= shortestRsa && bits <= longestRsa ? 'rsa-pss-sha256' : null
}

const bitsOf = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0

/** Why a key that `schemeOfKey` refuses is refused; `signer` names whose key it is. */
export function refusalOf(key: KeyObject, signer: string): Problem {
  const type = key.asymmetricKeyType ?? '?'
  const bits = bitsOf(key)
  if (type.startsWith('rsa') && bits < shortestRsa)
    return { code: 'exchange.key-short', values: { signer, bits } }
  if (type.startsWith('ed')) return { code: 'exchange.key-eddsa', values: { signer } }
  if (type === 'ec') {
    const curve = key.asymmetricKeyDetails?.namedCurve ?? '?'
    return { code: 'exchange.key-curve', values: { signer, curve } }
  }
  return { code: 'exchange.key-unsupported' }
}

function pssParameters(): RSASSAPSSParams {
  const mgf = new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.8',
    algorithmParams: sha256Identifier().toSchema(),
  })
  return new RSASSAPSSParams({
    hashAlgorithm: sha256Identifier(),
    maskGenAlgorithm: mgf,
    saltLength,
  })
}

/** The identifier a scheme has in a signature. */
export function schemeIdentifier(scheme: AcceptedScheme): AlgorithmIdentifier {
  if (scheme === 'ecdsa-p256-sha256')
    return new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
  if (scheme === 'rsa-pkcs1-sha256')
    return new AlgorithmIdentifier({ algorithmId: rsaEncryption, algorithmParams: new Null() })
  return new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.10',
    algorithmParams: pssParameters().toSchema(),
  })
}

const rsaEncryption = '1.2.840.113549.1.1.1'

/** The scheme of a signature whose algorithm has this identifier, made by a key of this scheme. */
export function acceptedScheme(own: Scheme, algorithmId: string): AcceptedScheme {
  return own === 'rsa-pss-sha256' && algorithmId === rsaEncryption ? 'rsa-pkcs1-sha256' : own
}

const options = (scheme: AcceptedScheme) => {
  if (scheme === 'ecdsa-p256-sha256') return { dsaEncoding: 'der' } as const
  if (scheme === 'rsa-pkcs1-sha256') return { padding: constants.RSA_PKCS1_PADDING }
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
}

/** Signs bytes; the signature has the form it takes in CMS. */
export function signWith(scheme: Scheme, key: KeyObject, bytes: Uint8Array): Uint8Array {
  return sign('sha256', bytes, { key, ...options(scheme) })
}

/** Whether a signature in CMS form fits the bytes and the public key. */
export function fits(
  scheme: AcceptedScheme,
  key: KeyObject,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify('sha256', bytes, { key, ...options(scheme) }, signature)
}
