import { Button, Stack, Text } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDate, parseDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { DateBox } from '../../components/date-box.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useSay } from '../../language.tsx'
import { OfficeFinder } from './office-finder.tsx'
import { StepForm } from './steps.tsx'
import type { StepProps } from './wizard.tsx'

/** Which office this is, from the list of a given day. */
export function UnitStep({
  state,
  plan,
  set,
  next,
  onPractice,
}: StepProps & { onPractice: () => void }) {
  const say = useSay()
  const { wizard } = texts
  const [typed, setTyped] = useState(formatDate(plan.on))
  const [tried, setTried] = useState(false)
  const read = parseDate(typed, { today: state.today })
  const go = () => {
    setTried(true)
    if (read.ok && plan.office) return next()
    goToBox(read.ok ? 'office' : 'on')
  }
  const changeDay = (text: string) => {
    setTyped(text)
    const day = parseDate(text, { today: state.today })
    if (day.ok && day.value.date !== plan.on) set({ on: day.value.date, office: null })
  }
  return (
    <StepForm
      onNext={go}
      beside={
        <Button
          variant="light"
          leftSection={<IconSchool size={18} aria-hidden />}
          onClick={onPractice}
        >
          {say(wizard.practice)}
        </Button>
      }
    >
      <Stack gap="xs">
        <OfficeFinder
          on={plan.on}
          chosen={plan.office}
          onChoose={(office) => set({ office })}
          strict={tried}
          error={plan.office ? null : say(wizard.chooseOffice)}
        />
        <DateBox
          label={say(wizard.on)}
          path="on"
          today={state.today}
          value={typed}
          onChange={changeDay}
          strict={tried}
        />
        <Text size="sm">{say(wizard.practiceHint)}</Text>
      </Stack>
    </StepForm>
  )
}
