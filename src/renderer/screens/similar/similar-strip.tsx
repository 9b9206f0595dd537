import { Button, Kbd } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { TypedPerson } from '#core/contract/registry-calls.ts'
import type { SimilarPerson } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { type MemberForm, useDraft } from '../enrol/draft.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { sayBirth } from './sides.ts'
import css from './similar.module.css'
import { readTyped } from './typed-person.ts'

type StripProps = { member: MemberForm; index: number; active: boolean; today: string }

const pause = 250

/** Says quietly, while a person is typed, that the book may know them already. */
export function SimilarStrip({ member, index, active, today }: StripProps) {
  const form = useDraft()
  const typed = useMemo(
    () => (form && member.id === null ? readTyped(form, member, today) : null),
    [form, member, today],
  )
  const key = typed ? JSON.stringify(typed) : ''
  const [asked] = useDebouncedValue(key, pause)
  if (asked === '' || key === '') return null
  return <Lookup typed={JSON.parse(asked) as TypedPerson} index={index} active={active} />
}

type LookupProps = { typed: TypedPerson; index: number; active: boolean }

/** Who was found by number has a strip of their own. */
function Lookup({ typed, index, active }: LookupProps) {
  const similar = useCall('person.similar', typed, { keep: true })
  const number = typed.personalNumber ?? typed.insuranceNumber ?? ''
  const byNumber = useCall('person.find', { number }, { enabled: number !== '' })
  const people = (similar.data ?? []).filter(
    ({ personId }) => personId !== byNumber.data?.person.id,
  )
  const [first] = people
  if (!first) return null
  return <Strip first={first} people={people} typed={typed} index={index} active={active} />
}

type FoundProps = LookupProps & { first: SimilarPerson; people: SimilarPerson[] }

function Strip({ first, people, typed, index, active }: FoundProps) {
  const say = useSay()
  const language = useLanguage()
  const [comparing, setComparing] = useState(false)
  const { similar } = texts
  const compare = () => setComparing(true)
  useKeys(active ? [{ key: 'alt+s', label: similar.compare, run: compare }] : [])
  const reasons = first.reasons.map((reason) => lower(sayProblem(reason, language))).join('; ')
  const one = say(similar.stripOne, {
    name: first.name,
    birth: sayBirth(first.birth) ?? '',
    commune: first.communeName,
  })
  return (
    <div className={css.strip}>
      <IconUsers size={16} aria-hidden />
      <span className={css.stripText} role="status">
        {say(similar.strip)}: <strong>{one}</strong> {say(similar.because, { reasons })}{' '}
        {people.length > 1 && say(similar.more, { n: people.length - 1 })}
      </span>
      <Button
        size="compact-sm"
        variant="light"
        color="lamp"
        onClick={compare}
        rightSection={active && <Kbd size="xs">Alt+S</Kbd>}
      >
        {say(similar.compare)}
      </Button>
      {comparing && (
        <CompareDialog
          typed={typed}
          people={people}
          index={index}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  )
}

/** A sentence as a part of another one. */
function lower(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}
