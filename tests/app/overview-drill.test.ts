import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { CountedFigure, PeopleFigure } from '#core/contract/overview-calls.ts'
import { heldBehind } from '#core/overview-held.ts'
import { must } from '#core/result.ts'
import { TargetMeasure } from '#core/target.ts'
import { listAllConferences } from '../../src/main/app/conferences.ts'
import { readCounted, readOverview } from '../../src/main/app/overview.ts'
import { askCounted, askOverview } from '../../src/main/app/overview-jobs.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { addPracticePlan } from '../../src/main/app/practice-plan.ts'
import { saveEntry } from '../../src/main/app/targets.ts'
import { clerk, deskOf, type Made, makeOffice } from '../support/office.ts'
import { figuresOf, heldFigures, noPeople, numbersIn } from '../support/overview-figures.ts'

let made: Made
const days = { from: '2024-11-12', to: '2024-12-14' }
const lastDay = '2024-12-20'
const pastDay = '2024-11-23'
const job = '6f1c7a1e-0000-4000-8000-000000000002'

beforeAll(async () => {
  made = await makeOffice({ now: '2024-12-20T08:00:00.000Z' })
  must(await addPracticeData(made.office, { households: 450, seed: 5, ...days }, () => {}))
  must(await addPracticePlan(made.office, { seed: 3 }))
  const spans = [
    { from: '2024-01-01', to: '2024-12-31' },
    { from: '2024-11-16', to: '2024-11-16' },
    { from: '2024-11-05', to: '2024-12-05' },
  ]
  for (const [index, span] of spans.entries())
    for (const measure of TargetMeasure.options) {
      const id = `${measure}-${index}`
      const row = { id, label: id, measure, scope: 'unit' as const, ...span, value: 100 }
      const entry = { part: 'targets' as const, row: { ...row, campaignId: null } }
      must(await saveEntry(made.office, clerk, { entry, previousKey: null }))
    }
}, 60_000)

async function peopleBehind(figure: PeopleFigure): Promise<number[]> {
  const people: number[] = []
  let after: string | null = null
  do {
    const page = await readCounted(made.office, { figure, after, limit: 200 })
    people.push(...page.rows.map(({ personId }) => personId))
    after = page.next
    expect(page.total).toBeGreaterThanOrEqual(people.length)
  } while (after !== null)
  return people
}

describe('[A43] every number of people and conferences', () => {
  it.each([lastDay, pastDay, '2024-11-16', '2025-01-10'])(
    'on the overview of %s opens a list of exactly so many',
    async (on) => {
      const view = await readOverview(made.office, on)
      const shown = figuresOf(view)
      const held = heldFigures(view)
      const known = new Set([...shown, ...held].map(({ path }) => path))
      const missed = numbersIn(view).filter(
        (path) => !known.has(path) && !noPeople.some((rule) => rule.test(path)),
      )
      expect(missed).toEqual([])
      const wrong: unknown[] = []
      for (const { path, figure, people } of shown) {
        const found = await peopleBehind(figure)
        if (found.length !== people || new Set(found).size !== people)
          wrong.push({ path, people, listed: found.length })
      }
      const cards = await listAllConferences(made.office)
      for (const { path, figure, number, isPeople } of held) {
        const listed = heldBehind(cards, figure)
        const found = isPeople
          ? listed.reduce((sum, { attendees }) => sum + attendees, 0)
          : listed.length
        if (found !== number) wrong.push({ path, number, listed: found })
      }
      expect(wrong).toEqual([])
      expect(shown.filter(({ people }) => people > 0).length).toBeGreaterThan(
        on === lastDay ? 100 : 10,
      )
    },
    30_000,
  )
})

describe('a day long past', () => {
  it('is counted by a job as it is counted here, and says how far it is', async () => {
    const { office } = made
    const { desk, window } = deskOf(office.ground, office.folder)
    const view = must(await askOverview(desk, office, { on: pastDay, job }))
    expect(view).toEqual(await readOverview(office, pastDay))
    const told = window.events.filter(({ event }) => event === 'progress')
    expect(told.length).toBeGreaterThan(0)
    expect(told.every(({ payload }) => (payload as { job: string }).job === job)).toBe(true)
    window.events.length = 0
    must(await askOverview(desk, office, { on: lastDay, job }))
    expect(window.events).toEqual([])
  })

  it('gives way to what the same screen asks next, and waits for the job of another', async () => {
    const { office } = made
    const { desk } = deskOf(office.ground, office.folder)
    const first = askOverview(desk, office, { on: pastDay, job })
    await vi.waitFor(() => expect(desk.job).not.toBeNull(), 10_000)
    const other = '6f1c7a1e-0000-4000-8000-000000000003'
    expect(await askOverview(desk, office, { on: pastDay, job: other })).toMatchObject({
      problem: { code: 'job.running' },
    })
    const second = askOverview(desk, office, { on: '2024-11-24', job })
    expect(await first).toMatchObject({ problem: { code: 'job.cancelled' } })
    expect(must(await second)).toEqual(await readOverview(office, '2024-11-24'))
    expect(desk.job).toBeNull()
  })

  it('lists its people the same way', async () => {
    const { office } = made
    const { desk } = deskOf(office.ground, office.folder)
    const figure: CountedFigure = {
      ...{ counted: 'joiner', from: '2024-01-01', to: '2024-12-31', on: pastDay },
      side: { by: 'collector', collector: 'post' },
    }
    const wish = { figure, after: null, limit: 50 }
    expect(must(await askCounted(desk, office, { ...wish, job }))).toEqual(
      await readCounted(office, wish),
    )
  })
})
