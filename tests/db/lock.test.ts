import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { lockFolder } from '../../src/main/db/lock.ts'
import { asOrdinaryUser, tempFolder } from '../support/office.ts'

const lockModule = join(import.meta.dirname, '../../src/main/db/lock.ts')
const children: ChildProcess[] = []

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** A process of its own that takes a folder, says what it got and keeps it until it is killed. */
async function otherProcess(folder: string): Promise<{ said: string; child: ChildProcess }> {
  const script = `
    import { lockFolder } from ${JSON.stringify(lockModule)}
    const lock = lockFolder(${JSON.stringify(folder)})
    console.log(lock.ok ? 'taken' : lock.problem.code)
    setInterval(() => lock, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { said: said.toString().trim(), child }
}

describe('a data folder', () => {
  it('[A8] belongs to one process; a killed one frees it', async () => {
    const folder = tempFolder()
    const first = await otherProcess(folder)
    expect(first.said).toBe('taken')
    const refused = { ok: false, problem: { code: 'store.in-use', values: { folder } } }
    expect(lockFolder(folder)).toEqual(refused)
    expect((await otherProcess(folder)).said).toBe('store.in-use')
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const mine = must(lockFolder(folder))
    expect((await otherProcess(folder)).said).toBe('store.in-use')
    mine.release()
    expect((await otherProcess(folder)).said).toBe('taken')
  })

  it('[A8] is taken once inside one process too', () => {
    const folder = tempFolder()
    const mine = must(lockFolder(folder))
    expect(lockFolder(folder)).toMatchObject({ problem: { code: 'store.in-use' } })
    mine.release()
    must(lockFolder(folder)).release()
  })

  it('[A5] says so when it cannot be written', async () => {
    const folder = join(tempFolder(), 'chỉ đọc')
    mkdirSync(folder, { mode: 0o555 })
    const refused = await asOrdinaryUser(() => lockFolder(folder))
    expect(refused).toEqual({ ok: false, problem: { code: 'store.read-only', values: { folder } } })
  })
})
