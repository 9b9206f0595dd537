import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed, Notice, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { JobBar, useJob } from './job-bar.tsx'
import { momentOf } from './times.ts'

const { backup } = texts

/** Plays a restore of the newest backup, with the recovery code when it is at hand. */
export function RehearsalForm({ disabled }: { disabled: boolean }) {
  const say = useSay()
  const act = useAct('backup.rehearse')
  const { job, work, begin } = useJob()
  const [code, setCode] = useState('')
  const recoveryCode = code.trim() === '' ? null : code.trim()
  const start = () =>
    !disabled && act.mutate({ job: begin(), recoveryCode }, { onSuccess: () => setCode('') })
  return (
    <Sheet title={say(backup.rehearse)}>
      <EnterForm label={say(backup.rehearse)} onSubmit={start}>
        <Text size="sm" mb="xs">
          {say(backup.rehearseText)}
        </Text>
        <BoxRow>
          <TextBox
            label={say(backup.codeMaybe)}
            width={26}
            grow={0}
            value={code}
            onChange={setCode}
            maxLength={100}
          />
          <Button
            type="submit"
            size="md"
            variant="default"
            disabled={disabled}
            loading={act.isPending}
          >
            {say(backup.rehearse)}
          </Button>
        </BoxRow>
      </EnterForm>
      {act.isPending && <JobBar job={job} work={work} />}
      {act.error && <Failed error={act.error} />}
      {act.data && (
        <Notice tone="leaf">
          {say(backup.rehearsed, {
            time: momentOf(act.data.madeAt),
            people: formatMoney(act.data.people),
            enrolments: formatMoney(act.data.enrolments),
            seconds: act.data.seconds.toFixed(1).replace('.', ','),
          })}
        </Notice>
      )}
    </Sheet>
  )
}
