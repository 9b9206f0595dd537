import { Table, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { TextBox } from '../../components/box.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { Empty } from '../../components/page.tsx'
import { sayWrong } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { readTargets, type TargetForm } from './plan.ts'
import { StepForm } from './steps.tsx'
import type { StepProps } from './wizard.tsx'

/** The campaign's targets, to be changed to what the office was given. */
export function TargetsStep({ plan, set, back, next }: StepProps) {
  const say = useSay()
  const language = useLanguage()
  const [tried, setTried] = useState(false)
  const { wizard } = texts
  const { wrong } = readTargets(plan.targets)
  const go = () => {
    setTried(true)
    const first = Object.keys(wrong)[0]
    if (!first) return next()
    requestAnimationFrame(() => goToBox(first))
  }
  return (
    <StepForm onNext={go} onBack={back} nextLabel={say(wizard.create)}>
      <Text size="sm" mb="xs">
        {say(wizard.targetsHint)}
      </Text>
      {plan.targets.length === 0 ? (
        <Empty title={say(wizard.noTargets)} />
      ) : (
        <Table aria-label={say(wizard.stepTargets)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(wizard.targetLabel)}</Table.Th>
              <Table.Th>{say(wizard.targetPeriod)}</Table.Th>
              <Table.Th>{say(wizard.targetScope)}</Table.Th>
              <Table.Th w="11rem">{say(wizard.targetValue)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.targets.map((form, index) => {
              const path = `targets.${index}`
              const what = wrong[path]
              return (
                <TargetRow
                  key={form.target.id}
                  form={form}
                  path={path}
                  strict={tried}
                  error={what ? sayWrong(what, wizard.targetValue, language) : null}
                  onChange={(value) =>
                    set({
                      targets: plan.targets.map((each, at) =>
                        at === index ? { ...each, value } : each,
                      ),
                    })
                  }
                />
              )
            })}
          </Table.Tbody>
        </Table>
      )}
    </StepForm>
  )
}

type RowProps = {
  form: TargetForm
  path: string
  strict: boolean
  error: string | null
  onChange: (value: string) => void
}

function TargetRow({ form, path, strict, error, onChange }: RowProps) {
  const say = useSay()
  const { label, from, to, scope } = form.target
  const span = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {label}
      </Table.Th>
      <Table.Td>{span}</Table.Td>
      <Table.Td>
        {say(scope === 'city' ? texts.summary.cityScope : texts.summary.unitScope)}
      </Table.Td>
      <Table.Td>
        <TextBox
          label={say(texts.wizard.targetValue)}
          spoken={`${say(texts.wizard.targetValue)}: ${label}`}
          path={path}
          strict={strict}
          error={error}
          inputMode="numeric"
          maxLength={20}
          value={form.value}
          onChange={onChange}
        />
      </Table.Td>
    </Table.Tr>
  )
}
