import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { MergeDone, PersonCard, SimilarPerson } from '#core/contract.ts'
import { problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Answer, Empty, Failed } from '../../components/page.tsx'
import { type Say, useSay } from '../../language.tsx'
import { Comparison } from './comparison.tsx'
import { sayBirth, sideOfCard } from './sides.ts'
import { typedOfCard } from './typed-person.ts'

type MergeProps = {
  card: PersonCard
  onBack: () => void
  onDone: (keptId: number, said: string) => void
}

const { person, similar } = texts

/** Brings two entries of one person together: who is like this one, which to keep, and why. */
export function MergeForm({ personId, ...ways }: Omit<MergeProps, 'card'> & { personId: number }) {
  // Telling two people apart takes their numbers in full.
  const query = useCall('person.unmask', { id: personId }, { fresh: true })
  return <Answer query={query}>{(card) => <Similar card={card} {...ways} />}</Answer>
}

function Similar({ card, onBack, onDone }: MergeProps) {
  const say = useSay()
  const query = useCall('person.similar', typedOfCard(card))
  return (
    <Stack gap="sm">
      <Text size="sm">{say(similar.mergeText)}</Text>
      <Answer query={query}>
        {(people) =>
          people.length === 0 ? (
            <Empty title={say(similar.mergeNobody)}>
              <Button variant="default" onClick={onBack} data-autofocus>
                {say(person.back)}
              </Button>
            </Empty>
          ) : (
            <Choose card={card} people={people} onBack={onBack} onDone={onDone} />
          )
        }
      </Answer>
    </Stack>
  )
}

function Choose({ card, people, onBack, onDone }: MergeProps & { people: SimilarPerson[] }) {
  const say = useSay()
  const act = useAct('person.merge')
  const [otherId, setOtherId] = useState(String(people[0]?.personId ?? ''))
  const [keep, setKeep] = useState<'this' | 'other'>('this')
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const other = people.find(({ personId }) => String(personId) === otherId) ?? people[0]
  if (!other) return null
  const empty = why.trim() === ''
  const merge = () => {
    setTried(true)
    if (empty) return
    const [kept, dropped] =
      keep === 'this' ? [card.person.id, other.personId] : [other.personId, card.person.id]
    act.mutate(
      { keep: kept, drop: dropped, why: why.trim() },
      { onSuccess: (done) => onDone(done.keptId, sayMerged(done, say)) },
    )
  }
  return (
    <EnterForm label={say(similar.merge)} onSubmit={merge}>
      <Stack gap="sm">
        <BoxRow>
          <ChoiceBox
            label={say(similar.other)}
            width={20}
            value={String(other.personId)}
            options={people.map(({ personId, name, birth, communeName }) => ({
              value: String(personId),
              label: say(similar.stripOne, {
                name,
                birth: sayBirth(birth) ?? '',
                commune: communeName,
              }),
            }))}
            onChange={setOtherId}
          />
          <ChoiceBox
            label={say(similar.keep)}
            width={12}
            grow={0}
            value={keep}
            options={[
              { value: 'this', label: say(similar.keepThis) },
              { value: 'other', label: say(similar.keepOther) },
            ]}
            onChange={setKeep}
          />
        </BoxRow>
        <Comparison
          one={sideOfCard(card)}
          oneTitle={similar.thisPerson}
          other={other}
          otherTitle={similar.other}
        />
        <TextBox
          label={say(similar.why)}
          value={why}
          onChange={setWhy}
          autoFocus
          maxLength={500}
          strict={tried}
          error={empty ? say(problems['input.required'], { field: say(similar.why) }) : null}
        />
        {act.error && <Failed error={act.error} />}
        <FormButtons onBack={onBack} no={person.back} yes={similar.mergeNow} busy={act.isPending} />
      </Stack>
    </EnterForm>
  )
}

/** What a merge did, with the first times that no longer count as one. */
function sayMerged({ moved, notFirst }: MergeDone, say: Say): string {
  const sentences = [say(similar.merged, { n: moved })]
  const ids = notFirst.map(({ enrolmentId }) => enrolmentId).join(', ')
  if (notFirst.length > 0) sentences.push(say(similar.notFirst, { ids }))
  if (notFirst.some(({ closed }) => closed)) sentences.push(say(similar.notFirstClosed))
  return sentences.join(' ')
}
