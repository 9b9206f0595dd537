import { Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import type { CertificateCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './keys.module.css'

const icons = { good: IconCircleCheck, bad: IconCircleX, unchecked: IconHelpCircle }

/** A certificate: its state, what legal weight it gives, whose it is and until when. */
export function CertificateView({ card }: { card: CertificateCard }) {
  const say = useSay()
  const { keys } = texts
  const Icon = icons[card.state]
  const day = (instant: string) => formatDate(instant.slice(0, 10))
  const facts = [
    [keys.issuer, card.issuer],
    [keys.unit, card.unit ?? say(keys.none)],
    [keys.validity, `${day(card.from)} – ${day(card.to)}`],
    [keys.fingerprint, card.fingerprint.replace(/(.{4})(?=.)/g, '$1 ')],
  ] as const
  return (
    <article className={css.card} data-state={card.state}>
      <header className={css.head}>
        <Text fw={600}>{card.name}</Text>
        <span className={css.state}>
          <Icon size={18} aria-hidden /> {say(keys.state[card.state])}
        </span>
      </header>
      <Text size="sm">{say(keys.weight[card.weight])}</Text>
      {card.problems.map((sentence) => (
        <Text key={sentence} size="sm" className={css.problem}>
          {sentence}
        </Text>
      ))}
      <dl className={css.facts}>
        {facts.map(([label, value]) => (
          <div key={label.vi}>
            <dt>{say(label)}</dt>
            <dd className={label === keys.fingerprint ? 'mono' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
