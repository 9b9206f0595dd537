import type { CallAnswer, CallInput, SheetCard } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { dropSheet, keepSheet, listSheets, readSheet } from '../db/sheets.ts'
import type { Actor, Office } from './office.ts'

/** Keeps a sign-up that is still being typed; saving the sign-up under the same key ends the draft. */
export async function keepDraft(
  office: Office,
  actor: Actor,
  { key, title, content }: CallInput<'sheet.keep'>,
): Promise<Result<CallAnswer<'sheet.keep'>>> {
  await keepSheet(office.store.db, {
    key,
    title: cleanText(title),
    content: JSON.stringify(content),
    keptBy: actor.name,
    keptAt: office.ground.now().toISOString(),
  })
  return ok({ key })
}

/** Every draft of the office, the last one kept first. */
export async function listDrafts(office: Office): Promise<SheetCard[]> {
  return listSheets(office.store.db)
}

/** A draft as the screen kept it. */
export async function openDraft(
  office: Office,
  key: string,
): Promise<Result<CallAnswer<'sheet.open'>>> {
  const content = await readSheet(office.store.db, key)
  if (content === null) return fail('sheet.unknown')
  return ok({ content: JSON.parse(content) as CallAnswer<'sheet.open'>['content'] })
}

/** Throws a draft away. */
export async function dropDraft(
  office: Office,
  key: string,
): Promise<Result<CallAnswer<'sheet.drop'>>> {
  await dropSheet(office.store.db, key)
  return ok({ key })
}
