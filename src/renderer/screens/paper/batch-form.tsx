import { Button, Checkbox, NativeSelect, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { CallInput, FormCard } from '#core/contract.ts'
import { formatDate, parseDate } from '#core/date.ts'
import type { FormId } from '#core/forms.ts'
import type { PaperOrder, PaperSelection } from '#core/papers/order.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { DateBox } from '../../components/date-box.tsx'
import { Answer, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { sayForm } from './form-choice.tsx'
import css from './paper.module.css'

const { batch, paper } = texts

/** Where the dialog was opened from: the enrolments marked there and the filter in use. */
export type BatchSource = {
  marked: number[]
  filter: { query: string; filters: RegistryFilters } | null
}

type Kind = 'marked' | 'filter' | 'day' | 'conference'
type Wish = Omit<CallInput<'paper.batch'>, 'job'>

/** What a sign-up is declared on; of these each gets what its day asks for. */
const usual: readonly FormId[] = ['tk1-ts', 'household-annex', 'mau-2', 'mau-4']

type BatchFormProps = {
  source: BatchSource
  cards: readonly FormCard[]
  today: string
  onMake: (wish: Wish) => void
}

/** Chooses whose papers to print, which forms, and in which order of a paper file. */
export function BatchForm({ source, cards, today, onMake }: BatchFormProps) {
  const say = useSay()
  const [kind, setKind] = useState<Kind>(firstKind(source))
  const [day, setDay] = useState(formatDate(today))
  const [conference, setConference] = useState<number | null>(null)
  const [wanted, setWanted] = useState<readonly FormId[]>(usual)
  const [order, setOrder] = useState<PaperOrder>('household')
  const [compare, setCompare] = useState(true)
  const offered = cards.filter(({ about }) => about !== 'conference' || isHeld(kind))
  const forms = offered.filter(({ form }) => wanted.includes(form)).map(({ form }) => form)
  const selection = selectionOf(kind, source, { day, conference, today })
  const make = () => {
    if (!selection || forms.length === 0) return
    const named = forms.map((form) => ({ form, edition: null }))
    onMake({ selection, forms: named, order, checkAgainstOfficial: compare })
  }
  return (
    <form
      aria-label={say(batch.title)}
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <Sheet>
        <Stack gap="md">
          <WhatChoice kind={kind} source={source} onChange={setKind} />
          {kind === 'day' && (
            <DateBox
              label={say(batch.day)}
              value={day}
              today={today}
              width={12}
              onChange={setDay}
            />
          )}
          {kind === 'conference' && (
            <ConferenceChoice chosen={conference} onChange={setConference} />
          )}
          <FormBoxes cards={offered} wanted={wanted} onChange={setWanted} />
          <OrderChoice order={order} onChange={setOrder} />
          <Checkbox
            label={say(paper.compare)}
            description={say(batch.compareHint)}
            classNames={{ description: css.hint }}
            checked={compare}
            onChange={(event) => setCompare(event.currentTarget.checked)}
          />
          <Submit ready={selection !== null && forms.length > 0} />
        </Stack>
      </Sheet>
    </form>
  )
}

const isHeld = (kind: Kind): boolean => kind === 'day' || kind === 'conference'

function firstKind({ marked, filter }: BatchSource): Kind {
  if (marked.length > 0) return 'marked'
  return filter ? 'filter' : 'day'
}

type Typed = { day: string; conference: number | null; today: string }

function selectionOf(kind: Kind, source: BatchSource, typed: Typed): PaperSelection | null {
  if (kind === 'marked') return { kind: 'enrolments', ids: source.marked }
  if (kind === 'filter') return source.filter && { kind, ...source.filter }
  if (kind === 'conference') {
    return typed.conference === null ? null : { kind, id: typed.conference }
  }
  const read = parseDate(typed.day, { today: typed.today })
  return read.ok && read.value.precision === 'day' ? { kind, day: read.value.date } : null
}

type WhatProps = { kind: Kind; source: BatchSource; onChange: (kind: Kind) => void }

function WhatChoice({ kind, source: { marked, filter }, onChange }: WhatProps) {
  const say = useSay()
  const choices: [Kind, string, boolean][] = [
    ['marked', say(batch.ofMarked, { n: marked.length }), marked.length > 0],
    ['filter', say(batch.ofFilter), filter !== null],
    ['day', say(batch.ofDay), true],
    ['conference', say(batch.ofConference), true],
  ]
  return (
    <Radio.Group label={say(batch.what)} value={kind} onChange={(value) => onChange(value as Kind)}>
      <Stack gap={6} mt={4}>
        {choices
          .filter(([, , there]) => there)
          .map(([value, label]) => (
            <Radio key={value} value={value} label={label} {...(value === kind && focused)} />
          ))}
      </Stack>
    </Radio.Group>
  )
}

const focused = { 'data-autofocus': true }

type ConferenceProps = { chosen: number | null; onChange: (id: number | null) => void }

function ConferenceChoice({ chosen, onChange }: ConferenceProps) {
  const say = useSay()
  const list = useCall('conference.list', {})
  return (
    <Answer query={list}>
      {(rows) =>
        rows.length === 0 ? (
          <Text size="sm">{say(batch.conferenceNone)}</Text>
        ) : (
          <NativeSelect
            label={say(batch.conference)}
            value={chosen ?? ''}
            data={[
              { value: '', label: say(texts.common.choose) },
              ...rows.map(({ id, heldOn, place }) => ({
                value: String(id),
                label: say(batch.conferenceLine, { day: formatDate(heldOn), place }),
              })),
            ]}
            onChange={(event) => onChange(Number(event.currentTarget.value) || null)}
          />
        )
      }
    </Answer>
  )
}

type FormBoxesProps = {
  cards: readonly FormCard[]
  wanted: readonly FormId[]
  onChange: (wanted: readonly FormId[]) => void
}

function FormBoxes({ cards, wanted, onChange }: FormBoxesProps) {
  const say = useSay()
  return (
    <Checkbox.Group
      label={say(batch.forms)}
      description={say(batch.formsHint)}
      classNames={{ description: css.hint }}
      value={[...wanted]}
      onChange={(forms) => onChange(forms as FormId[])}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} mt={6}>
        {cards.map(({ form, code, title }) => (
          <Checkbox key={form} value={form} label={sayForm(code, title)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}

type OrderProps = { order: PaperOrder; onChange: (order: PaperOrder) => void }

function OrderChoice({ order, onChange }: OrderProps) {
  const say = useSay()
  return (
    <NativeSelect
      label={say(batch.order)}
      w="20rem"
      value={order}
      data={[
        { value: 'household', label: say(batch.byHousehold) },
        { value: 'commune', label: say(batch.byCommune) },
        { value: 'number', label: say(batch.byNumber) },
      ]}
      onChange={(event) => onChange(event.currentTarget.value as PaperOrder)}
    />
  )
}

function Submit({ ready }: { ready: boolean }) {
  const say = useSay()
  return (
    <div>
      <Button type="submit" disabled={!ready}>
        {say(batch.make)}
      </Button>
      {!ready && (
        <Text size="sm" mt={6}>
          {say(batch.makeIncomplete)}
        </Text>
      )}
    </div>
  )
}
