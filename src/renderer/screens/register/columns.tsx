import { useMemo } from 'react'
import type { RegistryShow } from '#core/contract/registry-calls.ts'
import type { RegistryEnrolment, RegistryRow } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import type { GridColumn } from '../../components/grid.tsx'
import { type Say, useSay } from '../../language.tsx'

type Column = GridColumn<RegistryRow>

const { register, terms } = texts

const name: Column = {
  title: register.name,
  width: 'minmax(10rem, 1.1fr)',
  least: 10,
  main: true,
  cell: (row) => row.name,
}
const birth: Column = {
  title: register.birth,
  width: '5.25rem',
  least: 5.25,
  cell: ({ birth: { date, precision } }) => formatDate(date, precision),
}
const personalNumber: Column = {
  title: register.personalNumber,
  width: '7.5rem',
  least: 7.5,
  mono: true,
  cell: (row) => row.personalNumber ?? '—',
}
const phone: Column = {
  title: register.phone,
  width: '6.25rem',
  least: 6.25,
  cell: (row) => row.phone ?? '—',
}
const address: Column = {
  title: register.address,
  width: 'minmax(8rem, 1.1fr)',
  least: 8,
  cell: (row) => row.address,
}
const commune: Column = {
  title: register.commune,
  width: 'minmax(6rem, 0.7fr)',
  least: 6,
  cell: (row) => row.communeName,
}
const members: Column = {
  title: register.members,
  width: '4rem',
  least: 4,
  align: 'right',
  cell: (row) => row.members,
}

/** Of one enrolment, where lines are enrolments. */
function ofEnrolment(
  title: Column['title'],
  rem: number,
  cell: (enrolment: RegistryEnrolment) => string,
  align?: 'right',
): Column {
  return {
    title,
    width: `${rem}rem`,
    least: rem,
    ...(align && { align }),
    cell: ({ enrolments: [first] }) => first && cell(first),
  }
}

function enrolmentColumns(say: Say): Column[] {
  return [
    ofEnrolment(register.number, 3.5, ({ id }) => String(id)),
    ofEnrolment(register.signedOn, 5.25, ({ signedOn }) => formatDate(signedOn)),
    name,
    birth,
    personalNumber,
    ofEnrolment(register.scheme, 6, ({ scheme }) => say(terms.schemeShort[scheme])),
    ofEnrolment(register.kind, 6, ({ kind }) => say(terms.kind[kind])),
    ofEnrolment(register.validTo, 5.25, ({ validTo }) => formatDate(validTo)),
    ofEnrolment(
      register.payer,
      6.5,
      ({ amounts }) => (amounts ? formatMoney(amounts.payer) : ''),
      'right',
    ),
    commune,
    ofEnrolment(register.state, 7, ({ state }) => say(terms.state[state])),
  ]
}

/** The newest enrolments of a person in one line: "BHYT HGĐ đến 31/12/2024 · …". */
function enrolmentsColumn(say: Say): Column {
  const words = ({ scheme, validTo, state }: RegistryEnrolment) => {
    const until = say(register.until, {
      scheme: say(terms.schemeShort[scheme]),
      date: formatDate(validTo),
    })
    return state === 'registered' ? until : `${until} (${say(terms.state[state])})`
  }
  return {
    title: register.enrolments,
    width: 'minmax(12rem, 2.4fr)',
    least: 12,
    cell: ({ enrolments }) => enrolments.map(words).join(' · '),
  }
}

/** The columns of the register for the lines shown. */
export function useColumns(show: RegistryShow): Column[] {
  const say = useSay()
  return useMemo(() => {
    if (show === 'enrolments') return enrolmentColumns(say)
    const latest = enrolmentsColumn(say)
    return show === 'people'
      ? [name, birth, personalNumber, phone, address, commune, latest]
      : [name, birth, members, phone, address, commune, latest]
  }, [show, say])
}
