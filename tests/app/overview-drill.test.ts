import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { CountedFigure } from '#core/contract/overview-calls.ts'
import type { Overview } from '#core/overview.ts'
import { type Counted, countedOf, type PeopleCounts } from '#core/overview-cells.ts'
import { must } from '#core/result.ts'
import { type TargetMeasure, TargetMeasure as TargetMeasures } from '#core/target.ts'
import { readCounted, readOverview } from '../../src/main/app/overview.ts'
import { askCounted, askOverview } from '../../src/main/app/overview-jobs.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { addPracticePlan } from '../../src/main/app/practice-plan.ts'
import { saveEntry } from '../../src/main/app/targets.ts'
import { clerk, deskOf, type Made, makeOffice } from '../support/office.ts'

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
    for (const measure of TargetMeasures.options) {
      const id = `${measure}-${index}`
      const row = { id, label: id, measure, scope: 'unit' as const, ...span, value: 100 }
      const entry = { part: 'targets' as const, row: { ...row, campaignId: null } }
      must(await saveEntry(made.office, clerk, { entry, previousKey: null }))
    }
}, 60_000)

type Shown = { path: string; figure: CountedFigure; people: number }

/** Every number of people of an overview with the figure that must list exactly them. */
function figuresOf(view: Overview): Shown[] {
  const { on, year, focus, launch } = view
  const of = (
    path: string,
    people: PeopleCounts,
    span: { from: string; to: string },
    side: CountedFigure['side'] = null,
  ) =>
    (Object.keys(people) as Counted[]).map((counted) => ({
      path: `${path}.${counted}`,
      figure: { counted, from: span.from, to: span.to, on, side },
      people: people[counted],
    }))
  const joiners = (path: string, people: number, side: CountedFigure['side']) => ({
    path,
    figure: { counted: 'joiner' as const, from: focus.from, to: focus.to, on, side },
    people,
  })
  const { sources } = view
  return [
    ...of('today', view.today, year, { by: 'day', from: on, to: on }),
    ...of('year.people', year.people, year),
    ...of('focus.people', focus.people, focus),
    ...(launch ? of('launch.people', launch.people, { from: launch.day, to: launch.day }) : []),
    ...(['targets', 'launch.targets'] as const).flatMap((list) =>
      ((list === 'targets' ? view.targets : launch?.targets) ?? []).flatMap((target, index) => {
        const counted = countedOf(target.measure)
        const { from, to } = target
        const one = { figure: { counted: counted ?? 'joiner', from, to, on, side: null } }
        const today = { by: 'day' as const, from: on, to: on }
        return counted === null
          ? []
          : [
              { path: `${list}.${index}.done`, ...one, people: target.done },
              {
                ...{ path: `${list}.${index}.today`, people: target.today },
                figure: { ...one.figure, side: today },
              },
            ]
      }),
    ),
    ...view.communes.flatMap(({ code, validFrom, people, targets }, index) => {
      const side = { by: 'commune' as const, commune: { code, validFrom } }
      return [
        ...of(`communes.${index}.people`, people, focus, side),
        ...targets.flatMap(({ measure, done }, at) => {
          const counted = countedOf(measure)
          const path = `communes.${index}.targets.${at}.done`
          const figure = { from: focus.from, to: focus.to, on, side }
          return counted ? [{ path, figure: { ...figure, counted }, people: done }] : []
        }),
      ]
    }),
    ...view.trend.flatMap(({ from, to, people, soFar }, index) => [
      ...of(`trend.${index}.people`, people, year, { by: 'day', from, to }),
      ...of(`trend.${index}.soFar`, soFar, year, { by: 'day', from: year.from, to }),
    ]),
    ...sources.collectors.flatMap(({ key, people }, index) =>
      of(`sources.collectors.${index}.people`, people, focus, { by: 'collector', collector: key }),
    ),
    ...sources.occupations.flatMap(({ key, people }, index) =>
      of(`sources.occupations.${index}.people`, people, focus, {
        by: 'occupation',
        occupation: key,
      }),
    ),
    joiners('sources.withoutConference', sources.withoutConference, {
      by: 'conference',
      conferenceId: 0,
    }),
    ...(['bestConferences', 'weakestConferences'] as const).flatMap((list) =>
      sources[list].map(({ id, joiners: people }, index) =>
        joiners(`sources.${list}.${index}.joiners`, people, { by: 'conference', conferenceId: id }),
      ),
    ),
  ]
}

/** What of an overview is no number of people counted by a sign-up: plans, shares, days, conferences. */
const noPeople = [
  /^(launch\.)?targets\.\d+\.(value|permille|remaining|timePermille|workingDaysLeft|neededPerDay)$/,
  /^(launch\.)?targets\.\d+\.forecast\.(likely|low|high|perDay|overDays)$/,
  /^launch\.(conferences|smallGroups)$/,
  /^communes\.\d+\.(conferences|smallGroups|attendees|conferencesPlanned|permille)$/,
  /^communes\.\d+\.targets\.\d+\.(value|permille)$/,
  /^conferences\./,
  /^sources\.(collectors|occupations)\.\d+\.permille$/,
  /^sources\.(best|weakest)Conferences\.\d+\.(id|attendees|permille)$/,
  /^inForce\./,
  /^coverage\./,
]

function numbersIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    numbersIn(inner, path === '' ? key : `${path}.${key}`),
  )
}

async function peopleBehind(figure: CountedFigure): Promise<number[]> {
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

describe('[A43] every number of people', () => {
  it.each([lastDay, pastDay, '2024-11-16', '2025-01-10'])(
    'on the overview of %s opens a list of exactly so many',
    async (on) => {
      const view = await readOverview(made.office, on)
      const shown = figuresOf(view)
      const known = new Set(shown.map(({ path }) => path))
      const isConferences = (path: string) => {
        const [, list, at] = /^(launch\.targets|targets|communes)\.(\d+)/.exec(path) ?? []
        const measureOf = (): TargetMeasure | undefined => {
          if (list === 'targets') return view.targets[Number(at)]?.measure
          if (list === 'launch.targets') return view.launch?.targets[Number(at)]?.measure
          const inner = /targets\.(\d+)\.done$/.exec(path)?.[1]
          return view.communes[Number(at)]?.targets[Number(inner)]?.measure
        }
        return list !== undefined && measureOf() === 'conferences'
      }
      const missed = numbersIn(view).filter(
        (path) =>
          !known.has(path) && !isConferences(path) && !noPeople.some((rule) => rule.test(path)),
      )
      expect(missed).toEqual([])
      const wrong: unknown[] = []
      for (const { path, figure, people } of shown) {
        const found = await peopleBehind(figure)
        if (found.length !== people || new Set(found).size !== people)
          wrong.push({ path, people, listed: found.length })
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
