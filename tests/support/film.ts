import { writeFile } from 'node:fs/promises'
import { create } from 'qrcode'

const [width, height] = [640, 480]

/** Writes a short film (Y4M) in which a QR code is held still before a grey ground. */
export async function filmOfQr(text: string, file: string): Promise<void> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dot = Math.floor((height - 80) / modules.size)
  const [left, top] = [width, height].map((side) => Math.floor((side - dot * modules.size) / 2))
  const light = Buffer.alloc(width * height, 235)
  for (let y = 0; y < modules.size * dot; y += 1) {
    for (let x = 0; x < modules.size * dot; x += 1) {
      const isDark = modules.get(Math.floor(y / dot), Math.floor(x / dot))
      if (isDark) light[((top ?? 0) + y) * width + (left ?? 0) + x] = 30
    }
  }
  const frame = [Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`)
  await writeFile(file, Buffer.concat([head, ...frame, ...frame, ...frame]))
}
