import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FileVerdict } from '#core/contract.ts'
import { saveFiles } from '../../../src/main/app/receive.ts'
import { checkFile, listFiles } from '../../../src/main/exchange/inbox.ts'
import { readTrust } from '../../../src/main/exchange/trust.ts'
import { clerk, tempFolder } from '../../support/office.ts'
import { makeCity, makeUnit, type Unit } from './units.ts'

const codes = ({ problems }: FileVerdict) => problems.map(({ code }) => code)

/** Writes files to a stick and receives them as the command line does. */
async function receive(city: Awaited<ReturnType<typeof makeCity>>, files: Uint8Array[]) {
  const stick = tempFolder()
  files.forEach((bytes, index) => {
    writeFileSync(join(stick, `tep-${String(index).padStart(3, '0')}.asice`), bytes)
  })
  const trust = await readTrust(join(city.folder, 'trust'))
  if (!trust.ok) throw new Error(trust.problem.code)
  const checked = []
  for (const path of await listFiles([stick])) checked.push(await checkFile(path, trust.value))
  return saveFiles(city.office, clerk, checked)
}

const counts = (city: Awaited<ReturnType<typeof makeCity>>) =>
  ['received_file', 'received_cell', 'received_sum', 'received_bytes', 'unit_key', 'audit'].map(
    (table) =>
      (city.office.store.raw.prepare(`select count(*) as n from ${table}`).get() as { n: number })
        .n,
  )

describe('receiving', () => {
  let city: Awaited<ReturnType<typeof makeCity>>
  let soc: Unit

  beforeAll(async () => {
    city = await makeCity()
    soc = await makeUnit('016', city.folder)
  })

  it('takes a good file with its figures, its bytes and its key', async () => {
    const file = await soc.send({ day: '2024-11-14' })
    const [verdict] = await receive(city, [file])
    expect(verdict).toMatchObject({
      outcome: 'taken',
      problems: [],
      claims: { unit: { code: '016' }, sequence: 1, revision: 1 },
    })
    const { raw } = city.office.store
    expect(raw.prepare('select bytes from received_bytes').pluck().get()).toEqual(Buffer.from(file))
    const cells = raw.prepare('select sum(persons), sum(payer) from received_cell').raw().get()
    expect(raw.prepare('select sum(persons), sum(payer) from received_sum').raw().get()).toEqual(
      cells,
    )
  })

  it('[A27] says of a file that comes twice that it was received, and changes nothing', async () => {
    const file = await soc.send({ day: '2024-11-15' })
    await receive(city, [file])
    const before = counts(city)
    const [again] = await receive(city, [file])
    expect(again?.outcome).toBe('already')
    expect(counts(city)).toEqual(before)
  })

  it('[A27] refuses revision n after n+1, and keeps only its number', async () => {
    const first = await soc.send({ day: '2024-11-18' })
    const second = await soc.send({ day: '2024-11-18', revision: 2 })
    const [two, one] = await receive(city, [second, first])
    expect(two?.outcome).toBe('taken')
    expect(one).toMatchObject({ outcome: 'outdated', problems: [{ code: 'city.outdated' }] })
    const cells = city.office.store.raw.prepare(
      'select count(*) from received_cell where file_id = ?',
    )
    expect(cells.pluck().get(one?.fileId)).toBe(0)
  })

  it('[A26] tells six faults apart', async () => {
    const stranger = await makeUnit('017', null)
    const revoked = await makeUnit('018', city.folder, { revoked: true })
    const late = await makeUnit('019', city.folder, { to: '2024-11-01' })
    const receipt = await soc.seal({ format: 'raquan-receipt-v1' })
    const files = [
      receipt,
      await soc.send({ day: '2024-11-19', unit: '020' }),
      await soc.send({ day: '2026-12-30' }),
      await stranger.send({ day: '2024-11-19' }),
      await revoked.send({ day: '2024-11-19' }),
      await late.send({ day: '2024-11-19' }),
    ]
    const before = counts(city).slice(0, 5)
    const verdicts = await receive(city, files)
    expect(verdicts.map((verdict) => [verdict.outcome, ...codes(verdict)])).toEqual([
      ['refused', 'exchange.wrong-format'],
      ['refused', 'exchange.wrong-unit'],
      ['refused', 'city.period-ahead'],
      ['refused', 'exchange.unknown-signer'],
      ['refused', 'exchange.revoked'],
      ['refused', expect.stringMatching(/^exchange\.(expired|outside-validity)$/)],
    ])
    expect(counts(city).slice(0, 5)).toEqual(before)
  })

  it('refuses units that were not there, real figures, and its own code', async () => {
    const future = await makeUnit('CS-SOC-SON', city.folder)
    const self = await makeUnit('01', city.folder)
    const verdicts = await receive(city, [
      await future.send({ day: '2024-11-19' }),
      await self.send({ day: '2024-11-19' }),
      await soc.send({ day: '2024-11-20', practice: false }),
    ])
    expect(verdicts.flatMap(codes)).toEqual([
      'city.unknown-unit',
      'city.own-unit',
      'city.real-file',
    ])
  })

  it('[A38] takes a file of a unit that was merged since, by the days it speaks for', async () => {
    const old = await makeUnit('278', city.folder)
    const [verdict] = await receive(city, [await old.send({ day: '2025-06-30' })])
    expect(verdict?.outcome).toBe('taken')
  })

  it('says when a unit signs with another key than before', async () => {
    const again = await makeUnit('016', city.folder, { sequence: 90 })
    const [verdict] = await receive(city, [await again.send({ day: '2024-11-21' })])
    expect(verdict?.notices.map(({ code }) => code)).toContain('city.new-key')
  })

  it('one bad file does not stop the others', async () => {
    const unit = await makeUnit('021', city.folder)
    const good = [await unit.send({ day: '2024-11-11' }), await unit.send({ day: '2024-11-12' })]
    const bad = Buffer.from(good[0] ?? [])
    bad[bad.length >> 1] = (bad[bad.length >> 1] ?? 0) ^ 1
    const verdicts = await receive(city, [...good, bad, Buffer.from('not a file')])
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'refused', 'refused'])
  })
})

describe('[A28] a crash while files are saved', () => {
  it('leaves nothing of them, and receiving again takes them all', async () => {
    const city = await makeCity()
    const unit = await makeUnit('016', city.folder)
    const files = [await unit.send({ day: '2024-11-11' }), await unit.send({ day: '2024-11-12' })]
    const before = counts(city)
    const { raw } = city.office.store
    raw.exec(`create temp trigger crash before insert on received_sum
      when (select count(*) from received_file) = 2 begin select raise(abort, 'power cut'); end`)
    await expect(receive(city, files)).rejects.toThrow('power cut')
    expect(counts(city)).toEqual(before)
    raw.exec('drop trigger crash')
    const verdicts = await receive(city, files)
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['taken', 'taken'])
  })

  it('the store itself lets no received figure be changed or removed', async () => {
    const city = await makeCity()
    const unit = await makeUnit('016', city.folder)
    await receive(city, [await unit.send({ day: '2024-11-11' })])
    const { raw } = city.office.store
    for (const change of [
      'delete from received_cell',
      'update received_cell set persons = persons + 1',
      'update received_sum set persons = 0',
      'update received_file set joiners = joiners + 1',
      "update received_file set state = 'outdated'",
      'delete from received_file',
      'delete from received_bytes',
      'delete from unit_key',
    ])
      expect(() => raw.exec(change), change).toThrow('append-only')
  })
})

describe('[A35] merging', () => {
  it('comes to the same for any order the files arrive in', async () => {
    const made = await makeCity()
    const units = [await makeUnit('016', made.folder), await makeUnit('017', made.folder)]
    const files: Uint8Array[] = []
    for (const unit of units) {
      for (const day of ['2024-11-11', '2024-11-12', '2024-11-16'])
        files.push(await unit.send({ day }))
      files.push(await unit.send({ day: '2024-11-12', revision: 2 }))
    }
    const orders = [files, [...files].reverse(), [3, 0, 7, 1, 4, 2, 6, 5].map((at) => files[at])]
    const stands = []
    for (const order of orders) {
      const city = await makeCity(units)
      await receive(city, order as Uint8Array[])
      await receive(city, order.slice(0, 3) as Uint8Array[])
      const stand = await city.stand({ from: '2024-11-01', to: '2024-11-30' })
      // Numbers of rows are the store's own; which files were chosen is told by what they hold.
      const hash = city.office.store.raw.prepare('select sha256 from received_file where id = ?')
      stands.push({ ...stand, chosen: stand.chosen.map(({ id }) => hash.pluck().get(id)) })
    }
    expect(stands[0]?.totals.joiners).toBeGreaterThan(0)
    expect(stands[1]).toEqual(stands[0])
    expect(stands[2]).toEqual(stands[0])
  })
})

describe('what a folder holds', () => {
  it('is every summary file below it, by name, and nothing else', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'b'))
    for (const name of ['z.asice', 'b/a.ASICE', '.tam.asice', 'note.txt', 'b/.x.asice.tam'])
      writeFileSync(join(folder, name), '')
    const found = await listFiles([folder, join(folder, 'z.asice'), join(folder, 'gone.asice')])
    expect(found).toEqual(['b/a.ASICE', 'z.asice', 'gone.asice'].map((name) => join(folder, name)))
  })
})
