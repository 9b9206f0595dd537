import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawBatch } from '../../src/main/forms/draw-form.ts'
import { countPages, reissue } from '../../src/main/forms/reissue.ts'
import { checkStructure, toInfo, toPictures, toText } from './pdf-tools.ts'
import { newcomer } from './samples/tk1.ts'

const resources = 'resources'
let document: Uint8Array

beforeAll(async () => {
  const jobs = Array.from({ length: 5 }, (_, i) => ({
    form: 'tk1-ts' as const,
    edition: 'QD490' as const,
    record: { ...newcomer, name: `Người Thứ ${i + 1}` },
  }))
  const pieces: Uint8Array[] = []
  const options = { resources, title: 'Thử', createdOn: '2024-11-16' }
  for await (const piece of drawBatch(jobs, options)) pieces.push(piece)
  document = Buffer.concat(pieces)
})

const whole = { from: 1, to: 5, right: 0, down: 0 }

/** A picture moved by whole dots, white where nothing was. */
function moved(picture: PNG, right: number, down: number): PNG {
  const { width, height } = picture
  const result = new PNG({ width, height, fill: true })
  result.data.fill(255)
  const [x, y] = [Math.max(0, right), Math.max(0, down)]
  const size = [width - Math.abs(right), height - Math.abs(down)] as const
  PNG.bitblt(picture, result, Math.max(0, -right), Math.max(0, -down), ...size, x, y)
  return result
}

describe('a document on its way to the printer', () => {
  it('is the document itself when nothing is left out or moved', () => {
    expect(reissue(document, whole)).toBe(document)
    expect(countPages(document)).toBe(5)
  })

  it('has the pages asked for, in order, and is sound', () => {
    const part = reissue(document, { ...whole, from: 2, to: 4 })
    expect(checkStructure(part)).toContain('No syntax')
    expect(toInfo(part).Pages).toBe('3')
    const names = Array.from(toText(part).matchAll(/NGƯỜI THỨ (\d)/g), ([, n]) => n)
    expect(names).toEqual(['2', '3', '4'])
    expect(Buffer.from(part).subarray(0, document.length).equals(document)).toBe(true)
  })

  // 80 dots per inch: 25.4 mm are 80 dots, so 3.175 mm are ten.
  it.each([
    [3.175, 6.35, 10, 20],
    [-3.175, -3.175, -10, -10],
  ])('is moved by %f mm and %f mm on paper', (right, down, x, y) => {
    const [before] = toPictures(document)
    const [after] = toPictures(reissue(document, { from: 1, to: 1, right, down }))
    if (!before || !after) throw new Error('no page')
    const { width, height } = before
    expect([after.width, after.height]).toEqual([width, height])
    const wanted = moved(before, x, y)
    const wrong = pixelmatch(wanted.data, after.data, undefined, width, height, { threshold: 0.3 })
    const still = pixelmatch(before.data, after.data, undefined, width, height, { threshold: 0.3 })
    expect(still).toBeGreaterThan(5000)
    expect(wrong).toBeLessThan(still / 10)
  })

  it('refuses what this app did not draw', () => {
    expect(() => countPages(Buffer.from('%PDF-1.7 something else'))).toThrow('not a document')
  })
})
