import { Badge, Table, Text } from '@mantine/core'
import type { FileVerdict } from '#core/contract.ts'
import { type Language, sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import table from '../../components/table.module.css'
import { type Say, useLanguage, useSay } from '../../language.tsx'
import { sayPeriod } from '../city-days/say-period.ts'
import css from './city-receive.module.css'

const { cityReceive, city } = texts

const colours = {
  taken: 'leaf',
  noticed: 'lamp',
  already: 'gray',
  outdated: 'gray',
  refused: 'lacquer',
}

type Shown = keyof typeof colours

const shownOf = ({ outcome, notices }: FileVerdict): Shown =>
  outcome === 'taken' && notices.length > 0 ? 'noticed' : outcome

/** One line for each file: what became of it, whose it is, and why, in plain words. */
export function VerdictList({ verdicts }: { verdicts: FileVerdict[] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <div className={table.wrap}>
        <Table className={table.table}>
          <Table.Thead>
            <Table.Tr>
              {[cityReceive.outcome, city.unit, city.period, city.number, cityReceive.why].map(
                (title) => (
                  <Table.Th key={title.vi}>{say(title)}</Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {verdicts.map((verdict) => (
              <Line key={verdict.path} verdict={verdict} say={say} language={language} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {verdicts.length >= 1000 && <Text size="sm">{say(cityReceive.more)}</Text>}
    </>
  )
}

type LineProps = { verdict: FileVerdict; say: Say; language: Language }

function Line({ verdict, say, language }: LineProps) {
  const shown = shownOf(verdict)
  const { claims, path } = verdict
  const unknown = <span className="soft">{say(cityReceive.unreadable)}</span>
  const sentences = [...verdict.problems, ...verdict.notices].map((problem) =>
    sayProblem(problem, language),
  )
  return (
    <Table.Tr>
      <Table.Td className={table.nowrap}>
        <Badge color={colours[shown]} variant="light" radius="sm" tt="none">
          {say(cityReceive[shown])}
        </Badge>
      </Table.Td>
      <Table.Td>{claims ? claims.unit.name : unknown}</Table.Td>
      <Table.Td className={table.nowrap}>
        {claims ? sayPeriod(claims.period, say) : unknown}
      </Table.Td>
      <Table.Td className={table.nowrap}>
        {claims
          ? say(city.numberOf, { sequence: claims.sequence, revision: claims.revision })
          : unknown}
      </Table.Td>
      <Table.Td>
        {sentences.length === 0 && say(cityReceive.good)}
        {sentences.map((sentence) => (
          <p key={sentence} className={css.sentence}>
            {sentence}
          </p>
        ))}
        <span className="soft">{path}</span>
      </Table.Td>
    </Table.Tr>
  )
}
