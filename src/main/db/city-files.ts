import type Database from 'better-sqlite3'
import type { KnownFile } from '#core/city/arrival.ts'
import type { FileClaims, ReceivedFile, ReceivedState, SchemeSum } from '#core/city/received.ts'
import type { Summary } from '#core/summary.ts'
import type { PeriodKind } from '#core/terms.ts'
import { prepared } from './prepared.ts'

type Raw = Database.Database

type FileRow = {
  id: number
  unit_code: string
  unit_name: string
  period_kind: PeriodKind
  from_date: string
  to_date: string
  sequence: number
  revision: number
  sha256: string
  previous_sha256: string | null
  state: ReceivedState
}

const known =
  'id, unit_code, unit_name, period_kind, from_date, to_date, sequence, revision, sha256'

/** The files of the store that an arriving file may collide with or follow. */
export function relatedFiles(raw: Raw, sha256: string, claims: FileClaims): KnownFile[] {
  const { unit, period, sequence } = claims
  const rows = prepared(
    raw,
    `select ${known}, previous_sha256, state from received_file where sha256 = :sha256
     union select ${known}, previous_sha256, state from received_file
       where unit_code = :unit and sequence in (:sequence - 1, :sequence)
     union select ${known}, previous_sha256, state from received_file
       where unit_code = :unit and period_kind = :kind and from_date = :from and to_date = :to`,
  ).all({ sha256, unit: unit.code, sequence, ...period }) as FileRow[]
  return rows.map(identify)
}

function identify(row: FileRow) {
  return {
    id: row.id,
    unit: { code: row.unit_code, name: row.unit_name },
    period: { kind: row.period_kind, from: row.from_date, to: row.to_date },
    sequence: row.sequence,
    revision: row.revision,
    sha256: row.sha256,
    previous: row.previous_sha256,
    state: row.state,
  }
}

/** A verified file on its way into the store; `findings` is JSON, `at` an ISO instant. */
export type NewFile = {
  summary: Summary
  bytes: Uint8Array
  sha256: string
  state: 'received' | 'outdated'
  signer: { name: string; fingerprint: string; signedAt: string }
  findings: string
  at: string
  by: string
}

/** Adds a file with its bytes; its figures too, unless it is outdated. Answers its id. */
export function addFile(raw: Raw, file: NewFile): number {
  const { summary, sha256, signer } = file
  const [conference, group] = summary.conferenceTotals
  const { lastInsertRowid } = prepared(
    raw,
    `insert into received_file (unit_code, unit_name, period_kind, from_date, to_date, sequence,
       revision, previous_sha256, sha256, state, signer, fingerprint, signed_at, joiners, first_time,
       households, conferences, conference_guests, small_groups, small_group_guests, findings,
       received_at, received_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[summary.unit.code, summary.unit.name],
    ...[summary.period.kind, summary.period.from, summary.period.to],
    ...[summary.sequence, summary.revision, summary.previous, sha256, file.state],
    ...[signer.name, signer.fingerprint, signer.signedAt],
    ...[summary.people.joiners, summary.people.firstTime, summary.people.households],
    ...[conference?.held, conference?.attendees, group?.held, group?.attendees],
    ...[file.findings, file.at, file.by],
  )
  const id = Number(lastInsertRowid)
  prepared(raw, 'insert into received_bytes (file_id, bytes) values (?, ?)').run(id, file.bytes)
  if (file.state === 'received') addFigures(raw, id, summary)
  return id
}

function addFigures(raw: Raw, id: number, summary: Summary): void {
  addCells(raw, id, summary)
  addAdjustments(raw, id, summary)
  prepared(
    raw,
    `insert into received_sum
     select :id, scheme, kind, sum(persons), sum(months), sum(gross), sum(state), sum(local), sum(payer)
     from (select scheme, kind, persons, months, gross, state, local, payer
             from received_cell where file_id = :id
           union all select scheme, kind, 0, months, gross, state, local, payer
             from received_adjustment where file_id = :id)
     group by scheme, kind`,
  ).run({ id })
  addConferences(raw, id, summary)
}

function addCells(raw: Raw, id: number, { rows }: Summary): void {
  const cell = prepared(
    raw,
    'insert into received_cell values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  rows.forEach((row, place) => {
    const { commune } = row
    cell.run(
      ...[id, place, row.scheme, row.kind, commune.code, commune.validFrom, commune.name],
      ...[row.collector, row.occupation, row.sex, row.ageBand, row.support],
      ...[row.persons, row.months, row.gross, row.state, row.local, row.payer],
    )
  })
}

function addAdjustments(raw: Raw, id: number, { adjustments }: Summary): void {
  const adjustment = prepared(
    raw,
    `insert into received_adjustment
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  adjustments.forEach((one, place) => {
    const { commune } = one
    adjustment.run(
      ...[id, place, one.why, one.signedOn, one.scheme, one.kind],
      ...[commune.code, commune.validFrom, commune.name],
      ...[one.collector, one.occupation, one.sex, one.ageBand, one.support],
      ...[one.entries, one.months, one.gross, one.state, one.local, one.payer],
    )
  })
}

function addConferences(raw: Raw, id: number, { conferences }: Summary): void {
  const held = prepared(
    raw,
    'insert into received_conference values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  conferences.forEach((one, place) => {
    const { commune, signUps } = one
    held.run(
      ...[id, place, one.kind, one.date, commune.code, commune.validFrom, commune.name],
      ...[one.place, one.attendees, signUps['bhxh-tn'], signUps['bhyt-hgd']],
    )
  })
}

type FullRow = FileRow & {
  joiners: number
  first_time: number
  households: number
  conferences: number
  conference_guests: number
  small_groups: number
  small_group_guests: number
  received_at: string
}

/**
 * The received files that touch a span of days, with their sums; every file when no span is given.
 * `dayOf` tells the day in Việt Nam of an instant.
 */
export function listFiles(
  raw: Raw,
  span: { from: string; to: string } | null,
  dayOf: (instant: string) => string,
): ReceivedFile[] {
  const { from, to } = span ?? { from: '0000-01-01', to: '9999-12-31' }
  const sums = new Map<number, SchemeSum[]>()
  const sumRows = prepared(
    raw,
    `select received_sum.* from received_sum join received_file on received_file.id = file_id
     where to_date >= ? and from_date <= ?`,
  ).all(from, to) as (SchemeSum & { file_id: number })[]
  for (const { file_id, ...sum } of sumRows) {
    const own = sums.get(file_id)
    if (own) own.push(sum)
    else sums.set(file_id, [sum])
  }
  const rows = prepared(
    raw,
    'select * from received_file where to_date >= ? and from_date <= ? order by id',
  ).all(from, to) as FullRow[]
  return rows.map((row) => ({
    ...identify(row),
    receivedOn: dayOf(row.received_at),
    people: { joiners: row.joiners, firstTime: row.first_time, households: row.households },
    conferences: {
      conference: { held: row.conferences, attendees: row.conference_guests },
      'small-group': { held: row.small_groups, attendees: row.small_group_guests },
    },
    sums: sums.get(row.id) ?? [],
  }))
}

/** Numbers and hashes of every file, for the search for gaps. */
export function listNumbers(
  raw: Raw,
): Pick<ReceivedFile, 'unit' | 'sequence' | 'sha256' | 'previous'>[] {
  const rows = prepared(raw, `select ${known}, previous_sha256, state from received_file`).all()
  return (rows as FileRow[]).map(identify)
}

/** Notes the key a unit signed with; answers whether it signed with other keys before, not this one. */
export function meetKey(
  raw: Raw,
  unit: string,
  signer: { name: string; fingerprint: string },
  at: string,
): boolean {
  const seen = prepared(raw, 'select fingerprint from unit_key where unit_code = ?').all(unit) as {
    fingerprint: string
  }[]
  if (seen.some(({ fingerprint }) => fingerprint === signer.fingerprint)) return false
  prepared(raw, 'insert into unit_key values (?, ?, ?, ?)').run(
    unit,
    signer.fingerprint,
    signer.name,
    at,
  )
  return seen.length > 0
}

/** The bytes of a received file as they came, or null. */
export function readBytes(raw: Raw, id: number): Uint8Array | null {
  const row = prepared(raw, 'select bytes from received_bytes where file_id = ?').get(id)
  return (row as { bytes: Buffer } | undefined)?.bytes ?? null
}
