import { useEffect, useEffectEvent } from 'react'
import {
  addText,
  type Burst,
  charOf,
  hasFields,
  noBurst,
  silence,
  takeKey,
} from '#core/scan-burst.ts'

type ScannerProps = {
  /** How a scan begins; without it as a card or one of our papers does. */
  starts?: (text: string) => boolean
  /** Called at the first key of what may become a scan. */
  onStart: () => void
  /** Called once it is a scan: puts back what the first keys changed. */
  onKnown: () => void
  /** Called with the whole text of a scan; the box it started in has the focus again. */
  onScan: (text: string) => void
}

/** Where the first keys of a burst went, and what was selected there, so that they can be taken out again. */
type Origin = { target: EventTarget | null; text: string; from: number; to: number }

const nowhere: Origin = { target: null, text: '', from: 0, to: 0 }

const holdsText = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && !/checkbox|radio/.test(target.type)

/** Sets the text of a box in a way that React takes for typing, so that whoever holds it follows. */
function putBack({ target, text }: Origin): void {
  // Leaving the box ends what an input method is composing; the rest of the scan finds no box.
  if (target instanceof HTMLElement) target.blur()
  if (!holdsText(target) || target.value === text) return
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(target, text)
  target.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Types held text into the box it was meant for, as the keys would have. */
function giveBack({ target, text, from, to }: Origin, held: string): void {
  if (!holdsText(target)) return
  target.focus({ preventScroll: true })
  // Only boxes of text have a place for the caret; in others it stands at the end.
  if (target.value === text && target.selectionStart !== null) target.setSelectionRange(from, to)
  document.execCommand('insertText', false, held)
}

/** What a box holds before a key changes it. */
function originOf({ target }: Event): Origin {
  if (!holdsText(target)) return { ...nowhere, target }
  const { value: text, selectionStart, selectionEnd } = target
  return { target, text, from: selectionStart ?? text.length, to: selectionEnd ?? text.length }
}

const stop = (event: Event): void => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

const isOurs = (event: Event): boolean =>
  event.isTrusted && document.querySelector('[role=dialog]') === null

// AltGraph types characters; Ctrl and Alt alone are commands, or the Alt of a typed code.
const isCommand = (event: KeyboardEvent): boolean =>
  event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))

/** Scanners that end a line twice send a second Enter behind the first. */
const lastEnter = 300

/** Puts the keys of a window together and tells when they are a scan. */
function makeCollector({ starts, onStart, onKnown, onScan }: ScannerProps) {
  let burst: Burst = noBurst
  let origin = nowhere
  let endedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  const finish = (byKey: boolean) => {
    clearTimeout(timer)
    const ended = burst
    const { isScan, text } = ended
    burst = noBurst
    if (!isScan) return
    if (!byKey && !hasFields(ended)) return giveBack(origin, text)
    endedAt = performance.now()
    if (origin.target instanceof HTMLElement) origin.target.focus({ preventScroll: true })
    onScan(text)
  }
  const take = (next: Burst, event: Event) => {
    if (next.times.length === 1 && next.times[0] !== burst.times[0]) {
      origin = originOf(event)
      onStart()
    }
    const known = next.isScan && !burst.isScan
    burst = next
    if (!burst.isScan) return
    stop(event)
    if (known) {
      putBack(origin)
      onKnown()
    }
    clearTimeout(timer)
    timer = setTimeout(() => finish(false), silence)
  }
  return {
    key: (event: KeyboardEvent) => {
      const { key, code, timeStamp: at, shiftKey: shift, repeat } = event
      const isSecond = !burst.isScan && at - endedAt < lastEnter
      if (key === 'Enter' && isSecond) return stop(event)
      const step = takeKey(burst, { key, code, at, shift, repeat }, starts)
      if (!step.ended) return take(step.burst, event)
      stop(event)
      finish(true)
    },
    text: (text: string, event: Event) =>
      take(addText(burst, text, event.timeStamp, starts), event),
    /** Takes what a key says a second time; it is kept from the box as the key was. */
    echo: (event: Event) => burst.isScan && stop(event),
    end: () => clearTimeout(timer),
  }
}

/** Listens on the way down, before any box sees a key; answers the function that stops listening. */
function listenForScans(props: ScannerProps): () => void {
  const collector = makeCollector(props)
  /** The character of the last key, and what its box would get, which the window reports again as text. */
  let said: string[] = []
  const press = (event: KeyboardEvent) => {
    if (!isOurs(event)) return
    said = isCommand(event) ? [] : [charOf(strokeOf(event)), event.key]
    if (!isCommand(event)) collector.key(event)
  }
  // Marks can come without a key of their own: by Alt and a code, or from an input method.
  const hear = (text: string | null, event: Event) => {
    if (!isOurs(event) || !text || text < ' ') return
    if (said.includes(text)) return collector.echo(event)
    said = [text]
    collector.text(text, event)
  }
  const char = (event: KeyboardEvent) =>
    !isCommand(event) && hear(event.key.length === 1 ? event.key : null, event)
  const input = (event: InputEvent) => event.inputType === 'insertText' && hear(event.data, event)
  window.addEventListener('keydown', press, true)
  window.addEventListener('keypress', char, true)
  window.addEventListener('beforeinput', input, true)
  return () => {
    collector.end()
    window.removeEventListener('keydown', press, true)
    window.removeEventListener('keypress', char, true)
    window.removeEventListener('beforeinput', input, true)
  }
}

const strokeOf = ({ key, code, shiftKey }: KeyboardEvent) => ({ key, code, shift: shiftKey })

/** Takes scans out of the keys of the window while the component is shown and no dialog is open. */
export function useScanner(props: ScannerProps): void {
  const { starts } = props
  const onStart = useEffectEvent(props.onStart)
  const onKnown = useEffectEvent(props.onKnown)
  const onScan = useEffectEvent(props.onScan)
  useEffect(
    () =>
      listenForScans({
        ...(starts && { starts }),
        onStart: () => onStart(),
        onKnown: () => onKnown(),
        onScan: (text) => onScan(text),
      }),
    [starts],
  )
}
