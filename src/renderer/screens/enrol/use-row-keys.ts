import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { texts } from '#core/texts.ts'
import { boxAt, goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { addMember, changeMember, duplicateMember, moveMember, removeMember } from './change.ts'
import { draftStore, type EnrolForm, isDirty } from './draft.ts'

type RowKeysProps = {
  form: EnrolForm
  save: () => void
  drop: () => void
}

const pathOf = (target: EventTarget | null): string =>
  target instanceof HTMLElement ? (target.dataset.path ?? '') : ''

const rowOf = (path: string): number | null => {
  const found = /^members\.(\d+)\./.exec(path)
  return found ? Number(found[1]) : null
}

/** What can be done to the row the clerk is in; each brings the focus to where typing goes on. */
function useRowActions(form: EnrolForm, row: number, setActive: (row: number) => void) {
  const soon = useFocusSoon()
  const goTo = (index: number, box = 'relation') => soon(`members.${index}.${box}`)
  return {
    add: () => {
      draftStore.update(addMember)
      goTo(form.members.length)
    },
    duplicate: () => {
      draftStore.update((all) => duplicateMember(all, row))
      goTo(row + 1)
    },
    remove: () => {
      draftStore.update((all) => removeMember(all, row))
      goTo(Math.max(0, Math.min(row, form.members.length - 2)))
    },
    move: (by: -1 | 1) => {
      const to = row + by
      if (to < 0 || to >= form.members.length) return
      draftStore.update((all) => moveMember(all, row, by))
      setActive(to)
      const here = pathOf(document.activeElement).replace(/^members\.\d+\./, '')
      if (here) goTo(to, here)
    },
    toggle: (scheme: 'bhxhOn' | 'bhytOn') => {
      const member = form.members[row]
      if (!member) return
      draftStore.update((all) => changeMember(all, row, { [scheme]: !member[scheme] }))
    },
  }
}

/** The row the clerk is in, and the keys that work on rows. */
export function useRowKeys({ form, save, drop }: RowKeysProps) {
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState({ why: false, more: false })
  const row = Math.min(active, form.members.length - 1)
  const { add, duplicate, remove, move, toggle } = useRowActions(form, row, setActive)
  const flip = (part: keyof typeof open) => setOpen((now) => ({ ...now, [part]: !now[part] }))
  const { enrol } = texts
  useKeys([
    { key: 'ctrl+Enter', label: enrol.save, run: save },
    { key: 'alt+n', label: enrol.addMember, run: add },
    { key: 'ctrl+d', label: enrol.duplicate, run: duplicate },
    { key: 'ctrl+Delete', label: enrol.removeMember, run: remove },
    { key: 'alt+ArrowUp', label: enrol.moveUp, quiet: true, run: () => move(-1) },
    { key: 'alt+ArrowDown', label: enrol.moveDown, quiet: true, run: () => move(1) },
    { key: 'alt+x', label: enrol.toggleBhxh, run: () => toggle('bhxhOn') },
    { key: 'alt+y', label: enrol.toggleBhyt, run: () => toggle('bhytOn') },
    { key: 'F9', label: enrol.why, run: () => flip('why') },
    { key: 'alt+m', label: enrol.more, quiet: true, run: () => flip('more') },
    { key: 'Escape', label: enrol.clear, run: () => isDirty(form) && drop() },
  ])
  return {
    active: row,
    open,
    add,
    follow: (event: FocusEvent) => {
      const at = rowOf(pathOf(event.target))
      if (at !== null) setActive(at)
    },
    arrows: moveByArrow,
  }
}

/** Up and down go to the same box of the row above or below, where arrows mean nothing else. */
function moveByArrow(event: KeyboardEvent): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  const plain = !event.altKey && !event.ctrlKey && !event.shiftKey && !event.nativeEvent.isComposing
  const path = pathOf(event.target)
  const row = rowOf(path)
  if (!by || !plain || row === null || !(event.target instanceof HTMLInputElement)) return
  const box = path.replace(/^members\.\d+/, `members.${row + by}`)
  if (boxAt(box)?.dataset.path !== box) return
  event.preventDefault()
  goToBox(box)
}

/** Focuses a box that is only there after the next drawing of the form. */
function useFocusSoon(): (path: string) => void {
  const wanted = useRef<string | null>(null)
  const [, redraw] = useState(0)
  useEffect(() => {
    if (wanted.current && goToBox(wanted.current)) wanted.current = null
  })
  return (path) => {
    wanted.current = path
    redraw((n) => n + 1)
  }
}
