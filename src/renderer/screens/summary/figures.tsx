import { Table, Text } from '@mantine/core'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Summary, SummaryRow } from '#core/summary.ts'
import { Collector, ParticipationKind, Scheme } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { communeKey } from '../../components/commune.ts'
import { ScrollPart } from '../../components/scroll-part.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import css from './summary.module.css'
import { groupRows, tally } from './tally.ts'
import { Targets } from './targets.tsx'

/** Every figure of a summary: the head numbers, targets, and tables by scheme, place and collector. */
export function Figures({ summary }: { summary: Summary }) {
  const say = useSay()
  return (
    <div className={css.figures}>
      <HeadNumbers summary={summary} />
      <div className={css.columns}>
        <ScrollPart title={say(texts.summary.byScheme)}>
          <BySchemes rows={summary.rows} />
        </ScrollPart>
        <ScrollPart title={say(texts.summary.targets)}>
          <Targets targets={summary.targets} />
        </ScrollPart>
        <ScrollPart title={say(texts.summary.byCommune)}>
          <ByGroup
            label={say(texts.enrol.commune)}
            groups={groupRows(summary.rows, (row) => communeKey(row.commune)).map(([key, rows]) => [
              key,
              rows[0]?.commune.name ?? key,
              rows,
            ])}
          />
        </ScrollPart>
        <ScrollPart title={say(texts.summary.byCollector)}>
          <ByGroup
            label={say(texts.enrol.collector)}
            groups={Collector.options
              .map((collector) => summary.rows.filter((row) => row.collector === collector))
              .map((rows, index) => {
                const collector = Collector.options[index] as Collector
                return [collector, say(texts.terms.collector[collector]), rows] as Group
              })
              .filter(([, , rows]) => rows.length > 0)}
          />
        </ScrollPart>
        <ScrollPart title={say(texts.summary.conferences)}>
          <ConferenceTable conferences={summary.conferences} />
        </ScrollPart>
      </div>
    </div>
  )
}

type Group = [key: string, name: string, rows: SummaryRow[]]

function HeadNumbers({ summary }: { summary: Summary }) {
  const say = useSay()
  const { joiners, firstTime, households } = summary.people
  const numbers = [
    [texts.summary.people, formatMoney(joiners)],
    [texts.summary.firstTime, formatMoney(firstTime)],
    [texts.summary.households, formatMoney(households)],
    [texts.summary.held, formatMoney(summary.conferences.length)],
    [texts.summary.collected, formatMoney(tally(summary.rows).payer, 'đ')],
  ] as const
  return (
    <dl className={css.numbers}>
      {numbers.map(([label, value]) => (
        <div key={label.vi}>
          <dt>{say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Persons and money of a group of cells, as the last columns of a row. */
function Amounts({ rows }: { rows: SummaryRow[] }) {
  const { persons, gross, support, payer } = tally(rows)
  return (
    <>
      <Table.Td className={tableCss.right}>{formatMoney(persons)}</Table.Td>
      <Table.Td className={tableCss.right}>{formatMoney(gross)}</Table.Td>
      <Table.Td className={tableCss.right}>{formatMoney(support)}</Table.Td>
      <Table.Td className={tableCss.right}>{formatMoney(payer)}</Table.Td>
    </>
  )
}

function AmountHeads() {
  const say = useSay()
  const { persons, gross, support, payer } = texts.summary
  return [persons, gross, support, payer].map((label) => (
    <Table.Th key={label.vi} className={tableCss.right}>
      {say(label)}
    </Table.Th>
  ))
}

function BySchemes({ rows }: { rows: SummaryRow[] }) {
  const say = useSay()
  const { terms } = texts
  return (
    <Table className={tableCss.table} aria-label={say(texts.summary.byScheme)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(texts.register.scheme)}</Table.Th>
          <AmountHeads />
        </Table.Tr>
      </Table.Thead>
      {Scheme.options.map((scheme) => {
        const own = rows.filter((row) => row.scheme === scheme)
        return (
          <Table.Tbody key={scheme}>
            <Table.Tr className={css.group}>
              <Table.Th scope="row" className={tableCss.nowrap}>
                {say(terms.scheme[scheme])}
              </Table.Th>
              <Amounts rows={own} />
            </Table.Tr>
            {ParticipationKind.options.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Td className={css.inner}>{say(terms.kind[kind])}</Table.Td>
                <Amounts rows={own.filter((row) => row.kind === kind)} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        )
      })}
    </Table>
  )
}

function ByGroup({ label, groups }: { label: string; groups: Group[] }) {
  const say = useSay()
  if (groups.length === 0) return <Text size="sm">{say(texts.common.none)}</Text>
  return (
    <Table className={tableCss.table} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{label}</Table.Th>
          <AmountHeads />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(([key, name, rows]) => (
          <Table.Tr key={key}>
            <Table.Td>{name}</Table.Td>
            <Amounts rows={rows} />
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{say(texts.common.total)}</Table.Th>
          <Amounts rows={groups.flatMap(([, , rows]) => rows)} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  )
}

function ConferenceTable({ conferences }: { conferences: Summary['conferences'] }) {
  const say = useSay()
  const { summary, terms } = texts
  if (conferences.length === 0) return <Text size="sm">{say(summary.noConferences)}</Text>
  return (
    <Table className={tableCss.table} aria-label={say(summary.conferences)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(summary.when)}</Table.Th>
          <Table.Th>{say(texts.conferences.kind)}</Table.Th>
          <Table.Th>{say(summary.place)}</Table.Th>
          <Table.Th className={tableCss.right}>{say(summary.attendees)}</Table.Th>
          <Table.Th className={tableCss.right}>{say(terms.scheme['bhxh-tn'])}</Table.Th>
          <Table.Th className={tableCss.right}>{say(terms.scheme['bhyt-hgd'])}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {conferences.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              {formatDate(row.date)} {row.start}
            </Table.Td>
            <Table.Td>{say(terms.conferenceKind[row.kind])}</Table.Td>
            <Table.Td>
              {row.place}, {row.commune.name}
            </Table.Td>
            <Table.Td className={tableCss.right}>{formatMoney(row.attendees)}</Table.Td>
            <Table.Td className={tableCss.right}>{formatMoney(row.signUps['bhxh-tn'])}</Table.Td>
            <Table.Td className={tableCss.right}>{formatMoney(row.signUps['bhyt-hgd'])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
