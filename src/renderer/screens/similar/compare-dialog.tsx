import { Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TypedPerson } from '#core/contract/registry-calls.ts'
import type { PersonCard, PersonFound, SimilarPerson } from '#core/contract.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { call, useAct } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { fillFromBook } from '../enrol/change.ts'
import { draftStore } from '../enrol/draft.ts'
import { Comparison } from './comparison.tsx'
import { type Side, sayBirth } from './sides.ts'

type CompareProps = {
  typed: TypedPerson
  people: SimilarPerson[]
  index: number
  onClose: () => void
}

const { similar } = texts

/** Who is being typed beside whom the book knows: the same person, or not. */
export function CompareDialog({ typed, people, index, onClose }: CompareProps) {
  const say = useSay()
  const [chosen, setChosen] = useState(0)
  const [failed, setFailed] = useState<unknown>(null)
  const client = useQueryClient()
  const verdict = useAct('person.verdict')
  const at = Math.min(chosen, people.length - 1)
  const other = people[at]
  if (!other) return null
  const close = () => {
    onClose()
    requestAnimationFrame(() => goToBox(`members.${index}.person.name`))
  }
  const same = async () => {
    try {
      const card = await call('person.unmask', { id: other.personId })
      draftStore.update((form) => fillFromBook(form, index, foundOf(card)))
      close()
    } catch (error) {
      setFailed(error)
    }
  }
  const notSame = () =>
    verdict.mutate(
      { person: typed, other: other.personId },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: ['person.similar'] })
          if (people.length === 1) close()
        },
      },
    )
  return (
    <Dialog title={say(similar.title)} onClose={close} size="lg">
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{say(similar[other.certainty])}</Text>
        {people.length > 1 && (
          <Text size="sm" role="status">
            {say(similar.candidate, { n: at + 1, of: people.length })}
          </Text>
        )}
      </Group>
      <Comparison
        one={sideOfTyped(typed)}
        oneTitle={similar.typed}
        other={other}
        otherTitle={similar.known}
      />
      <Stack gap="xs">
        {(failed ?? verdict.error) ? <Failed error={failed ?? verdict.error} /> : null}
        <Turn at={at} of={people.length} onGo={setChosen} />
        <Decide same={same} notSame={notSame} />
      </Stack>
    </Dialog>
  )
}

function Decide({ same, notSame }: { same: () => void; notSame: () => void }) {
  const say = useSay()
  useKeys([
    { key: '1', label: similar.same, run: same },
    { key: '2', label: similar.notSame, run: notSame },
  ])
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={notSame} rightSection={<Kbd size="xs">2</Kbd>}>
        {say(similar.notSame)}
      </Button>
      <Button data-autofocus onClick={same} rightSection={<Kbd size="xs">1</Kbd>}>
        {say(similar.same)}
      </Button>
    </Group>
  )
}

function Turn({ at, of, onGo }: { at: number; of: number; onGo: (to: number) => void }) {
  const say = useSay()
  const go = (by: number) => onGo(Math.max(0, Math.min(at + by, of - 1)))
  useKeys(
    of > 1
      ? [
          { key: 'PageUp', label: similar.previous, run: () => go(-1) },
          { key: 'PageDown', label: similar.next, run: () => go(1) },
        ]
      : [],
  )
  if (of < 2) return null
  const button = (label: Phrase, by: number, disabled: boolean) => (
    <Button size="compact-sm" variant="default" disabled={disabled} onClick={() => go(by)}>
      {say(label)}
    </Button>
  )
  return (
    <Group gap="xs">
      {button(similar.previous, -1, at === 0)}
      {button(similar.next, 1, at === of - 1)}
    </Group>
  )
}

function sideOfTyped(typed: TypedPerson): Side {
  const { name, birth, sex, personalNumber, insuranceNumber, phone, address } = typed
  const texts = { personalNumber, insuranceNumber, phone, address, communeName: null }
  return { name, birth: sayBirth(birth), sex, ...texts, last: [] }
}

/** A person card as the sign-up fills a row from it: the newest term of each scheme counts. */
function foundOf({ person, household, enrolments }: PersonCard): PersonFound {
  const held = enrolments
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => b.validTo.localeCompare(a.validTo))
  const last = held.filter(
    ({ scheme }, index) => held.findIndex((each) => each.scheme === scheme) === index,
  )
  return { person, household, last }
}
