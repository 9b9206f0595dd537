import { useEffect, useState } from 'react'
import type { AttachmentKind } from '#core/attachment.ts'

/** An address for the bytes of a picture while it is shown; null until there is one. */
export function usePicture(bytes: Uint8Array | undefined, kind: AttachmentKind): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!bytes) return
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: `image/${kind}` }))
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
      setUrl(null)
    }
  }, [bytes, kind])
  return url
}
