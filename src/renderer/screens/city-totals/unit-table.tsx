import { Table } from '@mantine/core'
import { personsOf, type Totals } from '#core/city/merge.ts'
import type { CityStand, TargetStand, UnitStand } from '#core/city/standing.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { ScrollPart } from '../../components/scroll-part.tsx'
import table from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import css from './city-totals.module.css'

const { cityTotals, terms } = texts

const paid = ({ sums }: Totals): number => sums.reduce((sum, { payer }) => sum + payer, 0)

/** Every unit with its figures and targets, those below a target first, and the city below. */
export function UnitTable({ stand }: { stand: CityStand }) {
  const say = useSay()
  const targets = stand.units.find((unit) => unit.targets.length > 0)?.targets ?? []
  return (
    <ScrollPart title={say(cityTotals.units)}>
      <Table className={table.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(texts.city.unit)}</Table.Th>
            {targets.map(({ id, label }) => (
              <Table.Th key={id}>
                <span className={css.wide}>{label}</span>
              </Table.Th>
            ))}
            {[
              ...[cityTotals.joiners, cityTotals.firstTime],
              ...[terms.schemeShort['bhxh-tn'], terms.schemeShort['bhyt-hgd']],
              ...[cityTotals.conferences, cityTotals.groups, cityTotals.payer],
              ...[cityTotals.files, cityTotals.openDays],
            ].map((title) => (
              <Table.Th key={title.vi} className={table.right}>
                <span className={css.narrow}>{say(title)}</span>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stand.units.map((unit) => (
            <Line key={unit.unit.code} unit={unit} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{say(cityTotals.city)}</Table.Th>
            {targets.map(({ id }) => (
              <Table.Td key={id} />
            ))}
            <Numbers totals={stand.totals} />
            <Table.Td className={table.right}>{formatMoney(stand.chosen.length)}</Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollPart>
  )
}

function Line({ unit }: { unit: UnitStand }) {
  const say = useSay()
  return (
    <Table.Tr>
      <Table.Th scope="row" className={table.nowrap}>
        {unit.unit.name}
        {unit.from.length > 0 && (
          <small className={css.from}>
            {say(cityTotals.includes, { names: unit.from.map(({ name }) => name).join(', ') })}
          </small>
        )}
      </Table.Th>
      {unit.targets.map((target) => (
        <Table.Td key={target.id} className={table.nowrap}>
          <Reached target={target} />
        </Table.Td>
      ))}
      <Numbers totals={unit.totals} />
      <Table.Td className={table.right}>{unit.files}</Table.Td>
      <Table.Td className={table.right}>{unit.openDays || ''}</Table.Td>
    </Table.Tr>
  )
}

function Reached({ target: { achieved, value } }: { target: TargetStand }) {
  const say = useSay()
  const short = value - achieved
  return (
    <span className={css.reached} data-short={short > 0 || undefined}>
      {formatMoney(achieved)}/{formatMoney(value)}{' '}
      {short > 0 ? say(cityTotals.short, { n: formatMoney(short) }) : say(cityTotals.reached)}
    </span>
  )
}

function Numbers({ totals }: { totals: Totals }) {
  const numbers = {
    joiners: totals.joiners,
    firstTime: totals.firstTime,
    bhxh: personsOf(totals, 'bhxh-tn'),
    bhyt: personsOf(totals, 'bhyt-hgd'),
    conferences: totals.conferences.conference.held,
    groups: totals.conferences['small-group'].held,
  }
  return (
    <>
      {Object.entries(numbers).map(([name, number]) => (
        <Table.Td key={name} className={table.right}>
          {formatMoney(number)}
        </Table.Td>
      ))}
      <Table.Td className={table.right}>{formatMoney(paid(totals), 'đ')}</Table.Td>
    </>
  )
}
