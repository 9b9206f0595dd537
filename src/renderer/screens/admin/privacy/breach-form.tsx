import { Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate, parseDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { breachFields } from '#core/privacy/records.ts'
import { texts } from '#core/texts.ts'
import { parseTime } from '#core/time.ts'
import { useAct, useCall } from '../../../api.ts'
import { BoxRow, TextBox } from '../../../components/box.tsx'
import { communeRef } from '../../../components/commune.ts'
import { CommuneBox } from '../../../components/commune-box.tsx'
import { DateBox } from '../../../components/date-box.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { EnterForm } from '../../../components/enter-form.tsx'
import { FormButtons } from '../../../components/form-buttons.tsx'
import { Failed } from '../../../components/page.tsx'
import { SpanBoxes } from '../../../components/span-boxes.tsx'
import { useSay } from '../../../language.tsx'

const { privacy } = texts

type Field = (typeof breachFields)[number]

const empty = {
  ...{ time: '', happenedAt: '', place: '', what: '', cause: '', harm: '', measures: '' },
  ...{ contact: '', from: '', to: '', commune: null as string | null, fields: [] as Field[] },
}

const lines = ['what', 'place', 'cause', 'harm', 'measures', 'contact'] as const

/** Notes a breach: when it was found, what happened, whose data; the store counts the people. */
export function BreachForm({ today, onClose }: { today: string; onClose: () => void }) {
  const say = useSay()
  const act = useAct('breach.save')
  const [typed, setTyped] = useState({ ...empty, day: formatDate(today) })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }))
  const read = (text: string) => {
    const day = parseDate(text, { today })
    return day.ok ? day.value.date : null
  }
  const communes = useCall('registry.communes', {})
  const commune = typed.commune === null ? null : communeRef(typed.commune)
  const filter = {
    ...{ from: read(typed.from), to: read(typed.to) },
    ...{ communeCode: commune?.code ?? null, communeFrom: commune?.validFrom ?? null },
  }
  const count = useCall('breach.count', filter, { keep: true })
  const time = parseTime(typed.time)
  const day = read(typed.day)
  const submit = () => {
    setTried(true)
    if (day === null || !time.ok || typed.what.trim() === '') return
    const { time: _, day: __, from: ___, to: ____, commune: _____, ...words } = typed
    const foundAt = new Date(`${day}T${time.value}:00+07:00`).toISOString()
    const draft = { ...words, ...filter, id: null, foundAt, reportedAt: null }
    act.mutate(draft, { onSuccess: onClose })
  }
  const labels = { ...privacy, contact: privacy.officeContact }
  const toggle = (field: Field) =>
    set({
      fields: typed.fields.includes(field)
        ? typed.fields.filter((one) => one !== field)
        : [...typed.fields, field],
    })
  return (
    <Dialog title={say(privacy.newBreach)} onClose={onClose} size="lg">
      <EnterForm label={say(privacy.newBreach)} onSubmit={submit}>
        <Stack gap="xs">
          <BoxRow>
            <DateBox
              label={say(privacy.foundOn)}
              width={11}
              grow={0}
              today={today}
              value={typed.day}
              onChange={(text) => set({ day: text })}
            />
            <TextBox
              label={say(privacy.foundTime)}
              width={8}
              grow={0}
              value={typed.time}
              onChange={(text) => set({ time: text })}
              error={tried && !time.ok ? say(texts.common.failed) : null}
              strict
              placeholder="08:30"
              maxLength={8}
            />
            <TextBox
              label={say(privacy.happenedAt)}
              width={14}
              value={typed.happenedAt}
              onChange={(happenedAt) => set({ happenedAt })}
              maxLength={100}
            />
          </BoxRow>
          {lines.map((field) => (
            <TextBox
              key={field}
              label={say(labels[field])}
              value={typed[field]}
              onChange={(text) => set({ [field]: text })}
              error={
                field === 'what' && tried && typed.what.trim() === ''
                  ? say(privacy.reasonMissing)
                  : null
              }
              strict
              maxLength={300}
            />
          ))}
          <Text size="sm" fw={600}>
            {say(privacy.fields)}
          </Text>
          <Group gap="sm">
            {breachFields.map((field) => (
              <Checkbox
                key={field}
                label={say(privacy.field[field])}
                checked={typed.fields.includes(field)}
                onChange={() => toggle(field)}
              />
            ))}
          </Group>
          <BoxRow>
            <SpanBoxes
              labels={{ from: privacy.signedFrom, to: privacy.signedTo }}
              width={11}
              grow={0}
              today={today}
              value={typed}
              onChange={set}
            />
          </BoxRow>
          <BoxRow>
            <CommuneBox
              label={say(privacy.commune)}
              width={24}
              communes={communes.data ?? []}
              value={typed.commune}
              onChange={(value) => set({ commune: value })}
            />
          </BoxRow>
          <Text size="sm">{say(privacy.scopeHint)}</Text>
          <Text size="sm" role="status">
            {count.data && say(privacy.affected, { n: formatMoney(count.data.people) })}
          </Text>
          {act.error && <Failed error={act.error} />}
          <FormButtons busy={act.isPending} />
        </Stack>
      </EnterForm>
    </Dialog>
  )
}
