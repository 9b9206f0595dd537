import { Badge } from '@mantine/core'
import type { ConferenceCard } from '#core/conference.ts'
import type { CommuneCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { CommuneBox } from '../../components/commune-box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { sayInBox, type Wrongs } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import type { Choices } from './choices.ts'
import { draftStore, type EnrolForm } from './draft.ts'
import css from './enrol.module.css'
import { LegacyStrip } from './legacy-strip.tsx'
import { PhoneNote } from './phone-note.tsx'
import { readHousehold } from './read-form.ts'
import scanCss from './scan.module.css'

type HeadProps = {
  form: EnrolForm
  today: string
  choices: Choices
  strict: boolean
  refused: Wrongs | undefined
  communes: CommuneCard[]
  conferences: ConferenceCard[]
}

/** The household above its rows: where, when, through whom. */
export function HouseholdHead(props: HeadProps) {
  const { form, today, choices, strict, refused, communes, conferences } = props
  const say = useSay()
  const language = useLanguage()
  const { wrong } = readHousehold(form, today)
  const { enrol } = texts
  const set = (change: Partial<EnrolForm>) => draftStore.update((all) => ({ ...all, ...change }))
  const box = (path: string) => {
    const what = wrong[path] ?? refused?.[path]
    return { path, strict, error: what ? sayInBox(what, language) : null }
  }
  return (
    <fieldset className={css.household}>
      <legend className={css.legend}>{say(enrol.household)}</legend>
      <BoxRow>
        <CommuneBox
          {...box('household.commune')}
          label={say(enrol.commune)}
          width={12}
          grow={2}
          communes={communes}
          value={form.commune}
          onChange={(commune) => set({ commune })}
        />
        <TextBox
          {...box('household.address')}
          label={say(enrol.address)}
          width={14}
          grow={4}
          maxLength={300}
          value={form.address}
          onChange={(address) => set({ address })}
        />
        <TextBox
          {...box('household.phone')}
          label={say(enrol.householdPhone)}
          width={6.6}
          inputMode="tel"
          maxLength={30}
          value={form.phone}
          onChange={(phone) => set({ phone })}
        />
        <DateBox
          {...box('signedOn')}
          label={say(enrol.signedOn)}
          width={6.4}
          grow={0}
          today={today}
          past
          value={form.signedOn}
          onChange={(signedOn) => set({ signedOn })}
        />
        <ChoiceBox
          {...box('collector')}
          label={say(enrol.collector)}
          width={8}
          value={form.collector}
          options={choices.collector}
          empty={say(texts.common.choose)}
          onChange={(collector) => set({ collector })}
        />
        <ChoiceBox
          {...box('conferenceId')}
          label={say(enrol.source)}
          width={10}
          value={form.conferenceId}
          options={conferences.map((each) => ({
            value: String(each.id),
            label: `${formatDate(each.heldOn)} · ${say(texts.terms.conferenceKind[each.kind])} · ${each.place}`,
          }))}
          empty={say(enrol.noSource)}
          onChange={(conferenceId) => set({ conferenceId })}
        />
        {form.householdId !== null && (
          <Badge variant="light" tt="none" className={css.badge}>
            {say(enrol.inBook, { id: form.householdId })}
          </Badge>
        )}
      </BoxRow>
      <div className={scanCss.household}>
        <LegacyStrip text={form.address} active onUse={(address) => set({ address })} />
        <PhoneNote phone={form.phone} />
      </div>
    </fieldset>
  )
}
