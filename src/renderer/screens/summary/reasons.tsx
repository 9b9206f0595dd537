import type { AnswerCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'

/** The reasons of the city's answers, with who gave them and when. */
export function Reasons({ answers }: { answers: readonly AnswerCard[] }) {
  const say = useSay()
  return answers.map(({ issuedAt, issuedBy, signer, reasons }) => (
    <div key={issuedAt}>
      <div>
        {say(texts.periods.replyBy, {
          by: issuedBy,
          day: formatDate(issuedAt.slice(0, 10)),
          signer,
        })}
      </div>
      <ul>
        {reasons.map(({ code, text }) => (
          <li key={`${code} ${text}`}>{text}</li>
        ))}
      </ul>
    </div>
  ))
}
