import { Text } from '@mantine/core'
import { useState } from 'react'
import type { AppState, OfficeCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Gate } from '../../components/gate.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { RestoreForm } from '../backup/restore-form.tsx'
import { DataStep } from './data-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { newPerson, type PersonForm, type TargetForm, targetForms } from './plan.ts'
import { PracticeStep } from './practice-step.tsx'
import { RecoveryStep } from './recovery-step.tsx'
import { Steps } from './steps.tsx'
import { TargetsStep } from './targets-step.tsx'
import { UnitStep } from './unit-step.tsx'

/** The answers of the first run so far; `on` is the ISO day whose list of offices was used. */
export type Plan = {
  office: OfficeCard | null
  on: string
  people: PersonForm[]
  dataDir: string | null
  targets: TargetForm[]
}

/** What every step gets: the answers, how to change them, and the way back and on. */
export type StepProps = {
  state: AppState
  plan: Plan
  set: (change: Partial<Plan>) => void
  back: () => void
  next: () => void
}

type WizardProps = { state: AppState; onDone: () => void }

/** The first run: office, people, data folder, targets, recovery code. */
export function Wizard({ state, onDone }: WizardProps) {
  const say = useSay()
  const campaigns = useCall('office.campaigns', {})
  return (
    <Gate title={say(texts.wizard.title)} state={state} wide>
      <Text size="sm" mb="sm">
        {say(texts.wizard.intro)}
      </Text>
      <Answer query={campaigns}>
        {(known) => (
          <Run
            state={state}
            targets={targetForms(known)}
            launchDay={known[0]?.launchDay ?? state.today}
            onDone={onDone}
          />
        )}
      </Answer>
    </Gate>
  )
}

type RunProps = WizardProps & { targets: TargetForm[]; launchDay: string }

function Run({ state, targets, launchDay, onDone }: RunProps) {
  const [step, setStep] = useState(0)
  const [practice, setPractice] = useState(false)
  const [plan, setPlan] = useState<Plan>({
    office: null,
    on: state.today,
    people: [newPerson('head'), newPerson('clerk')],
    dataDir: null,
    targets,
  })
  const props: StepProps = {
    state,
    plan,
    set: (change) => setPlan((all) => ({ ...all, ...change })),
    back: () => setStep((now) => now - 1),
    next: () => setStep((now) => now + 1),
  }
  if (practice) {
    return (
      <PracticeStep
        launchDay={launchDay}
        state={state}
        onBack={() => setPractice(false)}
        onDone={onDone}
      />
    )
  }
  return (
    <Steps at={step}>
      {step === 0 && (
        <>
          <UnitStep {...props} onPractice={() => setPractice(true)} />
          <RestoreForm onRestored={onDone} />
        </>
      )}
      {step === 1 && <PeopleStep {...props} />}
      {step === 2 && <DataStep {...props} />}
      {step === 3 && <TargetsStep {...props} />}
      {step === 4 && <RecoveryStep {...props} onDone={onDone} />}
    </Steps>
  )
}
