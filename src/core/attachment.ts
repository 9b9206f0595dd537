import { fail, ok, type Result } from './result.ts'

/** What can be attached: photos and scans. */
export const attachmentKinds = ['jpeg', 'png', 'webp', 'pdf'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** The largest file, the most files of one conference, and the largest small picture, in bytes. */
export const largestAttachment = 10 * 1024 * 1024
export const mostAttachments = 30
export const largestThumbnail = 64 * 1024

/** How many bytes at the start tell what a file is. */
export const headLength = 16

/** A file attached to a conference, in lists; `hasThumbnail` once the window has drawn one. */
export type AttachmentCard = {
  id: number
  name: string
  kind: AttachmentKind
  size: number
  hasThumbnail: boolean
  addedBy: string
  addedAt: string
}

const starts: Record<Exclude<AttachmentKind, 'webp'>, number[]> = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
}

const begins = (head: Uint8Array, bytes: readonly number[], from = 0): boolean =>
  bytes.every((byte, index) => head[from + index] === byte)

/** What a file is by its first bytes, whatever its name says; null for everything else. */
export function kindOfFile(head: Uint8Array): AttachmentKind | null {
  for (const kind of ['jpeg', 'png', 'pdf'] as const) {
    if (begins(head, starts[kind])) return kind
  }
  const isWebp = begins(head, [0x52, 0x49, 0x46, 0x46]) && begins(head, [0x57, 0x45, 0x42, 0x50], 8)
  return isWebp ? 'webp' : null
}

/** Judges a file by its size and first bytes, before it is read whole. */
export function checkAttachment(
  { name, size, head }: { name: string; size: number; head: Uint8Array },
  present: number,
): Result<AttachmentKind> {
  if (present >= mostAttachments) return fail('attachment.too-many', { max: mostAttachments })
  if (size === 0) return fail('attachment.empty', { name })
  if (size > largestAttachment) {
    const mb = Math.ceil(size / (1024 * 1024))
    return fail('attachment.too-large', { name, mb, max: largestAttachment / (1024 * 1024) })
  }
  const kind = kindOfFile(head)
  return kind ? ok(kind) : fail('attachment.not-picture', { name })
}
