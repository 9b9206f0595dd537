import { texts } from '#core/texts.ts'
import { Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { renewalNotes } from './renewal-form.ts'

/** What to look over in a renewal before it is saved, above the sign-up it belongs to. */
export function RenewalNotice({ formKey }: { formKey: string }) {
  const say = useSay()
  const notes = renewalNotes.use()
  if (notes?.key !== formKey || notes.notices.length === 0) return null
  const { renewals } = texts
  return (
    <Notice>
      <strong>{say(renewals.check)}</strong>
      {notes.notices.map(({ member, text }) => (
        <div key={`${member} ${text.vi}`}>
          {member === null ? say(text) : say(renewals.checkMember, { n: member + 1, text })}
        </div>
      ))}
    </Notice>
  )
}
