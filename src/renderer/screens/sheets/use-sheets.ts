import { useState } from 'react'
import type { SheetCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { call } from '../../api.ts'
import { useSay } from '../../language.tsx'
import { draftStore, type EnrolForm, isDirty, newForm } from '../enrol/draft.ts'
import { nameOf, readSheet, sheetOf } from './sheet-form.ts'

const { sheets } = texts

const longestTitle = 100

type Kept = { title: string; content: ReturnType<typeof sheetOf> }

/** What was dropped last, so that it can be kept again. */
export type Dropped = Kept & { key: string }

/** Keeping the sign-up being typed, opening a draft, dropping one and taking that back. */
export function useSheets(today: string) {
  const say = useSay()
  const [said, setSaid] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [dropped, setDropped] = useState<Dropped | null>(null)
  const [busy, setBusy] = useState(false)

  async function act(run: () => Promise<string | null>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setError(null)
    try {
      setSaid(await run())
      return true
    } catch (failed) {
      setError(failed)
      return false
    } finally {
      setBusy(false)
    }
  }
  async function keepForm(form: EnrolForm): Promise<string> {
    const name = nameOf(form) ?? say(sheets.unnamed)
    const title = say(sheets.titleOf, { name, n: form.members.length }).slice(0, longestTitle)
    await call('sheet.keep', { key: form.key, title, content: sheetOf(form) })
    return title
  }
  const keep = (form: EnrolForm) =>
    act(async () => {
      const title = await keepForm(form)
      draftStore.set(newForm(formatDate(today), form))
      return say(sheets.kept, { title })
    })
  const open = ({ key, title }: SheetCard) =>
    act(async () => {
      const { content } = await call('sheet.open', { key })
      const before = draftStore.get()
      const kept = before && before.key !== key && isDirty(before) ? await keepForm(before) : null
      draftStore.set(readSheet(key, content, formatDate(today)))
      return kept === null ? say(sheets.opened, { title }) : say(sheets.openedKept, { title, kept })
    })
  const drop = ({ key, title }: SheetCard) =>
    act(async () => {
      const { content } = await call('sheet.open', { key })
      await call('sheet.drop', { key })
      setDropped({ key, title, content: content as Kept['content'] })
      return null
    })
  const undo = () =>
    act(async () => {
      if (dropped) await call('sheet.keep', dropped)
      setDropped(null)
      return null
    })
  return { said, error, dropped, keep, open, drop, undo, forget: () => setSaid(null) }
}

/** What can be done with drafts. */
export type Sheets = ReturnType<typeof useSheets>
