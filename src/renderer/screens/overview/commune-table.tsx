import { Table, Text } from '@mantine/core'
import { formatMoney } from '#core/money.ts'
import type { Overview } from '#core/overview.ts'
import type { Counted } from '#core/overview-cells.ts'
import type { CommuneFigure } from '#core/overview-communes.ts'
import { heldBy } from '#core/overview-held.ts'
import { texts } from '#core/texts.ts'
import { Sheet } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { FigureNumber, HeldNumber, percent } from './figure.tsx'
import css from './overview.module.css'

const counteds: Counted[] = ['joiner', 'first', 'bhxh-tn', 'bhyt-hgd']

/** The communes of the office, farthest behind first; the warmer a cell, the less of its plan is done. */
export function CommuneTable({ view }: { view: Overview }) {
  const say = useSay()
  const { overview } = texts
  const heads = [overview.joiner, overview.first, overview['bhxh-tn'], overview['bhyt-hgd']]
  const isEqual = view.communes.some(({ targets }) => targets.some(({ own }) => !own))
  return (
    <Sheet title={say(overview.communes)}>
      {isEqual && <Text size="sm">{say(overview.equalPart)}</Text>}
      {view.communes.some(({ permille }) => permille !== null) ? (
        <Legend />
      ) : (
        <Text size="sm">{say(overview.heatNone)}</Text>
      )}
      <div className={tableCss.wrap}>
        <Table className={tableCss.table} aria-label={say(overview.communes)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(overview.commune)}</Table.Th>
              {[...heads, overview.conferences, overview.smallGroups, overview.overall].map(
                (head) => (
                  <Table.Th key={head.vi} className={tableCss.right}>
                    {say(head)}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.communes.map((commune) => (
              <Row key={`${commune.code} ${commune.validFrom}`} commune={commune} view={view} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Sheet>
  )
}

/** What the colours say. */
function Legend() {
  const say = useSay()
  return (
    <ul className={css.legend}>
      {texts.overview.heat.map((words, heat) => (
        <li key={words.vi} className={css.heat} data-heat={heat}>
          {say(words)}
        </li>
      ))}
    </ul>
  )
}

/** Quarters of what should be done: 0 is less than half of it, 3 is all. */
function heatOf(permille: number | null | undefined): number | undefined {
  if (permille === null || permille === undefined) return undefined
  if (permille >= 1000) return 3
  if (permille >= 750) return 2
  return permille >= 500 ? 1 : 0
}

function Row({ commune, view }: { commune: CommuneFigure; view: Overview }) {
  const say = useSay()
  const { focus, on } = view
  const { code, validFrom, name, people, conferences, conferencesPlanned, permille } = commune
  const side = { by: 'commune' as const, commune: { code, validFrom } }
  const shareOf = (measure: string) =>
    commune.targets.find((target) => target.measure === measure)?.permille
  const measures = ['joiners', 'first-time-persons', 'bhxh-tn-persons', 'bhyt-hgd-persons']
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name} {!commune.isCurrent && say(texts.overview.formerCommune)}
      </Table.Th>
      {counteds.map((counted, index) => (
        <Table.Td
          key={counted}
          className={css.heat}
          data-heat={heatOf(shareOf(measures[index] ?? ''))}
        >
          <FigureNumber
            figure={{ counted, from: focus.from, to: focus.to, on, side }}
            people={people[counted]}
            name={`${name}, ${say(texts.overview[counted])}`}
          />
        </Table.Td>
      ))}
      <Table.Td className={css.heat} data-heat={heatOf(shareOf('conferences'))}>
        <HeldNumber
          figure={heldBy(focus, on, 'conference', commune)}
          held={conferences}
          name={`${name}, ${say(texts.overview.conferences)}`}
        />
        {conferencesPlanned !== null && ` / ${formatMoney(conferencesPlanned)}`}
      </Table.Td>
      <Table.Td className={tableCss.right}>
        <HeldNumber
          figure={heldBy(focus, on, 'small-group', commune)}
          held={commune.smallGroups}
          name={`${name}, ${say(texts.overview.smallGroups)}`}
        />
      </Table.Td>
      <Table.Td className={css.heat} data-heat={heatOf(permille)}>
        {permille === null ? '–' : percent(permille)}
      </Table.Td>
    </Table.Tr>
  )
}
