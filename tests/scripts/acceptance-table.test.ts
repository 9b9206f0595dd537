import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectDir } from '../../scripts/lib/paths.ts'

const numbers = Array.from({ length: 79 }, (_, index) => `A${index + 1}`)
const doc = readFileSync(join(projectDir, 'docs', 'security.md'), 'utf8')

/** The rows of the table by number: the test files they name, or none where the reason is given. */
const table = new Map(
  [...doc.matchAll(/^\| (A\d+) \| (.+?) \|$/gm)].map(([, number = '', cell = '']) => [
    number,
    [...cell.matchAll(/`(tests\/[^`]+)`/g)].map(([, file = '']) => file),
  ]),
)

const tests = readdirSync(join(projectDir, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts'))

const filesWith = (number: string) =>
  tests
    .filter((name) => readFileSync(join(projectDir, name), 'utf8').includes(`[${number}]`))
    .sort()

describe('the table of acceptance numbers', () => {
  it('has every number once', () => {
    expect([...table.keys()]).toEqual(numbers)
  })

  it.each(numbers)('names the tests that carry %s, all of them and no other', (number) => {
    expect(table.get(number)).toEqual(filesWith(number))
  })
})
