import { Button, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { CallInput } from '#core/contract.ts'
import { parseCount } from '#core/count.ts'
import type { PaperPlace } from '#core/papers/order.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'

const { batch } = texts

type Unit = 'page' | 'paper' | 'enrolmentId'

/** A part of an earlier print job to draw again. */
export type AgainWish = Omit<CallInput<'paper.again'>, 'job'>

type AgainFormProps = { printJob: number; onAgain: (wish: AgainWish) => void }

/** Where to go on after a paper jam: from a page, a paper or a record, to another or the end. */
export function AgainForm({ printJob, onAgain }: AgainFormProps) {
  const say = useSay()
  const [unit, setUnit] = useState<Unit>('page')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const places = { from: readPlace(unit, from), to: readPlace(unit, to) }
  const wrong = (place: PaperPlace | null | undefined) =>
    place === undefined ? say(batch.againWrong) : null
  const start = () => {
    if (places.from === undefined || places.to === undefined) return
    onAgain({ printJob, from: places.from, to: places.to })
  }
  const units = [
    { value: 'page', label: say(batch.byPage) },
    { value: 'paper', label: say(batch.byPaper) },
    { value: 'enrolmentId', label: say(batch.byRecord) },
  ]
  return (
    <form
      aria-label={say(batch.again)}
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <Stack gap="xs">
        <Title order={3}>{say(batch.again)}</Title>
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <NativeSelect
            miw="7.5rem"
            label={say(batch.againFrom)}
            value={unit}
            data={units}
            onChange={(event) => setUnit(event.currentTarget.value as Unit)}
          />
          <TextInput
            label={units.find(({ value }) => value === unit)?.label}
            inputMode="numeric"
            value={from}
            error={wrong(places.from)}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            label={say(batch.againTo)}
            inputMode="numeric"
            value={to}
            error={wrong(places.to)}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Group>
        <Button type="submit" variant="default" style={{ alignSelf: 'start' }}>
          {say(from === '' && to === '' ? batch.againWhole : batch.againMake)}
        </Button>
      </Stack>
    </form>
  )
}

/** A place as typed; null is none, undefined what cannot be read. */
function readPlace(unit: Unit, text: string): PaperPlace | null | undefined {
  if (text.trim() === '') return null
  const read = parseCount(text, 1_000_000)
  if (!read.ok || read.value === 0) return undefined
  if (unit === 'page') return { page: read.value }
  return unit === 'paper' ? { paper: read.value } : { enrolmentId: read.value }
}
