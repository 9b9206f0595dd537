import {
  IconBook2,
  IconCalendarDue,
  IconCertificate,
  IconFileCertificate,
  IconGauge,
  IconReportAnalytics,
  IconScale,
  IconShieldLock,
  IconTargetArrow,
  IconUsersGroup,
  IconUsersPlus,
} from '@tabler/icons-react'
import type { Phrase } from '#core/messages.ts'
import type { Right } from '#core/rights.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import { conferenceDraft } from '../conferences/draft.ts'
import { isDirty, useDraft } from '../enrol/draft.ts'
import css from './shell.module.css'
import { keyName } from './status-line.tsx'
import { useUnsaved } from './use-unsaved.ts'

/** The screens of the city office. */
export type CityPlace = 'city-receive' | 'city-days' | 'city-totals' | 'city-replies'

/** The screens one can be at. */
export type Place =
  | 'enrol'
  | 'conferences'
  | 'register'
  | 'renewals'
  | 'summary'
  | 'verify'
  | 'keys'
  | 'policy'
  | 'overview'
  | 'targets'
  | 'admin'
  | CityPlace

/** A screen in the navigation, with its key. */
export type PlaceEntry = {
  id: Place
  key: string
  label: Phrase
  Icon: typeof IconBook2
  /** One of these rights opens it; `look` when nothing is said. */
  rights?: Right[]
}

/** People, audit and what else keeps an office safe; at the counter, requests about personal data. */
export const adminPlace: PlaceEntry = {
  id: 'admin',
  key: 'F12',
  label: texts.admin.title,
  Icon: IconShieldLock,
  rights: ['people', 'keep', 'audit', 'work'],
}

/** The screens of a unit in the order of the working day, with their keys. */
export const places: PlaceEntry[] = [
  { id: 'enrol', key: 'F2', label: texts.shell.enrol, Icon: IconUsersPlus, rights: ['work'] },
  {
    id: 'conferences',
    key: 'F3',
    label: texts.shell.conferences,
    Icon: IconUsersGroup,
    rights: ['work'],
  },
  { id: 'register', key: 'F4', label: texts.shell.register, Icon: IconBook2 },
  {
    id: 'renewals',
    key: 'F5',
    label: texts.shell.renewals,
    Icon: IconCalendarDue,
    rights: ['work'],
  },
  { id: 'overview', key: 'F11', label: texts.overviewPlaces.overview, Icon: IconGauge },
  { id: 'targets', key: 'shift+F11', label: texts.overviewPlaces.targets, Icon: IconTargetArrow },
  { id: 'summary', key: 'F6', label: texts.shell.summary, Icon: IconReportAnalytics },
  { id: 'verify', key: 'F7', label: texts.shell.verify, Icon: IconFileCertificate },
  { id: 'keys', key: 'shift+F7', label: texts.keys.place, Icon: IconCertificate },
  { id: 'policy', key: 'F10', label: texts.shell.policy, Icon: IconScale },
  adminPlace,
]

type NavigationProps = { entries: PlaceEntry[]; place: Place; onGo: (place: Place) => void }

/** The screens on the left, each with its key; a dot marks what is typed and not saved yet. */
export function Navigation({ entries, place, onGo }: NavigationProps) {
  const say = useSay()
  const dirty = isDirty(useDraft())
  const typed = conferenceDraft.use()?.touched ?? false
  useUnsaved(dirty || typed)
  return (
    <nav className={css.nav} aria-label={say(texts.shell.navigation)}>
      {entries.map(({ id, key, label, Icon }) => (
        <button
          key={id}
          type="button"
          className={css.place}
          aria-current={id === place ? 'page' : undefined}
          aria-keyshortcuts={key}
          onClick={() => onGo(id)}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          <span>{say(label)}</span>
          <kbd aria-hidden>{keyName(key)}</kbd>
          {((id === 'enrol' && dirty) || (id === 'conferences' && typed)) && (
            <span className={css.dot} role="img" aria-label={say(texts.shell.draftWaiting)} />
          )}
        </button>
      ))}
    </nav>
  )
}

/** The screens a person may open. */
export function openTo(entries: readonly PlaceEntry[], rights: readonly Right[]): PlaceEntry[] {
  return entries.filter(({ rights: needed = ['look'] }) =>
    needed.some((right) => rights.includes(right)),
  )
}
