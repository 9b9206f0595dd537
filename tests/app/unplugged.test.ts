import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { readStick, writeAgain, writeSummary } from '../../src/main/app/summaries.ts'
import { findBrokenLine } from '../../src/main/db/audit.ts'
import { openKey, type SigningKey } from '../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../src/main/exchange/practice-key.ts'
import { clerk, deskOf, type Made, makeOffice, tempFolder } from '../support/office.ts'

let made: Made
let desk: Desk
let key: SigningKey

beforeAll(async () => {
  made = await makeOffice()
  ;({ desk } = deskOf(made.ground, made.folder))
  desk.office = made.office
  const order = { households: 40, seed: 5, from: '2024-11-01', to: '2024-11-19' }
  const now = new Date(made.clock.at)
  const owner = { unitCode: '016', unitName: 'BHXH', password: 'mật khẩu', now }
  key = must(await openKey(must(await makePracticeKey(owner)).p12, 'mật khẩu'))
  must(await addPracticeData(made.office, order, () => {}))
})

const send = (day: string, folder: string) =>
  writeSummary(made.office, clerk, {
    span: { kind: 'day', from: day, to: day },
    ...{ key, folder, approvedBy: 'Trần Thị Trưởng' },
  })

const keptOf = (day: string) =>
  made.office.store.raw
    .prepare(
      `select sequence, file_name as name, bytes, written_at as at from summary_file
        join period on period.id = period_id where from_date = ? order by sequence`,
    )
    .all(day) as { sequence: number; name: string; bytes: Buffer; at: string | null }[]

describe('[A33] a stick', () => {
  it('pulled out at 20 random points loses nothing', async () => {
    const random = randomFrom(33)
    const stick = join(tempFolder(), 'usb')
    const away = `${stick}-rút`
    mkdirSync(stick)
    desk.chosen.add(stick)
    const start = performance.now()
    must(await send('2024-11-19', stick))
    const usual = performance.now() - start
    const met = new Set<string>()
    for (let round = 0; round < 20; round++) {
      const day = `2024-11-${String((round % 18) + 1).padStart(2, '0')}`
      const pulled = new Promise<void>((resolve) =>
        setTimeout(
          () => {
            renameSync(stick, away)
            resolve()
          },
          random.between(0, Math.ceil(usual)),
        ),
      )
      const answer = await send(day, stick).catch((error: unknown) => error as Error)
      await pulled
      expect(answer).not.toBeInstanceOf(Error)
      if (answer instanceof Error) throw answer
      met.add(answer.ok ? 'ok' : answer.problem.code)
      for (const name of readdirSync(away).filter((one) => one.endsWith('.asice'))) {
        const kept = keptAll().find((one) => one.name === name)
        expect(readFileSync(join(away, name)).equals(kept?.bytes ?? Buffer.alloc(0))).toBe(true)
      }
      renameSync(away, stick)
      if (!answer.ok) {
        const before = keptOf(day)
        const again = must(await send(day, stick))
        const [kept] = keptOf(day).slice(-1)
        if (before.length > 0 && before.at(-1)?.at === null)
          expect(again.sequence).toBe(before.at(-1)?.sequence)
        expect(readFileSync(again.file).equals(kept?.bytes ?? Buffer.alloc(0))).toBe(true)
      }
    }
    expect(met.size).toBeGreaterThan(1)
    const numbers = keptAll().map(({ sequence }) => sequence)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(keptAll().every(({ at }) => at !== null)).toBe(true)
    expect(readdirSync(stick).filter((name) => !name.endsWith('.asice'))).toEqual([])
    expect(await findBrokenLine(made.office.store.db)).toBeNull()
  }, 60_000)

  it('says whether it is there, holds the file whole, or holds another', async () => {
    const stick = join(tempFolder(), 'usb')
    mkdirSync(stick)
    const state = async (sequence: number | null) =>
      must(await readStick(desk, made.office, { folder: stick, sequence }))
    expect(await readStick(desk, made.office, { folder: stick, sequence: 1 })).toMatchObject({
      problem: { code: 'file.not-chosen' },
    })
    desk.chosen.add(stick)
    expect([await state(null), await state(1)]).toEqual(['ready', 'ready'])
    const { file } = must(await writeAgain(desk, made.office, { sequence: 1, folder: stick }))
    expect(await state(1)).toBe('whole')
    writeFileSync(file, 'khác')
    expect(await state(1)).toBe('wrong')
    rmSync(stick, { recursive: true })
    expect(await state(1)).toBe('absent')
  })
})

function keptAll() {
  return made.office.store.raw
    .prepare(
      'select sequence, file_name as name, bytes, written_at as at from summary_file order by 1',
    )
    .all() as { sequence: number; name: string; bytes: Buffer; at: string | null }[]
}
