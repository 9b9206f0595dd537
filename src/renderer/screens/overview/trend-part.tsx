import { BarChart, LineChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '#core/date.ts'
import type { Overview } from '#core/overview.ts'
import { texts } from '#core/texts.ts'
import { Sheet } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { FigureNumber } from './figure.tsx'
import css from './overview.module.css'

/** The table is what the keyboard and a screen reader get. */
const still = { accessibilityLayer: false }

/** People by week and the year so far, as charts or as the table behind them. */
export function TrendPart({ view }: { view: Overview }) {
  const say = useSay()
  const [isTable, setTable] = useState(false)
  const { overview } = texts
  const names = { tn: say(overview['bhxh-tn']), hgd: say(overview['bhyt-hgd']) }
  if (view.year.people.joiner === 0)
    return (
      <Sheet title={say(overview.trend)}>
        <Text size="sm">{say(overview.trendNone)}</Text>
      </Sheet>
    )
  const data = view.trend.map(({ to, people, soFar }) => ({
    week: formatDate(to).slice(0, 5),
    [names.tn]: people['bhxh-tn'],
    [names.hgd]: people['bhyt-hgd'],
    [`${names.tn} `]: soFar['bhxh-tn'],
    [`${names.hgd} `]: soFar['bhyt-hgd'],
  }))
  const shared = { h: 220, data, dataKey: 'week', withLegend: true, tickLine: 'y' as const }
  const series = (end: string) => [
    { name: `${names.tn}${end}`, color: 'river.7' },
    { name: `${names.hgd}${end}`, color: 'lamp.6' },
  ]
  return (
    <Sheet title={say(overview.trend)}>
      <Group justify="flex-end" className={css.beside}>
        <Button variant="default" size="xs" onClick={() => setTable(!isTable)}>
          {say(isTable ? overview.asChart : overview.asTable)}
        </Button>
      </Group>
      {isTable ? (
        <TrendTable view={view} />
      ) : (
        <div className={css.halves} aria-hidden>
          <div>
            <h3>{say(overview.trendWeek)}</h3>
            <BarChart {...shared} series={series('')} type="stacked" barChartProps={still} />
          </div>
          <div>
            <h3>{say(overview.trendYear)}</h3>
            <LineChart
              {...shared}
              series={series(' ')}
              curveType="linear"
              withDots={data.length === 1}
              lineChartProps={still}
            />
          </div>
        </div>
      )}
    </Sheet>
  )
}

function TrendTable({ view }: { view: Overview }) {
  const say = useSay()
  const { overview } = texts
  const { from, to } = view.year
  return (
    <div className={tableCss.wrap}>
      <Table className={tableCss.table} aria-label={say(overview.trend)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(overview.week)}</Table.Th>
            {(['bhxh-tn', 'bhyt-hgd'] as const).map((scheme) => (
              <Table.Th key={scheme} className={tableCss.right}>
                {say(overview[scheme])}
              </Table.Th>
            ))}
            <Table.Th className={tableCss.right}>{say(overview.trendSoFar)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.trend.map((point) => {
            const week = `${formatDate(point.from)} – ${formatDate(point.to)}`
            return (
              <Table.Tr key={point.from}>
                <Table.Th scope="row">{week}</Table.Th>
                {(['bhxh-tn', 'bhyt-hgd'] as const).map((counted) => (
                  <Table.Td key={counted} className={tableCss.right}>
                    <FigureNumber
                      people={point.people[counted]}
                      name={`${week}, ${say(overview[counted])}`}
                      figure={{
                        ...{ counted, from, to, on: view.on },
                        side: { by: 'day', from: point.from, to: point.to },
                      }}
                    />
                  </Table.Td>
                ))}
                <Table.Td className={tableCss.right}>
                  <FigureNumber
                    people={point.soFar.joiner}
                    name={`${week}, ${say(overview.trendSoFar)}`}
                    figure={{
                      ...{ counted: 'joiner', from, to, on: view.on },
                      side: { by: 'day', from, to: point.to },
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
