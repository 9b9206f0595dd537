import { createHash } from 'node:crypto'
import { frameNames, type Members } from './container.ts'
import { type DataObject, type Kind, kinds } from './kinds.ts'

/** SHA-256 of bytes as lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')

const reference = ({ name, type }: DataObject, bytes: Uint8Array): string =>
  `  <asic:DataObjectReference URI="${name}" MimeType="${type}">
    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
    <ds:DigestValue>${digestOf(bytes)}</ds:DigestValue>
  </asic:DataObjectReference>
`

/**
 * The one ASiCManifest (ETSI EN 319 162-1, annex A.4) of the data objects that are there: their names,
 * media types and SHA-256 digests in base64. It is never parsed; a reader writes it anew from the
 * members and compares.
 */
export function manifestOf(kind: Kind, members: Members): Uint8Array {
  const references = kinds[kind].objects.map((one) => {
    const bytes = members[one.name]
    return bytes ? reference(one, bytes) : ''
  })
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
  <asic:SigReference URI="META-INF/signature.p7s" MimeType="application/pkcs7-signature"/>
${references.join('')}</asic:ASiCManifest>
`)
}

/** The data object whose digest the manifest does not carry, or `null` when the manifest is right. */
export function wrongMember(kind: Kind, members: Members): string | null {
  const manifest = Buffer.from(members[frameNames.manifest] ?? [])
  if (manifest.equals(manifestOf(kind, members))) return null
  const changed = kinds[kind].objects.find(({ name }) => {
    const bytes = members[name]
    return bytes && !manifest.includes(digestOf(bytes))
  })
  return changed?.name ?? frameNames.manifest
}
