import { type Certificate, readCertificate } from '../certificate.ts'
import type { Cryptoki } from './cryptoki.ts'
import { ck } from './numbers.ts'
import { findObjects, readAttribute } from './session.ts'

/** A certificate on a token, with the id that its private key has as well. */
export type Held = { certificate: Certificate; id: Uint8Array }

/** The certificates on a token that can be read. */
export function readHeld(driver: Cryptoki, session: number): Held[] {
  return findObjects(driver, session, ck.CERTIFICATE).flatMap((object) => {
    const der = readAttribute(driver, session, object, ck.VALUE)
    const id = readAttribute(driver, session, object, ck.ID)
    const certificate = der && readCertificate(der)
    return certificate && id ? [{ certificate, id: Uint8Array.from(id) }] : []
  })
}
