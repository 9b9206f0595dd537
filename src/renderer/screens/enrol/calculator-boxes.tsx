import { texts } from '#core/texts.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { MoneyBox } from '../../components/money-box.tsx'
import { sayInBox, type Wrongs } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { type CalculationForm, calculations, methodsFor } from './calculation.ts'
import { useChoices } from './choices.ts'
import { MonthBox } from './month-box.tsx'

type BoxesProps = {
  form: CalculationForm
  wrong: Wrongs
  strict: boolean
  today: string
  set: (change: Partial<CalculationForm>) => void
}

const { quote } = texts

const countLabels = {
  missing: quote.missingMonths,
  late: quote.lateMonths,
  refund: quote.unusedMonths,
} as const

/** What is to be calculated, and from what. */
export function CalculatorBoxes({ form, wrong, strict, today, set }: BoxesProps) {
  const say = useSay()
  const language = useLanguage()
  const choices = useChoices()
  const { what } = form
  const box = (path: string) => {
    const found = wrong[path]
    return {
      path: `calculation.${path}`,
      strict,
      error: found ? sayInBox(found, language) : null,
    }
  }
  const methods = choices.method.filter(({ value }) => methodsFor(what).includes(value))
  return (
    <>
      <BoxRow>
        <ChoiceBox
          {...box('what')}
          label={say(quote.what)}
          width={17}
          autoFocus
          value={what}
          options={calculations.map((value) => ({ value, label: say(quote[value]) }))}
          onChange={(next) => set({ what: next })}
        />
        <TextBox
          {...box('name')}
          label={say(quote.name)}
          width={12}
          maxLength={300}
          value={form.name}
          onChange={(name) => set({ name })}
        />
        <DateBox
          {...box('date')}
          label={say(what === 'refund' ? quote.datePaid : quote.date)}
          width={7}
          grow={0}
          today={today}
          value={form.date}
          onChange={(date) => set({ date })}
        />
      </BoxRow>
      <BoxRow>
        <MoneyBox
          {...box('income')}
          label={say(quote.income)}
          width={7}
          maxLength={40}
          value={form.income}
          onChange={(income) => set({ income })}
        />
        {what !== 'missing' && (
          <ChoiceBox
            {...box('method')}
            label={say(quote.method)}
            width={8}
            value={form.method}
            options={methods}
            empty={say(texts.common.choose)}
            onChange={(method) => set({ method })}
          />
        )}
        {what !== 'payment' && (
          <TextBox
            {...box('count')}
            label={say(countLabels[what])}
            width={7}
            inputMode="numeric"
            maxLength={3}
            value={form.count}
            onChange={(count) => set({ count })}
          />
        )}
        <ChoiceBox
          {...box('group')}
          label={say(quote.group)}
          width={8}
          value={form.group}
          options={choices.group}
          onChange={(group) => set({ group })}
        />
        <TextBox
          {...box('yield')}
          label={say(quote.yield)}
          echo={say(quote.yieldOwn)}
          echoAt="below"
          width={8}
          maxLength={10}
          value={form.yield}
          onChange={(text) => set({ yield: text })}
        />
        <MonthBox
          {...box('since')}
          label={say(quote.supportedSince)}
          width={9}
          today={today}
          value={form.since}
          onChange={(since) => set({ since })}
        />
      </BoxRow>
    </>
  )
}
