import type Database from 'better-sqlite3'
import { makeHousehold } from '#core/practice/household.ts'
import { randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import type { PlanEntry } from '#core/target-plan.ts'
import { communesOn } from '../../../src/main/app/area.ts'
import type { Office } from '../../../src/main/app/office.ts'
import { readOverview } from '../../../src/main/app/overview.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { saveEntry } from '../../../src/main/app/targets.ts'
import { listNumbers } from '../../../src/main/db/people.ts'
import { type BenchLine, percentile, timeEach } from '../context.ts'
import { benchActor } from '../open.ts'
import { benchDay } from '../store.ts'

const campaign = { from: '2024-11-01', to: '2026-12-31' }

/** The overview of the whole book, against grouping the raw rows; and how soon it shows a save. */
export const overview: BenchLine = {
  name: 'overview',
  what: 'Tổng quan: mọi con số, và sau khi lưu một hộ (p95)',
  run: async ({ office, quick }) => {
    await plan(office)
    await readOverview(office, benchDay)
    const rounds = Array.from({ length: quick ? 10 : 40 }, () => benchDay)
    const times = await timeEach(rounds, (on) => readOverview(office, on))
    const { raw } = office.store
    const baseline = await timeEach(rounds.slice(0, 3), () => groupRows(raw))
    const shown = await savesShown(office, quick ? 5 : 20)
    return [
      {
        name: 'overview-p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        baseline: percentile(baseline, 0.5),
        target: 20,
      },
      { name: 'save-to-overview-p95', value: shown, unit: 'ms', baseline: null, target: 200 },
    ]
  },
}

/** A campaign over all conferences, year targets and a plan for every commune, as a head enters them. */
async function plan(office: Office): Promise<void> {
  const save = async (entry: PlanEntry) =>
    must(await saveEntry(office, benchActor, { entry, previousKey: null }))
  const source = 'Đo tốc độ'
  const launchDay = '2024-11-16'
  await save({
    part: 'campaigns',
    row: { id: 'do', name: 'Đợt đo', launchDay, ...campaign, source },
  })
  const year = { from: '2026-01-01', to: '2026-12-31' }
  for (const measure of [
    'bhxh-tn-persons',
    'bhyt-hgd-persons',
    'joiners',
    'first-time-persons',
  ] as const)
    for (const [name, span] of [
      ['nam', year],
      ['dot', campaign],
    ] as const) {
      const row = { id: `${name}-${measure}`, label: measure, measure, scope: 'unit' as const }
      await save({ part: 'targets', row: { ...row, ...span, value: 900_000, campaignId: null } })
    }
}

/** The plain way to the same numbers: distinct people by scheme, and by commune, collector and group. */
function groupRows(raw: Database.Database): void {
  const people = (by: string) =>
    raw
      .prepare(
        `select scheme, ${by}, count(distinct person_id) from enrolment
         where state <> 'cancelled' and signed_on between ? and ? group by 1, 2`,
      )
      .all(campaign.from, campaign.to)
  for (const by of ['signed_on', 'commune_code', 'collector', 'occupation', 'conference_id'])
    people(by)
  raw
    .prepare(
      `select scheme, count(distinct person_id) from enrolment
       where state <> 'cancelled' and ? between valid_from and valid_to group by 1`,
    )
    .all(benchDay)
}

/** From the key press to the new numbers: a household saved durably, then the overview read again. */
async function savesShown(office: Office, rounds: number): Promise<number> {
  const random = randomFrom(11)
  const taken = new Set(await listNumbers(office.store.db))
  const [place] = communesOn(office.ground.policy.places, office.row.code, benchDay)
  if (!place) throw new Error('the office has no communes')
  const commune = { code: place.code, validFrom: place.validFrom }
  const drafts = Array.from({ length: rounds }, () =>
    makeHousehold(random, { signedOn: benchDay, commune, conferenceId: null, taken }),
  )
  const times = await timeEach(drafts, async (draft) => {
    must(await saveHousehold(office, benchActor, draft))
    await readOverview(office, benchDay)
  })
  return percentile(times, 0.95)
}
