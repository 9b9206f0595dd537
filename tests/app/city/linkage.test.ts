import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { compareLists, makeLinkageList } from '../../../src/main/app/linkage.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { makeLinkageKey, readLinkageKey } from '../../../src/main/exchange/linkage.ts'
import { clerk, draft, makeOffice, member, newNumber, tempFolder } from '../../support/office.ts'

const day = { from: '2024-11-16', to: '2024-11-16', sequence: 3 }

it('two units that counted one person are told so, by count and file, never by name', async () => {
  const key = must(readLinkageKey(makeLinkageKey()))
  const folder = tempFolder()
  const shared = newNumber()
  const files: string[] = []
  for (const code of ['016', '017']) {
    const { office } = await makeOffice({ plan: { code } })
    const commune =
      code === '016' ? { code: '00376', validFrom: '' } : { code: '00454', validFrom: '' }
    for (const personalNumber of [shared, newNumber()]) {
      const wish = draft({
        household: { commune },
        members: [member({ person: { personalNumber } })],
      })
      must(await saveHousehold(office, clerk, wish))
    }
    const text = must(await makeLinkageList(office, key, day))
    expect(text).not.toContain(shared)
    expect(text).not.toContain('Nguyễn')
    files.push(join(folder, `${code}.json`))
    writeFileSync(files.at(-1) ?? '', text)
  }
  expect(must(compareLists(files, key))).toEqual({
    lists: 2,
    collisions: [
      {
        people: 1,
        files: [
          { unit: '016', sequence: 3 },
          { unit: '017', sequence: 3 },
        ],
      },
    ],
  })
  const other = must(readLinkageKey(makeLinkageKey()))
  expect(compareLists(files, other)).toMatchObject({ problem: { code: 'city.linkage-other-key' } })
  writeFileSync(files[0] ?? '', readFileSync(files[0] ?? '', 'utf8').replace('"unit"', '"units"'))
  expect(compareLists(files, key)).toMatchObject({ problem: { code: 'city.linkage-list' } })
})

it('a key that is not one is refused', () => {
  for (const text of ['', 'abc', 'g'.repeat(64), 'a'.repeat(63)])
    expect(readLinkageKey(text)).toMatchObject({ problem: { code: 'city.linkage-key' } })
  expect(readLinkageKey(` ${'AB '.repeat(32)}\n`).ok).toBe(true)
})
