import type { RegistryShow } from '#core/contract/registry-calls.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { CommuneBox } from '../../components/commune-box.tsx'
import { SpanBoxes } from '../../components/span-boxes.tsx'
import { useSay } from '../../language.tsx'
import { type Filter, filterStates, type View } from './filter.ts'
import css from './register.module.css'
import { SavedFilters } from './saved-filters.tsx'

type FilterProps = { view: View; today: string; onChange: (view: View) => void; onList: () => void }

const { register, terms } = texts

const allShows = {
  people: register.showPeople,
  households: register.showHouseholds,
  enrolments: register.showEnrolments,
} as const

/** The search box and what else narrows the register; ↓ and Enter go on to the lines found. */
export function FilterBoxes({ view, today, onChange, onList }: FilterProps) {
  const say = useSay()
  const { filter } = view
  const set = (change: Partial<Filter>) => onChange({ ...view, filter: { ...filter, ...change } })
  return (
    <search className={css.filters} aria-label={say(register.filters)}>
      <BoxRow>
        <TextBox
          label={say(register.query)}
          path="query"
          width={24}
          grow={4}
          echo={say(register.queryHint)}
          maxLength={200}
          autoFocus
          value={filter.query}
          onChange={(query) => set({ query })}
          onKey={(event) => {
            if (event.nativeEvent.isComposing || !['ArrowDown', 'Enter'].includes(event.key)) return
            event.preventDefault()
            onList()
          }}
        />
        <ChoiceBox
          label={say(register.show)}
          width={9}
          grow={0}
          value={view.show}
          options={(Object.keys(allShows) as RegistryShow[]).map((value) => ({
            value,
            label: say(allShows[value]),
          }))}
          onChange={(show) => onChange({ ...view, show })}
        />
        <SavedFilters view={view} today={today} onChange={onChange} />
      </BoxRow>
      <NarrowBoxes filter={filter} today={today} set={set} />
    </search>
  )
}

type NarrowProps = { filter: Filter; today: string; set: (change: Partial<Filter>) => void }

function NarrowBoxes({ filter, today, set }: NarrowProps) {
  const say = useSay()
  const communes = useCall('registry.communes', {})
  const all = say(register.all)
  const options = <V extends string>(
    values: readonly V[],
    words: Record<V, { vi: string; en: string }>,
  ) => values.map((value) => ({ value, label: say(words[value]) }))
  return (
    <BoxRow>
      <SpanBoxes labels={register} width={7} today={today} value={filter} onChange={set} />
      <ChoiceBox
        label={say(register.scheme)}
        width={9}
        value={filter.scheme}
        options={options(['bhxh-tn', 'bhyt-hgd'], terms.scheme)}
        empty={all}
        onChange={(scheme) => set({ scheme })}
      />
      <ChoiceBox
        label={say(register.kind)}
        width={7}
        value={filter.kind}
        options={options(['first', 'returning', 'renewing'], terms.kind)}
        empty={all}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceBox
        label={say(register.state)}
        width={8}
        value={filter.state}
        options={options(filterStates, terms.state)}
        empty={all}
        onChange={(state) => set({ state })}
      />
      <ChoiceBox
        label={say(register.collector)}
        width={8}
        value={filter.collector}
        options={options(['post', 'service-organisation', 'office-counter'], terms.collector)}
        empty={all}
        onChange={(collector) => set({ collector })}
      />
      <CommuneBox
        label={say(register.commune)}
        width={10}
        communes={communes.data ?? []}
        value={filter.commune}
        onChange={(commune) => set({ commune })}
      />
    </BoxRow>
  )
}
