import { Stack, Text } from '@mantine/core'
import { texts } from '#core/texts.ts'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { StepForm } from './steps.tsx'
import type { StepProps } from './wizard.tsx'

/** Where the data lives: the usual folder, or another one. */
export function DataStep({ state, plan, set, back, next }: StepProps) {
  const say = useSay()
  return (
    <StepForm onNext={next} onBack={back}>
      <Stack gap="xs">
        <PathBox
          label={say(texts.wizard.dataDir)}
          path="dataDir"
          ask={{ call: 'app.chooseFolder', purpose: 'data' }}
          value={plan.dataDir ?? state.dataDir}
          onChange={(dataDir) => set({ dataDir })}
        />
        <Text size="sm">{say(texts.wizard.dataHint)}</Text>
      </Stack>
    </StepForm>
  )
}
