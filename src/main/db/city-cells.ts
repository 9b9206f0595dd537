import type Database from 'better-sqlite3'

/** One row of the merged data: a cell of a file, or an adjustment (`why`) with the closed day it is about. */
export type MergedRow = {
  file_id: number
  unit_code: string
  unit_name: string
  period_kind: string
  from_date: string
  to_date: string
  sequence: number
  revision: number
  why: string | null
  signed_on: string | null
  scheme: string
  kind: string
  commune_code: string
  commune_from: string
  commune_name: string
  collector: string
  occupation: string
  sex: string
  age_band: string
  support: string
  entries: number | null
  persons: number
  months: number
  gross: number
  state: number
  local: number
  payer: number
}

const file = 'unit_code, unit_name, period_kind, from_date, to_date, sequence, revision'
const cell = `scheme, kind, commune_code, commune_from, commune_name, collector, occupation, sex,
  age_band, support`

/** The rows of some files, file by file in the order given, read as they are asked for. */
export function* mergedRows(
  raw: Database.Database,
  ids: readonly number[],
): Generator<MergedRow, void, undefined> {
  const ofFile = raw.prepare(
    `select file_id, ${file}, null as why, null as signed_on, ${cell}, null as entries, persons,
       months, gross, received_cell.state, local, payer, place
     from received_cell join received_file on received_file.id = file_id where file_id = :id
     union all
     select file_id, ${file}, why, signed_on, ${cell}, entries, 0,
       months, gross, received_adjustment.state, local, payer, place
     from received_adjustment join received_file on received_file.id = file_id where file_id = :id`,
  )
  for (const id of ids) yield* ofFile.iterate({ id }) as IterableIterator<MergedRow>
}

/** A conference of a received file. */
export type MergedConference = {
  file_id: number
  unit_code: string
  unit_name: string
  kind: string
  held_on: string
  commune_code: string
  commune_name: string
  venue: string
  attendees: number
  bhxh: number
  bhyt: number
}

/** The conferences of some files, file by file in the order given. */
export function* mergedConferences(
  raw: Database.Database,
  ids: readonly number[],
): Generator<MergedConference, void, undefined> {
  const ofFile = raw.prepare(
    `select file_id, unit_code, unit_name, kind, held_on, commune_code, commune_name, venue,
       attendees, bhxh, bhyt
     from received_conference join received_file on received_file.id = file_id where file_id = ?
     order by place`,
  )
  for (const id of ids) yield* ofFile.iterate(id) as IterableIterator<MergedConference>
}
