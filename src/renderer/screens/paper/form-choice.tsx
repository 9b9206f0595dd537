import { Checkbox, NativeSelect, Text } from '@mantine/core'
import type { FormCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { FormId } from '#core/forms.ts'
import { groupBy } from '#core/group.ts'
import type { Phrase } from '#core/messages.ts'
import { editionInForce } from '#core/papers/form-choice.ts'
import { texts } from '#core/texts.ts'
import { type Say, useSay } from '../../language.tsx'
import css from './paper.module.css'

const { paper } = texts

/** Which paper is wished for; `edition` '' takes the one in force on the day. */
export type FormWish = { form: FormId; edition: string; blank: boolean; compare: boolean }

const groups: Record<FormCard['about'], Phrase> = {
  person: paper.ofPerson,
  household: paper.ofHousehold,
  list: paper.ofList,
  all: paper.ofList,
  conference: paper.ofConference,
}

type FormChoiceProps = {
  cards: readonly FormCard[]
  /** The ISO day the paper is signed on. */
  day: string
  wish: FormWish
  onChange: (wish: FormWish) => void
  /** Whether the form is one that can only be blank here. */
  onlyBlank?: boolean
}

/** Chooses form and edition, by the signing day or by hand, and says what is not certain about it. */
export function FormChoice({ cards, day, wish, onChange, onlyBlank = false }: FormChoiceProps) {
  const say = useSay()
  const card = cards.find(({ form }) => form === wish.form)
  if (!card) return null
  const byDay = editionInForce(card, day)
  const used = card.editions.find(({ edition }) => edition === wish.edition) ?? byDay
  const set = (change: Partial<FormWish>) => onChange({ ...wish, ...change })
  return (
    <>
      <NativeSelect
        label={say(paper.form)}
        value={wish.form}
        data={formOptions(cards, say)}
        onChange={(event) => set({ form: event.currentTarget.value as FormId, edition: '' })}
      />
      <NativeSelect
        label={say(paper.edition)}
        value={wish.edition}
        data={editionOptions(card, byDay, say)}
        onChange={(event) => set({ edition: event.currentTarget.value })}
      />
      {used !== byDay && <Text size="sm">{say(paper.editionAsked)}</Text>}
      {!onlyBlank && (
        <Checkbox
          label={say(paper.blank)}
          checked={wish.blank}
          onChange={(event) => set({ blank: event.currentTarget.checked })}
        />
      )}
      {used?.confirmed === false && (
        <Checkbox
          label={say(paper.compare)}
          description={say(paper.unconfirmed)}
          classNames={{ description: css.hint }}
          checked={wish.compare}
          onChange={(event) => set({ compare: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

function formOptions(cards: readonly FormCard[], say: Say) {
  return [...groupBy(cards, ({ about }) => groups[about])].map(([group, items]) => ({
    group: say(group),
    items: items.map(({ form, code, title }) => ({ value: form, label: sayForm(code, title) })),
  }))
}

/** A form by its code and, where that says little, its title. */
export function sayForm(code: string, title: string): string {
  return /\d/.test(code) ? `${code} – ${title}` : code
}

function editionOptions(card: FormCard, byDay: FormCard['editions'][number] | null, say: Say) {
  const spans = card.editions.map(({ edition, from, to }) => ({
    value: edition,
    label: say(paper.editionSpan, {
      edition: sayEdition(edition),
      from: formatDate(from),
      to: to === null ? say(paper.editionNow) : formatDate(to),
    }),
  }))
  const ofDay = byDay
    ? say(paper.editionOfDay, { edition: sayEdition(byDay.edition) })
    : say(paper.editionNone)
  return [{ value: '', label: ofDay }, ...spans]
}

const bodies: Record<string, string> = { QD: 'QĐ', ND: 'NĐ', RQ: 'Ra Quân ' }

/** The id of an edition as people write it: `QD490` is QĐ 490. */
export function sayEdition(edition: string): string {
  const [, body = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(edition) ?? []
  return number ? `${(bodies[body] ?? body).trim()} ${number}` : edition
}
