import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useId, useState } from 'react'
import type { OfficeCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Empty, Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import css from './wizard.module.css'

type FinderProps = {
  on: string
  chosen: OfficeCard | null
  onChoose: (office: OfficeCard | null) => void
  error: string | null
  strict: boolean
}

/** Finds an office by name or code while typing; the arrow keys choose, Enter goes on. */
export function OfficeFinder({ on, chosen, onChoose, error, strict }: FinderProps) {
  const say = useSay()
  const list = useId()
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query.slice(0, 100), 100)
  const found = useCall('office.choices', { query: asked, on }, { keep: true })
  const offices = found.data ?? []
  const at = offices.findIndex(({ code }) => code === chosen?.code)
  const move = (event: KeyboardEvent) => {
    // Enter without a choice takes the best match and stays, so that it is seen before going on.
    if (event.key === 'Enter' && at < 0 && offices[0]) {
      event.preventDefault()
      event.stopPropagation()
      return onChoose(offices[0])
    }
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!by || offices.length === 0) return
    event.preventDefault()
    const to = Math.min(Math.max(at + by, 0), offices.length - 1)
    onChoose(offices[to] ?? null)
    document.getElementById(`${list}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className={css.finder}>
      <TextBox
        label={say(texts.wizard.find)}
        path="office"
        autoFocus
        value={query}
        onChange={setQuery}
        onKey={move}
        error={error}
        strict={strict}
        list={{ id: list, active: at >= 0 ? `${list}-${at}` : undefined }}
      />
      {found.error && <Failed error={found.error} retry={() => found.refetch()} />}
      {found.data && offices.length === 0 && <Empty title={say(texts.wizard.noOffice)} />}
      <div id={list} role="listbox" aria-label={say(texts.wizard.offices)} className={css.offices}>
        {offices.map((office, index) => (
          <OfficeOption
            key={office.code}
            id={`${list}-${index}`}
            office={office}
            chosen={index === at}
            onChoose={() => onChoose(office)}
          />
        ))}
      </div>
    </div>
  )
}

type OptionProps = { id: string; office: OfficeCard; chosen: boolean; onChoose: () => void }

function OfficeOption({ id, office, chosen, onChoose }: OptionProps) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box above holds the keys of the list
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={css.office}
      // Keeps the focus in the box: its message on leaving would move the row from under the pointer.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <strong>{office.name}</strong>
      <span className="mono">{office.code}</span>
      <span>{say(texts.wizard.communes, { n: office.communes })}</span>
      {office.confidence !== 'H' && <em className={css.doubt}>{say(texts.wizard.unconfirmed)}</em>}
    </div>
  )
}
