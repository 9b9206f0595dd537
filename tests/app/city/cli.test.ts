import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempFolder } from '../../support/office.ts'
import { raquan } from '../../support/raquan.ts'
import { makeUnit } from './units.ts'

type Received = { counts: Record<string, number>; files: { outcome: string; unit: string }[] }

it('the command line receives, answers and exports as the window does', async () => {
  const folder = tempFolder()
  // The cache of compiled sources halves what a start of the command line takes.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
  const data = join(folder, 'city')
  const code = join(folder, 'khoi-phuc.txt')
  const made = await raquan(
    ...['office', 'create', '--data', data, '--unit', '01', '--practice', '--recovery-out', code],
  )
  expect(made.code).toBe(0)
  const [stick, out] = [join(folder, 'usb'), join(folder, 'out')]
  for (const path of [stick, out, join(data, 'trust')]) mkdirSync(path, { recursive: true })
  const unit = await makeUnit('016', data)
  writeFileSync(join(stick, '1.asice'), await unit.send({ day: '2024-11-14' }))
  writeFileSync(join(stick, '2.asice'), await unit.send({ day: '2024-11-15' }))
  const store = ['--data', data, '--recovery-code-file', code]

  const good = await raquan<Received>('receive', stick, ...store)
  expect(good.code).toBe(0)
  expect(good.value.counts).toEqual({ taken: 2, already: 0, outdated: 0, refused: 0 })
  writeFileSync(join(stick, '3.asice'), 'not a file')
  const bad = await raquan<Received>('receive', stick, ...store)
  expect(bad.code).toBe(1)
  expect(bad.value.counts).toEqual({ taken: 0, already: 2, outdated: 0, refused: 1 })
  expect(bad.value.files[0]).toMatchObject({ outcome: 'refused', unit: null })
  const none = await raquan<{ problem: { code: string } }>('receive', out, ...store)
  expect(none).toMatchObject({ code: 1, value: { problem: { code: 'city.no-files' } } })

  const [key, pass] = [join(folder, 'khoa.p12'), join(folder, 'mk.txt')]
  writeFileSync(pass, 'mat khau 1\n')
  await raquan('key', 'practice', '--unit', '01', '--out', key, '--pass-file', pass)
  const answerTo = (folder: string) =>
    raquan('receipt', 'make', ...store, '--key', key, '--pass-file', pass, '--out', folder)
  // Nothing is signed for a folder that is not there, so the files go on waiting.
  expect(await answerTo(join(folder, 'no such folder'))).toMatchObject({
    ...{ code: 1, value: { problem: { code: 'file.unwritable' } } },
  })
  const made2 = await answerTo(out)
  expect(made2.code).toBe(0)
  const span = ['--from', '2024-11-01', '--to', '2024-11-30']
  const merged = await raquan('merged', ...store, ...span, '--format', 'parquet', '--out', out)
  expect(merged.code).toBe(0)
  expect(readdirSync(out).sort()).toEqual([
    'RQ-016-tiep-nhan-so-0001-lan-1.asice',
    'RQ-016-tiep-nhan-so-0002-lan-1.asice',
    'RQ-thanh-pho-2024-11-01-den-2024-11-30.parquet',
  ])
}, 120_000)
