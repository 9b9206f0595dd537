import { IconPhone } from '@tabler/icons-react'
import { parsePhone } from '#core/phone.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './scan.module.css'

/** Says that a number with a prefix of before 2018 will be saved as it is dialled today. */
export function PhoneNote({ phone }: { phone: string }) {
  const say = useSay()
  const read = parsePhone(phone)
  if (!read.ok) return null
  // Spaces and +84 are only another way of writing the same number.
  const old = phone.replace(/\D/g, '').replace(/^(00)?840?(?=\d{9})/, '0')
  if (old === read.value) return null
  return (
    <p className={css.strip} role="status">
      <IconPhone size={16} aria-hidden />
      {say(texts.scan.oldPhone, { old, now: read.value })}
    </p>
  )
}
