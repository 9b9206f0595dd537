import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsOf, forbiddenImports, type Source } from './support/house.ts'

const root = join(import.meta.dirname, '..')
const longest = 300

/** Committed files and new ones that git would take, so that a fault shows before its commit. */
const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((path) => path !== '')

const sources = files
  .filter((path) => /^(src|scripts)\/.*\.(ts|tsx|js|cjs|mjs)$/.test(path))
  .map(read)
  .filter((source) => source !== undefined)
const house = sources.map(factsOf).filter(({ path }) => path.startsWith('src/'))

describe('the house', () => {
  it('imports only what the table allows', () => {
    expect(house.flatMap(forbiddenImports)).toEqual([])
  })

  it('keeps electron in the shell', () => {
    expect(
      house
        .filter(usesElectron)
        .map(({ path }) => path)
        .filter(outsideShell),
    ).toEqual([])
  })

  it.each([
    ['ipcMain', 'src/main/shell/ipc.ts'],
    ['ipcRenderer', 'src/main/shell/preload.ts'],
  ])('has one door: %s only in %s', (name, door) => {
    const users = house.filter(({ names }) => names.has(name)).map(({ path }) => path)
    expect(users.filter((path) => path !== door)).toEqual([])
  })

  it('keeps clock and chance out of core', () => {
    const core = house.filter(({ path }) => path.startsWith('src/core/'))
    expect(core.flatMap(({ path, impure }) => impure.map((what) => `${path}: ${what}`))).toEqual([])
  })

  it(`has no source of more than ${longest} lines`, () => {
    const long = sources.map(factsOf).filter(({ lines }) => lines > longest)
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  it('names no path of one machine and no registry host', () => {
    expect(files.map(read).flatMap((source) => (source ? foreignNames(source) : []))).toEqual([])
  })
})

describe('the lock file', () => {
  it('holds every optional package, or `npm ci` would refuse it and other systems would lack theirs', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    expect(missingOptional(packages)).toEqual([])
  })

  it('would be caught without one', () => {
    const tool = { optionalDependencies: { 'tool-win32': '1.0.0' } }
    expect(missingOptional({ 'node_modules/tool': tool })).toEqual(['tool-win32'])
  })
})

describe('these guards', () => {
  const faults = (path: string, text: string) => forbiddenImports(factsOf({ path, text }))

  it.each([
    ['src/core/a.ts', `import { readFileSync } from 'node:fs'`],
    ['src/core/a.ts', `export * from '../main/db/open.ts'`],
    ['src/core/a.ts', `export { x } from 'kysely'`],
    ['src/core/deep/a.ts', `import type { A } from '../../main/app/desk.ts'`],
    ['src/core/a.ts', `type A = import('electron').App`],
    ['src/core/a.ts', 'const a = await import(`node:fs`)'],
    ['src/core/a.ts', `const a = require('fs')`],
    ['src/main/db/a.ts', `import { app } from '../app/desk.ts'`],
    ['src/main/db/a.ts', `import 'electron'`],
    ['src/main/forms/a.ts', `import { open } from '../db/open.ts'`],
    ['src/main/exchange/a.ts', `import { sql } from 'kysely'`],
    ['src/main/app/a.ts', `import { sql } from 'kysely'`],
    ['src/main/app/a.ts', `import { printPdf } from '../shell/print.ts'`],
    ['src/main/jobs/a.ts', `import { desk } from '../app/desk.ts'`],
    ['src/main/shell/a.ts', `import { open } from '../db/open.ts'`],
    ['src/main/shell/preload.ts', `import { contract } from '#core/contract.ts'`],
    ['src/main/shell/preload.ts', `import { join } from 'node:path'`],
    ['src/renderer/a.tsx', `import type { Bridge } from '../main/shell/preload.ts'`],
    ['src/renderer/screens/a.tsx', `import { ipcRenderer } from 'electron'`],
    ['src/renderer/a.tsx', `import { a } from '../../resources/a.json'`],
  ])('refuse in %s: %s', (path, text) => {
    expect(faults(path, text)).toHaveLength(1)
  })

  it.each([
    ['src/core/a.ts', `import { z } from 'zod'; import { b } from './deep/b.ts'`],
    ['src/core/a.ts', `// import 'electron'\nexport const text = "import 'electron'"`],
    [
      'src/main/db/migrations/a.ts',
      `import { Migrator } from 'kysely/migration'; import '../open.ts'`,
    ],
    ['src/main/shell/preload.ts', `import type { A } from '#core/contract.ts'; import 'electron'`],
    ['src/renderer/screens/a.tsx', `import { b } from '#core/date.ts'; import '../styles.css'`],
    ['src/main/index.ts', `import 'electron'; import './db/open.ts'`],
  ])('allow in %s: %s', (path, text) => {
    expect(faults(path, text)).toEqual([])
  })

  it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()'])('see %s', (text) => {
    expect(factsOf({ path: 'src/core/a.ts', text }).impure).toHaveLength(1)
  })

  it('let pass a date made from a value, and the word in a comment', () => {
    const text = '// Date.now()\nexport const day = new Date(0)'
    expect(factsOf({ path: 'src/core/a.ts', text }).impure).toEqual([])
  })

  it('see who uses electron and the doors', () => {
    const { names, ...facts } = factsOf({
      path: 'src/main/app/a.ts',
      text: `import { ipcMain as door } from 'electron'; door.handle('x', () => 1)`,
    })
    expect(names).toContain('ipcMain')
    expect(usesElectron({ ...facts, names })).toBe(true)
    expect(outsideShell('src/main/app/a.ts')).toBe(true)
  })

  it.each([
    ['', 'work', 'main'].join('/'),
    ['https:', '', ['registry', 'npmjs', 'org'].join('.')].join('/'),
    ['', 'home', 'lan', 'raquan'].join('/'),
  ])('see a name of one machine: %s', (name) => {
    expect(foreignNames({ path: 'docs/a.md', text: `see ${name} there` })).toHaveLength(1)
  })
})

type Locked = Record<string, { optionalDependencies?: Record<string, string> }>

function missingOptional(packages: Locked): string[] {
  const names = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  )
  const held = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  return names.filter((name) => !held.has(name))
}

function usesElectron({ imports }: ReturnType<typeof factsOf>): boolean {
  return imports.some(({ from }) => from === 'electron' || from.startsWith('electron/'))
}

function outsideShell(path: string): boolean {
  return path !== 'src/main/index.ts' && !path.startsWith('src/main/shell/')
}

function foreignNames({ path, text }: Source): string[] {
  const names = [/(?<![\w.])\/(?:work|root|home\/\w+)\//, /registry\.(?:npm|yarnpkg)/]
  return names.flatMap((name) => name.exec(text)?.map((found) => `${path}: ${found}`) ?? [])
}

/** Undefined for pictures and other files that are not text, and for files just deleted. */
function read(path: string): Source | undefined {
  try {
    const text = readFileSync(join(root, path), 'utf8')
    return text.includes('\0') ? undefined : { path, text }
  } catch {
    return undefined
  }
}
