import { Button, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { Failed, Loading } from '../../components/page.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { useSetState } from '../../use-app-state.ts'
import { PaperView } from '../paper/paper-view.tsx'
import { readPeople, readTargets } from './plan.ts'
import { RecoveryCode } from './recovery-code.tsx'
import { StepForm } from './steps.tsx'
import type { Plan, StepProps } from './wizard.tsx'

/** Makes the recovery code, shows and prints it, and founds the office once its end is typed back. */
export function RecoveryStep({ plan, back, onDone }: StepProps & { onDone: () => void }) {
  const say = useSay()
  const create = useAct('office.create')
  const asked = useRef(false)
  useEffect(() => {
    // Effects run twice in development; a second plan would make the code on screen worthless.
    if (asked.current) return
    asked.current = true
    create.mutate(orderOf(plan))
  }, [create, plan])
  if (create.error) {
    return (
      <StepForm
        onNext={() => create.mutate(orderOf(plan))}
        onBack={back}
        nextLabel={say(texts.common.tryAgain)}
      >
        <Failed error={create.error} />
      </StepForm>
    )
  }
  if (!create.data) return <Loading label={say(texts.wizard.creating)} />
  return <Confirm code={create.data.recoveryCode} back={back} onDone={onDone} />
}

function orderOf(plan: Plan) {
  if (!plan.office) throw new Error('the office step was skipped')
  return {
    code: plan.office.code,
    on: plan.on,
    dataDir: plan.dataDir,
    people: readPeople(plan.people).people,
    targets: readTargets(plan.targets).targets,
    practice: false,
  }
}

function Confirm({ code, back, onDone }: { code: string; back: () => void; onDone: () => void }) {
  const say = useSay()
  const sayError = useSayError()
  const show = useSetState()
  const { wizard } = texts
  const sheet = useAct('office.recoverySheet')
  const confirm = useAct('office.confirmRecovery')
  const [last, setLast] = useState('')
  const finish = () =>
    confirm.mutate(
      { lastGroup: last.trim().slice(0, 20) },
      {
        onSuccess: (state) => {
          show(state)
          onDone()
        },
        onError: () => goToBox('lastGroup'),
      },
    )
  return (
    <StepForm
      onNext={finish}
      onBack={back}
      nextLabel={say(wizard.finish)}
      busy={confirm.isPending}
      disabled={last.trim() === ''}
      beside={<Text size="xs">{say(wizard.backDropsCode)}</Text>}
    >
      <Stack gap="sm">
        <Text size="sm">{say(wizard.recoveryText)}</Text>
        <RecoveryCode code={code} />
        <Button
          variant="light"
          w="fit-content"
          loading={sheet.isPending}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => sheet.mutate({})}
        >
          {say(wizard.printCode)}
        </Button>
        {sheet.error && <Failed error={sheet.error} />}
        <TextBox
          label={say(wizard.lastGroup)}
          path="lastGroup"
          value={last}
          onChange={setLast}
          strict
          maxLength={20}
          error={confirm.error ? sayError(confirm.error) : null}
        />
      </Stack>
      {sheet.data && <SheetDialog card={sheet.data} onClose={sheet.reset} />}
    </StepForm>
  )
}

function SheetDialog({ card, onClose }: { card: PaperCard; onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog title={say(texts.paper.recoverySheet)} onClose={onClose} full>
      <PaperView card={card} />
    </Dialog>
  )
}
