import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import type { Priced } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { BoxRow } from '../../components/box.tsx'
import { sayInBox, type Wrong, type Wrongs } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { SimilarStrip } from '../similar/similar-strip.tsx'
import { changeMember, moveMember, removeMember } from './change.ts'
import type { Choices } from './choices.ts'
import { draftStore, type MemberForm } from './draft.ts'
import css from './enrol.module.css'
import { FoundStrip } from './found-strip.tsx'
import { KindNotes } from './kind-notes.tsx'
import { LegacyStrip } from './legacy-strip.tsx'
import { MoreBoxes } from './more-boxes.tsx'
import { NumberWarnings } from './number-warnings.tsx'
import { PersonBoxes } from './person-boxes.tsx'
import { PhoneNote } from './phone-note.tsx'
import { PriceRefusals } from './price-refusals.tsx'
import { PriceWhy } from './price-why.tsx'
import { readMember } from './read-member.ts'
import { BhxhBoxes, BhytBoxes } from './scheme-boxes.tsx'

export type MemberRowProps = {
  member: MemberForm
  index: number
  today: string
  choices: Choices
  priced: Priced['members'][number] | undefined
  stale: boolean
  strict: boolean
  refused: Wrongs | undefined
  active: boolean
  open: { why: boolean; more: boolean }
}

/** What the boxes of one row need: the texts typed, how to change them, and what is wrong. */
export type RowBoxes = {
  member: MemberForm
  choices: Choices
  set: (change: Partial<MemberForm>) => void
  box: (path: string) => {
    path: string
    error: string | null
    strict: boolean
  }
}

/** One person of the household: who it is, what is chosen, what it costs. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { member, index, today, priced, active, open } = props
  const say = useSay()
  const boxes = useRowBoxes(props)
  return (
    <fieldset className={css.member} data-active={active} data-row={index}>
      <legend className={css.legend}>{say(texts.enrol.member, { n: index + 1 })}</legend>
      <RowHandle index={index} />
      <div className={css.boxes}>
        <BoxRow>
          <PersonBoxes {...boxes} today={today} />
        </BoxRow>
        {open.more && active && (
          <BoxRow>
            <MoreBoxes {...boxes} />
          </BoxRow>
        )}
        <LegacyStrip text={member.name} active={active} onUse={(name) => boxes.set({ name })} />
        <PhoneNote phone={member.phone} />
        <NumberWarnings member={member} today={today} />
        <FoundStrip member={member} index={index} active={active} />
        <SimilarStrip member={member} index={index} active={active} today={today} />
        <BoxRow>
          <BhxhBoxes {...boxes} priced={priced?.bhxh ?? null} stale={props.stale} today={today} />
          <BhytBoxes {...boxes} priced={priced?.bhyt ?? null} stale={props.stale} today={today} />
        </BoxRow>
        <KindNotes {...boxes} priced={priced} />
        <PriceRefusals priced={priced} />
        {open.why && active && <PriceWhy priced={priced} today={today} />}
      </div>
    </fieldset>
  )
})

function useRowBoxes({ member, index, today, choices, strict, refused }: MemberRowProps): RowBoxes {
  const language = useLanguage()
  const wrong = useMemo(
    () => readMember(member, today, { bhxh: undefined, bhyt: undefined }).wrong,
    [member, today],
  )
  return {
    member,
    choices,
    set: (change) => draftStore.update((form) => changeMember(form, index, change)),
    box: (path) => {
      const what: Wrong | undefined = wrong[path] ?? refused?.[path]
      return {
        path: `members.${index}.${path}`,
        error: what ? sayInBox(what, language) : null,
        strict,
      }
    },
  }
}

/** The number of the row, and its buttons for the mouse; the keyboard has keys for the same. */
function RowHandle({ index }: { index: number }) {
  const say = useSay()
  const common = { size: 'xs', variant: 'subtle', color: 'gray', tabIndex: -1 } as const
  return (
    <div className={css.handle}>
      <span aria-hidden>{index + 1}</span>
      <ActionIcon
        {...common}
        aria-label={`${say(texts.enrol.moveUp)} ${index + 1}`}
        onClick={() => draftStore.update((form) => moveMember(form, index, -1))}
      >
        <IconArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...common}
        aria-label={`${say(texts.enrol.moveDown)} ${index + 1}`}
        onClick={() => draftStore.update((form) => moveMember(form, index, 1))}
      >
        <IconArrowDown size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...common}
        aria-label={`${say(texts.enrol.removeMember)} ${index + 1}`}
        onClick={() => draftStore.update((form) => removeMember(form, index))}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </div>
  )
}
