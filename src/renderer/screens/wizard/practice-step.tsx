import { Button, Progress, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AppState, CallAnswer, OfficeCard, Progress as Work } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { on, useAct } from '../../api.ts'
import { goToBox } from '../../components/error-summary.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { OfficeFinder } from './office-finder.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import { StepForm } from './steps.tsx'
import css from './wizard.module.css'

type PracticeProps = { state: AppState; launchDay: string; onBack: () => void; onDone: () => void }

/** Makes an office with made-up people and an example launch day, and shows their PINs. */
export function PracticeStep({ state, launchDay, onBack, onDone }: PracticeProps) {
  const say = useSay()
  const { wizard } = texts
  const make = useAct('office.practice')
  const [office, setOffice] = useState<OfficeCard | null>(null)
  const [dataDir, setDataDir] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const go = () => {
    setTried(true)
    if (!office) return goToBox('office')
    make.mutate({ code: office.code, dataDir })
  }
  if (make.data) return <Ready made={make.data} onDone={onDone} />
  return (
    <section className={css.step}>
      <Title order={2}>{say(wizard.practice)}</Title>
      <StepForm
        onNext={go}
        onBack={make.isPending ? undefined : onBack}
        busy={make.isPending}
        nextLabel={office ? say(wizard.practiceFor, { name: office.name }) : say(wizard.practice)}
      >
        <Stack gap="xs">
          <Text size="sm">{say(wizard.practiceHint)}</Text>
          {make.error && <Failed error={make.error} />}
          {make.isPending && <Making />}
          <Text size="sm">
            {say(wizard.on)} {formatDate(launchDay)}.
          </Text>
          <OfficeFinder
            on={launchDay}
            chosen={office}
            onChoose={setOffice}
            strict={tried}
            error={office ? null : say(wizard.chooseOffice)}
          />
          <PathBox
            label={say(wizard.dataDir)}
            ask={{ call: 'app.chooseFolder', purpose: 'data' }}
            value={dataDir ?? state.dataDir}
            onChange={setDataDir}
          />
        </Stack>
      </StepForm>
    </section>
  )
}

/** How far the making is, as the main process tells it. */
function Making() {
  const say = useSay()
  const [work, setWork] = useState<Work | null>(null)
  useEffect(() => on('progress', setWork), [])
  const percent = work && work.total > 0 ? (work.done * 100) / work.total : 0
  return (
    <div role="status">
      <Text size="sm">{work?.label ?? say(texts.wizard.practiceMaking)}</Text>
      <Progress
        value={work && work.total > 0 ? percent : 100}
        animated
        aria-label={say(texts.wizard.practiceMaking)}
      />
    </div>
  )
}

function Ready({ made, onDone }: { made: CallAnswer<'office.practice'>; onDone: () => void }) {
  const say = useSay()
  const { wizard } = texts
  return (
    <section className={css.step}>
      <Title order={2}>{say(wizard.practiceDone)}</Title>
      <Notice>{say(wizard.practicePins)}</Notice>
      <Table aria-label={say(wizard.stepPeople)}>
        <Table.Tbody>
          {made.people.map(({ name, role, pin }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{say(texts.terms.role[role])}</Table.Td>
              <Table.Td className={css.pin}>
                {say(wizard.pin)} <strong className="mono">{pin}</strong>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <RecoveryCode code={made.recoveryCode} />
      <Button mt="md" size="md" onClick={onDone} autoFocus>
        {say(wizard.practiceGo)}
      </Button>
    </section>
  )
}
