import { webcrypto } from 'node:crypto'
import { fail, ok, type Result } from '#core/result.ts'
import { practiceMark } from './certificate.ts'
import { sha256Hex } from './manifest.ts'
import { ecdsa, selfSigned, shortestPassword, subjectOf } from './own-certificate.ts'
import { writePkcs12 } from './pkcs12.ts'

const validYears = 3

/** Who a practice key is for; `now` is the moment it is made. */
export type PracticeKeyRequest = {
  unitCode: string
  unitName: string
  password: string
  now: Date
}

/** A new key: the PKCS#12 file, its certificate as PEM for the trust folder, SHA-256 fingerprint as hex. */
export type PracticeKey = { p12: Uint8Array; certificatePem: string; fingerprint: string }

/**
 * Makes a key pair with a self-signed certificate that names the unit and says THỰC HÀNH. For training:
 * it is no legal signature (Luật Giao dịch điện tử 20/2023/QH15, Điều 22), and the city accepts it only
 * from its trust folder.
 */
export async function makePracticeKey(request: PracticeKeyRequest): Promise<Result<PracticeKey>> {
  const { password, unitName, now } = request
  if (password.length < shortestPassword)
    return fail('exchange.key-password-short', { least: shortestPassword })
  const name = `${practiceMark} ${unitName}`
  const keys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const subject = subjectOf(request, name, practiceMark)
  const certificate = await selfSigned(subject, keys, { now, years: validYears })
  const pkcs8 = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const der = new Uint8Array(certificate.rawData)
  return ok({
    p12: await writePkcs12({ pkcs8, certificate: der, name }, password),
    certificatePem: `${certificate.toString('pem')}\n`,
    fingerprint: sha256Hex(der),
  })
}
