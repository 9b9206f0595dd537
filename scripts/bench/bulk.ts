import type Database from 'better-sqlite3'
import { addDays, addMonths } from '#core/date.ts'
import type { BhxhChoice, BhytChoice, HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import type { Policy } from '#core/policy.ts'
import type { Random } from '#core/practice/random.ts'
import { noHistory, priceSignUp } from '#core/pricing.ts'
import { foldKey, sortKey } from '#core/text.ts'

/** Where a made-up household signs up. */
export type Place = { code: string; validFrom: string; name: string }

type Charged = NonNullable<ReturnType<typeof priceSignUp>['members'][number]['bhxh']>['charge']

/**
 * Writes made-up households straight into the tables, with prepared statements, without the checks,
 * triggers and audit lines of a real sign-up; the amounts are priced by the real rules.
 */
export function householdWriter(
  raw: Database.Database,
  policy: Policy,
  random: Random,
  life: 'two-years' | 'new',
) {
  const household = insert(raw, 'household', [
    ...['commune_code', 'commune_from', 'address', 'address_fold', 'phone', 'created_at'],
  ])
  const person = insert(raw, 'person', [
    ...['household_id', 'relation', 'position', 'name', 'name_fold', 'name_sort', 'birth_date'],
    ...['birth_precision', 'sex', 'personal_number', 'insurance_number', 'phone', 'email'],
    ...['ethnicity', 'nationality', 'care_facility', 'created_at'],
  ])
  const addEnrolment = enrolmentWriter(raw, random, life)
  return (draft: HouseholdEnrolmentDraft, place: Place): { people: number; enrolments: number } => {
    const { commune, address, phone } = draft.household
    const at = `${draft.signedOn}T02:00:00.000Z`
    const householdId = Number(
      household.run(commune.code, commune.validFrom, address, foldKey(address), phone, at)
        .lastInsertRowid,
    )
    const histories = draft.members.map(() => noHistory)
    const priced = priceSignUp(draft, { histories, joinedThisYear: 0 }, policy)
    let enrolments = 0
    for (const [index, { person: who, relation, ...member }] of draft.members.entries()) {
      const { name, birth } = who
      const personId = Number(
        person.run(
          ...[householdId, relation, index + 1, name, foldKey(name), sortKey(name)],
          ...[birth.date, birth.precision, who.sex, who.personalNumber, who.insuranceNumber],
          ...[who.phone, who.email, who.ethnicity, who.nationality, who.careFacility, at],
        ).lastInsertRowid,
      )
      const price = priced.members[index]
      const line = { draft, place, householdId, personId, occupation: member.occupation }
      const { bhxh, bhyt } = member
      if (bhxh) enrolments += addEnrolment(line, bhxh, price?.bhxh?.charge ?? null, null)
      if (bhyt) {
        const position = price?.bhyt?.position || null
        enrolments += addEnrolment(line, bhyt, price?.bhyt?.charge ?? null, position)
      }
    }
    return { people: draft.members.length, enrolments }
  }
}

const steps = ['accepted', 'accepted', 'accepted', 'sent', 'paid', 'registered'] as const

type Line = {
  draft: HouseholdEnrolmentDraft
  place: Place
  householdId: number
  personId: number
  occupation: string
}

/** A new enrolment; or one that has come somewhere, with, for most people, its renewal a year later. */
function enrolmentWriter(raw: Database.Database, random: Random, life: 'two-years' | 'new') {
  const statement = insert(raw, 'enrolment', [
    ...['draft_key', 'household_id', 'person_id', 'scheme', 'kind', 'state', 'signed_on', 'months'],
    ...['supported_months', 'income', 'method', 'support_group', 'position', 'valid_from'],
    ...['valid_to', 'gross', 'state_support', 'local_support', 'payer', 'basis', 'derivation'],
    ...['commune_code', 'commune_from', 'commune_name', 'collector', 'occupation'],
    ...['conference_id', 'receipt_number', 'receipt_date', 'created_by', 'created_at'],
  ])
  return (
    { draft, place, householdId, personId, occupation }: Line,
    choice: BhxhChoice | BhytChoice,
    charge: Charged,
    position: number | null,
  ): number => {
    if (!charge) return 0
    const isBhxh = 'income' in choice
    const { gross, state, local, payer } = charge
    const grounds = [JSON.stringify(charge.basis), JSON.stringify(charge.derivation)]
    const years = life === 'two-years' && random.chance(80) ? [0, 1] : [0]
    for (const year of years) {
      const signedOn = year === 0 ? draft.signedOn : addDays(draft.signedOn, 358)
      const step = life === 'new' ? 'registered' : random.pick(steps)
      const receipt = step === 'registered' ? null : `BL${personId}-${year}`
      statement.run(
        ...[year === 0 ? draft.key : `${draft.key}-${year}`, householdId, personId],
        ...[isBhxh ? 'bhxh-tn' : 'bhyt-hgd', year === 0 ? choice.kind : 'renewing', step],
        ...[signedOn, charge.months, charge.supportedMonths],
        ...[isBhxh ? choice.income : null, isBhxh ? choice.method : null],
        ...[isBhxh ? choice.group : choice.support, position],
        ...[addMonths(charge.validFrom, 12 * year), addMonths(charge.validTo, 12 * year)],
        ...[gross, state, local, payer, ...grounds],
        ...[place.code, place.validFrom, place.name, draft.collector, occupation],
        ...[year === 0 ? draft.conferenceId : null, receipt, receipt && signedOn],
        ...['Cán bộ nhập', `${signedOn}T02:00:00.000Z`],
      )
    }
    return years.length
  }
}

function insert(raw: Database.Database, table: string, columns: readonly string[]) {
  const values = columns.map(() => '?').join(', ')
  return raw.prepare(`insert into ${table} (${columns.join(', ')}) values (${values})`)
}
