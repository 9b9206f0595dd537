import { useSyncExternalStore } from 'react'

/** A form being typed, kept in memory outside its screen so that visiting other screens loses nothing. */
export type Draft<T> = {
  get: () => T | null
  set: (form: T) => void
  update: (change: (form: T) => T) => void
  clear: () => void
  use: () => T | null
}

/** Makes the holder of one form. */
export function makeDraft<T>(): Draft<T> {
  let current: T | null = null
  const listeners = new Set<() => void>()
  const show = (form: T | null) => {
    current = form
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const get = () => current
  return {
    get,
    set: show,
    update: (change) => current && show(change(current)),
    clear: () => show(null),
    use: () => useSyncExternalStore(subscribe, get),
  }
}
