import { useEffect } from 'react'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const lookEvery = 5000

/** Locks after so many minutes without a key or the mouse in this window. */
export function useAutoLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    let last = Date.now()
    const used = () => {
      last = Date.now()
    }
    for (const sign of signs) window.addEventListener(sign, used, { capture: true, passive: true })
    // By the clock, not by one long timer: a computer that slept was not used either.
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) lock()
    }, lookEvery)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, used, { capture: true })
    }
  }, [minutes, lock])
}
