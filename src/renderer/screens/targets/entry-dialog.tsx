import { Button, Group, Kbd } from '@mantine/core'
import { useState } from 'react'
import type { PlanRead } from '#core/contract.ts'
import type { Phrase } from '#core/messages.ts'
import { keyOfEntry, type PlanEntry, type PlanPart } from '#core/target-plan.ts'
import { Collector } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { CommuneBox } from '../../components/commune-box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { type Say, useLanguage, useSay, useSayError } from '../../language.tsx'
import { type EntryForm, type Field, fieldsOf, formOf, readForm } from './entry-form.ts'

type EntryProps = {
  part: PlanPart
  /** The entry that is changed; null adds one. */
  row: PlanEntry['row'] | null
  read: PlanRead
  today: string
  onClose: () => void
}

/** One entry of the plan: typed, checked, saved. */
export function EntryDialog({ part, row, read, today, onClose }: EntryProps) {
  const say = useSay()
  const language = useLanguage()
  const sayError = useSayError()
  const { targets } = texts
  const [form, setForm] = useState(() => formOf(part, row, today))
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const act = useAct('targets.save')
  const save = () => {
    const typed = readForm(part, form, today, language)
    if ('wrong' in typed) return setWrong(typed.wrong)
    setWrong({})
    const previousKey = row ? keyOfEntry({ part, row } as PlanEntry) : null
    act.mutate({ entry: typed.entry, previousKey }, { onSuccess: onClose })
  }
  const refused = act.error instanceof ProblemError ? act.error.problem.path?.[0] : undefined
  const errorOf = (path: string) => wrong[path] ?? (refused === path ? sayError(act.error) : null)
  const isInBox = fieldsOf[part].some(({ path }) => path === refused)
  return (
    <Dialog title={say(targets.parts[part])} onClose={onClose} size="60rem">
      <SaveKey save={save} />
      {act.error && !isInBox ? <Failed error={act.error} /> : null}
      <EnterForm label={say(targets.parts[part])} onSubmit={save}>
        <BoxRow>
          {fieldsOf[part].map((field) => (
            <FieldBox
              key={field.path}
              field={field}
              error={errorOf(field.path)}
              {...{ form, read, today }}
              onChange={(value) => setForm((all) => ({ ...all, [field.path]: value }))}
            />
          ))}
        </BoxRow>
      </EnterForm>
      <Group justify="flex-end" mt="md">
        <Button
          onClick={save}
          loading={act.isPending}
          rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
        >
          {say(targets.save)}
        </Button>
      </Group>
    </Dialog>
  )
}

function SaveKey({ save }: { save: () => void }) {
  useKeys([{ key: 'ctrl+Enter', label: texts.targets.save, run: save }])
  return null
}

type FieldProps = {
  field: Field
  error: string | null
  form: EntryForm
  read: PlanRead
  today: string
  onChange: (value: string) => void
}

function FieldBox({ field, error, form, read, today, onChange }: FieldProps) {
  const say = useSay()
  const { kind, path, label, width = 12 } = field
  const value = form[path] ?? ''
  const box = { path, label: say(label), error, strict: true, width }
  if (kind === 'day') return <DateBox {...box} today={today} value={value} onChange={onChange} />
  if (kind === 'commune') {
    return (
      <CommuneBox
        {...box}
        communes={read.communes}
        value={value === '' ? null : value}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    )
  }
  const options = optionsOf(field, read, say)
  if (options === null) {
    const mode = kind === 'count' ? { inputMode: 'numeric' as const } : {}
    return <TextBox {...box} {...mode} maxLength={300} value={value} onChange={onChange} />
  }
  return (
    <ChoiceBox
      {...box}
      width={20}
      value={value}
      options={options}
      {...(field.optional && {
        empty: say(path === 'campaignId' ? texts.targets.noCampaign : texts.common.choose),
      })}
      onChange={onChange}
    />
  )
}

/** The values of a field with few of them; null for one that is typed. */
function optionsOf(
  { kind }: Field,
  read: PlanRead,
  say: Say,
): { value: string; label: string }[] | null {
  const { targets, overview, terms } = texts
  const named = (names: Record<string, Phrase>) =>
    Object.entries(names).map(([value, phrase]) => ({ value, label: say(phrase) }))
  switch (kind) {
    case 'measure':
      return named(targets.measures)
    case 'coverage':
      return named(overview.coverageOf)
    case 'scope':
      return named({ unit: targets.unit, city: targets.city })
    case 'campaign':
      return read.plan.campaigns.map(({ id, name }) => ({ value: id, label: name }))
    case 'collector':
      return Collector.options.map((value) => ({ value, label: say(terms.collector[value]) }))
    default:
      return null
  }
}
