import { sql } from 'kysely'
import type { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { Basis } from '#core/enrolment.ts'
import type { SignUp } from '#core/papers/facts.ts'
import type { PaperOrder } from '#core/papers/order.ts'
import type { PlannedSignUp } from '#core/papers/plan.ts'
import type { PaymentMethod } from '#core/terms.ts'
import { sortKey } from '#core/text.ts'
import type { Db } from './kysely.ts'
import { toPerson } from './people.ts'

const plannedColumns = [
  'enrolment.id',
  'enrolment.household_id as householdId',
  'enrolment.signed_on as signedOn',
  'enrolment.scheme',
  'enrolment.kind',
  'enrolment.collector',
] as const

function planned(db: Db) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select(plannedColumns)
    .select(['enrolment.commune_name as communeName', 'person.position'])
    .select(({ eb }) => eb('person.insurance_number', 'is not', null).as('hasNumber'))
}

type PlannedRow = Omit<PlannedSignUp, 'hasInsuranceNumber'> & {
  communeName: string
  position: number
  hasNumber: number | boolean
}

const asPlanned = (row: PlannedRow): PlannedSignUp => {
  const { communeName: _name, position: _position, hasNumber, ...signUp } = row
  return { ...signUp, hasInsuranceNumber: Boolean(hasNumber) }
}

/** The enrolments by number in the order of a paper file; unknown numbers are left out. */
export async function readPlanned(
  db: Db,
  ids: readonly number[],
  order: PaperOrder,
): Promise<PlannedSignUp[]> {
  const rows = await planned(db).where('enrolment.id', 'in', numbersIn(ids)).execute()
  return inOrder(rows, order).map(asPlanned)
}

function inOrder(rows: PlannedRow[], order: PaperOrder): PlannedRow[] {
  const names = new Set(rows.map(({ communeName }) => communeName))
  const communes = new Map(
    Array.from(names, (name) => [name, name.split(' ').map(sortKey).join(' ')]),
  )
  const place = (row: PlannedRow) => communes.get(row.communeName) ?? ''
  return rows.sort((a, b) => {
    if (order === 'number') return a.id - b.id
    if (order === 'commune' && place(a) !== place(b)) return place(a) < place(b) ? -1 : 1
    if (a.householdId !== b.householdId) return a.householdId - b.householdId
    if (a.signedOn !== b.signedOn) return a.signedOn < b.signedOn ? -1 : 1
    return a.position - b.position || a.id - b.id
  })
}

/** Everything the households of some enrolments signed on the same days and did not cancel, in family order. */
export async function readCompanions(db: Db, ids: readonly number[]): Promise<PlannedSignUp[]> {
  const rows = await planned(db)
    .where('enrolment.state', '!=', 'cancelled')
    // From the chosen ones outwards: asking every enrolment for its chosen companion reads the whole book.
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('enrolment.household_id', 'enrolment.signed_on'),
        'in',
        selectFrom('enrolment as chosen')
          .select(['chosen.household_id', 'chosen.signed_on'])
          .where('chosen.id', 'in', numbersIn(ids))
          .$asTuple('household_id', 'signed_on'),
      ),
    )
    .execute()
  return inOrder(rows, 'household').map(asPlanned)
}

/** The numbers of the enrolments that fit the filters of the registry without a search text. */
export async function listFitting(
  db: Db,
  filters: RegistryFilters,
  limit: number,
): Promise<number[]> {
  let query = db.selectFrom('enrolment').select('id').where('state', '!=', 'cancelled')
  if (filters.from) query = query.where('signed_on', '>=', filters.from)
  if (filters.to) query = query.where('signed_on', '<=', filters.to)
  if (filters.scheme) query = query.where('scheme', '=', filters.scheme)
  if (filters.kind) query = query.where('kind', '=', filters.kind)
  if (filters.collector) query = query.where('collector', '=', filters.collector)
  if (filters.state) query = query.where('state', '=', filters.state)
  if (filters.conferenceId) query = query.where('conference_id', '=', filters.conferenceId)
  if (filters.commune) {
    query = query
      .where('commune_code', '=', filters.commune.code)
      .where('commune_from', '=', filters.commune.validFrom)
  }
  const rows = await query.orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** What a household signed on a day, or on its last day of signing when none is named. */
export async function listOfHousehold(
  db: Db,
  householdId: number,
  signedOn: string | null,
): Promise<number[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select(['id', 'signed_on'])
    .where('household_id', '=', householdId)
    .where('state', '!=', 'cancelled')
    .orderBy('signed_on', 'desc')
    .execute()
  const day = signedOn ?? rows[0]?.signed_on
  return rows.filter((row) => row.signed_on === day).map(({ id }) => id)
}

/** What papers say of some enrolments, in the order of the numbers; unknown numbers are left out. */
export async function readSignUps(db: Db, ids: readonly number[]): Promise<SignUp[]> {
  const rows = await signUpQuery(db, ids).execute()
  const found = new Map(rows.map((row) => [row.id, toSignUp(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

function signUpQuery(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .innerJoin('household', 'household.id', 'enrolment.household_id')
    .selectAll('person')
    .selectAll('enrolment')
    .select([
      'person.position as person_position',
      'person.household_id as lives_in',
      'household.address',
      'household.phone as household_phone',
    ])
    .select(({ selectFrom }) =>
      selectFrom('person as head')
        .select('head.name')
        .whereRef('head.household_id', '=', 'enrolment.household_id')
        .where('head.relation', '=', '00')
        .orderBy('head.position')
        .limit(1)
        .as('head'),
    )
    .where('enrolment.id', 'in', numbersIn(ids))
}

type SignUpRow = Awaited<ReturnType<ReturnType<typeof signUpQuery>['execute']>>[number]

function toSignUp(row: SignUpRow): SignUp {
  const place = { id: row.person_id, position: row.person_position, household_id: row.lives_in }
  return {
    id: row.id,
    scheme: row.scheme,
    kind: row.kind,
    signedOn: row.signed_on,
    months: row.months,
    income: row.income,
    method: row.method as PaymentMethod | null,
    supportGroup: row.support_group,
    position: row.position,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    gross: row.gross,
    state: row.state_support,
    local: row.local_support,
    payer: row.payer,
    basis: JSON.parse(row.basis) as Basis[],
    derivation: JSON.parse(row.derivation) as string[],
    commune: { code: row.commune_code, validFrom: row.commune_from, name: row.commune_name },
    collector: row.collector,
    receiptNumber: row.receipt_number,
    receiptDate: row.receipt_date,
    createdBy: row.created_by,
    person: toPerson({ ...row, ...place }),
    household: {
      id: row.household_id,
      address: row.address,
      phone: row.household_phone,
      head: row.head,
    },
  }
}

/** The health cards of a person as the book knows them; days inclusive. */
export async function readCards(db: Db, personId: number): Promise<{ from: string; to: string }[]> {
  return db
    .selectFrom('enrolment')
    .select(['valid_from as from', 'valid_to as to'])
    .where('person_id', '=', personId)
    .where('scheme', '=', 'bhyt-hgd')
    .where('state', '!=', 'cancelled')
    .execute()
}

/** One bound value for any number of ids: SQLite limits how many can be bound. */
function numbersIn(ids: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
}
