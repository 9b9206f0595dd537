import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOnce } from '../../scripts/runtime/cache.ts'

let folder: string
let target: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raquan-cache-'))
  target = join(folder, 'thing')
})
afterEach(() => rm(folder, { recursive: true }))

function writes(text: string) {
  return async (work: string) => {
    await writeFile(join(work, 'made'), text)
    return join(work, 'made')
  }
}

describe('createOnce', () => {
  it('makes the thing once and leaves nothing else', async () => {
    await createOnce(target, writes('first'))
    await createOnce(target, writes('second'))
    expect(await readFile(target, 'utf8')).toBe('first')
    expect(await readdir(folder)).toEqual(['thing'])
  })

  it('leaves nothing when the work fails, and works the next time', async () => {
    const fails = async (work: string) => {
      await writes('half')(work)
      throw new Error('cut off')
    }
    await expect(createOnce(target, fails)).rejects.toThrow('cut off')
    expect(await readdir(folder)).toEqual([])
    await createOnce(target, writes('whole'))
    expect(await readFile(target, 'utf8')).toBe('whole')
  })

  it('removes what a dead run left and spares a living one', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['-e', ''])
    for (const pid of [dead, process.ppid]) {
      await mkdir(join(folder, `other.work-${pid}`))
      await writeFile(join(folder, `other.work-${pid}`, 'half'), '')
    }
    await createOnce(target, writes('whole'))
    expect((await readdir(folder)).sort()).toEqual([`other.work-${process.ppid}`, 'thing'])
  })

  it('keeps the result of a faster run', async () => {
    await createOnce(target, async (work) => {
      await mkdir(join(target, 'inside'), { recursive: true })
      await mkdir(join(work, 'made'))
      return join(work, 'made')
    })
    expect(await readdir(folder)).toEqual(['thing'])
    expect(await readdir(target)).toEqual(['inside'])
  })
})
