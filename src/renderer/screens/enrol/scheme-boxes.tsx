import type { Priced } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { BoxRow, ChoiceBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { MoneyBox } from '../../components/money-box.tsx'
import { useSay } from '../../language.tsx'
import type { MemberForm } from './draft.ts'
import css from './enrol.module.css'
import type { RowBoxes } from './member-row.tsx'
import { MonthBox } from './month-box.tsx'
import { SchemeCell } from './scheme-cell.tsx'

type Of<S extends 'bhxh' | 'bhyt'> = Priced['members'][number][S]

/** Somebody said to have joined before may have paid elsewhere; what they say then decides the kind. */
const asksElsewhere = ({ bhxhKind, declaredUntil }: MemberForm): boolean =>
  declaredUntil !== '' || bhxhKind === 'returning' || bhxhKind === 'renewing'

function rowClass(member: MemberForm): string | undefined {
  if (!member.bhxhOn) return css.schemeOff
  return asksElsewhere(member) ? `${css.scheme} ${css.schemeLong}` : css.scheme
}

/** Whether the row joins BHXH tự nguyện, how, and what that costs. */
export function BhxhBoxes({
  member,
  choices,
  set,
  box,
  priced,
  stale,
  today,
}: RowBoxes & { priced: Of<'bhxh'>; stale: boolean; today: string }) {
  const say = useSay()
  const { enrol } = texts
  return (
    <BoxRow className={rowClass(member)}>
      <SchemeCell
        scheme="bhxh-tn"
        path={box('bhxh').path}
        on={member.bhxhOn}
        onToggle={(bhxhOn) => set({ bhxhOn })}
        priced={priced}
        stale={stale}
      />
      {member.bhxhOn && (
        <>
          <MoneyBox
            {...box('bhxh.income')}
            label={say(enrol.income)}
            width={6}
            maxLength={40}
            value={member.income}
            onChange={(income) => set({ income })}
          />
          <ChoiceBox
            {...box('bhxh.method')}
            label={say(enrol.method)}
            width={5.6}
            value={member.method}
            options={choices.method}
            empty={say(texts.common.choose)}
            onChange={(method) => set({ method })}
          />
          <ChoiceBox
            {...box('bhxh.group')}
            label={say(enrol.group)}
            width={5.2}
            value={member.group}
            options={choices.group}
            onChange={(group) => set({ group })}
          />
          <ChoiceBox
            {...box('bhxh.kind')}
            label={say(enrol.kind)}
            spoken={say(enrol.bhxhKind)}
            echo={member.bhxhKind === '' ? say(enrol.suggested) : undefined}
            width={7.6}
            value={member.bhxhKind || (priced?.suggestedKind ?? 'first')}
            options={choices.kind}
            onChange={(bhxhKind) => set({ bhxhKind })}
          />
          {asksElsewhere(member) && (
            <MonthBox
              {...box('bhxh.declaredUntil')}
              label={say(texts.quote.declaredUntil)}
              spoken={say(texts.quote.declaredSpoken)}
              width={6}
              maxLength={20}
              today={today}
              value={member.declaredUntil}
              onChange={(text) =>
                set({ declaredUntil: text, bhxhKind: text === '' ? 'returning' : '' })
              }
            />
          )}
        </>
      )}
    </BoxRow>
  )
}

/** Whether the row joins BHYT hộ gia đình, how, and what that costs. */
export function BhytBoxes({
  member,
  choices,
  set,
  box,
  priced,
  stale,
  today,
}: RowBoxes & { priced: Of<'bhyt'>; stale: boolean; today: string }) {
  const say = useSay()
  const { enrol } = texts
  return (
    <BoxRow className={member.bhytOn ? css.scheme : css.schemeOff}>
      <SchemeCell
        scheme="bhyt-hgd"
        path={box('bhyt').path}
        on={member.bhytOn}
        onToggle={(bhytOn) => set({ bhytOn })}
        priced={priced}
        stale={stale}
        position={priced?.position}
      />
      {member.bhytOn && (
        <>
          <ChoiceBox
            {...box('bhyt.months')}
            label={say(enrol.months)}
            spoken={say(enrol.bhytMonths)}
            width={4.4}
            value={member.months}
            options={choices.months}
            onChange={(months) => set({ months })}
          />
          <ChoiceBox
            {...box('bhyt.support')}
            label={say(enrol.support)}
            spoken={say(enrol.bhytSupport)}
            width={4.8}
            value={member.support}
            options={choices.support}
            onChange={(support) => set({ support })}
          />
          <DateBox
            {...box('bhyt.cardEnds')}
            label={say(enrol.cardEnds)}
            width={5.6}
            today={today}
            value={member.cardEnds}
            onChange={(cardEnds) => set({ cardEnds })}
          />
          <ChoiceBox
            {...box('bhyt.kind')}
            label={say(enrol.kind)}
            spoken={say(enrol.bhytKind)}
            echo={member.bhytKind === '' ? say(enrol.suggested) : undefined}
            width={7.6}
            value={member.bhytKind || (priced?.suggestedKind ?? 'first')}
            options={choices.kind}
            onChange={(bhytKind) => set({ bhytKind })}
          />
        </>
      )}
    </BoxRow>
  )
}
