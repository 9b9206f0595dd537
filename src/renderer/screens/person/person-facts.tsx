import { Anchor, Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import type { PersonCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { placeNames } from '#core/forms/record.ts'
import { relations } from '#core/household.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import css from './person.module.css'

type FactsProps = { card: PersonCard; onOpen: (personId: number) => void }

const { person: words, enrol, terms } = texts

/** Who the person is and whom they live with; each member's card is one step away. */
export function PersonFacts({ card, onOpen }: FactsProps) {
  const say = useSay()
  const { full, unmask } = useUnmask(card)
  const { person, household } = full
  const sex = say(terms.sex[person.sex])
  const birth = formatDate(person.birth.date, person.birth.precision)
  return (
    <div className={css.facts}>
      <section className={css.part} aria-label={say(words.person)}>
        <h2>{say(words.person)}</h2>
        <dl>
          <Fact label={enrol.birth} text={`${birth} · ${sex}`} />
          <Fact label={enrol.personalNumber} text={person.personalNumber} mono />
          <Fact label={enrol.insuranceNumber} text={person.insuranceNumber} mono />
          <Fact label={enrol.phone} text={person.phone ?? household.phone} />
          <PaperFacts person={person} />
          <Fact label={words.otherNumbers} text={full.otherNumbers.join(', ') || null} mono quiet />
          <Fact
            label={words.mergedFrom}
            text={
              card.mergedFrom
                .map(
                  (each) => `${each.name} (${formatDate(each.birth.date, each.birth.precision)})`,
                )
                .join(', ') || null
            }
            quiet
          />
        </dl>
        <UnmaskButton card={full} {...unmask} />
      </section>
      <section className={css.part} aria-label={say(words.household)}>
        <h2>{say(words.household)}</h2>
        <dl>
          <Fact label={words.householdNumber} text={String(household.id)} />
          <Fact label={texts.register.address} text={household.address} />
          <Fact label={enrol.commune} text={household.communeName} />
        </dl>
        <h3>{say(words.membersOf)}</h3>
        <ul className={css.members}>
          {household.members.map((member) => (
            <li key={member.id}>
              {member.id === person.id ? (
                <strong>{member.name}</strong>
              ) : (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  aria-label={say(words.openMember, { name: member.name })}
                  onClick={() => onOpen(member.id)}
                >
                  {member.name}
                </Anchor>
              )}{' '}
              <span className="soft">
                {formatDate(member.birth.date, member.birth.precision)}
                {relationOf(member.relation, say)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** The card with its numbers masked, until somebody asks for them in full. */
function useUnmask(card: PersonCard) {
  const act = useAct('person.unmask')
  const [full, setFull] = useState<PersonCard | null>(null)
  const show = () => act.mutate({ id: card.person.id }, { onSuccess: setFull })
  const isShown = full !== null && full.person.id === card.person.id
  return {
    full: isShown ? full : card,
    unmask: { isShown, show, pending: act.isPending, error: act.error },
  }
}

type UnmaskProps = { card: PersonCard } & ReturnType<typeof useUnmask>['unmask']

function UnmaskButton({ card, isShown, show, pending, error }: UnmaskProps) {
  const say = useSay()
  const { personalNumber, insuranceNumber } = card.person
  if (error) return <Failed error={error} retry={show} />
  if (isShown || (personalNumber ?? insuranceNumber) === null) return null
  return (
    <Button
      size="compact-xs"
      variant="default"
      mt={6}
      loading={pending}
      title={say(texts.privacy.unmaskHint)}
      leftSection={<IconEye size={14} aria-hidden />}
      onClick={show}
    >
      {say(texts.privacy.unmask)}
    </Button>
  )
}

/** What only the papers ask for; what was never told is left out. */
function PaperFacts({ person }: { person: PersonCard['person'] }) {
  const say = useSay()
  const { birthPlace, delivery, nationality } = person
  const boxes = [
    [enrol.ethnicity, person.ethnicity],
    [enrol.nationality, nationality],
    [enrol.email, person.email],
    [words.field.careFacility, person.careFacility],
    [words.field.birthPlace, birthPlace && placeNames(birthPlace)],
    [words.field.guardian, person.guardian],
    [enrol.delivery, delivery && say(delivery === 'paper' ? enrol.paper : enrol.electronic)],
  ] as const
  return boxes.map(([label, text]) => <Fact key={label.vi} label={label} text={text} quiet />)
}

function relationOf(code: string, say: (phrase: Phrase) => string): string {
  const words = (relations as Record<string, Phrase>)[code]
  return words ? ` · ${say(words)}` : ''
}

type FactProps = { label: Phrase; text: string | null; mono?: boolean; quiet?: boolean }

function Fact({ label, text, mono, quiet }: FactProps) {
  const say = useSay()
  if (quiet && text === null) return null
  return (
    <div>
      <dt>{say(label)}</dt>
      <dd className={mono ? 'mono' : undefined}>{text ?? '—'}</dd>
    </div>
  )
}
