import { Table, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { AppState, PolicyRead } from '#core/contract.ts'
import { formatDate, parseDate } from '#core/date.ts'
import type { PolicyCard, PolicyPart } from '#core/policy-view.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { Answer, Notice, Page } from '../../components/page.tsx'
import { ScrollPart } from '../../components/scroll-part.tsx'
import tableCss from '../../components/table.module.css'
import { useLanguage, useSay } from '../../language.tsx'
import { OfficeForm } from './office-form.tsx'
import css from './policy.module.css'
import { useRuleShown } from './rule-shown.ts'

const parts: PolicyPart[] = ['local', 'amounts', 'bhxh', 'bhyt']

/** The rules in force on a day with their law, and what the office enters itself. */
export function PolicyScreen({ state }: { state: AppState }) {
  const say = useSay()
  const shown = useRuleShown()
  const [typed, setTyped] = useState(formatDate(shown?.on ?? state.today))
  const read = parseDate(typed, { today: state.today })
  const on = read.ok ? read.value.date : state.today
  const query = useCall('policy.read', { on }, { keep: true })
  return (
    <Page title={texts.policy.title}>
      <BoxRow>
        <DateBox
          label={say(texts.policy.day)}
          width={14}
          grow={0}
          today={state.today}
          autoFocus={shown === null}
          value={typed}
          onChange={setTyped}
        />
      </BoxRow>
      <Answer query={query}>
        {(policy) => (
          <>
            {policy.lacks.local && <Notice>{say(texts.policy.emptyLocal)}</Notice>}
            {policy.lacks.yield && <Notice>{say(texts.policy.noYield)}</Notice>}
            <OfficeForm policy={policy} state={state} />
            <Rules policy={policy} shown={shown?.row ?? null} />
          </>
        )}
      </Answer>
    </Page>
  )
}

/** The rules by part; the one the screen was opened at has the focus. */
function Rules({ policy, shown }: { policy: PolicyRead; shown: string | null }) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown === null) return
    list.current?.querySelector<HTMLElement>(`[data-rule="${CSS.escape(shown)}"]`)?.focus()
  }, [shown])
  return (
    <div ref={list} className={css.parts}>
      {parts.map((part) => {
        const cards = policy.rows.filter((card) => card.part === part)
        return (
          <ScrollPart key={part} title={say(texts.policy.parts[part])}>
            {cards.length === 0 ? (
              <Text size="sm">{say(texts.policy.noRows)}</Text>
            ) : (
              <RuleTable cards={cards} />
            )}
          </ScrollPart>
        )
      })}
    </div>
  )
}

function RuleTable({ cards }: { cards: PolicyCard[] }) {
  const say = useSay()
  const { policy } = texts
  const heads = [policy.what, policy.value, policy.from, policy.to, policy.source]
  return (
    <Table className={`${tableCss.table} ${css.rules}`} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {[...heads, policy.confidence].map((head) => (
            <Table.Th key={head.vi}>{say(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cards.map((card) => (
          <RuleRow key={card.id} card={card} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function RuleRow({ card }: { card: PolicyCard }) {
  const say = useSay()
  const language = useLanguage()
  const { policy, common } = texts
  const own = card.id.startsWith('own-')
  const doubt = { H: policy.sure, M: common.confidenceM, L: common.confidenceL }[card.confidence]
  return (
    <Table.Tr data-rule={card.id} tabIndex={-1}>
      <Table.Td>{card.what[language]}</Table.Td>
      <Table.Td className={css.value}>{card.value[language]}</Table.Td>
      <Table.Td className={tableCss.nowrap}>{card.from && formatDate(card.from)}</Table.Td>
      <Table.Td className={tableCss.nowrap}>
        {card.to ? formatDate(card.to) : say(policy.noEnd)}
      </Table.Td>
      <Table.Td>
        {card.source}
        {card.note && <small className={css.note}>{card.note}</small>}
      </Table.Td>
      <Table.Td className={card.confidence === 'H' ? undefined : css.doubt}>
        {say(own ? policy.own : doubt)}
      </Table.Td>
    </Table.Tr>
  )
}
