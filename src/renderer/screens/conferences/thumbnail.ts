const longestSide = 320

/** Draws a photo small, as JPEG; null for what the window cannot draw. */
export async function drawThumbnail(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const picture = await createImageBitmap(new Blob([bytes.slice()]))
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const ground = canvas.getContext('2d')
    if (!ground) return null
    // A transparent picture would turn black as JPEG.
    ground.fillStyle = '#fff'
    ground.fillRect(0, 0, canvas.width, canvas.height)
    ground.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.75))
    return blob && new Uint8Array(await blob.arrayBuffer())
  } catch {
    return null
  }
}
