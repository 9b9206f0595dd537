import { getHotkeyHandler } from '@mantine/hooks'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useId,
  useState,
} from 'react'
import type { Phrase } from '#core/messages.ts'

/** A key of the keyboard, what it does in words, and the doing; `quiet` keeps it off the status line. */
export type KeyAction = { key: string; label: Phrase; run: () => void; quiet?: boolean }

/** `depth` is 0 on a screen and one more in each dialog; `everywhere` marks the keys of the window. */
type Registered = { id: string; depth: number; everywhere: boolean; actions: KeyAction[] }

const RegisterContext = createContext<(entry: Registered) => () => void>(() => () => {})
const EntriesContext = createContext<Registered[]>([])
const DepthContext = createContext(0)

const reservedInText = /^(?!f\d)[^+]$/i

/** The keys that hold now: those of the dialog on top, or of the screen when none is open. */
function inAction(entries: Registered[]): Registered[] {
  const top = Math.max(0, ...entries.map(({ depth }) => depth))
  return entries.filter(({ depth }) => depth === top)
}

function inTextBox(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** An open list of suggestions takes Esc for itself; a key held in composition is not ours. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.isComposing) return true
  const list = (event.target as Element | null)?.getAttribute?.('data-mantine-stop-propagation')
  return event.key === 'Escape' && list === 'true'
}

/** Holds every key of the open screen; the newest dialog hides the keys below it. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [entries, setEntries] = useState<Registered[]>([])
  const register = useCallback((entry: Registered) => {
    setEntries((all) => [...all.filter((each) => each.id !== entry.id), entry])
    return () => setEntries((all) => all.filter((each) => each.id !== entry.id))
  }, [])
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return
    const typing = inTextBox(event.target)
    const actions = inAction(entries)
      .flatMap((entry) => entry.actions)
      .filter(({ key }) => !(typing && reservedInText.test(key)))
    getHotkeyHandler(actions.map(({ key, run }) => [key, run]))(event)
  })
  // On the way down, so that a dialog closing on Esc cannot let the screen below see the same Esc.
  useEffect(() => {
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
  return (
    <RegisterContext value={register}>
      <EntriesContext value={entries}>{children}</EntriesContext>
    </RegisterContext>
  )
}

/** A dialog: the keys registered inside hide those of everything below. */
export function KeysOnTop({ children }: { children: ReactNode }) {
  const depth = useContext(DepthContext)
  return <DepthContext value={depth + 1}>{children}</DepthContext>
}

/** Makes keys work while the component is shown, and lists them on the status line and under F1. */
export function useKeys(actions: KeyAction[], options: { everywhere?: boolean } = {}): void {
  const id = useId()
  const depth = useContext(DepthContext)
  const register = useContext(RegisterContext)
  const everywhere = options.everywhere ?? false
  const run = useEffectEvent((key: string) => {
    actions.find((action) => action.key === key)?.run()
  })
  const shape = JSON.stringify(actions.map(({ key, label, quiet }) => ({ key, label, quiet })))
  useEffect(() => {
    const known = JSON.parse(shape) as Omit<KeyAction, 'run'>[]
    const stable = known.map((action) => ({ ...action, run: () => run(action.key) }))
    return register({ id, depth, everywhere, actions: stable })
  }, [shape, everywhere, depth, id, register])
}

/** The keys that work now: of the screen or dialog, and everywhere. */
export function useActiveKeys(): { here: KeyAction[]; everywhere: KeyAction[] } {
  const active = inAction(useContext(EntriesContext))
  const of = (everywhere: boolean) =>
    active.filter((entry) => entry.everywhere === everywhere).flatMap(({ actions }) => actions)
  return { here: of(false), everywhere: of(true) }
}
