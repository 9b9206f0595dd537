import { Button, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { EnrolmentRow } from '#core/contract.ts'
import { parseDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Notice, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PaperDialog } from '../paper/paper-dialog.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import css from './register.module.css'
import { RegisterTable } from './register-table.tsx'

const most = 300

type Filter = { from: string; to: string; query: string }

const noFilter: Filter = { from: '', to: '', query: '' }

/** Every enrolment of the office: find, print, cancel. */
export function Register({ today }: { today: string }) {
  const say = useSay()
  const [filter, setFilter] = useState(noFilter)
  const [asked] = useDebouncedValue(filter, 150)
  const list = useCall('enrolment.list', readFilter(asked, today), { keep: true })
  const [printing, setPrinting] = useState<EnrolmentRow | null>(null)
  const [cancelling, setCancelling] = useState<EnrolmentRow | null>(null)
  const [cancelled, setCancelled] = useState<number | null>(null)
  useKeys([{ key: 'ctrl+f', label: texts.register.find, run: () => goToBox('query') }])
  return (
    <Page title={texts.register.title} fill>
      <FilterBoxes filter={filter} today={today} onChange={setFilter} />
      {cancelled !== null && (
        <div role="status">
          <Notice tone="leaf">{say(texts.register.cancelled, { id: cancelled })}</Notice>
        </div>
      )}
      <Answer query={list}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <NothingFound filter={asked} onClear={() => setFilter(noFilter)} />
          ) : (
            <>
              <RegisterTable rows={rows} onPrint={setPrinting} onCancel={setCancelling} />
              <Text size="sm" role="status">
                {say(texts.register.shown, {
                  shown: formatMoney(rows.length),
                  total: formatMoney(total),
                })}{' '}
                {total > rows.length &&
                  say(texts.register.tooMany, { n: formatMoney(total - rows.length) })}
              </Text>
            </>
          )
        }
      </Answer>
      {printing && <PaperDialog enrolmentIds={[printing.id]} onClose={() => setPrinting(null)} />}
      {cancelling && (
        <CancelDialog
          row={cancelling}
          onClose={() => setCancelling(null)}
          onDone={() => {
            setCancelled(cancelling.id)
            setCancelling(null)
          }}
        />
      )}
    </Page>
  )
}

function readFilter(filter: Filter, today: string) {
  const day = (text: string) => {
    const read = parseDate(text, { today })
    return read.ok ? read.value.date : null
  }
  return {
    from: day(filter.from),
    to: day(filter.to),
    query: filter.query.trim().slice(0, 200),
    conferenceId: null,
    limit: most,
  }
}

type FilterProps = { filter: Filter; today: string; onChange: (filter: Filter) => void }

function FilterBoxes({ filter, today, onChange }: FilterProps) {
  const say = useSay()
  const { register } = texts
  return (
    <search className={css.filters} aria-label={say(register.filters)}>
      <BoxRow>
        <DateBox
          label={say(register.from)}
          width={12}
          grow={0}
          today={today}
          value={filter.from}
          onChange={(from) => onChange({ ...filter, from })}
        />
        <DateBox
          label={say(register.to)}
          width={12}
          grow={0}
          today={today}
          value={filter.to}
          onChange={(to) => onChange({ ...filter, to })}
        />
        <TextBox
          label={say(register.query)}
          path="query"
          width={18}
          echo={say(register.queryHint)}
          maxLength={200}
          autoFocus
          value={filter.query}
          onChange={(query) => onChange({ ...filter, query })}
        />
      </BoxRow>
    </search>
  )
}

function NothingFound({ filter, onClear }: { filter: Filter; onClear: () => void }) {
  const say = useSay()
  const filtered = Object.values(filter).some(Boolean)
  return (
    <Empty title={say(filtered ? texts.register.noMatch : texts.register.empty)}>
      {filtered ? (
        <Button variant="default" onClick={onClear}>
          {say(texts.register.clearFilter)}
        </Button>
      ) : (
        <Text size="sm">{say(texts.register.emptyHint)}</Text>
      )}
    </Empty>
  )
}
