import { useEffect, useState } from 'react'
import type { AppState } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from './api.ts'
import { Gate } from './components/gate.tsx'
import { KeysProvider } from './components/keys.tsx'
import { Failed, Loading } from './components/page.tsx'
import { LanguageProvider, useSay } from './language.tsx'
import { ChangePin } from './screens/admin/change-pin.tsx'
import { Shell } from './screens/shell/shell.tsx'
import { SignIn } from './screens/sign-in/sign-in.tsx'
import { Unlock } from './screens/sign-in/unlock.tsx'
import { Wizard } from './screens/wizard/wizard.tsx'
import { useSetState } from './use-app-state.ts'

/** The whole window: asks where the app stands and shows the screen for it. */
export function App() {
  const query = useCall('app.state', {})
  const language = query.data?.language ?? 'vi'
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageProvider language={language}>
      <KeysProvider>
        {query.error ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : query.data ? (
          <Phase state={query.data} />
        ) : (
          <Loading />
        )}
      </KeysProvider>
    </LanguageProvider>
  )
}

function PinGate({ state }: { state: AppState }) {
  const say = useSay()
  const show = useSetState()
  return (
    <Gate title={say(texts.admin.changePin)} state={state}>
      <ChangePin why={say(texts.admin.mustChange)} onDone={show} />
    </Gate>
  )
}

function Phase({ state }: { state: AppState }) {
  // The office exists before its recovery code is confirmed; the wizard stays until it says so.
  const [founding, setFounding] = useState(state.phase === 'no-office')
  if (founding || state.phase === 'no-office') {
    return <Wizard state={state} onDone={() => setFounding(false)} />
  }
  if (state.phase === 'no-key') return <Unlock state={state} />
  if (state.phase === 'signed-out' || !state.session || !state.office)
    return <SignIn state={state} />
  if (state.session.mustChangePin) return <PinGate state={state} />
  return <Shell state={state} office={state.office} session={state.session} />
}
