import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { addDays } from '#core/date.ts'
import { makeConference } from '#core/practice/conference.ts'
import { makeHousehold } from '#core/practice/household.ts'
import { type Random, randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { communesOn } from '../../src/main/app/area.ts'
import { createOffice } from '../../src/main/app/create-office.ts'
import { practicePlan } from '../../src/main/app/first-run.ts'
import { noVault, openKeyWithCode } from '../../src/main/app/key-file.ts'
import type { Ground } from '../../src/main/app/office.ts'
import { storePath } from '../../src/main/app/open-office.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'
import { makeRecoveryCode } from '../../src/main/app/recovery-code.ts'
import { closeStore, openStore } from '../../src/main/db/open.ts'
import { recountAll } from '../../src/main/db/overview-settle.ts'
import { makeSearch } from '../../src/main/db/search-index.ts'
import { say, step } from '../lib/console.ts'
import { cacheDir, projectDir } from '../lib/paths.ts'
import { contentName, createOnce } from '../runtime/cache.ts'
import { householdWriter, type Place } from './bulk.ts'

const seed = 2024
const firstDay = '2024-11-01'
const conferences = 5000

/** The day it is in the bench: the last of two years of enrolments. */
export const benchDay = '2026-10-31'

/** The ground of a bench office: the real policy, a clock that stands still. */
export function benchGround(): Ground {
  const resources = join(projectDir, 'resources')
  return {
    policy: loadPolicy(resources),
    resources,
    version: 'bench',
    now: () => new Date(`${benchDay}T03:00:00Z`),
    nativeBinding: undefined,
  }
}

/** The data key of a bench store; its recovery code lies beside it, for nobody in it exists. */
export function benchKey(folder: string): Buffer {
  const code = readFileSync(join(folder, codeFile), 'utf8')
  return must(openKeyWithCode(folder, code, noVault))
}

const codeFile = 'recovery-code.txt'

/** The folder of the cached store with so many people; made first when there is none. */
export async function cachedStore(people: number): Promise<string> {
  const folder = join(cacheDir, 'bench', `${people}-${contentName(...makings())}`)
  await mkdir(join(cacheDir, 'bench'), { recursive: true })
  await createOnce(folder, (unfinished) => makeStore(unfinished, people))
  return folder
}

/** Everything the content of a store follows from. */
function makings(): string[] {
  const files = (folder: string) =>
    readdirSync(join(projectDir, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, entry.name))
      .sort()
  const sources = [
    ...['scripts/bench/store.ts', 'scripts/bench/bulk.ts', 'src/core/search-terms.ts'],
    ...['src/core/text.ts', 'src/main/db/search-index.ts', 'src/main/db/name-order.ts'],
    'src/main/db/overview-settle.ts',
    ...files('src/main/db/migrations'),
    ...files('src/core/practice'),
  ]
  return sources.map((path) => readFileSync(join(projectDir, path), 'utf8'))
}

async function makeStore(folder: string, people: number): Promise<string> {
  const ground = benchGround()
  const office = join(folder, 'office')
  const plan = practicePlan(ground, '01')
  const recoveryCode = makeRecoveryCode()
  must(await createOffice(ground, office, plan, recoveryCode, noVault))
  writeFileSync(join(office, codeFile), recoveryCode)
  const store = must(openStore(storePath(office), benchKey(office)))
  try {
    await fill(store.raw, ground, people)
  } finally {
    await closeStore(store)
  }
  return office
}

async function fill(raw: Database.Database, ground: Ground, people: number): Promise<void> {
  // A power cut costs only this file, which is made again; everything fits into memory.
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -2000000'])
    raw.pragma(pragma)
  raw.pragma('foreign_keys = OFF')
  const later = takeDown(raw)
  const million = (n: number) => `${(n / 1e6).toFixed(2).replace('.', ',')} triệu`
  await step('Ghi hộ, người, hồ sơ, hội nghị', async (note) => {
    const made = raw.transaction(() => writeRows(raw, ground, people))()
    note(`${million(made.people)} người, ${million(made.enrolments)} hồ sơ`)
  })
  await step('Dựng chỉ mục và trigger', async () => {
    for (const sql of later) raw.exec(sql)
  })
  await step('Tính hạn thẻ', async () => {
    raw.exec(`insert into coverage
      select person_id, scheme, id, max(valid_to), commune_code, commune_from
      from enrolment where state <> 'cancelled' group by person_id, scheme`)
  })
  await step('Đếm cho màn hình tổng quan', async () => recountAll(raw))
  await step('Dựng chỉ mục tìm kiếm', async () => {
    const tell = everySoOften()
    raw.transaction(() => makeSearch(raw, (done) => tell(done, people)))()
  })
  raw.pragma('journal_mode = WAL')
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

/** Drops every trigger and index we can and answers the SQL that brings them back, indexes first. */
function takeDown(raw: Database.Database): string[] {
  const things = raw
    .prepare(
      `select type, name, sql from sqlite_master where type in ('index', 'trigger')
       and sql is not null order by type`,
    )
    .all() as { type: string; name: string; sql: string }[]
  for (const { type, name } of things) raw.exec(`drop ${type} ${name}`)
  return things.map(({ sql }) => sql)
}

function writeRows(
  raw: Database.Database,
  ground: Ground,
  people: number,
): { people: number; enrolments: number } {
  const random = randomFrom(seed)
  const held = writeConferences(raw, ground, random)
  const write = householdWriter(raw, ground.policy, random, 'two-years')
  const tell = everySoOften()
  const taken = new Set<string>()
  const made = { people: 0, enrolments: 0 }
  const placesOn = communesByDay(ground)
  while (made.people < people) {
    const atConference = random.chance(25)
    const conference = held[random.between(0, held.length - 1)]
    const day = atConference && conference ? conference.day : dayOf(random)
    const place = atConference && conference ? conference.place : pickPlace(random, placesOn(day))
    const draft = makeHousehold(random, {
      signedOn: day,
      commune: { code: place.code, validFrom: place.validFrom },
      conferenceId: atConference ? (conference?.id ?? null) : null,
      taken,
    })
    const added = write(draft, place)
    made.people += added.people
    made.enrolments += added.enrolments
    tell(made.people, people)
  }
  return made
}

const dayOf = (random: Random): string => addDays(firstDay, random.between(0, 364))

function communesByDay(ground: Ground): (day: string) => readonly Place[] {
  const known = new Map<string, readonly Place[]>()
  return (day) => {
    const places = known.get(day) ?? communesOn(ground.policy.places, '01', day)
    known.set(day, places)
    return places
  }
}

function pickPlace(random: Random, places: readonly Place[]): Place {
  const place = places[random.between(0, places.length - 1)]
  if (!place) throw new Error('the office has no communes')
  return place
}

type Held = { id: number; day: string; place: Place }

function writeConferences(raw: Database.Database, ground: Ground, random: Random): Held[] {
  const insert = raw.prepare(
    `insert into conference (kind, held_on, starts_at, commune_code, commune_from, commune_name,
       place, organisers, speakers, attendees, notes, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const placesOn = communesByDay(ground)
  return Array.from({ length: conferences }, () => {
    const day = dayOf(random)
    const place = pickPlace(random, placesOn(day))
    const kind = random.pick(['conference', 'small-group'] as const)
    const commune = { code: place.code, validFrom: place.validFrom }
    const draft = makeConference(random, day, commune, kind)
    const { lastInsertRowid } = insert.run(
      ...[kind, day, draft.startsAt, place.code, place.validFrom, place.name, draft.place],
      ...[
        JSON.stringify(draft.organisers),
        JSON.stringify(draft.speakers),
        500,
        '',
        `${day}T02:00:00.000Z`,
      ],
    )
    return { id: Number(lastInsertRowid), day, place }
  })
}

/** Says how far a long work is, every few seconds. */
function everySoOften(): (done: number, total: number) => void {
  let last = performance.now()
  return (done, total) => {
    if (performance.now() - last < 5000) return
    last = performance.now()
    say(`  ${Math.floor((100 * done) / total)} %`)
  }
}
