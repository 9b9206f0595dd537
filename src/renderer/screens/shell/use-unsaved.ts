import { useEffect } from 'react'

/** Makes the window ask before it closes while something typed is not saved. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    globalThis.addEventListener('beforeunload', hold)
    return () => globalThis.removeEventListener('beforeunload', hold)
  }, [unsaved])
}
