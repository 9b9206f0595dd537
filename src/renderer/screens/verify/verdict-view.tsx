import { List, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { Verdict } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Summary } from '#core/summary.ts'
import { texts } from '#core/texts.ts'
import { Notice, Sheet } from '../../components/page.tsx'
import { type Say, useSay } from '../../language.tsx'
import { momentOf } from '../backup/times.ts'
import { Figures } from '../summary/figures.tsx'
import summaryCss from '../summary/summary.module.css'
import css from './verify.module.css'

/** The verdict in plain words, what is wrong, who signed, and the figures when they can be trusted. */
export function VerdictView({ verdict }: { verdict: Verdict }) {
  const say = useSay()
  const { verify } = texts
  const Icon = verdict.ok ? IconCircleCheck : IconCircleX
  return (
    <>
      <section className={css.verdict} data-ok={verdict.ok} role="status">
        <Icon size={56} stroke={1.5} aria-hidden />
        <div>
          <Title order={2} fz="1.5rem">
            {say(verdict.ok ? verify.good : verify.bad)}
          </Title>
          <Text>{say(verdict.ok ? verify.goodText : verify.badText)}</Text>
        </div>
      </section>
      {verdict.problems.length > 0 && (
        <Sheet title={say(verify.wrong)}>
          <List>
            {verdict.problems.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Sheet>
      )}
      {verdict.notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      <Sheet>
        <dl className={summaryCss.facts}>
          {factsOf(verdict, say).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
      {verdict.ok && verdict.summary && (
        <section aria-label={say(verify.figures)}>
          <Title order={2} mb="xs">
            {say(verify.figures)}
          </Title>
          <Figures summary={verdict.summary} />
        </section>
      )}
    </>
  )
}

const stateOf = { good: 'good', revoked: 'bad', unchecked: 'unchecked' } as const

function factsOf(verdict: Verdict, say: Say): [label: string, value: string][] {
  const { verify, terms, keys } = texts
  const { unit, period, signer, sequence, revocation, summary } = verdict
  const numbered = summary && { sequence: summary.sequence, revision: summary.revision }
  const unknown = say(verify.unknown)
  const span = period && [...new Set([formatDate(period.from), formatDate(period.to)])].join(' – ')
  return [
    [say(verify.file), verdict.file],
    [say(texts.summary.fingerprint), verdict.fingerprint],
    [say(verify.unit), unit ? `${unit.name} (${unit.code})` : unknown],
    [say(verify.period), period ? `${say(terms.periodKind[period.kind])} ${span}` : unknown],
    [
      say(verify.sequence),
      numbered ? say(texts.summary.sequenceOf, numbered) : String(sequence ?? unknown),
    ],
    ...(summary ? trailOf(summary, say) : []),
    [
      say(verify.signer),
      signer ? signer.name + (signer.practice ? ` (${say(verify.practice)})` : '') : unknown,
    ],
    [say(verify.signerUnit), signer?.unit ?? unknown],
    [say(keys.issuer), signer?.issuer ?? unknown],
    [say(keys.weightLabel), signer ? say(keys.weight[signer.weight]) : unknown],
    [say(keys.revocationLabel), revocation ? say(keys.state[stateOf[revocation]]) : unknown],
    [say(verify.fingerprint), signer?.fingerprint ?? unknown],
  ]
}

/** Who made and approved the figures, and where the audit of the unit stood then. */
function trailOf(summary: Summary, say: Say): [label: string, value: string][] {
  const { verify } = texts
  const { createdBy, createdAt, approvedBy, auditHead } = summary
  const at = momentOf(createdAt)
  const events = formatMoney(auditHead.events)
  const hash = auditHead.hash.slice(0, 16)
  return [
    [say(verify.made), say(verify.madeBy, { createdBy, at, approvedBy })],
    [say(verify.audit), say(verify.auditHead, { events, hash })],
  ]
}
