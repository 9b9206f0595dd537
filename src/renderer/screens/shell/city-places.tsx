import {
  IconBuildingCommunity,
  IconCalendarStats,
  IconCertificate,
  IconFileCertificate,
  IconFileImport,
  IconMailForward,
  IconScale,
} from '@tabler/icons-react'
import type { AppState } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { CityDays } from '../city-days/city-days.tsx'
import { CityReceive } from '../city-receive/city-receive.tsx'
import { CityReplies } from '../city-replies/city-replies.tsx'
import { CityTotals } from '../city-totals/city-totals.tsx'
import { adminPlace, type CityPlace, type PlaceEntry } from './navigation.tsx'

/** The screens of the city office, in the order of its work, with their keys. */
export const cityPlaces: PlaceEntry[] = [
  { id: 'city-receive', key: 'F2', label: texts.city.receive, Icon: IconFileImport },
  { id: 'city-days', key: 'F3', label: texts.city.days, Icon: IconCalendarStats },
  { id: 'city-totals', key: 'F4', label: texts.city.totals, Icon: IconBuildingCommunity },
  { id: 'city-replies', key: 'F5', label: texts.city.replies, Icon: IconMailForward },
  { id: 'verify', key: 'F7', label: texts.shell.verify, Icon: IconFileCertificate },
  { id: 'keys', key: 'shift+F7', label: texts.keys.place, Icon: IconCertificate },
  { id: 'policy', key: 'F10', label: texts.shell.policy, Icon: IconScale },
  adminPlace,
]

/** The screen of the city office that is open. */
export function CityScreen({ place, state }: { place: CityPlace; state: AppState }) {
  switch (place) {
    case 'city-receive':
      return <CityReceive state={state} />
    case 'city-days':
      return <CityDays today={state.today} />
    case 'city-totals':
      return <CityTotals today={state.today} />
    case 'city-replies':
      return <CityReplies state={state} />
  }
}
