import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overview } from '#core/overview.ts'
import type { CountedCell, OverviewFacts } from '#core/overview-facts.ts'
import { TargetMeasure } from '#core/target.ts'

const saturday = '2024-11-16'
const sunday = '2024-11-17'
const commune = { code: '00376', validFrom: '2025-07-01' }

/** Numbers that are often nothing at all. */
const few = fc.constantFrom(0, 0, 1, 7)

const cells = (key: string) =>
  fc.array(
    fc.record<CountedCell>({
      scheme: fc.constantFrom('any', 'bhxh-tn', 'bhyt-hgd'),
      kind: fc.constantFrom('joiner', 'first', ''),
      key: fc.constant(key),
      people: few,
    }),
    { maxLength: 3 },
  )

/** Books with targets of nothing, nobody living there, nobody attending and no working day. */
const facts: fc.Arbitrary<OverviewFacts> = fc
  .record({
    on: fc.constantFrom('2024-11-15', saturday, sunday, '2024-12-31', '2025-01-02'),
    to: fc.constantFrom(saturday, sunday, '2024-12-31'),
    values: fc.array(few, { minLength: 1, maxLength: 5 }),
    ...{ size: few, elsewhere: fc.option(few), permille: few, attendees: few },
    communes: fc.nat(1),
    ...{
      assigned: few,
      days: cells(saturday),
      areas: cells(`${commune.code}|${commune.validFrom}`),
    },
    ...{ collectors: cells('post|2024-11'), groups: cells('trader'), joined: few },
  })
  .map((made) => {
    const span = { from: saturday, to: made.to }
    const held = { id: 1, attendees: made.attendees }
    return {
      on: made.on,
      unit: { code: '01', name: 'BHXH', practice: true },
      targets: TargetMeasure.options.flatMap((measure) =>
        made.values.map((value, index) => ({
          ...{ id: `${measure}-${index}`, label: measure, measure, value, ...span },
          scope: index % 2 === 0 ? ('unit' as const) : ('city' as const),
        })),
      ),
      campaigns: [{ id: 'c', name: 'C', launchDay: saturday, ...span, source: 's' }],
      assignments: [
        {
          ...{ id: 'a', measure: 'joiners', collector: null, commune, ...span },
          ...{ value: made.assigned, newPeople: null },
        },
      ],
      sizes: [
        {
          ...{ from: '2024-01-01', population: made.size, labourForce: made.size, source: 's' },
          ...{ bhytElsewhere: made.elsewhere, bhxhElsewhere: made.elsewhere },
        },
      ],
      coverageTargets: (['bhyt', 'bhxh', 'bhxh-tn'] as const).map((measure) => ({
        ...{ measure, from: '2024-01-01', permille: made.permille, source: 's' },
      })),
      holidays: [],
      communes: made.communes === 0 ? [] : [{ ...commune, name: 'Xã', isCurrent: true }],
      spans: [span, { from: '2024-01-01', to: '2024-12-31' }].map((each) => ({
        ...each,
        sides: {
          ...{ day: made.days, commune: made.areas },
          ...{ collector: made.collectors, occupation: made.groups },
        },
      })),
      conferences: [{ ...held, day: saturday, kind: 'conference', commune }],
      conferenceNames: [
        { ...held, heldOn: saturday, place: 'P', communeName: 'X', joiners: made.joined },
      ],
      withoutConference: 0,
      inForce: { 'bhxh-tn': made.joined, 'bhyt-hgd': made.joined },
    }
  })

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

it('every number of the overview is finite, however empty its book and its plan are', () => {
  let divided = 0
  fc.assert(
    fc.property(facts, (some) => {
      const shown = overview(some)
      for (const number of numbersIn(shown))
        expect(Number.isFinite(number) && number >= 0).toBe(true)
      if (shown.targets.some(({ value, workingDaysLeft }) => value * workingDaysLeft === 0))
        divided += 1
    }),
    { numRuns: 300 },
  )
  expect(divided).toBeGreaterThan(0)
})
