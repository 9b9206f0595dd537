import { Button, Kbd } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import type { PersonFound } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { parseInsuranceNumber, parsePersonalNumber } from '#core/identifiers.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import { addOthers, fillFromBook, othersOf } from './change.ts'
import { draftStore, type MemberForm, useDraft } from './draft.ts'
import css from './enrol.module.css'

/** The complete number of a row to look up: the personal number before the insurance number. */
function numberOf(member: MemberForm): string | null {
  const personal = parsePersonalNumber(member.personalNumber)
  const insurance = parseInsuranceNumber(member.insuranceNumber)
  return personal.ok ? personal.value : insurance.ok ? insurance.value : null
}

type StripProps = { member: MemberForm; index: number; active: boolean }

/** Says at once when a typed number already is in the book, and fills the row from it on F8. */
export function FoundStrip({ member, index, active }: StripProps) {
  const number = numberOf(member)
  if (!number) return null
  return <Lookup number={number} index={index} active={active} filled={member.id !== null} />
}

type LookupProps = { number: string; index: number; active: boolean; filled: boolean }

function Lookup({ number, ...row }: LookupProps) {
  const query = useCall('person.find', { number })
  return query.data ? <Found found={query.data} {...row} /> : null
}

type FoundProps = { found: PersonFound; index: number; active: boolean; filled: boolean }

function Found({ found, index, active, filled }: FoundProps) {
  const say = useSay()
  const form = useDraft()
  const others = form ? othersOf(form, found).length : 0
  const { person, household, last } = found
  const history = last.map(({ scheme, validTo }) =>
    say(texts.enrol.lastOf, {
      scheme: say(texts.terms.scheme[scheme]),
      date: formatDate(validTo),
    }),
  )
  const sentence = say(texts.enrol.found, {
    name: person.name,
    birth: formatDate(person.birth.date, person.birth.precision),
    address: household.address,
    commune: household.communeName,
  })
  const fill = () => draftStore.update((all) => fillFromBook(all, index, found))
  const add = () => draftStore.update((all) => addOthers(all, found))
  return (
    <div className={css.found} role="status">
      <IconUserSearch size={16} aria-hidden />
      <span className={css.foundText}>
        {filled ? say(texts.enrol.alreadyFilled) : sentence}{' '}
        {history.length > 0 ? history.join(' · ') : say(texts.enrol.neverJoined)}
      </span>
      {!filled && <FoundAction label={texts.enrol.fillFromBook} active={active} run={fill} />}
      {filled && others > 0 && (
        <FoundAction label={texts.enrol.fillHousehold} active={active} run={add} />
      )}
    </div>
  )
}

type ActionProps = { label: Phrase; active: boolean; run: () => void }

function FoundAction({ label, active, run }: ActionProps) {
  const say = useSay()
  useKeys(active ? [{ key: 'F8', label, run }] : [])
  return (
    <Button
      size="compact-sm"
      variant="light"
      onClick={run}
      rightSection={active && <Kbd size="xs">F8</Kbd>}
    >
      {say(label)}
    </Button>
  )
}
