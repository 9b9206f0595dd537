import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { fill, problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { type Complaint, ErrorSummary, goToBox } from '../../components/error-summary.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { newPerson, type PersonForm, readPeople } from './plan.ts'
import { StepForm } from './steps.tsx'
import css from './wizard.module.css'
import type { StepProps } from './wizard.tsx'

/** The head and the clerks, each with a PIN typed twice. */
export function PeopleStep({ plan, set, back, next }: StepProps) {
  const say = useSay()
  const [tried, setTried] = useState(false)
  const { wrong } = readPeople(plan.people)
  const sentence = useSentence()
  const go = () => {
    setTried(true)
    const first = Object.keys(wrong)[0]
    if (!first) return next()
    requestAnimationFrame(() => goToBox(first))
  }
  const complaints: Complaint[] = Object.entries(wrong).map(([path, what]) => ({
    path,
    where: plan.people[Number(path.split('.')[1])]?.name ?? '',
    message: sentence(what, path),
  }))
  const change = (index: number, part: Partial<PersonForm>) =>
    set({
      people: plan.people.map((person, at) => (at === index ? { ...person, ...part } : person)),
    })
  return (
    <StepForm
      onNext={go}
      onBack={back}
      beside={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => set({ people: [...plan.people, newPerson('clerk')] })}
        >
          {say(texts.wizard.addClerk)}
        </Button>
      }
    >
      <ErrorSummary complaints={tried ? complaints : []} />
      {plan.people.map((person, index) => (
        <PersonLine
          key={person.key}
          person={person}
          index={index}
          strict={tried}
          errorOf={(path) => {
            const what = wrong[path]
            return what ? sentence(what, path) : null
          }}
          onChange={(part) => change(index, part)}
          onRemove={
            index > 1
              ? () => set({ people: plan.people.filter(({ key }) => key !== person.key) })
              : undefined
          }
        />
      ))}
    </StepForm>
  )
}

/** The sentence for what is wrong with a box of a person. */
function useSentence() {
  const say = useSay()
  const language = useLanguage()
  return (what: 'required' | 'pin-shape' | 'pin-differs', path: string) => {
    if (what === 'pin-shape') return say(texts.signIn.pinShape)
    if (what === 'pin-differs') return say(texts.wizard.pinDiffers)
    const label = path.endsWith('name') ? texts.enrol.name : texts.wizard.pin
    return fill(problems['input.required'], language, { field: fill(label, language) })
  }
}

type LineProps = {
  person: PersonForm
  index: number
  strict: boolean
  errorOf: (path: string) => string | null
  onChange: (part: Partial<PersonForm>) => void
  onRemove: (() => void) | undefined
}

function PersonLine({ person, index, strict, errorOf, onChange, onRemove }: LineProps) {
  const say = useSay()
  const { wizard } = texts
  const role = say(texts.terms.role[person.role])
  const box = (part: 'name' | 'pin' | 'again') => ({
    path: `people.${index}.${part}`,
    error: errorOf(`people.${index}.${part}`),
    strict,
    value: person[part],
    onChange: (value: string) => onChange({ [part]: value }),
  })
  const pin = { secret: true, inputMode: 'numeric', maxLength: 12, width: 9 } as const
  return (
    <fieldset className={css.person}>
      <legend>{index > 1 ? `${role} ${index}` : role}</legend>
      <BoxRow>
        <TextBox
          {...box('name')}
          label={say(texts.enrol.name)}
          width={16}
          grow={3}
          maxLength={100}
        />
        <TextBox {...box('pin')} {...pin} label={say(wizard.pin)} echo={say(wizard.pinHint)} />
        <TextBox {...box('again')} {...pin} label={say(wizard.pinAgain)} />
        {onRemove && (
          <Button variant="subtle" color="lacquer" onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
            {say(wizard.removePerson, { name: person.name || role })}
          </Button>
        )}
      </BoxRow>
    </fieldset>
  )
}
