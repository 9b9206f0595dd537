import type { FocusEvent, FormEvent, KeyboardEvent, ReactNode, SyntheticEvent } from 'react'
import { enterMoves } from './enter-moves.ts'

type EnterFormProps = {
  label: string
  className?: string | undefined
  onSubmit: () => void
  onKey?: (event: KeyboardEvent<HTMLElement>) => void
  onFocus?: (event: FocusEvent) => void
  children: ReactNode
}

// React also brings here what happens in a dialog opened from inside the form.
const isOwn = (event: SyntheticEvent<HTMLElement>): boolean =>
  event.currentTarget.contains(event.target as Node)

/** A form in which Enter goes from box to box and, in the last one, submits. */
export function EnterForm(props: EnterFormProps) {
  const { label, className, onSubmit, onKey, onFocus, children } = props
  const submit = (event: FormEvent<HTMLElement>) => {
    if (!isOwn(event)) return
    event.preventDefault()
    onSubmit()
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (!isOwn(event)) return
    onKey?.(event)
    enterMoves(event)
  }
  return (
    <form
      className={className}
      aria-label={label}
      onSubmit={submit}
      onKeyDown={press}
      onFocus={onFocus}
      noValidate
    >
      {children}
    </form>
  )
}
