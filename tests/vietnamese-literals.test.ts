import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Why a file of the main process may hold Vietnamese words; everything else is in `core/messages`. */
const reasons: Record<string, string> = {
  'src/main/app/annex.ts': 'columns of a file handed out',
  'src/main/app/auto-backup.ts': 'the name of the app as an actor',
  'src/main/app/city-export.ts': 'heading of a file handed out',
  'src/main/app/city-practice.ts': 'made-up people',
  'src/main/app/first-run.ts': 'title of a printed paper, made-up people',
  'src/main/app/overview-reports.ts': 'titles of printed papers',
  'src/main/app/paper-batch.ts': 'titles of printed papers',
  'src/main/app/papers.ts': 'titles of printed papers',
  'src/main/app/practice-plan.ts': 'made-up targets',
  'src/main/app/practice.ts': 'made-up actor',
  'src/main/app/printers.ts': 'title of a printed paper',
  'src/main/app/privacy/breaches.ts': 'title of a printed paper',
  'src/main/app/privacy/person-export.ts': 'columns of a file handed out',
  'src/main/app/privacy/withdraw.ts': 'the name of the app as an actor',
  'src/main/app/recovery-change.ts': 'title of a printed paper',
  'src/main/app/registry-export.ts': 'heading of a file handed out',
  'src/main/app/summary-sheets.ts': 'columns of a file handed out',
  'src/main/db/migrations/0001-office-day.ts': 'a remark in SQL',
  'src/main/db/migrations/0013-erasable-words.ts': 'the mark of what was erased, in SQL',
  'src/main/exchange/certificate.ts': 'marks inside certificates',
  'src/main/jobs/merged-columns.ts': 'columns of a file handed out',
  'src/main/jobs/merged.ts': 'columns of a file handed out',
  'src/main/sheets/report-sheets.ts': 'columns of a file handed out',
  'src/main/shell/window.ts': 'the name of the app',
}

/** Printed forms are Vietnamese by law, and the command line speaks Vietnamese. */
const outside = /^src\/main\/(cli|forms)\/|^src\/main\/cli\.ts$/

const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'src/main'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((path) => path.endsWith('.ts') && !outside.test(path))

const hasVietnamese = (text: string): boolean => /[À-ÖØ-öø-ɏẠ-ỹ]/.test(text.normalize('NFC'))

/** The string literals of a source that hold Vietnamese letters. */
function vietnameseIn(path: string, text: string): string[] {
  const found: string[] = []
  const keep = (words: string) => {
    if (hasVietnamese(words)) found.push(words)
  }
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') keep(node.value)
    },
    TemplateElement: (node) => keep(node.value.raw),
  }).visit(parseSync(path, text).program)
  return found
}

it('finds Vietnamese in strings and templates, and not in comments', () => {
  const source = "const a = 'Chọn tệp' // chọn\nconst b = `Lưu xong`\nconst c = 'plain'"
  expect(vietnameseIn('a.ts', source)).toEqual(['Chọn tệp', 'Lưu xong'])
})

it('keeps the words of the window in the catalogue of both languages', () => {
  const holding: string[] = []
  const loose: string[] = []
  for (const path of files) {
    const found = vietnameseIn(path, readFileSync(join(root, path), 'utf8'))
    if (found.length > 0) holding.push(path)
    if (!(path in reasons)) loose.push(...found.map((words) => `${path}: ${words}`))
  }
  expect(loose).toEqual([])
  // A reason nobody needs any more goes.
  expect(holding.sort()).toEqual(Object.keys(reasons).sort())
})
