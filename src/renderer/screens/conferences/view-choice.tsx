import { SegmentedControl } from '@mantine/core'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'

/** The ways to look at conferences. */
export type View = 'list' | 'calendar' | 'leads' | 'conversion'

const { conferences } = texts
const views = [
  { value: 'list', label: conferences.viewList },
  { value: 'calendar', label: conferences.viewCalendar },
  { value: 'leads', label: conferences.viewLeads },
  { value: 'conversion', label: conferences.viewConversion },
] as const

/** Chooses between them; Alt+1 to Alt+4. */
export function ViewChoice({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const say = useSay()
  useKeys(
    views.map(({ value, label }, index) => ({
      key: `alt+${index + 1}`,
      label,
      quiet: true,
      run: () => onChange(value),
    })),
  )
  return (
    <SegmentedControl
      size="xs"
      aria-label={say(conferences.views)}
      value={view}
      data={views.map(({ value, label }, index) => ({
        value,
        label: `${say(label)} (Alt+${index + 1})`,
      }))}
      onChange={(value) => onChange(value as View)}
    />
  )
}
