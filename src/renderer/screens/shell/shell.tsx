import { useCallback, useRef, useState } from 'react'
import type { AppState, SessionCard, StaffCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { Confirm } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useSetState } from '../../use-app-state.ts'
import { AdminScreen } from '../admin/admin-screen.tsx'
import { Conferences } from '../conferences/conferences.tsx'
import { conferenceDraft } from '../conferences/draft.ts'
import { draftStore, isDirty, useDraft } from '../enrol/draft.ts'
import { Enrol } from '../enrol/enrol.tsx'
import { usePaperScanner } from '../enrol/scanned-paper.ts'
import { Keys } from '../keys/keys.tsx'
import { OverviewScreen } from '../overview/overview.tsx'
import { PolicyScreen } from '../policy/policy-screen.tsx'
import { Register } from '../register/register.tsx'
import { Renewals } from '../renewals/renewals.tsx'
import { SummaryScreen } from '../summary/summary-screen.tsx'
import { TargetsScreen } from '../targets/targets.tsx'
import { Verify } from '../verify/verify.tsx'
import { CityScreen, cityPlaces } from './city-places.tsx'
import { GoTo } from './go-to.ts'
import { KeyList } from './key-list.tsx'
import { Navigation, openTo, type Place, type PlaceEntry, places } from './navigation.tsx'
import css from './shell.module.css'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'
import { useAutoLock } from './use-auto-lock.ts'

type ShellProps = {
  state: AppState
  office: NonNullable<AppState['office']>
  session: SessionCard
}

/** The window at work: navigation, the open screen, and the keys that hold there. */
export function Shell({ state, office, session }: ShellProps) {
  const say = useSay()
  const entries = openTo(office.city ? cityPlaces : places, session.rights)
  const [place, setPlace] = usePlace(entries)
  const [keysOpen, setKeysOpen] = useState(false)
  const leaving = useSignOut()
  const lock = useLock(state.lockMinutes)
  const main = useRef<HTMLElement>(null)
  useKeys(
    [
      { key: 'F1', label: texts.shell.keys, run: () => setKeysOpen(true) },
      { key: 'ctrl+l', label: texts.admin.lockNow, quiet: true, run: lock },
      ...entries.map(({ id, key, label }) => ({
        key,
        label,
        quiet: true,
        run: () => setPlace(id),
      })),
    ],
    { everywhere: true },
  )
  return (
    <div className={css.shell}>
      <button type="button" className={css.skip} onClick={() => main.current?.focus()}>
        {say(texts.shell.skip)}
      </button>
      <TopBar
        state={state}
        office={office}
        session={session}
        onSignOut={leaving.start}
        onLock={lock}
      />
      <Navigation entries={entries} place={place} onGo={setPlace} />
      <main ref={main} className={css.main} tabIndex={-1}>
        {state.readOnly && <Notice>{say(texts.backup.lookingOnly)}</Notice>}
        <GoTo value={setPlace}>
          <Screen key={place} place={place} state={state} session={session} onGo={setPlace} />
        </GoTo>
      </main>
      <StatusLine />
      {place !== 'enrol' && !office.city && <PaperScanner onPaper={() => setPlace('enrol')} />}
      {keysOpen && <KeyList onClose={() => setKeysOpen(false)} />}
      {leaving.asking && (
        <Confirm
          title={texts.shell.signOutTitle}
          text={texts.shell.signOutText}
          yes={texts.shell.signOutAnyway}
          no={texts.shell.stay}
          onYes={leaving.confirm}
          onNo={leaving.stop}
        />
      )}
    </div>
  )
}

/** Locks the window, by hand or after minutes without use; what is typed stays. */
function useLock(minutes: number): () => void {
  const show = useSetState()
  const { mutate } = useAct('session.lock')
  const lock = useCallback(() => mutate({}, { onSuccess: show }), [mutate, show])
  useAutoLock(minutes, lock)
  return lock
}

/** Where a locked window was; whoever unlocks it goes on there. */
let lastPlace: Place | null = null

/** The open screen, at first the one left by locking, or else the first one the person may open. */
function usePlace(entries: PlaceEntry[]): [Place, (place: Place) => void] {
  const start = entries.find(({ id }) => id === lastPlace) ?? entries[0]
  const [place, setPlace] = useState<Place>(start?.id ?? 'verify')
  const go = useCallback((next: Place) => {
    lastPlace = next
    setPlace(next)
  }, [])
  return [place, go]
}

function PaperScanner({ onPaper }: { onPaper: () => void }) {
  usePaperScanner(onPaper)
  return null
}

/** Signing out drops the unfinished sign-up, so it asks first when there is one. */
function useSignOut() {
  const [asking, setAsking] = useState(false)
  const show = useSetState()
  const end = useAct('session.end')
  const draft = useDraft()
  const typed = conferenceDraft.use()?.touched ?? false
  const confirm = () => {
    setAsking(false)
    draftStore.clear()
    conferenceDraft.clear()
    lastPlace = null
    end.mutate({}, { onSuccess: show })
  }
  return {
    asking,
    confirm,
    start: () => (isDirty(draft) || typed ? setAsking(true) : confirm()),
    stop: () => setAsking(false),
  }
}

type ScreenProps = {
  place: Place
  state: AppState
  session: StaffCard
  onGo: (place: Place) => void
}

function Screen({ place, state, session, onGo }: ScreenProps) {
  switch (place) {
    case 'enrol':
      return <Enrol today={state.today} />
    case 'conferences':
      return <Conferences today={state.today} />
    case 'register':
      return <Register today={state.today} />
    case 'renewals':
      return <Renewals today={state.today} onGo={onGo} />
    case 'summary':
      return <SummaryScreen state={state} session={session} />
    case 'verify':
      return <Verify />
    case 'keys':
      return <Keys state={state} mayChange={session.role === 'head'} />
    case 'admin':
      return <AdminScreen state={state} />
    case 'overview':
      return <OverviewScreen today={state.today} />
    case 'targets':
      return <TargetsScreen today={state.today} mayEdit={session.role === 'head'} />
    case 'policy':
      return <PolicyScreen state={state} />
    default:
      return <CityScreen place={place} state={state} />
  }
}
