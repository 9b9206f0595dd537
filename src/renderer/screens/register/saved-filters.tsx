import { ActionIcon, Group, Stack } from '@mantine/core'
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { isNarrowed, readFilters, readQuery, showFilters, type View } from './filter.ts'
import css from './register.module.css'

type SavedProps = { view: View; today: string; onChange: (view: View) => void }

const { register } = texts

/** The filters kept under a name: choose one, keep the one in use, remove one. */
export function SavedFilters({ view, today, onChange }: SavedProps) {
  const say = useSay()
  const saved = useCall('registry.filters', {})
  const client = useQueryClient()
  const remove = useAct('registry.removeFilter')
  const [chosen, setChosen] = useState('')
  const [naming, setNaming] = useState(false)
  const filters = saved.data ?? []
  const isKnown = filters.some(({ name }) => name === chosen)
  const choose = (name: string) => {
    setChosen(name)
    const found = filters.find((each) => each.name === name)
    if (found) onChange({ ...view, filter: showFilters(found.query, found.filters) })
  }
  const drop = () =>
    remove.mutate(
      { name: chosen },
      {
        onSuccess: (rest) => {
          client.setQueryData(['registry.filters', {}], rest)
          setChosen('')
        },
      },
    )
  return (
    <>
      <ChoiceBox
        label={say(register.saved)}
        width={10}
        grow={1}
        value={isKnown ? chosen : ''}
        empty={say(register.savedNone)}
        options={filters.map(({ name }) => ({ value: name, label: name }))}
        onChange={choose}
      />
      <Group gap={4} className={css.buttons}>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={!isNarrowed(view.filter)}
          aria-label={say(register.saveFilter)}
          title={say(register.saveFilter)}
          onClick={() => setNaming(true)}
        >
          <IconDeviceFloppy size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={!isKnown}
          aria-label={say(register.removeFilter)}
          title={say(register.removeFilter)}
          onClick={drop}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {(saved.error ?? remove.error) ? <Failed error={saved.error ?? remove.error} /> : null}
      {naming && (
        <NameDialog
          view={view}
          today={today}
          onClose={() => setNaming(false)}
          onSaved={(name) => {
            setChosen(name)
            setNaming(false)
          }}
        />
      )}
    </>
  )
}

type NameProps = {
  view: View
  today: string
  onClose: () => void
  onSaved: (name: string) => void
}

function NameDialog({ view, today, onClose, onSaved }: NameProps) {
  const say = useSay()
  const client = useQueryClient()
  const save = useAct('registry.saveFilter')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const empty = name.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (empty) return
    const { filter } = view
    save.mutate(
      { name: name.trim(), query: readQuery(filter), filters: readFilters(filter, today) },
      {
        onSuccess: (all) => {
          client.setQueryData(['registry.filters', {}], all)
          onSaved(name.trim())
        },
      },
    )
  }
  return (
    <Dialog title={say(register.saveFilterTitle)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextBox
            label={say(register.filterName)}
            value={name}
            onChange={setName}
            autoFocus
            maxLength={60}
            strict={tried}
            error={
              empty ? say(problems['input.required'], { field: say(register.filterName) }) : null
            }
          />
          {save.error && <Failed error={save.error} />}
          <FormButtons onBack={onClose} busy={save.isPending} />
        </Stack>
      </form>
    </Dialog>
  )
}
