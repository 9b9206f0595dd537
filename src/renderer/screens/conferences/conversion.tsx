import { SegmentedControl, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import {
  type ConversionBy,
  type ConversionCount,
  type ConversionFacts,
  type ConversionLine,
  conversionBy,
  conversionTotal,
} from '#core/conversion.ts'
import { formatDate, parseDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Occupation, Organiser } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow } from '../../components/box.tsx'
import { Answer, Empty } from '../../components/page.tsx'
import { SpanBoxes } from '../../components/span-boxes.tsx'
import tableCss from '../../components/table.module.css'
import { type Say, useSay } from '../../language.tsx'
import css from './conferences.module.css'
import { yearSpan } from './span.ts'

const { roster, terms } = texts

const ways = [
  { value: 'conference', label: roster.byConference },
  { value: 'commune', label: roster.byCommune },
  { value: 'group', label: roster.byGroup },
  { value: 'organiser', label: roster.byOrganiser },
] as const

/** What the conferences of a span of days (the year at first) brought, by conference, commune, target group or organiser. */
export function Conversion({ today }: { today: string }) {
  const say = useSay()
  const [typed, setTyped] = useState(() => {
    const { from, to } = yearSpan(today.slice(0, 7))
    return { from: formatDate(from), to: formatDate(to) }
  })
  const span = readSpan(typed, today)
  const query = useCall('conference.conversion', span, { keep: true })
  const [by, setBy] = useState<ConversionBy>('conference')
  const title = say(roster.conversion, { from: formatDate(span.from), to: formatDate(span.to) })
  return (
    <div className={css.inside}>
      <div className={css.bar}>
        <Title order={2}>{title}</Title>
        <SegmentedControl
          size="xs"
          aria-label={say(roster.by)}
          value={by}
          data={ways.map(({ value, label }) => ({ value, label: say(label) }))}
          onChange={(value) => setBy(value as ConversionBy)}
        />
      </div>
      <BoxRow>
        <SpanBoxes
          width={14}
          grow={0}
          today={today}
          value={typed}
          onChange={(change) => setTyped((all) => ({ ...all, ...change }))}
        />
      </BoxRow>
      <Answer query={query}>
        {(facts) =>
          facts.conferences.length === 0 ? (
            <Empty title={say(roster.conversionEmpty)} />
          ) : (
            <YieldTable title={title} facts={facts} by={by} />
          )
        }
      </Answer>
      {by === 'group' && <Text size="sm">{say(roster.groupNote)}</Text>}
      {by === 'organiser' && <Text size="sm">{say(roster.organiserNote)}</Text>}
    </div>
  )
}

/** The span in the boxes; while one cannot be read, its end of the year stands. */
function readSpan(typed: Span, today: string): Span {
  const year = yearSpan(today.slice(0, 7))
  const read = (end: keyof Span) => {
    const day = parseDate(typed[end], { today, past: false })
    return day.ok ? day.value.date : year[end]
  }
  const [from, to] = [read('from'), read('to')]
  return from <= to ? { from, to } : { from: to, to: from }
}

function nameOf(
  { key }: ConversionLine,
  by: ConversionBy,
  facts: ConversionFacts,
  say: Say,
): string {
  if (by === 'group') return say(terms.occupation[key as Occupation])
  if (by === 'organiser') return say(terms.organiser[key as Organiser])
  const found = facts.conferences.find(({ id, commune }) =>
    by === 'conference' ? String(id) === key : `${commune.code}|${commune.validFrom}` === key,
  )
  if (!found || by === 'commune') return found?.communeName ?? key
  return `${formatDate(found.heldOn)}, ${found.place}, ${found.communeName}`
}

type Span = { from: string; to: string }

const figures = [
  { title: roster.attendees, of: 'attendees' },
  { title: roster.consultations, of: 'consultations' },
  { title: roster.leadCount, of: 'leads' },
  { title: roster.joined, of: 'joined' },
  { title: roster.signUps, of: 'signUps' },
  { title: roster.firstTime, of: 'firstTime' },
] as const

type YieldProps = { title: string; facts: ConversionFacts; by: ConversionBy }

function YieldTable({ title, facts, by }: YieldProps) {
  const say = useSay()
  const heading = ways.find(({ value }) => value === by)?.label ?? roster.byConference
  return (
    <div className={tableCss.wrap}>
      <Table className={tableCss.table} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(heading)}</Table.Th>
            {figures.map((figure) => (
              <Table.Th key={figure.of} className={tableCss.right}>
                {say(figure.title)}
              </Table.Th>
            ))}
            <Table.Th className={tableCss.right}>{say(roster.rate)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conversionBy(facts, by).map((line) => (
            <Table.Tr key={line.key}>
              <Table.Td>{nameOf(line, by, facts, say)}</Table.Td>
              <Counts count={line} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Td>{say(roster.total)}</Table.Td>
            <Counts count={conversionTotal(facts)} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  )
}

/** `rate` is for 1,000 attendees: 125 is 12,5 %. */
function Counts({ count }: { count: ConversionCount & { rate: number | null } }) {
  const { rate } = count
  const percent = rate === null ? '—' : `${Math.floor(rate / 10)},${rate % 10} %`
  return (
    <>
      {figures.map(({ of }) => (
        <Table.Td key={of} className={tableCss.right}>
          {formatMoney(count[of])}
        </Table.Td>
      ))}
      <Table.Td className={tableCss.right}>{percent}</Table.Td>
    </>
  )
}
