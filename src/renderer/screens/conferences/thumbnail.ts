import type { AttachmentKind } from '#core/attachment.ts'
import { openPdf } from '../../components/pdf-view.tsx'

const longestSide = 320

type Size = { width: number; height: number }

/** Draws a photo, or the first page of a scan, small, as JPEG; null for what the window cannot draw. */
export async function drawThumbnail(
  bytes: Uint8Array,
  kind: AttachmentKind,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await (kind === 'pdf' ? drawScan(bytes) : drawPhoto(bytes))
  } catch {
    return null
  }
}

async function drawPhoto(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await createImageBitmap(new Blob([bytes.slice()]))
  const { canvas, ground } = sheetFor(picture)
  ground.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return asJpeg(canvas)
}

async function drawScan(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const opening = await openPdf(bytes)
  try {
    const page = await (await opening.promise).getPage(1)
    const whole = page.getViewport({ scale: 1 })
    const { canvas } = sheetFor(whole)
    const viewport = page.getViewport({ scale: canvas.width / whole.width })
    await page.render({ canvas, viewport }).promise
    return await asJpeg(canvas)
  } finally {
    await opening.destroy()
  }
}

/** A white sheet of the right shape: what is transparent would turn black as JPEG. */
function sheetFor({ width, height }: Size) {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const ground = canvas.getContext('2d')
  if (!ground) throw new Error('no canvas to draw on')
  ground.fillStyle = '#fff'
  ground.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, ground }
}

async function asJpeg(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.75))
  return blob && new Uint8Array(await blob.arrayBuffer())
}
