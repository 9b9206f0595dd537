import { IconLock, IconLogout, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppState, StaffCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Emblem } from '../../components/gate.tsx'
import { LanguageSwitch } from '../../components/language-switch.tsx'
import { useSay } from '../../language.tsx'
import { ChangePin } from '../admin/change-pin.tsx'
import css from './shell.module.css'

type TopBarProps = {
  state: AppState
  office: NonNullable<AppState['office']>
  session: StaffCard
  onSignOut: () => void
  onLock: () => void
}

/** The office, the practice band, who is at work, and the language. */
export function TopBar({ state, office, session, onSignOut, onLock }: TopBarProps) {
  const say = useSay()
  const [changing, setChanging] = useState(false)
  return (
    <section className={css.top} aria-label={say(texts.shell.topBar)}>
      <Emblem />
      <div className={css.office}>
        <strong>{say(texts.common.appName)}</strong>
        <span>{office.name}</span>
      </div>
      {office.practice && (
        <p className={css.practice}>
          <strong>{say(texts.shell.practice)}</strong>
          <span>{say(texts.shell.practiceLong)}</span>
        </p>
      )}
      <LanguageSwitch language={state.language} />
      <button
        type="button"
        className={css.person}
        title={say(texts.admin.changePin)}
        onClick={() => setChanging(true)}
      >
        <IconUser size={16} aria-hidden />
        <span>
          <span className={css.hidden}>{say(texts.shell.signedIn)}: </span>
          <strong>{session.name}</strong>
          <small>{say(texts.terms.role[session.role])}</small>
        </span>
      </button>
      {changing && (
        <Dialog title={say(texts.admin.changePin)} onClose={() => setChanging(false)} size="sm">
          <ChangePin onDone={() => setChanging(false)} />
        </Dialog>
      )}
      <button
        type="button"
        className={css.signOut}
        aria-keyshortcuts="Control+L"
        title="Ctrl+L"
        onClick={onLock}
      >
        <IconLock size={16} aria-hidden />
        {say(texts.admin.lockNow)}
      </button>
      <button type="button" className={css.signOut} onClick={onSignOut}>
        <IconLogout size={16} aria-hidden />
        {say(texts.shell.signOut)}
      </button>
    </section>
  )
}
