import { Button, Kbd, SegmentedControl, Table, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { addDays, formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { type Lead, leadState } from '#core/roster.ts'
import { LeadOutcome } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Failed } from '../../components/page.tsx'
import { useRowFocus } from '../../components/row-focus.ts'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import css from './conferences.module.css'
import { LeadDialog } from './lead-dialog.tsx'
import { useInterest } from './roster-table.tsx'
import { useConvert } from './use-convert.tsx'

const { roster, terms } = texts
const everAfter = '9999-12-31'

type LeadsProps = { today: string; onSaid: (said: string | null) => void }

/** Who is to be called again; one key makes a sign-up of a lead. */
export function Leads({ today, onSaid }: LeadsProps) {
  const say = useSay()
  const [until, setUntil] = useState(today)
  const query = useCall('lead.list', { until }, { keep: true })
  return (
    <div className={css.inside}>
      <SegmentedControl
        size="xs"
        aria-label={say(roster.leadsUntil)}
        value={until}
        data={[
          { value: today, label: say(roster.untilToday) },
          { value: addDays(today, 7), label: say(roster.untilWeek) },
          { value: everAfter, label: say(roster.untilAll) },
        ]}
        onChange={setUntil}
        style={{ alignSelf: 'flex-start' }}
      />
      <Answer query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(roster.leadsEmpty)}>
              <Text size="sm">{say(roster.leadsEmptyHint)}</Text>
            </Empty>
          ) : (
            <LeadTable rows={rows} today={today} onSaid={onSaid} />
          )
        }
      </Answer>
    </div>
  )
}

type Noting = { lead: Lead; outcome: LeadOutcome | null }

function LeadTable({ rows, today, onSaid }: LeadsProps & { rows: Lead[] }) {
  const say = useSay()
  const focus = useRowFocus(rows.length)
  const convert = useConvert(today)
  const mayWrite = useMay('work')
  const [noting, setNoting] = useState<Noting | null>(null)
  const current = rows[focus.at]
  useKeys([
    { key: 'alt+l', label: roster.leads, run: focus.focus },
    ...(mayWrite
      ? [{ key: 'F8', label: roster.convert, run: () => current && convert.start(current.id) }]
      : []),
  ])
  const press = (event: KeyboardEvent, lead: Lead) => {
    if (!mayWrite) return
    const outcome = LeadOutcome.options[Number(event.key) - 1] ?? null
    if (event.key !== 'Enter' && outcome === null) return
    event.preventDefault()
    setNoting({ lead, outcome })
  }
  const close = () => {
    setNoting(null)
    requestAnimationFrame(focus.focus)
  }
  return (
    <>
      {convert.error ? <Failed error={convert.error} /> : null}
      <div className={tableCss.wrap}>
        <Table className={tableCss.table} aria-label={say(roster.leads)}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((title) => (
                <Table.Th key={title.vi}>{say(title)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody ref={focus.body}>
            {rows.map((lead, index) => {
              const { onKeyDown, ...props } = focus.row(index)
              return (
                <Table.Tr
                  key={lead.id}
                  {...props}
                  onDoubleClick={() => mayWrite && setNoting({ lead, outcome: null })}
                  onKeyDown={(event) => {
                    press(event, lead)
                    onKeyDown(event)
                  }}
                >
                  <Cells lead={lead} today={today} />
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      <div className={css.foot}>
        <span role="status">{say(roster.leadsShown, { n: formatMoney(rows.length) })}</span>
        {mayWrite && <span className="soft">{say(roster.leadHint)}</span>}
        {mayWrite && current && (
          <Button
            size="compact-sm"
            rightSection={<Kbd size="xs">F8</Kbd>}
            onClick={() => convert.start(current.id)}
          >
            {say(roster.convert)}
          </Button>
        )}
      </div>
      {convert.question}
      {noting && (
        <LeadDialog
          {...noting}
          today={today}
          onClose={close}
          onDone={() => {
            onSaid(say(roster.leadSaved, { name: noting.lead.name }))
            close()
          }}
        />
      )}
    </>
  )
}

const columns = [
  roster.followUp,
  roster.name,
  roster.phone,
  roster.group,
  roster.interest,
  roster.state,
  roster.from,
  roster.note,
]

function Cells({ lead, today }: { lead: Lead; today: string }) {
  const say = useSay()
  const interest = useInterest()
  const { followUpOn, name, phone, occupation, heldOn, place, communeName, note } = lead
  const isLate = followUpOn !== null && followUpOn < today
  return (
    <>
      <Table.Td className={tableCss.nowrap}>
        {followUpOn && formatDate(followUpOn)}
        {isLate && <span className={css.late}> {say(roster.overdue)}</span>}
      </Table.Td>
      <Table.Td>{name}</Table.Td>
      <Table.Td className={tableCss.nowrap}>{phone ?? '—'}</Table.Td>
      <Table.Td>{say(occupation ? terms.occupation[occupation] : roster.noGroup)}</Table.Td>
      <Table.Td>{interest(lead)}</Table.Td>
      <Table.Td>{say(terms.leadState[leadState(lead)])}</Table.Td>
      <Table.Td>
        {formatDate(heldOn)}, {place}, {communeName}
      </Table.Td>
      <Table.Td>{note}</Table.Td>
    </>
  )
}
