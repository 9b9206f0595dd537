import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { writeHuge } from '../../../scripts/bench/city/files.ts'
import { saveFiles } from '../../../src/main/app/receive.ts'
import { checkFile } from '../../../src/main/exchange/inbox.ts'
import { readTrust } from '../../../src/main/exchange/trust.ts'
import { clerk, tempFolder } from '../../support/office.ts'
import { makeCity } from './units.ts'

// `npm run bench -- --only city` does the same with a million rows and states time and memory.
it('[A31] a file of very many rows is verified, saved and merged to the last person', async () => {
  const rows = 20_000
  const city = await makeCity()
  const path = await writeHuge(city.office, tempFolder(), rows)
  const trust = must(await readTrust(`${city.folder}/trust`))
  const [verdict] = await saveFiles(city.office, clerk, [await checkFile(path, trust)])
  expect(verdict).toMatchObject({ outcome: 'taken', problems: [] })
  const { raw } = city.office.store
  expect(raw.prepare('select sum(persons) from received_cell').pluck().get()).toBe(rows)
  const stand = await city.stand({ from: '2024-01-01', to: '2024-01-01' })
  expect(stand.totals.joiners).toBe(rows)
})
