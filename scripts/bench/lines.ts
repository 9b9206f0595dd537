import type { BenchLine } from './context.ts'
import { audit } from './lines/audit.ts'
import { backup } from './lines/backup.ts'
import { city } from './lines/city.ts'
import { duplicates } from './lines/duplicates.ts'
import { overview } from './lines/overview.ts'
import { print } from './lines/print.ts'
import { save } from './lines/save.ts'
import { search } from './lines/search.ts'
import { summary } from './lines/summary.ts'
import { verify } from './lines/verify.ts'

/** Every line of the bench, in the order they are measured. */
export const lines: readonly BenchLine[] = [
  search,
  duplicates,
  save,
  overview,
  print,
  summary,
  verify,
  city,
  backup,
  audit,
]
