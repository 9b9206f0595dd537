import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, it } from 'vitest'
import { CityReply } from '#core/receipt.ts'
import { must } from '#core/result.ts'
import { planExport } from '../../../src/main/app/city-export.ts'
import { signReplies, writeReplies } from '../../../src/main/app/city-replies.ts'
import { openReceived, readFiles, readGaps, readMatrix } from '../../../src/main/app/city-views.ts'
import { saveFiles } from '../../../src/main/app/receive.ts'
import { openPracticeKey } from '../../../src/main/app/signing-keys.ts'
import { checkBytes } from '../../../src/main/exchange/inbox.ts'
import { verifyContainer } from '../../../src/main/exchange/open-container.ts'
import { trustOnly } from '../../../src/main/exchange/trust.ts'
import { verifySummary } from '../../../src/main/exchange/verify.ts'
import { writeMerged } from '../../../src/main/jobs/merged.ts'
import { readSheet, usualLimits } from '../../../src/main/sheets/workbook.ts'
import { clerk, makeOffice, tempFolder } from '../../support/office.ts'
import { makeCity, makeUnit } from './units.ts'

const all = { from: '2024-01-01', to: '2026-12-31', unit: null, waiting: false }

/** A city that received six files of two units, number 3 of the second one missing. */
async function filledCity() {
  const city = await makeCity()
  for (const code of ['016', '017']) {
    const unit = await makeUnit(code, city.folder)
    for (const day of ['2024-11-13', '2024-11-14', '2024-11-15', '2024-11-18']) {
      const bytes = await unit.send({ day })
      if (code === '017' && day === '2024-11-15') continue
      const checked = await checkBytes(day, bytes, trustOnly(unit.key.certificate))
      await saveFiles(city.office, clerk, [checked])
    }
  }
  return city
}

describe('the city’s answers', () => {
  let city: Awaited<ReturnType<typeof filledCity>>

  beforeAll(async () => {
    city = await filledCity()
  })

  const waiting = (unit: string) =>
    must(readFiles(city.office, { ...all, unit, waiting: true })).map(({ id }) => id)

  it('[A37] are signed, kept, written and read back, kind by kind', async () => {
    const key = must(await openPracticeKey(city.office))
    const folder = tempFolder()
    const ids = waiting('016')
    const accepted = { ids: ids.slice(1), verdict: 'accepted' as const, reasons: [] }
    must(await signReplies(city.office, clerk, accepted, key, 'Trần Thị Trưởng'))
    const reasons = [{ code: 'note', text: 'Số hội nghị không khớp biên bản.' }]
    const returned = { ids: ids.slice(0, 1), verdict: 'returned' as const, reasons }
    must(await signReplies(city.office, clerk, returned, key, 'Trần Thị Trưởng'))
    const { files } = must(await writeReplies(city.office, ids, folder))
    expect(files.map((file) => basename(file))).toEqual([
      'RQ-016-tra-lai-so-0004-lan-1.asice',
      'RQ-016-tiep-nhan-so-0003-lan-1.asice',
      'RQ-016-tiep-nhan-so-0002-lan-1.asice',
      'RQ-016-tiep-nhan-so-0001-lan-1.asice',
    ])
    const trust = trustOnly(key.certificate)
    const [findings, receipt] = files.map((file) => readFileSync(file))
    if (!findings || !receipt) throw new Error('nothing was written')
    const opened = await verifyContainer('findings', findings, trust)
    expect(opened.problems).toEqual([])
    expect(CityReply.parse(opened.json)).toMatchObject({
      verdict: 'returned',
      reasons,
      unit: { code: '016' },
      city: { code: '01' },
      sequence: 4,
    })
    expect((await verifyContainer('receipt', receipt, trust)).ok).toBe(true)
    for (const wrong of [
      await verifyContainer('receipt', findings, trust),
      await verifyContainer('findings', receipt, trust),
      await verifySummary(receipt, trust),
    ])
      expect(wrong.ok).toBe(false)
    receipt[receipt.length >> 1] = (receipt[receipt.length >> 1] ?? 0) ^ 1
    expect((await verifyContainer('receipt', receipt, trust)).ok).toBe(false)
  })

  it('are given once, and figures of a returned file no longer count', async () => {
    const key = must(await openPracticeKey(city.office))
    const lines = must(readFiles(city.office, { ...all, unit: '016' }))
    expect(lines.map(({ state }) => state)).toEqual([
      ...['returned', 'accepted', 'accepted', 'accepted'],
    ])
    expect(lines[0]?.reply?.reasons[0]?.text).toContain('hội nghị')
    const again = { ids: [lines[1]?.id ?? 0], verdict: 'accepted' as const, reasons: [] }
    expect(await signReplies(city.office, clerk, again, key, 'Trưởng')).toMatchObject({
      problem: { code: 'city.answered' },
    })
    const day = { from: '2024-11-18', to: '2024-11-18' }
    expect((await city.stand(day)).chosen.map(({ unit }) => unit.code)).toEqual(['017'])
  })

  it('need a reason to return, a key of the city, and a city office', async () => {
    const key = must(await openPracticeKey(city.office))
    const ids = waiting('017')
    const order = { ids, verdict: 'returned' as const, reasons: [] }
    const code = async (...[office, wish, by]: [typeof city.office, typeof order, typeof key]) => {
      const signed = await signReplies(office, clerk, wish, by, 'Trưởng')
      return signed.ok ? null : signed.problem.code
    }
    expect(await code(city.office, order, key)).toBe('city.no-reason')
    const stranger = await makeUnit('017', null)
    const accept = { ...order, verdict: 'accepted' as never }
    expect(await code(city.office, accept, stranger.key)).toBe('exchange.key-other-unit')
    const unit = await makeOffice()
    expect(await code(unit.office, accept, key)).toBe('city.not-city')
    expect(waiting('017')).toEqual(ids)
  })
})

describe('what the city sees', () => {
  let city: Awaited<ReturnType<typeof filledCity>>

  beforeAll(async () => {
    city = await filledCity()
  })

  it('[A27] lists missing numbers, and days without a file', async () => {
    expect(must(readGaps(city.office))).toMatchObject([
      { unit: { code: '017' }, missing: [{ from: 3, to: 3 }] },
    ])
    const matrix = must(readMatrix(city.office, { from: '2024-11-11', to: '2024-11-18' }))
    const marks = matrix.find(({ unit }) => unit.code === '017')?.cells.map(({ mark }) => mark)
    expect(marks).toEqual([...['off', 'off', 'late', 'late', 'missing', 'missing', 'off', 'late']])
  })

  it('opens a received file again with its verdict', async () => {
    const [line] = must(readFiles(city.office, all))
    const opened = must(await openReceived(city.office, line?.id ?? 0, 'vi'))
    expect(opened.verdict).toMatchObject({ ok: true, unit: { code: '016' }, problems: [] })
    // What a unit reads out over the telephone, and what the city keeps: the whole file.
    const print = opened.verdict.fingerprint
    expect(print).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    expect(line?.sha256.toUpperCase().startsWith(print.replaceAll(' ', ''))).toBe(true)
    const sizes = city.office.store.raw.prepare('select length(bytes) from received_bytes').pluck()
    expect(sizes.all()).toContain(line?.size)
    expect(await openReceived(city.office, 999, 'vi')).toMatchObject({
      problem: { code: 'city.file-gone' },
    })
  })

  it('exports the merged data as a workbook, a list and Parquet, all with the same figures', async () => {
    const folder = tempFolder()
    const wish = { from: '2024-11-01', to: '2024-11-30', units: 'then' as const, folder }
    const { raw } = city.office.store
    const total = raw.prepare('select sum(payer) from received_cell').pluck().get()
    const paths: Record<string, string> = {}
    for (const format of ['xlsx', 'csv', 'parquet'] as const) {
      const plan = must(await planExport(city.office, { ...wish, format }))
      expect(await writeMerged(raw, plan, () => {})).toBe(
        raw.prepare('select count(*) from received_cell').pluck().get(),
      )
      paths[format] = plan.path
    }
    const file = await asyncBufferFromFile(paths.parquet ?? '')
    const rows = await parquetReadObjects({ file })
    expect(rows.reduce((sum, row) => sum + Number(row.payer), 0)).toBe(total)
    expect(rows[0]).toMatchObject({
      ...{ unit: '016', unit_name: 'BHXH huyện Sóc Sơn', period: 'day', from: '2024-11-13' },
      ...{ commune: '00376', commune_name: 'Thị trấn Sóc Sơn', sequence: 1n, adjustment: null },
    })
    const list = must(await readSheet(paths.csv ?? '', usualLimits))
    const payer = list.rows[0]?.indexOf('Người dân nộp') ?? -1
    const paid = list.rows.slice(1).reduce((sum, row) => sum + Number(row[payer]), 0)
    expect(paid).toBe(total)
    const again = must(await planExport(city.office, { ...wish, format: 'csv' }))
    expect(basename(again.path)).toBe('RQ-thanh-pho-2024-11-01-den-2024-11-30 (2).csv')
  })

  it('refuses to export days without files', async () => {
    const folder = tempFolder()
    const wish = { from: '2023-01-01', to: '2023-01-31', units: 'then' as const, folder }
    expect(await planExport(city.office, { ...wish, format: 'csv' })).toMatchObject({
      problem: { code: 'city.nothing-merged' },
    })
  })
})

describe('a unit’s office', () => {
  it('has no city desk', async () => {
    const { office } = await makeOffice()
    for (const answer of [
      readGaps(office),
      readFiles(office, all),
      readMatrix(office, { from: '2024-11-11', to: '2024-11-18' }),
    ])
      expect(answer).toMatchObject({ problem: { code: 'city.not-city' } })
  })
})
