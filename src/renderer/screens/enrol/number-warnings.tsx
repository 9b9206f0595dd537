import { IconAlertTriangle } from '@tabler/icons-react'
import { parseDate } from '#core/date.ts'
import { checkPersonalNumber, parsePersonalNumber } from '#core/identifiers.ts'
import { sayProblem } from '#core/messages.ts'
import { useLanguage } from '../../language.tsx'
import type { MemberForm } from './draft.ts'
import css from './enrol.module.css'

/** Where a personal number and the person do not fit; the clerk has seen the paper and may go on. */
export function NumberWarnings({ member, today }: { member: MemberForm; today: string }) {
  const language = useLanguage()
  const number = parsePersonalNumber(member.personalNumber)
  if (!number.ok) return null
  const birth = parseDate(member.birth, { today, past: true, allowYear: true })
  const warnings = checkPersonalNumber(number.value, {
    birth: birth.ok ? birth.value : null,
    sex: member.sex || null,
  })
  return warnings.map((warning) => (
    <p key={warning.code} className={css.warning} role="status">
      <IconAlertTriangle size={15} aria-hidden /> {sayProblem(warning, language)}
    </p>
  ))
}
