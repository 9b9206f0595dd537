import { webcrypto } from 'node:crypto'
import { fail, ok, type Result } from '#core/result.ts'
import { pendingMark } from './certificate.ts'
import { ecdsa, selfSigned, shortestPassword, subjectOf } from './own-certificate.ts'
import { writePkcs12 } from './pkcs12.ts'
import { KeyUsageFlags, KeyUsagesExtension, Pkcs10CertificateRequestGenerator } from './x509.ts'

/** Whom a certificate is asked for; `now` is the moment the key is made. */
export type KeyRequestOrder = {
  unitCode: string
  unitName: string
  password: string
  now: Date
}

/** A new key waiting for its certificate: the PKCS#12 file, and the request (PKCS #10) as PEM. */
export type KeyRequest = { p12: Uint8Array; requestPem: string }

/**
 * Makes a key pair and the request for its certificate (PKCS #10, ECDSA P-256) that goes to an issuer.
 * The key is in the file with a stand-in certificate, so that it cannot sign before the real one is
 * installed.
 */
export async function requestCertificate(order: KeyRequestOrder): Promise<Result<KeyRequest>> {
  const { unitName, password, now } = order
  if (password.length < shortestPassword)
    return fail('exchange.key-password-short', { least: shortestPassword })
  const keys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const signing = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation
  const request = await Pkcs10CertificateRequestGenerator.create(
    {
      name: subjectOf(order, unitName),
      keys,
      signingAlgorithm: ecdsa,
      extensions: [new KeyUsagesExtension(signing, true)],
    },
    webcrypto,
  )
  const standIn = await selfSigned(subjectOf(order, unitName, pendingMark), keys, { now, years: 1 })
  const content = {
    pkcs8: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
    certificate: new Uint8Array(standIn.rawData),
    name: `${pendingMark} ${unitName}`,
  }
  const p12 = await writePkcs12(content, password)
  return ok({ p12, requestPem: `${request.toString('pem')}\n` })
}
