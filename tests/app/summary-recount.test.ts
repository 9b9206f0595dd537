import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { AgeBand, type Summary, SummarySupport } from '#core/summary.ts'
import { checkSummary } from '#core/summary-check.ts'
import { summarise } from '#core/summary-count.ts'
import type { EnrolmentFact } from '#core/summary-facts.ts'
import type { Sex } from '#core/terms.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { gatherFacts } from '../../src/main/app/summary-facts.ts'
import { countPeriod } from '../../src/main/app/summary-file.ts'
import type { StoredEnrolment } from '../../src/main/db/enrolments.ts'
import { listTargets } from '../../src/main/db/office.ts'
import { type Made, makeOffice } from '../support/office.ts'

let made: Made

beforeAll(async () => {
  made = await makeOffice({
    plan: {
      targets: (
        [
          ['joiners', '2024-11-01', '2024-11-20'],
          ['first-time-persons', '2024-11-10', '2024-11-16'],
          ['bhxh-tn-persons', '2024-01-01', '2024-12-31'],
          ['bhyt-hgd-persons', '2024-11-12', '2024-11-30'],
          ['conferences', '2024-11-01', '2024-11-15'],
        ] as const
      ).map(([measure, from, to]) => ({
        ...{ id: measure, label: measure, measure, scope: 'unit', from, to, value: 10 },
      })),
    },
  })
  const span = { from: '2024-11-08', to: '2024-11-18' }
  must(await addPracticeData(made.office, { households: 60, seed: 3, ...span }, () => {}))
  scatter()
})

/** Gives people second sign-ups, other kinds, cancellations, whatever a span can meet. */
function scatter(): void {
  const { raw } = made.office.store
  const ids = raw.prepare('select id from enrolment order by id').pluck().all() as number[]
  const names = (raw.pragma('table_info(enrolment)') as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== 'id')
  const copied = names.map((name) => {
    if (name === 'draft_key') return "draft_key || '-2'"
    if (name === 'signed_on') return "date(signed_on, '+' || (id % 4) || ' day')"
    return name === 'kind' ? "'renewing'" : name
  })
  const copy = raw.prepare(
    `insert into enrolment (${names.join(', ')}) select ${copied.join(', ')} from enrolment where id = ?`,
  )
  const cancel = raw.prepare(
    `update enrolment set state = 'cancelled', cancel_reason = 'Rút' where id = ? and state = 'registered'`,
  )
  for (const id of ids) {
    if (id % 3 === 0) copy.run(id)
    if (id % 7 === 0) cancel.run(id)
  }
}

/** Every sign-up of the store as a fact, read without any of our counting. */
function everyFact(): EnrolmentFact[] {
  const rows = made.office.store.raw
    .prepare(
      `select enrolment.*, person.sex, person.birth_date from enrolment
        join person on person.id = enrolment.person_id`,
    )
    .all() as (StoredEnrolment & { sex: Sex; birth_date: string })[]
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    householdId: row.household_id,
    scheme: row.scheme,
    kind: row.kind,
    signedOn: row.signed_on,
    commune: { code: row.commune_code, validFrom: row.commune_from, name: row.commune_name },
    collector: row.collector,
    occupation: row.occupation,
    sex: row.sex,
    birthDate: row.birth_date,
    support: SummarySupport.parse(row.support_group),
    months: row.months,
    gross: row.gross,
    state: row.state_support,
    local: row.local_support,
    payer: row.payer,
    conferenceId: row.conference_id,
    cancelled: row.state === 'cancelled',
  }))
}

const by = { createdBy: 'A', approvedBy: 'B', pooledBelow: 0 }

/** The summary of a span counted by the store, and the same recounted sign-up by sign-up. */
async function both(from: string, to: string): Promise<[Summary, Summary]> {
  const { office } = made
  const span = { kind: 'campaign', from, to } as const
  return office.store.db.transaction().execute(async (db) => {
    const counted = await countPeriod(db, office, span, by)
    const { facts } = await gatherFacts(db, office, span, counted)
    const targets = await listTargets(db)
    const all = await gatherFacts(db, office, { ...span, from: '2024-01-01' }, counted)
    const conferences = all.facts.conferences
    return [counted, summarise({ ...facts, targets, conferences, enrolments: everyFact() })]
  })
}

describe('the figures the store counts', () => {
  it('are those of a recount sign-up by sign-up, for any span of days', async () => {
    const day = fc.integer({ min: 6, max: 20 }).map((n) => `2024-11-${String(n).padStart(2, '0')}`)
    await fc.assert(
      fc.asyncProperty(day, day, async (one, other) => {
        const [from, to] = [one, other].sort() as [string, string]
        const [counted, recounted] = await both(from, to)
        expect(counted).toEqual(recounted)
        expect(checkSummary(counted)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('meet people with several sign-ups, cancellations, conferences and every age', async () => {
    const [{ rows, cancellations, conferences, people, controlTotals }] = await both(
      '2024-11-01',
      '2024-11-30',
    )
    expect(rows.some(({ persons, months }) => persons === 0 && months > 0)).toBe(true)
    expect(cancellations.length).toBeGreaterThan(1)
    expect(conferences.some(({ signUps }) => signUps['bhyt-hgd'] > 0)).toBe(true)
    expect(new Set(rows.map(({ ageBand }) => ageBand)).size).toBe(AgeBand.options.length)
    const persons = controlTotals.schemes.reduce((sum, each) => sum + each.persons, 0)
    expect(persons).toBeGreaterThan(people.joiners)
  })
})
