import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { toPictures } from './pdf-tools.ts'

const golden = join(import.meta.dirname, 'golden')
const failed = join(import.meta.dirname, '../../out/forms-golden')
const renew = process.env.RAQUAN_UPDATE_GOLDEN === '1'

/** Pixels that may differ between two versions of the drawing tool; one changed word is more. */
const tolerance = 60

const toFile = (picture: PNG): Buffer => PNG.sync.write(picture, { colorType: 0 })

/**
 * Compares the pages of a document with the committed pictures and says what differs, one line a
 * page; the pictures of a failure are left in `out/forms-golden`. `RAQUAN_UPDATE_GOLDEN=1` renews.
 */
export function compareWithGolden(name: string, bytes: Uint8Array): string[] {
  const pages = toPictures(bytes)
  const problems = pages.flatMap((page, i) => comparePage(`${name}-${i + 1}`, page))
  const surplus = join(golden, `${name}-${pages.length + 1}.png`)
  if (!existsSync(surplus)) return problems
  if (!renew) return [...problems, `${name} lost page ${pages.length + 1}`]
  rmSync(surplus)
  return problems
}

function comparePage(name: string, page: PNG): string[] {
  const path = join(golden, `${name}.png`)
  if (renew) {
    mkdirSync(golden, { recursive: true })
    writeFileSync(path, toFile(page))
    return []
  }
  if (!existsSync(path)) return [`${name} has no golden picture`]
  const expected = PNG.sync.read(readFileSync(path))
  if (expected.width !== page.width || expected.height !== page.height)
    return [`${name} is ${page.width}x${page.height}, not ${expected.width}x${expected.height}`]
  const diff = new PNG({ width: page.width, height: page.height })
  const options = { threshold: 0.2 }
  const count = pixelmatch(expected.data, page.data, diff.data, page.width, page.height, options)
  if (count <= tolerance) return []
  mkdirSync(failed, { recursive: true })
  writeFileSync(join(failed, `${name}.actual.png`), toFile(page))
  writeFileSync(join(failed, `${name}.diff.png`), PNG.sync.write(diff))
  return [`${name} differs in ${count} pixels`]
}
