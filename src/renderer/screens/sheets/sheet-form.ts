import { largestHousehold } from '#core/enrolment.ts'
import { type EnrolForm, emptyMember, newForm } from '../enrol/draft.ts'

type Content = Record<string, unknown>

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Takes from kept content what has the shape of a model; all else stays as in the model. A draft kept by
 * another version of the app can have fewer boxes, or more.
 */
function readLike<T extends object>(model: T, content: Content, nullable: readonly string[]): T {
  const fits = ([key, value]: [string, unknown]): boolean => {
    const kept = content[key]
    if (kept === null) return nullable.includes(key)
    if (value === null)
      return typeof kept === (key.toLowerCase().endsWith('id') ? 'number' : 'string')
    return typeof kept === typeof value
  }
  const taken = Object.entries(model).filter(fits)
  return { ...model, ...Object.fromEntries(taken.map(([key]) => [key, content[key]])) }
}

/** A draft as the sign-up holds it, under the key it was kept by. */
export function readSheet(key: string, content: Content, signedOn: string): EnrolForm {
  const { members: kept, removed: _, ...boxes } = content
  const { members: _one, ...model } = newForm(signedOn)
  const rows = Array.isArray(kept) ? kept.filter(isContent).slice(0, largestHousehold) : []
  const members = rows.map((row) => {
    const empty = emptyMember()
    return { ...readLike(empty, row, ['id']), rowId: empty.rowId }
  })
  const form = readLike(model, boxes, ['householdId', 'commune'])
  return {
    ...form,
    key,
    removed: null,
    members: members.length > 0 ? members : [emptyMember('00')],
  }
}

/** A sign-up as the store keeps it: the row taken out last is not worth keeping. */
export function sheetOf({ removed: _, key: _key, ...form }: EnrolForm) {
  return JSON.parse(JSON.stringify(form)) as Record<string, never>
}

/** Who a draft is about, to find it again in the list; null when nothing tells. */
export function nameOf({ members, address }: EnrolForm): string | null {
  const head = members.find(({ relation, name }) => relation === '00' && name !== '')
  const named = head ?? members.find(({ name }) => name !== '')
  return named?.name || address || null
}
