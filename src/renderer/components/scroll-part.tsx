import { Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import css from './scroll-part.module.css'

/** A titled part that scrolls sideways when its table is too wide; then the keyboard can reach it. */
export function ScrollPart({ title, children }: { title: string; children: ReactNode }) {
  const part = useRef<HTMLElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = part.current
    if (!element) return
    const watch = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <section ref={part} className={css.part} aria-label={title} tabIndex={wide ? 0 : undefined}>
      <Title order={2}>{title}</Title>
      {children}
    </section>
  )
}
