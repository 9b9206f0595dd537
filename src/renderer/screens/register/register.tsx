import { Button, Kbd, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { RegistryRow } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { goToBox } from '../../components/error-summary.tsx'
import { VirtualGrid } from '../../components/grid.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Notice, Page } from '../../components/page.tsx'
import { useGrid } from '../../components/use-grid.ts'
import { useSay } from '../../language.tsx'
import { BatchDialog } from '../paper/batch-dialog.tsx'
import { PaperDialog } from '../paper/paper-dialog.tsx'
import { PersonDialog } from '../person/person-dialog.tsx'
import { useColumns } from './columns.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { isNarrowed, noFilter, readFilters, readQuery, type View } from './filter.ts'
import { FilterBoxes } from './filter-boxes.tsx'
import css from './register.module.css'
import { lineKey, useRegistry } from './use-registry.ts'

const { register } = texts

/** What is open over the register: a person's card, papers of some or of many enrolments, or a list. */
type Open =
  | { person: number; enrolment: number | null }
  | { papers: number[] }
  | { batch: number[] }
  | { export: RegistryRow[] }

/** Everybody in the book: find, walk through with the keyboard, open, mark, print. */
export function Register({ today }: { today: string }) {
  const [view, setView] = useState<View>({ show: 'people', filter: noFilter })
  const [asked] = useDebouncedValue(view, 120)
  const list = useRef<{ focus: () => void }>(null)
  useKeys([
    { key: 'ctrl+f', label: register.find, run: () => goToBox('query') },
    { key: 'alt+l', label: register.toList, run: () => list.current?.focus() },
  ])
  return (
    <Page title={register.title} fill>
      <FilterBoxes
        view={view}
        today={today}
        onChange={setView}
        onList={() => list.current?.focus()}
      />
      <Lines
        view={asked}
        today={today}
        list={list}
        onClear={() => setView({ ...view, filter: noFilter })}
      />
    </Page>
  )
}

type LinesProps = {
  view: View
  today: string
  list: { current: { focus: () => void } | null }
  onClear: () => void
}

function Lines({ view, today, list, onClear }: LinesProps) {
  const { answer, lines, total } = useRegistry(view, today)
  const grid = useGrid(lines, JSON.stringify(view))
  const { marked, flip, clear } = useMarks(view)
  const [open, setOpen] = useState<Open | null>(null)
  const [nothing, setNothing] = useState(false)
  const columns = useColumns(view.show)
  const rows = answer.data ?? []
  const meant = marksOf(marked, view)
  const current = rows[grid.at]
  const say = useSay()
  useEffect(() => {
    list.current = grid
  })
  const print = () => {
    const chosen = meant.length > 0 ? meant : current ? [current] : []
    const ids = chosen.flatMap(printable)
    setNothing(ids.length === 0)
    if (ids.length > 0) setOpen({ papers: ids })
  }
  const show = (row: RegistryRow) => {
    const enrolment = view.show === 'enrolments' ? (row.enrolments[0]?.id ?? null) : null
    setOpen({ person: row.personId, enrolment })
  }
  const filter = { query: readQuery(view.filter), filters: readFilters(view.filter, today) }
  const close = () => {
    setOpen(null)
    requestAnimationFrame(grid.focus)
  }
  const exportList = () => rows.length > 0 && setOpen({ export: meant })
  const printMany = () => setOpen({ batch: meant.flatMap(printable) })
  useKeys([
    { key: 'ctrl+p', label: register.print, run: print },
    { key: 'ctrl+shift+p', label: texts.batch.title, run: printMany },
    { key: 'ctrl+e', label: register.export, run: exportList },
  ])
  const isEnrolment = view.show === 'enrolments'
  return (
    <Answer query={answer}>
      {() =>
        rows.length === 0 && !lines.hasMore ? (
          <NothingFound view={view} onClear={onClear} />
        ) : (
          <>
            <VirtualGrid
              label={say(register.title)}
              grid={grid}
              rows={rows}
              total={total.more ? null : total.count}
              columns={columns}
              marked={(row) => marked.has(lineKey(row, isEnrolment))}
              gone={(row) => isEnrolment && row.enrolments[0]?.state === 'cancelled'}
              onOpen={show}
              onMark={flip}
            />
            {nothing && <Notice>{say(register.nothingToPrint)}</Notice>}
            <Foot
              view={view}
              total={total}
              at={grid.at}
              marked={meant.length}
              onUnmark={clear}
              onPrint={printMany}
              onExport={exportList}
            />
            {open && 'papers' in open && <PaperDialog enrolmentIds={open.papers} onClose={close} />}
            {open && 'export' in open && (
              <ExportDialog view={view} today={today} marked={open.export} onClose={close} />
            )}
            {open && 'batch' in open && (
              <BatchDialog source={{ marked: open.batch, filter }} today={today} onClose={close} />
            )}
            {open && 'person' in open && (
              <PersonDialog
                personId={open.person}
                enrolmentId={open.enrolment}
                today={today}
                onClose={close}
              />
            )}
          </>
        )
      }
    </Answer>
  )
}

/** The enrolments of a line that have a declaration to print. */
function printable({ enrolments }: RegistryRow): number[] {
  return enrolments.filter(({ state }) => state !== 'cancelled').map(({ id }) => id)
}

function useMarks({ show }: View) {
  const [marked, setMarked] = useState<ReadonlyMap<string, RegistryRow>>(new Map())
  const flip = (row: RegistryRow) => {
    const key = lineKey(row, show === 'enrolments')
    const next = new Map(marked)
    if (!next.delete(key)) next.set(key, row)
    setMarked(next)
  }
  return { marked, flip, clear: () => setMarked(new Map()) }
}

/** The marked lines of the kind that is shown; marks of another kind stay, but are not meant. */
function marksOf(marked: ReadonlyMap<string, RegistryRow>, { show }: View): RegistryRow[] {
  const isEnrolment = show === 'enrolments'
  return [...marked].filter(([key, row]) => key === lineKey(row, isEnrolment)).map(([, row]) => row)
}

type FootProps = {
  view: View
  total: { count: number; more: boolean }
  at: number
  marked: number
  onUnmark: () => void
  onPrint: () => void
  onExport: () => void
}

const counts = {
  people: register.countPeople,
  households: register.countHouseholds,
  enrolments: register.countEnrolments,
} as const

function Foot({ view, total, at, marked, onUnmark, onPrint, onExport }: FootProps) {
  const say = useSay()
  const n = `${formatMoney(total.count)}${total.more ? '+' : ''}`
  return (
    <div className={css.foot}>
      <span role="status">{say(counts[view.show], { n })}</span>
      <span>{say(register.at, { n: formatMoney(at + 1) })}</span>
      <span className="soft">{say(register.keysHint)}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={onPrint}
        rightSection={<Kbd size="xs">Ctrl+Shift+P</Kbd>}
      >
        {say(texts.batch.title)}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        onClick={onExport}
        rightSection={<Kbd size="xs">Ctrl+E</Kbd>}
      >
        {say(register.export)}
      </Button>
      {marked > 0 && (
        <>
          <strong role="status">{say(register.marked, { n: marked })}</strong>
          <Button size="compact-xs" variant="default" onClick={onUnmark}>
            {say(register.unmarkAll)}
          </Button>
        </>
      )}
    </div>
  )
}

function NothingFound({ view, onClear }: { view: View; onClear: () => void }) {
  const say = useSay()
  const narrowed = isNarrowed(view.filter)
  return (
    <Empty title={say(narrowed ? register.noMatch : register.empty)}>
      <Text size="sm">{say(narrowed ? register.noMatchHint : register.emptyHint)}</Text>
      {narrowed && (
        <Button variant="default" onClick={onClear}>
          {say(register.clearFilter)}
        </Button>
      )}
    </Empty>
  )
}
