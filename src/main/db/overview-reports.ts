import type Database from 'better-sqlite3'
import type { IsoDate } from '#core/date.ts'
import type { Collector, Organiser, Scheme, SupportGroup } from '#core/terms.ts'
import { prepared } from './prepared.ts'

type Span = { from: IsoDate; to: IsoDate }
type Commune = { commune_code: string; commune_from: string }

const head = `counted_head as head where span_id =
  (select id from counted_span where from_date = ? and to_date = ?) and head.signed_on <= ?
  and counted_scheme <> 'any'`

/** People counted in a span by commune, collecting organisation, scheme and kind; `again` as it is. */
export function countJoins(
  raw: Database.Database,
  { from, to }: Span,
  on: IsoDate,
): (Commune & { collector: Collector; scheme: Scheme; kind: string; people: number })[] {
  return prepared(
    raw,
    `select commune_code, commune_from, collector, scheme, kind, count(*) as people
     from ${head} group by 1, 2, 3, 4, 5`,
  ).all(from, to, on) as ReturnType<typeof countJoins>
}

/** Households that joined BHYT and what people pay, by commune and collecting organisation. */
export function sumJoins(
  raw: Database.Database,
  { from, to }: Span,
  on: IsoDate,
): (Commune & { collector: Collector; scheme: Scheme; households: number; payer: number })[] {
  return prepared(
    raw,
    `select commune_code, commune_from, collector, scheme,
       count(distinct household_id) as households, sum(payer) as payer
     from enrolment where state <> 'cancelled' and signed_on between ? and ? group by 1, 2, 3, 4`,
  ).all(from, on < to ? on : to) as ReturnType<typeof sumJoins>
}

/** People who signed up through a conference of a span, by the commune it was held in. */
export function countAtConferences(
  raw: Database.Database,
  { from, to }: Span,
  on: IsoDate,
): (Commune & { scheme: Scheme; people: number })[] {
  return prepared(
    raw,
    `select conference.commune_code, conference.commune_from, scheme, count(*) as people
     from counted_head as head join conference on conference.id = head.conference_id
     where span_id = (select id from counted_span where from_date = ? and to_date = ?)
       and head.signed_on <= ? and counted_scheme <> 'any' group by 1, 2, 3`,
  ).all(from, to, on) as ReturnType<typeof countAtConferences>
}

/** Who held the conferences of a span, by commune. */
export function listOrganisers(
  raw: Database.Database,
  { from, to }: Span,
): (Commune & { organisers: Organiser[] })[] {
  const rows = prepared(
    raw,
    `select distinct commune_code, commune_from, organisers from conference
     where held_on between ? and ? and state in ('held', 'closed')`,
  ).all(from, to) as (Commune & { organisers: string })[]
  return rows.map((row) => ({ ...row, organisers: JSON.parse(row.organisers) as Organiser[] }))
}

/** People and amounts (đồng) of BHXH tự nguyện in a span, by commune and support group. */
export function sumSupport(
  raw: Database.Database,
  { from, to }: Span,
): (Commune & {
  group: SupportGroup
  people: number
  gross: number
  payer: number
  support: number
})[] {
  return prepared(
    raw,
    `select enrolment.commune_code, enrolment.commune_from, support_group as "group",
       count(head.id) as people, sum(gross) as gross, sum(payer) as payer,
       sum(state_support + local_support) as support
     from enrolment left join (select id from counted_head
         where span_id = (select id from counted_span where from_date = ? and to_date = ?)
           and counted_scheme = 'bhxh-tn') as head on head.id = enrolment.id
     where scheme = 'bhxh-tn' and state <> 'cancelled' and signed_on between ? and ?
     group by 1, 2, 3`,
  ).all(from, to, from, to) as ReturnType<typeof sumSupport>
}

/** Enrolments of a span that were signed as a first time and are not one: rules say what they are. */
export function listAgain(raw: Database.Database, { from, to }: Span, on: IsoDate): number[] {
  return prepared(raw, `select id from ${head} and kind = 'again'`)
    .pluck()
    .all(from, to, on) as number[]
}
