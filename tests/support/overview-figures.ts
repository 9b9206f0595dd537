import type { CountedFigure, PeopleFigure } from '#core/contract/overview-calls.ts'
import type { CommuneRef } from '#core/household.ts'
import type { Overview } from '#core/overview.ts'
import { type Counted, countedOf, type PeopleCounts } from '#core/overview-cells.ts'
import { type HeldFigure, heldBy } from '#core/overview-held.ts'
import type { TargetFigure } from '#core/overview-pace.ts'
import { type ConferenceKind, Scheme } from '#core/terms.ts'

type Shown = { path: string; figure: PeopleFigure; people: number }

/** Every number of people of an overview with the figure that must list exactly them. */
export function figuresOf(view: Overview): Shown[] {
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
    ...Scheme.options.map((scheme) => ({
      path: `inForce.${scheme}`,
      figure: { inForce: scheme, on },
      people: view.inForce[scheme],
    })),
    ...view.coverage.map(({ measure, inBook }, index) => ({
      path: `coverage.${index}.inBook`,
      figure: { inForce: measure === 'bhyt' ? ('bhyt-hgd' as const) : ('bhxh-tn' as const), on },
      people: inBook,
    })),
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

type Held = { path: string; figure: HeldFigure; number: number; isPeople?: true }

/** Every number of conferences of an overview, and of those who came, with the figure behind it. */
export function heldFigures({
  on,
  focus,
  launch,
  conferences,
  communes,
  targets,
}: Overview): Held[] {
  const both = (
    path: string,
    span: { from: string; to: string },
    numbers: [string, number, ConferenceKind | null][],
    commune: CommuneRef | null = null,
  ): Held[] =>
    numbers.map(([name, number, kind]) => ({
      ...{ path: `${path}.${name}`, figure: heldBy(span, on, kind, commune), number },
      ...(kind === null && { isPeople: true as const }),
    }))
  const done = (path: string, some: readonly TargetFigure[]) =>
    some.flatMap(({ measure, from, to, done: number, today }, index): Held[] =>
      measure === 'conferences'
        ? [
            {
              path: `${path}.${index}.done`,
              figure: heldBy({ from, to }, on, 'conference'),
              number,
            },
            {
              path: `${path}.${index}.today`,
              figure: heldBy({ from: on > from ? on : from, to }, on, 'conference'),
              number: today,
            },
          ]
        : [],
    )
  const launchDay = launch && { from: launch.day, to: launch.day }
  return [
    ...both('conferences', focus, [
      ['held', conferences.held, 'conference'],
      ['smallGroups', conferences.smallGroups, 'small-group'],
      ['attendees', conferences.attendees, null],
    ]),
    ...(launch && launchDay
      ? both('launch', launchDay, [
          ['conferences', launch.conferences, 'conference'],
          ['smallGroups', launch.smallGroups, 'small-group'],
        ])
      : []),
    ...done('targets', targets),
    ...done('launch.targets', launch?.targets ?? []),
    ...communes.flatMap((one, index) => [
      ...both(
        `communes.${index}`,
        focus,
        [
          ['conferences', one.conferences, 'conference'],
          ['smallGroups', one.smallGroups, 'small-group'],
          ['attendees', one.attendees, null],
        ],
        one,
      ),
      ...one.targets.flatMap(({ measure, done: number }, at) =>
        measure === 'conferences'
          ? both(`communes.${index}.targets.${at}`, focus, [['done', number, 'conference']], one)
          : [],
      ),
    ]),
  ]
}

/** What of an overview is no number of people counted by a sign-up: plans, shares, days, conferences. */
export const noPeople = [
  /^(launch\.)?targets\.\d+\.(value|permille|remaining|timePermille|workingDaysLeft|neededPerDay)$/,
  /^(launch\.)?targets\.\d+\.forecast\.(likely|low|high|perDay|overDays)$/,
  /^communes\.\d+\.(conferencesPlanned|permille)$/,
  /^communes\.\d+\.targets\.\d+\.(value|permille)$/,
  /^conferences\.(planned|communesWithout)$/,
  /^sources\.(collectors|occupations)\.\d+\.permille$/,
  /^sources\.(best|weakest)Conferences\.\d+\.(id|attendees|permille)$/,
  /^coverage\.\d+\.(targetPermille|base|elsewhere|covered|permille|missing)$/,
]

/** The paths of all numbers of a value. */
export function numbersIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    numbersIn(inner, path === '' ? key : `${path}.${key}`),
  )
}
