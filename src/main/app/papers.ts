import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperCard } from '#core/contract.ts'
import type { Tk1Record } from '#core/forms/tk1.ts'
import { editionNamed, editionOn, FormEditions, missingBoxes } from '#core/forms.ts'
import { sayProblem } from '#core/messages.ts'
import type { Person } from '#core/person.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { PaymentMethod } from '#core/terms.ts'
import { foldKey } from '#core/text.ts'
import { displayName, findUnit, unitByKey } from '#core/units.ts'
import { readEnrolment, type StoredEnrolment } from '../db/enrolments.ts'
import { readHousehold } from '../db/households.ts'
import { readPerson } from '../db/people.ts'
import { drawForm } from '../forms/draw-form.ts'
import type { HeldPaper } from './desk.ts'
import type { Actor, Office } from './office.ts'
import { tracePaper } from './paper-out.ts'

/** Which TK1-TS to draw: the edition of the signing day unless one is named. */
export type Tk1Wish = {
  enrolmentId: number
  edition: string | null
  checkAgainstOfficial: boolean
}

/** Draws the TK1-TS of an enrolment: the same record and edition give the same bytes. */
export async function makeTk1(
  office: Office,
  actor: Actor,
  wish: Tk1Wish,
): Promise<Result<HeldPaper>> {
  const { db } = office.store
  const enrolment = await readEnrolment(db, wish.enrolmentId)
  if (enrolment === null) return fail('enrolment.unknown', { id: wish.enrolmentId })
  const editions = readEditions(office.ground.resources)
  const edition =
    wish.edition === null
      ? editionOn(editions, 'tk1-ts', enrolment.signed_on)
      : editionNamed(editions, 'tk1-ts', wish.edition)
  if (!edition.ok) return edition
  const record = await tk1Record(office, enrolment, wish.checkAgainstOfficial)
  const bytes = await drawForm('tk1-ts', edition.value.edition, record, office.ground)
  const missing = missingBoxes('tk1-ts', edition.value.edition, record)
  const card = paperCard(bytes, {
    title: `TK1-TS – ${record.name ?? ''}`,
    fileName: `TK1-TS-${enrolment.id}-${foldKey(record.name ?? '').replace(/[^a-z0-9]+/g, '-')}.pdf`,
    edition: edition.value.edition,
    notices: edition.value.notice === null ? [] : [edition.value.notice],
    missing: missing.map((problem) => sayProblem(problem)),
  })
  const trace = {
    form: 'tk1-ts',
    edition: edition.value.edition,
    subject: `enrolment:${enrolment.id}`,
  }
  const paper = { card, bytes, trace }
  await tracePaper(office, actor, 'paper.made', paper)
  return ok(paper)
}

/** The card of a PDF; its id is the hash of its bytes. */
export function paperCard(
  bytes: Uint8Array,
  about: Omit<PaperCard, 'documentId' | 'sha256'>,
): PaperCard {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { documentId: sha256, sha256, ...about }
}

function readEditions(resources: string): FormEditions {
  const path = join(resources, 'policy', 'form-editions.json')
  return FormEditions.parse(JSON.parse(readFileSync(path, 'utf8')))
}

async function tk1Record(
  office: Office,
  enrolment: StoredEnrolment,
  checkAgainstOfficial: boolean,
): Promise<Tk1Record> {
  const { db } = office.store
  const person = await readPerson(db, enrolment.person_id)
  const household = await readHousehold(db, enrolment.household_id)
  if (!person || !household) throw new Error('an enrolment without its person or household')
  return {
    ...personBoxes(person),
    recordNumber: String(enrolment.id),
    signedPlace: 'Hà Nội',
    signedOn: enrolment.signed_on,
    practice: office.row.practice,
    checkAgainstOfficial,
    address: { ...placeOf(office, enrolment), street: household.address },
    contribution: {
      scheme: enrolment.scheme,
      income: enrolment.income,
      method: enrolment.method as PaymentMethod | null,
    },
    resultDelivery: null,
    birthPlace: null,
    guardian: null,
    change: null,
    request: null,
    attachments: null,
  }
}

function personBoxes(person: Person) {
  return {
    insuranceNumber: person.insuranceNumber,
    name: person.name,
    sex: person.sex,
    birth: person.birth,
    nationality: person.nationality,
    ethnicity: person.ethnicity,
    personalNumber: person.personalNumber,
    phone: person.phone,
    email: person.email,
    careFacility: person.careFacility,
  }
}

/** Place names as they were on the signing day; the district is gone since 1/7/2025. */
function placeOf(office: Office, enrolment: StoredEnrolment) {
  const { places } = office.ground.policy
  const key = { code: enrolment.commune_code, validFrom: enrolment.commune_from }
  const parent = unitByKey(places, key)?.parentCode ?? ''
  const district = parent.length === 3 ? findUnit(places, parent, enrolment.signed_on) : null
  return {
    commune: enrolment.commune_name,
    district: district ? displayName(district) : null,
    province: 'Thành phố Hà Nội',
  }
}
