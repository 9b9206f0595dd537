import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { PrintJobLine } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Answer, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { sayMoment } from '../person/history.tsx'
import { AgainForm, type AgainWish } from './again-form.tsx'
import css from './paper.module.css'

const { batch } = texts
const shown = 12

/** The latest print jobs; each can be drawn again, whole or in part. */
export function PrintJobs({ onAgain }: { onAgain: (wish: AgainWish) => void }) {
  const say = useSay()
  const jobs = useCall('paper.jobs', {}, { fresh: true })
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Sheet title={say(batch.jobs)}>
      <Answer query={jobs}>
        {(lines) =>
          lines.length === 0 ? (
            <Text size="sm">{say(batch.jobsNone)}</Text>
          ) : (
            <ul className={css.jobs}>
              {lines.slice(0, shown).map((line) => (
                <li key={line.id}>
                  <Line line={line} onOpen={() => setOpen(open === line.id ? null : line.id)} />
                  {open === line.id && <AgainForm printJob={line.id} onAgain={onAgain} />}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Sheet>
  )
}

function Line({ line, onOpen }: { line: PrintJobLine; onOpen: () => void }) {
  const say = useSay()
  const { id, title, papers, pages, madeBy, madeAt } = line
  return (
    <div className={css.job}>
      <Stack gap={0}>
        <Title order={3}>{say(batch.jobLine, { id, title })}</Title>
        <Text size="sm">
          {say(batch.jobAbout, {
            papers: formatMoney(papers),
            pages: formatMoney(pages),
            who: madeBy,
            when: sayMoment(madeAt),
          })}
        </Text>
      </Stack>
      <Button variant="default" size="compact-sm" onClick={onOpen}>
        {say(batch.jobOpen, { id })}
      </Button>
    </div>
  )
}
