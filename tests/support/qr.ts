import { execFileSync } from 'node:child_process'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/** What the QR square on the first page of a PDF says, as a scanner reads it; null without one. */
export function readQr(bytes: Uint8Array): string | null {
  const png = execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-png', '-'], {
    input: bytes,
    maxBuffer: 100_000_000,
  })
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}
