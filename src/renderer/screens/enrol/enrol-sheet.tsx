import { Button, Group, Kbd } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ConferenceCard } from '#core/conference.ts'
import type { CommuneCard } from '#core/contract.ts'
import { largestHousehold } from '#core/enrolment.ts'
import { texts } from '#core/texts.ts'
import { Confirm } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { boxAt, ErrorSummary, goToBox } from '../../components/error-summary.tsx'
import { Failed, Notice, Page } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { PaperDialog } from '../paper/paper-dialog.tsx'
import { RenewalNotice } from '../renewals/renewal-notice.tsx'
import { SheetButtons } from '../sheets/sheet-buttons.tsx'
import { KeptBadge } from '../sheets/sheets-dialog.tsx'
import { useSheets } from '../sheets/use-sheets.ts'
import { Calculator } from './calculator.tsx'
import { CameraScan } from './camera-scan.tsx'
import { useChoices } from './choices.ts'
import { draftStore, type EnrolForm, newForm } from './draft.ts'
import css from './enrol.module.css'
import { HouseholdHead } from './household-head.tsx'
import { MemberRow } from './member-row.tsx'
import { RemovedNote, SavedNote, SheetNote } from './notes.tsx'
import { rowWrongs } from './read-member.ts'
import { complaintsOf } from './say-wrong.ts'
import { ScanNote } from './scan-note.tsx'
import { TotalsBar } from './totals-bar.tsx'
import { usePrice } from './use-price.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useSave } from './use-save.ts'
import { useScan } from './use-scan.ts'

/** Where typing starts: the commune, or the address when the commune was carried over. */
function firstBox(): string {
  return draftStore.get()?.commune ? 'household.address' : 'household.commune'
}

type SheetProps = {
  form: EnrolForm
  today: string
  communes: CommuneCard[]
  conferences: ConferenceCard[]
  listsError: unknown
}

/** The sheet itself: household, rows, totals. */
export function EnrolSheet({ form, today, communes, conferences, listsError }: SheetProps) {
  const say = useSay()
  const language = useLanguage()
  const choices = useChoices()
  const price = usePrice(form, today)
  const saving = useSave(today)
  const [printing, setPrinting] = useState(false)
  const [dropping, setDropping] = useState(false)
  const sheets = useSheets(today)

  const refusal = saving.refusalFor(form)
  const complaints = complaintsOf(saving.wrongsOf(form), language)

  useEffect(() => {
    goToBox(firstBox())
  }, [])

  const save = async () => {
    const outcome = await saving.attempt(form)
    const path = outcome === 'saved' ? firstBox() : outcome.wrongAt
    // The boxes with their errors must be on screen before one of them takes the focus.
    if (path) requestAnimationFrame(() => goToBox(path))
  }
  const rows = useRowKeys({ form, save, drop: () => setDropping(true) })
  const scan = useScan(form, rows.active)
  const full = form.members.length >= largestHousehold

  return (
    <Page title={texts.enrol.title} aside={<KeptBadge formKey={form.key} />}>
      {saving.saved && (
        <SavedNote saved={saving.saved} onPrint={() => setPrinting(true)} onClose={saving.forget} />
      )}
      {sheets.said !== null && <SheetNote said={sheets.said} onClose={sheets.forget} />}
      {sheets.error ? <Failed error={sheets.error} /> : null}
      <RenewalNotice formKey={form.key} />
      <ErrorSummary complaints={complaints} />
      {(refusal?.error ?? listsError ?? price.error) ? (
        <Failed error={refusal?.error ?? listsError ?? price.error} />
      ) : null}
      <EnterForm
        className={css.sheet}
        label={say(texts.enrol.title)}
        onSubmit={save}
        onKey={rows.arrows}
        onFocus={rows.follow}
      >
        <HouseholdHead
          form={form}
          today={today}
          choices={choices}
          strict={saving.strictFor(form)}
          refused={refusal?.wrongs}
          communes={communes}
          conferences={conferences}
        />
        {form.members.map((member, index) => (
          <MemberRow
            key={member.rowId}
            member={member}
            index={index}
            today={today}
            choices={choices}
            priced={price.priced?.members[index]}
            stale={price.stale}
            strict={saving.strictFor(form, member.rowId)}
            refused={rowWrongs(refusal?.wrongs, index)}
            active={rows.active === index}
            open={rows.open}
          />
        ))}
        {form.removed && <RemovedNote removed={form.removed} />}
        <Group gap="xs">
          <Button
            variant="default"
            data-enter-stop
            disabled={full}
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={<Kbd size="xs">Alt+N</Kbd>}
            onClick={rows.add}
          >
            {say(texts.enrol.addMember)}
          </Button>
          <CameraScan onText={scan.take} />
          <Calculator form={form} active={rows.active} today={today} />
          <SheetButtons
            form={form}
            sheets={sheets}
            onNew={() => requestAnimationFrame(() => goToBox(firstBox()))}
          />
          {full && <Notice>{say(texts.enrol.full, { n: largestHousehold })}</Notice>}
        </Group>
      </EnterForm>
      <ScanNote news={scan.news} onClose={scan.forget} />
      <TotalsBar
        priced={price.priced}
        people={form.members.length}
        stale={price.stale}
        saving={saving.saving}
        onSave={save}
      />
      {printing && saving.saved && (
        <PaperDialog enrolmentIds={saving.saved.enrolmentIds} onClose={() => setPrinting(false)} />
      )}
      {dropping && (
        <Confirm
          title={texts.enrol.clearTitle}
          text={texts.enrol.clearText}
          yes={texts.enrol.clearYes}
          no={texts.enrol.clearNo}
          onNo={() => setDropping(false)}
          onYes={() => {
            setDropping(false)
            draftStore.set(newForm(form.signedOn, form))
            requestAnimationFrame(() => boxAt('household.commune')?.focus())
          }}
        />
      )}
    </Page>
  )
}
