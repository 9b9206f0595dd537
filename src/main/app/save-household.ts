import { type AuditEntry, changesBetween } from '#core/audit.ts'
import type { CallAnswer, Priced } from '#core/contract.ts'
import type { HouseholdEnrolmentDraft, MemberDraft } from '#core/enrolment.ts'
import type { PersonDraft } from '#core/person.ts'
import { ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { addEnrolment, listByDraftKey, type NewEnrolment } from '../db/enrolments.ts'
import { addHousehold, changeHousehold, readHousehold } from '../db/households.ts'
import type { Db } from '../db/kysely.ts'
import { addPerson, changePerson, readPerson } from '../db/people.ts'
import { dropSheet } from '../db/sheets.ts'
import { type CheckedSignUp, checkSignUp } from './check-sign-up.ts'
import { placesIn } from './member-places.ts'
import { type Actor, change, type Office } from './office.ts'

type Saved = CallAnswer<'enrolment.save'>
type Write = { db: Db; audit: (entry: AuditEntry) => Promise<void>; at: string; actor: Actor }

/**
 * Saves a household's sign-up in one transaction: household, people, one enrolment per scheme with
 * the amounts charged, and the audit lines. Saving the same form again answers what was saved.
 */
export async function saveHousehold(
  office: Office,
  actor: Actor,
  draft: HouseholdEnrolmentDraft,
): Promise<Result<Saved>> {
  // Everything happens inside one transaction, so a double key press cannot slip between check and write.
  return change(office, actor, async (db, audit, at) => {
    const known = await savedBefore(db, draft.key)
    if (known) return ok(known)
    const checked = await checkSignUp(db, office, draft)
    if (!checked.ok) return checked
    await dropSheet(db, draft.key)
    return ok(await write({ db, audit, at, actor }, draft, checked.value))
  })
}

async function savedBefore(db: Db, key: string): Promise<Saved | null> {
  const before = await listByDraftKey(db, key)
  const [first] = before
  if (!first) return null
  return {
    householdId: first.household_id,
    enrolmentIds: before.map((enrolment) => enrolment.id),
    payer: before.reduce((sum, enrolment) => sum + enrolment.payer, 0),
  }
}

async function write(
  tools: Write,
  draft: HouseholdEnrolmentDraft,
  checked: CheckedSignUp,
): Promise<Saved> {
  const householdId = await writeHousehold(tools, draft)
  const places = await placesIn(tools.db, householdId, draft.members)
  const enrolmentIds: number[] = []
  for (const [index, member] of draft.members.entries()) {
    const place = { householdId, relation: member.relation, position: places[index] ?? index + 1 }
    const personId = await writePerson(tools, member.person, place)
    const price = checked.priced.members[index]
    for (const enrolment of chosen(draft, member, price)) {
      const row = { ...enrolment, householdId, personId, commune: checked.commune }
      enrolmentIds.push(await writeEnrolment(tools, row))
    }
  }
  return { householdId, enrolmentIds, payer: checked.priced.totals.payer }
}

async function writeHousehold(tools: Write, draft: HouseholdEnrolmentDraft): Promise<number> {
  const { db, audit, at } = tools
  const { household } = draft
  const previous = household.id === null ? null : await readHousehold(db, household.id)
  const id = household.id ?? (await addHousehold(db, household, at))
  const changes = changesBetween(previous ?? {}, { ...household, id })
  if (household.id !== null && Object.keys(changes).length > 0) {
    await changeHousehold(db, id, household)
  }
  if (Object.keys(changes).length > 0) {
    const event = previous ? 'household.changed' : 'household.added'
    await audit({ event, subject: `household:${id}`, detail: { changes } })
  }
  return id
}

async function writePerson(
  tools: Write,
  person: PersonDraft,
  place: { householdId: number; relation: string; position: number },
): Promise<number> {
  const { db, audit, at } = tools
  const previous = person.id === null ? null : await readPerson(db, person.id)
  const id = person.id ?? (await addPerson(db, person, place, at))
  const changes = changesBetween(previous ?? {}, { ...person, ...place, id })
  if (Object.keys(changes).length === 0) return id
  if (person.id !== null) await changePerson(db, id, person, place)
  const event = previous ? 'person.changed' : 'person.added'
  await audit({ event, subject: `person:${id}`, detail: { changes } })
  return id
}

async function writeEnrolment(
  tools: Write,
  enrolment: Omit<NewEnrolment, 'createdBy'>,
): Promise<number> {
  const { db, audit, at, actor } = tools
  const id = await addEnrolment(db, { ...enrolment, createdBy: actor.name }, at)
  await audit({
    event: 'enrolment.added',
    subject: `enrolment:${id}`,
    detail: {
      person: enrolment.personId,
      scheme: enrolment.scheme,
      kind: enrolment.kind,
      payer: enrolment.charge.payer,
      rows: enrolment.charge.basis.map(({ row }) => row),
    },
  })
  return id
}

type Chosen = Omit<NewEnrolment, 'createdBy' | 'householdId' | 'personId' | 'commune'>

function chosen(
  draft: HouseholdEnrolmentDraft,
  member: MemberDraft,
  price: Priced['members'][number] | undefined,
): Chosen[] {
  const common = {
    draftKey: draft.key,
    signedOn: draft.signedOn,
    collector: draft.collector,
    occupation: member.occupation,
    conferenceId: draft.conferenceId,
  }
  const rows: Chosen[] = []
  if (member.bhxh && price?.bhxh?.charge) {
    const { kind, income, method, group, declaredUntil = null } = member.bhxh
    const { charge, kindReason } = price.bhxh
    rows.push({
      ...common,
      scheme: 'bhxh-tn',
      kind,
      kindReason,
      kindNote: noteOf(member.bhxh),
      declaredUntil,
      income,
      method,
      supportGroup: group,
      position: null,
      charge,
    })
  }
  if (member.bhyt && price?.bhyt?.charge) {
    const { kind, support, cardEnds } = member.bhyt
    const { charge, position, kindReason } = price.bhyt
    rows.push({
      ...common,
      scheme: 'bhyt-hgd',
      kind,
      kindReason,
      kindNote: noteOf(member.bhyt),
      declaredUntil: cardEnds,
      income: null,
      method: null,
      supportGroup: support,
      position: position || null,
      charge,
    })
  }
  return rows
}

const noteOf = ({ kindNote }: { kindNote?: string | null | undefined }): string | null =>
  cleanText(kindNote ?? '') || null
