import { type RefObject, useEffect, useState } from 'react'

const listeners = new WeakMap<Element, (near: boolean) => void>()
let watcher: IntersectionObserver | null = null

/** One watcher for everything; `scrollMargin` reaches beyond the edges of scrolling panes too. */
function watch(): IntersectionObserver {
  watcher ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { scrollMargin: '600px' } as IntersectionObserverInit,
  )
  return watcher
}

/** Whether an element is in sight, or would be after a little scrolling. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    listeners.set(watched, setNear)
    watch().observe(watched)
    return () => watch().unobserve(watched)
  }, [element])
  return near
}
