import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AppState } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import css from './gate.module.css'
import { LanguageSwitch } from './language-switch.tsx'

type GateProps = { title: string; state: AppState; children: ReactNode; wide?: boolean }

/** The frame of the screens before work begins: sign-in, unlock and the first run. */
export function Gate({ title, state, children, wide }: GateProps) {
  const say = useSay()
  return (
    <div className={css.gate}>
      <section aria-label={say(texts.shell.topBar)}>
        <div className={css.head}>
          <Group gap="sm">
            <Emblem />
            <div>
              <Text fw={700} size="lg">
                {say(texts.common.appName)}
              </Text>
              {state.office && <Text size="sm">{state.office.name}</Text>}
            </div>
          </Group>
          <LanguageSwitch language={state.language} />
        </div>
        {state.office?.practice && (
          <p className={css.practice}>
            <strong>{say(texts.shell.practice)}</strong> {say(texts.shell.practiceLong)}
          </p>
        )}
      </section>
      <main className={css.main}>
        <div className={wide ? css.wide : css.narrow}>
          <Title order={1} mb="sm">
            {title}
          </Title>
          {children}
        </div>
      </main>
      <footer className={css.foot}>
        <span>{say(texts.signIn.dataIn, { folder: state.dataDir })}</span>
        <span>{say(texts.signIn.version, { version: state.version })}</span>
      </footer>
    </div>
  )
}

/** The sign of the app: a sheaf of households under one roof. */
export function Emblem() {
  return (
    <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
      <rect width="34" height="34" rx="7" fill="#0e566c" />
      <path d="M5 17 17 7l12 10" fill="none" stroke="#fddb90" strokeWidth="2.6" />
      <circle cx="12" cy="19" r="2.6" fill="#fff" />
      <circle cx="22" cy="19" r="2.6" fill="#fff" />
      <path d="M7 28a5 5 0 0 1 10 0M17 28a5 5 0 0 1 10 0" fill="#fff" />
    </svg>
  )
}
