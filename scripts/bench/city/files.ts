import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportingOn } from '#core/city/roll-up.ts'
import { addDays } from '#core/date.ts'
import { randomFrom } from '#core/practice/random.ts'
import { makeUnitFacts } from '#core/practice/unit-facts.ts'
import { must } from '#core/result.ts'
import type { Summary, SummaryRow } from '#core/summary.ts'
import { summarise } from '#core/summary-count.ts'
import { cellKey, controlTotalsOf } from '#core/summary-totals.ts'
import { ParticipationKind, Scheme, Sex } from '#core/terms.ts'
import { communesOf, displayName, type Office as OfficeEntry } from '#core/units.ts'
import type { Office } from '../../../src/main/app/office.ts'
import { coverOf } from '../../../src/main/app/summary-cover.ts'
import { signSummary, signText, writeOut } from '../../../src/main/exchange/sign.ts'
import { drawSummaryCover } from '../../../src/main/forms/summary-cover.ts'
import { trustedKey } from './office.ts'

const firstDay = '2024-01-01'

/** Writes the day files of every unit of 2024 into folders by unit; answers how many. */
export async function writeYear(city: Office, folder: string, days: number): Promise<number> {
  const entries = reportingOn(city.ground.policy.places, firstDay)
  for (const entry of entries) await writeUnit(city, folder, entry, days)
  return entries.length * days
}

async function writeUnit(
  city: Office,
  folder: string,
  entry: OfficeEntry,
  days: number,
): Promise<void> {
  const key = await trustedKey(city, entry.code, entry.name)
  const own = join(folder, entry.code)
  mkdirSync(own, { recursive: true })
  let previous: string | null = null
  let pdf: Uint8Array | null = null
  for (let index = 0; index < days; index += 1) {
    const summary = daySummary(city, entry, { index, previous })
    // One cover for all days: its bytes count, not its words.
    const text = must(writeOut(summary, key))
    pdf ??= await drawSummaryCover(coverOf(summary, text.json), city.ground)
    const bytes = must(await signText(text, { pdf }, key))
    previous = createHash('sha256').update(bytes).digest('hex')
    writeFileSync(join(own, `${String(index + 1).padStart(4, '0')}.asice`), bytes)
  }
}

type Place = { index: number; previous: string | null }

function headerOf(entry: OfficeEntry, { index, previous }: Place) {
  const day = addDays(firstDay, index)
  return {
    unit: { code: entry.code, name: entry.name, from: entry.from ?? '' },
    period: { kind: 'day' as const, from: day, to: day },
    ...{ sequence: index + 1, revision: 1, previous, replaces: null, reopened: null },
    createdAt: `${day}T10:00:00Z`,
    ...{ createdBy: 'Cán bộ', approvedBy: 'Thủ trưởng', appVersion: '0.1.0', practice: true },
    auditHead: { hash: '0'.repeat(64), events: 0 },
    ...{ clockBack: false, pooledBelow: 0 },
  }
}

function communesAt(city: Office, entry: OfficeEntry, day: string) {
  return communesOf(city.ground.policy.places, entry, day).map((unit) => ({
    code: unit.code,
    validFrom: unit.validFrom,
    name: displayName(unit),
  }))
}

function daySummary(city: Office, entry: OfficeEntry, place: Place): Summary {
  const header = headerOf(entry, place)
  const [first, ...others] = communesAt(city, entry, header.period.from)
  if (!first) throw new Error(`${entry.name} has no communes`)
  const communes = [first, ...others] as [typeof first, ...typeof others]
  const random = randomFrom(place.index)
  return summarise(makeUnitFacts(random, { header, communes, joiners: 40, conferences: 1 }))
}

/** Writes one file with as many rows as asked for; answers its path. */
export async function writeHuge(city: Office, folder: string, rows: number): Promise<string> {
  const [entry] = reportingOn(city.ground.policy.places, firstDay)
  if (!entry) throw new Error('no unit reports')
  const key = await trustedKey(city, entry.code, entry.name)
  const small = daySummary(city, entry, { index: 0, previous: null })
  const { json } = must(writeOut(small, key))
  const pdf = await drawSummaryCover(coverOf(small, json), city.ground)
  const bytes = must(await signSummary(widen(small, rows), { pdf }, key))
  const path = join(folder, 'lon.asice')
  writeFileSync(path, bytes)
  return path
}

// The shortest words, so that a million rows fit into the largest file that is read.
const short = { collectors: ['post'], occupations: ['trader', 'other'] } as const

const ages = ['under-15', '15-29', '30-39', '40-49', '50-59', '60-plus'] as const
const supports = ['none', 'poor', 'near-poor', 'ethnic', 'agri', 'other'] as const

/** The summary with every combination of traits over made-up communes, up to a number of rows. */
function widen(summary: Summary, most: number): Summary {
  const rows: SummaryRow[] = []
  for (let commune = 0; rows.length < most; commune += 1) {
    const code = String(commune).padStart(5, '0')
    rows.push(...cellsOf({ code, validFrom: '', name: 'Xã' }).slice(0, most - rows.length))
  }
  const keyed = rows.map((row) => ({ row, key: cellKey(row) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
  const sorted = keyed.map(({ row }) => row)
  const { conferences, adjustments } = summary
  return {
    ...summary,
    rows: sorted,
    people: { joiners: most, firstTime: Math.ceil(most / 3), households: 1 },
    controlTotals: controlTotalsOf({ rows: sorted, conferences, adjustments }),
  }
}

function cellsOf(commune: SummaryRow['commune']): SummaryRow[] {
  const figures = { persons: 1, months: 3, gross: 9, state: 1, local: 2, payer: 6 }
  const all: SummaryRow[] = []
  for (const scheme of Scheme.options)
    for (const kind of ParticipationKind.options)
      for (const collector of short.collectors)
        for (const occupation of short.occupations)
          for (const sex of Sex.options)
            for (const ageBand of ages)
              for (const support of supports)
                all.push({
                  ...{ scheme, kind, commune, collector, occupation, sex, ageBand, support },
                  ...figures,
                })
  return all
}
