import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatMoney } from '#core/money.ts'
import { instantSaid } from '#core/privacy/deadlines.ts'
import type { Breach } from '#core/privacy/records.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../../api.ts'
import { Answer, Empty, Failed, Sheet } from '../../../components/page.tsx'
import { useSay } from '../../../language.tsx'
import { BreachForm } from './breach-form.tsx'
import { BreachPaper } from './breach-paper.tsx'

const { privacy } = texts

/** Breaches of personal data with their clock, the form to note one, and the record to print. */
export function BreachPart({ today }: { today: string }) {
  const say = useSay()
  const query = useCall('breach.list', {}, { fresh: true })
  const [noting, setNoting] = useState(false)
  const [printing, setPrinting] = useState<number | null>(null)
  const save = useAct('breach.save')
  const reported = ({ reportBy: _, affected: __, ...breach }: Breach) =>
    save.mutate(
      { ...breach, reportedAt: new Date().toISOString() },
      { onSuccess: () => void query.refetch() },
    )
  const close = () => {
    setNoting(false)
    void query.refetch()
  }
  return (
    <Sheet title={say(privacy.tabs.breaches)}>
      <Group mb="xs">
        <Button onClick={() => setNoting(true)}>{say(privacy.newBreach)}</Button>
      </Group>
      {save.error && <Failed error={save.error} />}
      <Answer query={query}>
        {(breaches) =>
          breaches.length === 0 ? (
            <Empty title={say(privacy.noBreaches)} />
          ) : (
            <Stack gap="sm">
              {breaches.map((breach) => (
                <BreachCard
                  key={breach.id}
                  breach={breach}
                  onPrint={() => setPrinting(breach.id)}
                  onReported={() => reported(breach)}
                />
              ))}
            </Stack>
          )
        }
      </Answer>
      {noting && <BreachForm today={today} onClose={close} />}
      {printing !== null && <BreachPaper id={printing} onClose={() => setPrinting(null)} />}
    </Sheet>
  )
}

type CardProps = { breach: Breach; onPrint: () => void; onReported: () => void }

function BreachCard({ breach, onPrint, onReported }: CardProps) {
  const say = useSay()
  const { id, what, affected, reportBy, reportedAt } = breach
  return (
    <Stack gap={2}>
      <Text fw={600}>
        {id}. {what}
      </Text>
      <Text size="sm">{say(privacy.affected, { n: formatMoney(affected.people) })}</Text>
      {reportedAt === null ? (
        <Clock reportBy={reportBy} />
      ) : (
        <Text size="sm">{say(privacy.reported, { at: instantSaid(reportedAt) })}</Text>
      )}
      <Group gap={6}>
        <Button size="compact-sm" variant="default" onClick={onPrint}>
          {say(privacy.printRecord)}
        </Button>
        {reportedAt === null && (
          <Button size="compact-sm" variant="default" onClick={onReported}>
            {say(privacy.markReported)}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** The clock of 72 hours, in whole hours, once a minute. */
function Clock({ reportBy }: { reportBy: string }) {
  const say = useSay()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  const hours = Math.floor((Date.parse(reportBy) - now) / 3_600_000)
  const left =
    hours < 0 ? say(privacy.hoursOver, { n: -hours }) : say(privacy.hoursLeft, { n: hours })
  return (
    <Text size="sm" fw={700}>
      {say(privacy.reportBy, { at: instantSaid(reportBy) })} · {left}
    </Text>
  )
}
