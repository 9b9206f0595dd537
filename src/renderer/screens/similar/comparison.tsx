import type { SimilarPerson } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { type Phrase, sayProblem } from '#core/messages.ts'
import type { Problem } from '#core/result.ts'
import { texts } from '#core/texts.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { type Side, sideOf } from './sides.ts'
import css from './similar.module.css'

type ComparisonProps = { one: Side; oneTitle: Phrase; other: SimilarPerson; otherTitle: Phrase }

const { enrol, similar, terms } = texts

const fields: [Exclude<keyof Side, 'last'>, Phrase][] = [
  ['name', enrol.name],
  ['birth', enrol.birth],
  ['sex', enrol.sex],
  ['personalNumber', enrol.personalNumber],
  ['insuranceNumber', enrol.insuranceNumber],
  ['phone', enrol.phone],
  ['address', texts.register.address],
  ['communeName', enrol.commune],
]

/** Two people beside each other, what differs marked, with what speaks for and against one person. */
export function Comparison({ one, oneTitle, other, otherTitle }: ComparisonProps) {
  const say = useSay()
  const known = sideOf(other)
  const text = (side: Side, field: Exclude<keyof Side, 'last'>) =>
    field === 'sex' ? side.sex && say(terms.sex[side.sex]) : side[field]
  const history = (side: Side) =>
    side.last
      .map(({ scheme, validTo }) =>
        say(enrol.lastOf, { scheme: say(terms.scheme[scheme]), date: formatDate(validTo) }),
      )
      .join(' · ')
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say(similar.field)}</th>
            <th scope="col">{say(oneTitle)}</th>
            <th scope="col">{say(otherTitle)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([field, label]) => {
            const [a, b] = [text(one, field), text(known, field)]
            return (
              <tr key={field} data-differs={(a && b && a !== b) || undefined}>
                <th scope="row">{say(label)}</th>
                <td>{a || '—'}</td>
                <td>{b || '—'}</td>
              </tr>
            )
          })}
          <tr>
            <th scope="row">{say(similar.last)}</th>
            <td>{history(one) || '—'}</td>
            <td>{history(known) || say(enrol.neverJoined)}</td>
          </tr>
        </tbody>
      </table>
      <div className={css.signs}>
        <Signs title={similar.reasons} signs={other.reasons} />
        <Signs title={similar.against} signs={other.against} />
      </div>
    </>
  )
}

function Signs({ title, signs }: { title: Phrase; signs: readonly Problem[] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <section aria-label={say(title)}>
      <h2>{say(title)}</h2>
      {signs.length === 0 && '—'}
      <ul>
        {signs.map((sign) => (
          <li key={sign.code}>{sayProblem(sign, language)}</li>
        ))}
      </ul>
    </section>
  )
}
