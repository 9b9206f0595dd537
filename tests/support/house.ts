import { posix } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'

/** A source file: its path from the root of the checkout (with `/`) and its text. */
export type Source = { path: string; text: string }

/** What the rules of the house need to know of one source. */
export type Facts = {
  path: string
  imports: { from: string; typeOnly: boolean }[]
  /** Identifiers that are used, comments and texts aside. */
  names: Set<string>
  /** Reads of the clock or of chance: `Date.now`, `new Date()`, `Math.random`. */
  impure: string[]
  lines: number
}

/** A part of the house: who may be imported there besides the part itself. */
export type Room = {
  inside: RegExp
  rooms: readonly string[]
  packages: readonly string[]
  node: boolean
}

const view = [
  '@fontsource/*',
  '@mantine/*',
  '@tabler/icons-react',
  '@tanstack/react-query',
  'jsqr',
  '@tanstack/react-virtual',
  'recharts',
  'pdfjs-dist',
  'react',
  'react-dom',
]

/** Who may import whom, as docs/architecture.md says. A path belongs to the first room it is inside. */
export const rooms: Record<string, Room> = {
  core: { inside: /^src\/core\//, rooms: [], packages: ['zod'], node: false },
  db: {
    inside: /^src\/main\/db\//,
    rooms: ['core'],
    packages: ['kysely', 'better-sqlite3'],
    node: true,
  },
  forms: {
    inside: /^src\/main\/forms\//,
    rooms: ['core'],
    packages: ['fontkit', 'pdfkit', 'qrcode'],
    node: true,
  },
  sheets: {
    inside: /^src\/main\/sheets\//,
    rooms: ['core'],
    packages: ['csv-parse', 'fflate', 'hyparquet-writer', 'saxes', 'yauzl', 'zod'],
    node: true,
  },
  exchange: {
    inside: /^src\/main\/exchange\//,
    rooms: ['core'],
    packages: ['@peculiar/x509', 'asn1js', 'fflate', 'koffi', 'pkijs', 'reflect-metadata', 'zod'],
    node: true,
  },
  papers: {
    inside: /^src\/main\/papers\//,
    rooms: ['core', 'db', 'forms'],
    packages: [],
    node: true,
  },
  figures: {
    inside: /^src\/main\/figures\//,
    rooms: ['core', 'db'],
    packages: [],
    node: true,
  },
  jobs: {
    inside: /^src\/main\/jobs\//,
    rooms: ['core', 'db', 'figures', 'forms', 'papers', 'sheets', 'exchange'],
    packages: [],
    node: true,
  },
  app: {
    inside: /^src\/main\/app\//,
    rooms: ['core', 'db', 'figures', 'forms', 'papers', 'sheets', 'exchange'],
    packages: ['zod'],
    node: true,
  },
  shell: {
    inside: /^src\/main\/shell\//,
    rooms: ['core', 'app'],
    packages: ['electron'],
    node: true,
  },
  renderer: { inside: /^src\/renderer\//, rooms: ['core'], packages: view, node: false },
}

const preload = 'src/main/shell/preload.ts'

/** Parses one TypeScript source; throws when it does not parse. */
export function factsOf({ path, text }: Source): Facts {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const facts: Facts = {
    path,
    imports: [],
    names: new Set(),
    impure: [],
    lines: text.trimEnd().split('\n').length,
  }
  new Visitor(watch(facts)).visit(program)
  return facts
}

function watch({ imports, names, impure }: Facts): ConstructorParameters<typeof Visitor>[0] {
  const add = (source: ESTree.Node | null | undefined, typeOnly = false) => {
    if (!source) return
    // A computed import names nothing we could check, so it is itself a violation.
    const known = source.type === 'Literal' && typeof source.value === 'string'
    imports.push({ from: known ? String(source.value) : '(computed)', typeOnly })
  }
  return {
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source, true),
    CallExpression: (node) => {
      if (isName(node.callee, 'require')) add(node.arguments[0])
      if (isName(node.callee, 'Date')) impure.push('Date()')
    },
    NewExpression: (node) => {
      if (isName(node.callee, 'Date') && node.arguments.length === 0) impure.push('new Date()')
    },
    MemberExpression: (node) => {
      if (isName(node.object, 'Date') && isName(node.property, 'now')) impure.push('Date.now')
      if (isName(node.object, 'Math') && isName(node.property, 'random')) impure.push('Math.random')
    },
    Identifier: (node) => {
      names.add(node.name)
    },
  }
}

function isName(node: ESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

/** Every import of one source that the table does not allow, as "path imports what". */
export function forbiddenImports({ path, imports }: Facts): string[] {
  const home = roomOf(path)
  if (!home) return []
  return imports
    .filter(
      ({ from, typeOnly }) =>
        !(path === preload ? mayPreload(from, typeOnly) : may(home, path, from)),
    )
    .map(({ from }) => `${path} imports ${from}`)
}

function may(home: string, path: string, from: string): boolean {
  const room = rooms[home]
  if (!room) return false
  const target = fileOf(path, from)
  if (target) {
    const other = roomOf(target)
    return other === home || (other !== undefined && room.rooms.includes(other))
  }
  if (from.startsWith('node:')) return room.node
  return room.packages.some((name) => matches(name, from))
}

/** The preload runs inside the sandbox: it brings nothing with it but types. */
function mayPreload(from: string, typeOnly: boolean): boolean {
  return from === 'electron' || (typeOnly && fileOf(preload, from) !== undefined)
}

function roomOf(path: string): string | undefined {
  return Object.keys(rooms).find((name) => rooms[name]?.inside.test(path))
}

function fileOf(path: string, from: string): string | undefined {
  if (from.startsWith('#core/')) return from.replace('#', 'src/')
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined
}

function matches(name: string, from: string): boolean {
  if (name.endsWith('/*')) return from.startsWith(name.slice(0, -1))
  return from === name || from.startsWith(`${name}/`)
}
