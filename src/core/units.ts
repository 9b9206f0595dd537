import { z } from 'zod'
import { type IsoDate, isIsoDate } from './date.ts'
import { fail, ok, type Result } from './result.ts'
import { foldKey, sortKey } from './text.ts'

/** How sure a row of policy is: official text or two sources (H), one source (M), not confirmed (L). */
export const Confidence = z.enum(['H', 'M', 'L'])
export type Confidence = z.infer<typeof Confidence>

const unitKinds = [
  'thành phố trực thuộc trung ương',
  'quận',
  'huyện',
  'thị xã',
  'phường',
  'xã',
  'thị trấn',
] as const

const openDate = z.union([z.literal(''), z.string().refine(isIsoDate)])

/**
 * A province, district or commune over one span of days (inclusive). Codes were reused, so a unit is
 * named by `code` and `validFrom` together; an empty date means open on that side.
 */
export const Unit = z.strictObject({
  code: z.string().regex(/^(\d{2}|\d{3}|\d{5})$/),
  name: z.string().min(1).max(100),
  kind: z.enum(unitKinds),
  parentCode: z.string(),
  validFrom: openDate,
  validTo: openDate,
  source: z.string().min(1),
})
export type Unit = z.infer<typeof Unit>

const codes = z.array(z.string()).default([])

/**
 * A social-insurance office over one span of days. It serves the communes of its `districts` and the
 * listed `communes`; the city office sees them all and serves its own `communes` itself.
 */
export const Office = z.strictObject({
  code: z.string().regex(/^(\d{2,3}|CS-[A-Z-]{2,30})$/),
  name: z.string().min(1).max(100),
  from: z.string().refine(isIsoDate).nullable(),
  to: z.string().refine(isIsoDate).nullable(),
  districts: codes,
  communes: codes,
  predecessors: codes,
  wholeCity: z.boolean().default(false),
  source: z.string().min(1),
  confidence: Confidence,
  note: z.string().optional(),
})
export type Office = z.infer<typeof Office>

/** The places of the city as policy holds them. */
export type Places = { units: readonly Unit[]; offices: readonly Office[] }

const header = 'code,name,kind,parent_code,valid_from,valid_to,source'

/** Reads `units.csv`; the first bad line is named. Fields hold no quotes and no commas. */
export function parseUnits(csv: string): Result<Unit[]> {
  const [first, ...lines] = csv.normalize('NFC').trimEnd().split('\n')
  if (first !== header) return fail('policy.bad-file', { file: 'units.csv', field: '1' })
  const units: Unit[] = []
  for (const [index, line] of lines.entries()) {
    const [code, name, kind, parentCode, validFrom, validTo, source, ...more] = line.split(',')
    const row = { code, name, kind, parentCode, validFrom, validTo, source }
    const parsed = Unit.safeParse(row)
    if (!parsed.success || more.length > 0)
      return fail('policy.bad-file', { file: 'units.csv', field: String(index + 2) })
    units.push(parsed.data)
  }
  return ok(units)
}

const unitHolds = (unit: Unit, date: IsoDate): boolean =>
  unit.validFrom <= date && (unit.validTo === '' || date <= unit.validTo)

const officeHolds = (office: Office, date: IsoDate): boolean =>
  (office.from ?? '') <= date && (office.to === null || date <= office.to)

/** Whether a unit is a commune (xã, phường, thị trấn). */
export function isCommune(unit: Unit): boolean {
  return unit.code.length === 5
}

/** Every province, district and commune in force on a day. */
export function unitsOn(places: Places, date: IsoDate): Unit[] {
  return places.units.filter((unit) => unitHolds(unit, date))
}

/** The unit that carried a code on a day. */
export function findUnit(places: Places, code: string, date: IsoDate): Unit | null {
  return places.units.find((unit) => unit.code === code && unitHolds(unit, date)) ?? null
}

/** The unit named by code and start date, whatever the day. */
export function unitByKey(places: Places, key: { code: string; validFrom: string }): Unit | null {
  const { code, validFrom } = key
  return places.units.find((unit) => unit.code === code && unit.validFrom === validFrom) ?? null
}

/** Whether a code ever named a province, district, commune or office of the city. */
export function isKnownPlace(places: Places, code: string): boolean {
  return [...places.units, ...places.offices].some((place) => place.code === code)
}

/** Every office at work on a day, the city office first. */
export function officesOn(places: Places, date: IsoDate): Office[] {
  return places.offices.filter((office) => officeHolds(office, date))
}

/** The office that carried a code on a day. */
export function findOffice(places: Places, code: string, date: IsoDate): Office | null {
  return places.offices.find((office) => office.code === code && officeHolds(office, date)) ?? null
}

/** The communes an office works in on a day, in Vietnamese order; the city office works in all. */
export function communesOf(places: Places, office: Office, date: IsoDate): Unit[] {
  const mine = (unit: Unit): boolean =>
    office.wholeCity ||
    office.districts.includes(unit.parentCode) ||
    office.communes.includes(unit.code)
  const communes = unitsOn(places, date).filter((unit) => isCommune(unit) && mine(unit))
  return inVietnameseOrder(communes)
}

function inVietnameseOrder<T extends { name: string }>(named: T[]): T[] {
  // A place is sorted by its words as written; only people are sorted by their last word.
  const keyed = named.map((item) => ({ item, key: item.name.split(' ').map(sortKey).join('') }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}

/** A unit as written on paper: "Huyện Sóc Sơn", "Xã Bắc Sơn", "Thành phố Hà Nội". */
export function displayName(unit: Unit): string {
  const kind = unit.code.length === 2 ? 'Thành phố' : unit.kind
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${unit.name}`
}

/** Whether every typed word starts a word of the text, in any order, without marks. */
function matches(query: string, text: string): boolean {
  const words = foldKey(text).split(/[^\p{L}\p{N}]+/u)
  return foldKey(query)
    .split(' ')
    .every((typed) => words.some((word) => word.startsWith(typed)))
}

/** Units in force on a day whose name or code starts with the typed words, typed without marks. */
export function searchUnits(places: Places, query: string, date: IsoDate): Unit[] {
  const found = unitsOn(places, date).filter((unit) =>
    matches(query, `${displayName(unit)} ${unit.code}`),
  )
  return inVietnameseOrder(found)
}

/** Offices at work on a day whose name or code starts with the typed words, typed without marks. */
export function searchOffices(places: Places, query: string, date: IsoDate): Office[] {
  return officesOn(places, date).filter((office) => matches(query, `${office.name} ${office.code}`))
}
