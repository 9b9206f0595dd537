import type { RegistryEnrolment } from './contract/registry-answers.ts'
import type { RegistryFilters, RegistryShow } from './contract/registry-calls.ts'
import { formatDate } from './date.ts'
import { registerTexts as register } from './messages/ui-register.ts'
import { termTexts as terms } from './messages/ui-terms.ts'
import type { Birth } from './person.ts'
import type { Scheme, Sex } from './terms.ts'

/** What of the register goes into a list: everything that matches, or the lines chosen by number. */
export type RegisterWish = {
  show: RegistryShow
  query: string
  filters: RegistryFilters
  /** People, or where lines are enrolments those; null takes everything that matches. */
  chosen: readonly number[] | null
}

/** A list to write: where to, what stands above it, and the names of communes by `code|validFrom`. */
export type RegisterOrder = {
  wish: RegisterWish
  path: string
  format: 'xlsx' | 'csv'
  heading: readonly string[]
  label: string
  communes: Record<string, string>
}

/** A line of the register with its numbers in full. */
export type RegisterLine = {
  name: string
  birth: Birth
  sex: Sex
  personalNumber: string | null
  insuranceNumber: string | null
  phone: string | null
  address: string
  communeName: string
  members: number | null
  enrolments: readonly RegistryEnrolment[]
}

/** A column of a list; see the columns of a spreadsheet. */
export type RegisterColumn = {
  title: string
  width: number
  type: 'text' | 'integer' | 'money' | 'date'
  cell: (line: RegisterLine) => string | number | null
}

type Title = { vi: string }
type Cell = RegisterColumn['cell']

const text = ({ vi }: Title, width: number, cell: Cell): RegisterColumn => ({
  title: vi,
  width,
  type: 'text',
  cell,
})
const date = ({ vi }: Title, cell: Cell): RegisterColumn => ({
  title: vi,
  width: 12,
  type: 'date',
  cell,
})
const integer = ({ vi }: Title, cell: Cell): RegisterColumn => ({
  title: vi,
  width: 9,
  type: 'integer',
  cell,
})
const money = ({ vi }: Title, cell: Cell): RegisterColumn => ({
  title: vi,
  width: 16,
  type: 'money',
  cell,
})

/** Of the one enrolment of a line. */
const its =
  (cell: (enrolment: RegistryEnrolment) => string | number | null): Cell =>
  ({ enrolments: [first] }) =>
    first ? cell(first) : null

const until = (scheme: Scheme) =>
  date(
    {
      vi: register.until.vi
        .replace('{scheme}', terms.schemeShort[scheme].vi)
        .replace(' {date}', ''),
    },
    ({ enrolments }) =>
      enrolments.find((one) => one.scheme === scheme && one.state !== 'cancelled')?.validTo ?? null,
  )

const person: RegisterColumn[] = [
  text(register.name, 28, ({ name }) => name),
  // Where only the year is known, the year is all that may stand there.
  date(register.birth, ({ birth }) =>
    birth.precision === 'year' ? formatDate(birth.date, 'year') : birth.date,
  ),
  text(register.sex, 8, ({ sex }) => terms.sex[sex].vi),
  text(register.personalNumber, 15, ({ personalNumber }) => personalNumber),
  text(register.insuranceNumber, 13, ({ insuranceNumber }) => insuranceNumber),
]
const home: RegisterColumn[] = [
  text(register.phone, 13, ({ phone }) => phone),
  text(register.address, 34, ({ address }) => address),
  text(register.commune, 22, ({ communeName }) => communeName),
]
const latest = [until('bhxh-tn'), until('bhyt-hgd')]

/** The columns of a list of people, households or enrolments, in Vietnamese. */
export function registerColumns(show: RegistryShow): RegisterColumn[] {
  if (show === 'people') return [...person, ...home, ...latest]
  if (show === 'households') {
    return [...person, integer(register.members, ({ members }) => members), ...home, ...latest]
  }
  return [
    integer(
      register.number,
      its(({ id }) => id),
    ),
    date(
      register.signedOn,
      its(({ signedOn }) => signedOn),
    ),
    ...person,
    text(
      register.scheme,
      17,
      its(({ scheme }) => terms.scheme[scheme].vi),
    ),
    text(
      register.kind,
      13,
      its(({ kind }) => terms.kind[kind].vi),
    ),
    integer(
      register.months,
      its(({ amounts }) => amounts?.months ?? null),
    ),
    money(
      register.gross,
      its(({ amounts }) => amounts?.gross ?? null),
    ),
    money(
      register.payer,
      its(({ amounts }) => amounts?.payer ?? null),
    ),
    date(
      register.validTo,
      its(({ validTo }) => validTo),
    ),
    text(
      register.collector,
      24,
      its(({ collector }) => terms.collector[collector].vi),
    ),
    text(
      register.state,
      18,
      its(({ state }) => terms.state[state].vi),
    ),
    ...home,
  ]
}
