import type { CallInput } from '#core/contract.ts'
import { parseCount } from '#core/count.ts'
import { formatMoney } from '#core/money.ts'
import { isPin } from '#core/pin.ts'
import type { Campaign, Target } from '#core/target.ts'
import type { Role } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { noting, type Wrongs } from '../../components/reading.ts'

/** A person of the new office as typed, with the PIN twice. */
export type PersonForm = { key: string; role: Role; name: string; pin: string; again: string }

/** A target as typed. */
export type TargetForm = { target: Target; value: string }

/** The largest target that can be set. */
export const largestTarget = 100_000_000

/** An empty line for a person. */
export function newPerson(role: Role): PersonForm {
  return { key: crypto.randomUUID(), role, name: '', pin: '', again: '' }
}

/** The targets of the campaigns shipped with the app, ready to be changed. */
export function targetForms(campaigns: readonly Campaign[]): TargetForm[] {
  return campaigns
    .flatMap(({ targets }) => targets)
    .map((target) => ({ target, value: formatMoney(target.value) }))
}

/** What is wrong with the people: a name missing, a PIN of the wrong shape, two PINs that differ. */
export function readPeople(people: readonly PersonForm[]): {
  people: CallInput<'office.create'>['people']
  wrong: Record<string, 'required' | 'pin-shape' | 'pin-differs'>
} {
  const wrong: Record<string, 'required' | 'pin-shape' | 'pin-differs'> = {}
  people.forEach(({ name, pin, again }, index) => {
    if (cleanText(name) === '') wrong[`people.${index}.name`] = 'required'
    if (!isPin(pin)) wrong[`people.${index}.pin`] = 'pin-shape'
    else if (again !== pin) wrong[`people.${index}.again`] = 'pin-differs'
  })
  return {
    people: people.map(({ name, role, pin }) => ({ name: cleanText(name), role, pin })),
    wrong,
  }
}

/** The targets to store, and the ones whose number cannot be read. */
export function readTargets(forms: readonly TargetForm[]): { targets: Target[]; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const { required } = noting(wrong)
  const targets = forms.map(({ target, value }, index) => {
    const read = (text: string) => parseCount(text, largestTarget)
    return { ...target, value: required(`targets.${index}`, value.trim(), read) ?? 0 }
  })
  return { targets, wrong }
}
