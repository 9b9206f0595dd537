import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { mustRun } from '../lib/process.ts'
import { type Leaf, pageOf } from './page.ts'

/** Collects what a play of the app shows and makes, in the order it happens. */
export type Album = {
  /** Takes a picture of the window, with a Vietnamese caption. */
  picture: (page: Page, caption: string) => Promise<void>
  /** Copies a file the app made (a PDF, a signed summary), with a Vietnamese caption. */
  file: (path: string, caption: string) => Promise<void>
  /** Writes the page that shows all of it. */
  finish: () => Promise<void>
  /** The path of that page. */
  index: string
}

/** Starts a new album in a folder, replacing what was there. */
export async function openAlbum(folder: string): Promise<Album> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const leaves: Leaf[] = []
  const index = join(folder, 'index.html')
  const nextPicture = () => `${String(leaves.length + 1).padStart(2, '0')}.png`
  return {
    picture: async (page, caption) => {
      const picture = nextPicture()
      await page.screenshot({ path: join(folder, picture), animations: 'disabled' })
      leaves.push({ caption, picture })
    },
    file: async (path, caption) => {
      const file = basename(path)
      await copyFile(path, join(folder, file))
      const picture = file.endsWith('.pdf') ? nextPicture() : undefined
      if (picture) await drawFirstPage(join(folder, file), join(folder, picture))
      leaves.push({ caption, file, ...(picture && { picture }) })
    },
    finish: () => writeFile(index, pageOf(leaves)),
    index,
  }
}

async function drawFirstPage(pdf: string, picture: string): Promise<void> {
  const stem = picture.replace(/\.png$/, '')
  await mustRun('pdftoppm', ['-png', '-r', '110', '-f', '1', '-singlefile', pdf, stem])
}
