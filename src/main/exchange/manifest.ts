import { createHash } from 'node:crypto'
import type { Members } from './container.ts'

const objects = [
  ['summary.json', 'application/json'],
  ['summary.pdf', 'application/pdf'],
] as const

/** SHA-256 of bytes as lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const dataObject = (name: string, type: string, digest: string): string =>
  `  <asic:DataObjectReference URI="${name}" MimeType="${type}">
    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
    <ds:DigestValue>${digest}</ds:DigestValue>
  </asic:DataObjectReference>
`

/**
 * The one ASiCManifest (ETSI EN 319 162-1, annex A.4) of the data objects: their SHA-256 digests in
 * base64. It is never parsed; a reader writes it anew from the members and compares.
 */
export function manifestOf(members: Pick<Members, 'summary.json' | 'summary.pdf'>): Uint8Array {
  const references = objects.map(([name, type]) =>
    dataObject(name, type, createHash('sha256').update(members[name]).digest('base64')),
  )
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
  <asic:SigReference URI="META-INF/signature.p7s" MimeType="application/pkcs7-signature"/>
${references.join('')}</asic:ASiCManifest>
`)
}

/** The data object whose digest the manifest does not carry, or `null` when the manifest is right. */
export function wrongMember(members: Members): string | null {
  const manifest = Buffer.from(members['META-INF/ASiCManifest.xml'])
  if (manifest.equals(manifestOf(members))) return null
  const changed = objects.find(
    ([name]) => !manifest.includes(createHash('sha256').update(members[name]).digest('base64')),
  )
  return changed?.[0] ?? 'META-INF/ASiCManifest.xml'
}
