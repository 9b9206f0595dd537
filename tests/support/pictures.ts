import { execFileSync } from 'node:child_process'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

const [width, height] = [248, 351]
const sharpness = 4

/**
 * A portrait A4 page as a small grey picture (30 dots per inch), averaged from a finer one: printers
 * draw letters with strokes of their own, words and lines stay where they are.
 */
export function smallPicture(pdf: Uint8Array, page = 1): PNG {
  const size = ['-scale-to-x', String(width * sharpness), '-scale-to-y', String(height * sharpness)]
  const args = [...size, '-f', String(page), '-l', String(page), '-gray', '-png', '-']
  const fine = PNG.sync.read(
    execFileSync('pdftoppm', args, {
      input: pdf,
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 50_000_000,
    }),
  )
  const small = new PNG({ width, height })
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      small.data.fill(average(fine, x, y), dot(x, y), dot(x, y) + 3)
  }
  for (let at = 3; at < small.data.length; at += 4) small.data[at] = 255
  return small
}

const dot = (x: number, y: number): number => (y * width + x) * 4

function average(fine: PNG, x: number, y: number): number {
  let sum = 0
  for (let row = 0; row < sharpness; row += 1) {
    for (let column = 0; column < sharpness; column += 1) {
      const at = ((y * sharpness + row) * fine.width + x * sharpness + column) * 4
      sum += fine.data[at] ?? 0
    }
  }
  return sum / sharpness ** 2
}

/** The picture moved to the right and down by whole dots, white where nothing was. */
export function moved(picture: PNG, right: number, down: number): PNG {
  const result = new PNG({ width, height })
  result.data.fill(255)
  PNG.bitblt(picture, result, 0, 0, width - right, height - down, right, down)
  return result
}

/** How many dots differ clearly; the name of another person makes several hundred. */
export function difference(a: PNG, b: PNG): number {
  return pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.25 })
}
