import { Button, Group, Title } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { texts } from '#core/texts.ts'
import { enterMoves } from '../../components/enter-moves.ts'
import { useSay } from '../../language.tsx'
import css from './wizard.module.css'

const names = [
  texts.wizard.stepUnit,
  texts.wizard.stepPeople,
  texts.wizard.stepData,
  texts.wizard.stepTargets,
  texts.wizard.stepRecovery,
]

/** The list of steps with the current one marked, and that step below it. */
export function Steps({ at, children }: { at: number; children: ReactNode }) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (at > 0) heading.current?.focus()
  }, [at])
  const name = names[at]
  return (
    <>
      <ol className={css.steps} aria-label={say(texts.wizard.steps)}>
        {names.map((each, index) => (
          <li key={each.vi} data-done={index < at} aria-current={index === at ? 'step' : undefined}>
            <span aria-hidden>{index < at ? <IconCheck size={14} /> : index + 1}</span>
            {say(each)}
          </li>
        ))}
      </ol>
      <section className={css.step}>
        <Title order={2} ref={heading} tabIndex={-1} className={css.heading}>
          {name && say(texts.wizard.step, { n: at + 1, of: names.length, name: say(name) })}
        </Title>
        {children}
      </section>
    </>
  )
}

type StepFormProps = {
  onNext: () => void
  onBack?: (() => void) | undefined
  nextLabel?: string
  busy?: boolean
  disabled?: boolean
  beside?: ReactNode
  children: ReactNode
}

/** A step as a form: Enter goes from box to box and then on, the buttons say the same. */
export function StepForm(props: StepFormProps) {
  const say = useSay()
  const { onNext, onBack, nextLabel, busy, disabled, beside, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onNext()
  }
  return (
    <form onSubmit={submit} onKeyDown={enterMoves} noValidate>
      {children}
      <Group justify="space-between" mt="md">
        <Group gap="xs">
          {onBack && (
            <Button
              variant="default"
              onClick={onBack}
              leftSection={<IconArrowLeft size={16} aria-hidden />}
            >
              {say(texts.common.back)}
            </Button>
          )}
          {beside}
        </Group>
        <Button
          type="submit"
          loading={busy ?? false}
          disabled={disabled ?? false}
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          {nextLabel ?? say(texts.common.next)}
        </Button>
      </Group>
    </form>
  )
}
