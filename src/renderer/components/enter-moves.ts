import type { KeyboardEvent } from 'react'

const stops =
  'input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), button[data-enter-stop]:not([disabled])'

/** The boxes of a form in reading order, without those taken out of the order (`tabindex=-1`). */
export function boxesOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(stops)].filter(
    (box) => box.tabIndex >= 0 && box.offsetParent !== null,
  )
}

/** Focuses a box and selects its text, so that typing replaces it. */
export function enterBox(box: HTMLElement): void {
  box.focus()
  if (box instanceof HTMLInputElement && !['checkbox', 'radio'].includes(box.type)) box.select()
}

/** The next stop after a box: another box of its own group of radio buttons is passed over. */
function nextOf(boxes: HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const name = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : null
  return boxes
    .slice(boxes.indexOf(from) + 1)
    .find((box) => !name || !(box instanceof HTMLInputElement) || box.name !== name)
}

/**
 * Makes Enter go to the next box of a form; in the last box Enter submits it, and buttons and text
 * areas keep their Enter. A list of suggestions has taken its choice by then, and Enter still moves on.
 */
export function enterMoves(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey) return
  if (event.nativeEvent.isComposing) return
  const from = event.target
  const typed = from instanceof HTMLInputElement || from instanceof HTMLSelectElement
  if (!typed) return
  const next = nextOf(boxesOf(event.currentTarget), from)
  if (!next) return
  event.preventDefault()
  enterBox(next)
}
