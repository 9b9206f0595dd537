import { Button, Kbd, Text } from '@mantine/core'
import { IconPrinter, IconRefresh } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { DueFilter, RenewalRow } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { CallOutcome } from '#core/renewal.ts'
import type { Scheme } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow, ChoiceBox } from '../../components/box.tsx'
import { communeKey, communeRef } from '../../components/commune.ts'
import { CommuneBox } from '../../components/commune-box.tsx'
import { Confirm } from '../../components/dialog.tsx'
import { VirtualGrid } from '../../components/grid.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Failed, Loading, Notice, Page } from '../../components/page.tsx'
import { type Grid, useGrid } from '../../components/use-grid.ts'
import { useSay } from '../../language.tsx'
import { PersonDialog } from '../person/person-dialog.tsx'
import { CallDialog } from './call-dialog.tsx'
import { useColumns } from './columns.tsx'
import { DuePaper } from './due-paper.tsx'
import { MarkChoice } from './mark-choice.tsx'
import css from './renewals.module.css'
import { useRenew } from './use-renew.ts'
import { useRenewals } from './use-renewals.ts'

const { renewals, terms } = texts

type Open =
  | { at: 'person'; row: RenewalRow }
  | { at: 'call'; row: RenewalRow; outcome: CallOutcome }
  | { at: 'paper' }

type RenewalsProps = { today: string; onGo: (place: 'enrol') => void }

/** Whose terms run out: call them, and renew their household with one key. */
export function Renewals({ today, onGo }: RenewalsProps) {
  const say = useSay()
  const [filter, setFilter] = useState<DueFilter>({
    on: today,
    mark: null,
    commune: null,
    scheme: null,
  })
  const { answer, lines, total, marks } = useRenewals(filter)
  const grid = useGrid(lines, JSON.stringify(filter))
  const [open, setOpen] = useState<Open | null>(null)
  const [called, setCalled] = useState<string | null>(null)
  const renew = useRenew(today, () => onGo('enrol'))
  const current = answer.data?.[grid.at]
  const close = () => {
    setOpen(null)
    requestAnimationFrame(grid.focus)
  }
  const print = () => total > 0 && setOpen({ at: 'paper' })
  useKeys([
    { key: 'ctrl+p', label: renewals.print, run: print },
    { key: 'alt+l', label: renewals.toList, run: grid.focus },
    {
      key: 'F8',
      label: renewals.renew,
      run: () => current && !renew.isPending && renew.start(current.householdId),
    },
  ])
  return (
    <Page title={renewals.title} fill>
      <Head filter={filter} marks={marks} onChange={setFilter} />
      {renew.error && <Failed error={renew.error} />}
      {renew.isPending && <Loading label={say(renewals.renewing)} />}
      {called !== null && (
        <div role="status">
          <Notice tone="leaf">{say(renewals.logged, { name: called })}</Notice>
        </div>
      )}
      <Answer query={answer}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(renewals.empty)}>
              <Text size="sm">{say(renewals.emptyHint)}</Text>
            </Empty>
          ) : (
            <DueGrid
              rows={rows}
              grid={grid}
              total={total}
              onOpen={(row) => setOpen({ at: 'person', row })}
              onCall={(row, outcome) => setOpen({ at: 'call', row, outcome })}
              onRenew={(row) => renew.start(row.householdId)}
              onPrint={print}
            />
          )
        }
      </Answer>
      {open?.at === 'person' && (
        <PersonDialog
          personId={open.row.personId}
          enrolmentId={open.row.enrolmentId}
          today={today}
          onClose={close}
        />
      )}
      {open?.at === 'call' && (
        <CallDialog
          {...open}
          today={today}
          onClose={close}
          onDone={() => {
            setCalled(open.row.name)
            close()
          }}
        />
      )}
      {open?.at === 'paper' && <DuePaper filter={filter} onClose={close} />}
      {renew.asking && (
        <Confirm
          title={renewals.replaceTitle}
          text={renewals.replaceText}
          yes={renewals.replaceYes}
          no={renewals.replaceNo}
          onYes={renew.replace}
          onNo={renew.stop}
        />
      )}
    </Page>
  )
}

type HeadProps = {
  filter: DueFilter
  marks: Parameters<typeof MarkChoice>[0]['marks']
  onChange: (filter: DueFilter) => void
}

function Head({ filter, marks, onChange }: HeadProps) {
  const say = useSay()
  const communes = useCall('registry.communes', {})
  return (
    <search className={css.head} aria-label={say(renewals.filters)}>
      <MarkChoice
        mark={filter.mark}
        marks={marks}
        onChange={(mark) => onChange({ ...filter, mark })}
      />
      <BoxRow>
        <ChoiceBox
          label={say(renewals.scheme)}
          width={12}
          grow={0}
          value={filter.scheme ?? ''}
          empty={say(renewals.allSchemes)}
          options={(['bhxh-tn', 'bhyt-hgd'] as const).map((value) => ({
            value,
            label: say(terms.scheme[value]),
          }))}
          onChange={(scheme: Scheme | '') => onChange({ ...filter, scheme: scheme || null })}
        />
        <CommuneBox
          label={say(renewals.commune)}
          width={16}
          grow={0}
          communes={communes.data ?? []}
          value={filter.commune === null ? null : communeKey(filter.commune)}
          onChange={(key) =>
            onChange({ ...filter, commune: key === null ? null : communeRef(key) })
          }
        />
      </BoxRow>
    </search>
  )
}

type GridProps = {
  rows: RenewalRow[]
  grid: Grid
  total: number
  onOpen: (row: RenewalRow) => void
  onCall: (row: RenewalRow, outcome: CallOutcome) => void
  onRenew: (row: RenewalRow) => void
  onPrint: () => void
}

function DueGrid({ rows, grid, total, onOpen, onCall, onRenew, onPrint }: GridProps) {
  const say = useSay()
  const columns = useColumns()
  const current = rows[grid.at]
  const press = (event: KeyboardEvent, row: RenewalRow | undefined) => {
    const outcome = CallOutcome.options[Number(event.key) - 1]
    if (!outcome || !row) return
    event.preventDefault()
    onCall(row, outcome)
  }
  return (
    <>
      <VirtualGrid
        label={say(renewals.title)}
        grid={grid}
        rows={rows}
        total={total}
        columns={columns}
        onOpen={onOpen}
        onKey={press}
      />
      <div className={css.foot}>
        <span role="status">{say(renewals.shown, { n: formatMoney(total) })}</span>
        <span className="soft">{say(renewals.callHint)}</span>
        {current && (
          <>
            <Button
              size="compact-sm"
              onClick={() => onRenew(current)}
              leftSection={<IconRefresh size={16} aria-hidden />}
              rightSection={<Kbd size="xs">F8</Kbd>}
            >
              {say(renewals.renew)}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onCall(current, 'will-renew')}
              rightSection={<Kbd size="xs">1–6</Kbd>}
            >
              {say(renewals.call)}
            </Button>
          </>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={onPrint}
          leftSection={<IconPrinter size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl+P</Kbd>}
        >
          {say(renewals.print)}
        </Button>
        {current?.continuity && <span>{current.continuity.text}</span>}
      </div>
    </>
  )
}
