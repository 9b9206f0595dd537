import { constants, type KeyObject, sign, verify } from 'node:crypto'
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'

/** The signature schemes of the Vietnamese list that are made and accepted (TT 15/2025/TT-BKHCN, annex I). */
export type Scheme = 'ecdsa-p256-sha256' | 'rsa-pss-sha256'

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
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  return bits >= 2048 && bits <= 8192 ? 'rsa-pss-sha256' : null
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
export function schemeIdentifier(scheme: Scheme): AlgorithmIdentifier {
  if (scheme === 'ecdsa-p256-sha256')
    return new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
  return new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.10',
    algorithmParams: pssParameters().toSchema(),
  })
}

const options = (scheme: Scheme) =>
  scheme === 'ecdsa-p256-sha256'
    ? ({ dsaEncoding: 'der' } as const)
    : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }

/** Signs bytes; the signature has the form it takes in CMS. */
export function signWith(scheme: Scheme, key: KeyObject, bytes: Uint8Array): Uint8Array {
  return sign('sha256', bytes, { key, ...options(scheme) })
}

/** Whether a signature in CMS form fits the bytes and the public key. */
export function fits(
  scheme: Scheme,
  key: KeyObject,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify('sha256', bytes, { key, ...options(scheme) }, signature)
}
