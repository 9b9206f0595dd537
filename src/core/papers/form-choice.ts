import type { FormCard } from '../contract/paper-answers.ts'
import type { FormId } from '../forms.ts'
import type { ParticipationKind, Scheme } from '../terms.ts'

/** An edition of a form as it is offered. */
export type EditionCard = FormCard['editions'][number]

/** The edition in force on an ISO day; null where there is none, and one must be chosen by hand. */
export function editionInForce(card: FormCard, day: string): EditionCard | null {
  const found = card.editions.find(({ from, to }) => from <= day && day <= (to ?? '9999'))
  return found ?? null
}

/** What decides which form a sign-up is declared on; `signedOn` an ISO day. */
export type Declared = { scheme: Scheme; kind: ParticipationKind; signedOn: string }

/**
 * The form a sign-up is declared on: TK1-TS; for BHYT since NĐ 188/2025/NĐ-CP Mẫu số 2 of who joins for
 * the first time, else the Mẫu số 4 of the household.
 */
export function declarationFor(
  cards: readonly FormCard[],
  { scheme, kind, signedOn }: Declared,
): FormId {
  const own = cards.find(({ form }) => form === 'mau-4')
  const byOwnForms = own !== undefined && editionInForce(own, signedOn) !== null
  if (scheme === 'bhxh-tn' || !byOwnForms) return 'tk1-ts'
  return kind === 'first' ? 'mau-2' : 'mau-4'
}
