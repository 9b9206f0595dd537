import { Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCalculator, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Calculation, CallAnswer, QuoteWish } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { AmountsWhy } from './amounts-why.tsx'
import { type CalculationForm, calculationOf, readCalculation } from './calculation.ts'
import { CalculatorBoxes } from './calculator-boxes.tsx'
import type { EnrolForm } from './draft.ts'
import { QuotePaper } from './quote-paper.tsx'
import { useWhom } from './use-whom.ts'
import css from './why.module.css'

type ButtonProps = { form: EnrolForm; active: number; today: string }

/** The button that opens the calculator with what the row in use says. */
export function Calculator({ form, active, today }: ButtonProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const start = () => setOpen(true)
  useKeys([{ key: 'alt+t', label: texts.quote.open, quiet: true, run: start }])
  return (
    <>
      <Button
        variant="default"
        data-enter-stop
        leftSection={<IconCalculator size={16} aria-hidden />}
        rightSection={<Kbd size="xs">Alt+T</Kbd>}
        onClick={start}
      >
        {say(texts.quote.open)}
      </Button>
      {open && (
        <CalculatorDialog
          first={calculationOf(form.members[active], form.signedOn)}
          today={today}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

const pause = 120

type DialogProps = { first: CalculationForm; today: string; onClose: () => void }

/** The calculation as typed; its paper comes in its place and goes back to it. */
function CalculatorDialog({ first, today, onClose }: DialogProps) {
  const say = useSay()
  const [form, setForm] = useState(first)
  const [wish, setWish] = useState<QuoteWish | null>(null)
  if (wish) return <QuotePaper wish={wish} onClose={() => setWish(null)} />
  return (
    <Dialog title={say(texts.quote.title)} onClose={onClose} size="56rem">
      <Calculating form={form} today={today} onChange={setForm} onPrint={setWish} />
    </Dialog>
  )
}

type CalculatingProps = {
  form: CalculationForm
  today: string
  onChange: (form: CalculationForm) => void
  onPrint: (wish: QuoteWish) => void
}

function Calculating({ form, today, onChange, onPrint }: CalculatingProps) {
  const say = useSay()
  const [strict, setStrict] = useState(false)
  const { asked, wrong } = readCalculation(form, today)
  const whom = useWhom(today)
  const print = () => {
    setStrict(true)
    const path = Object.keys(wrong)[0]
    if (path) return goToBox(`calculation.${path}`)
    if (asked) onPrint({ kind: 'calculation', ...whom, name: form.name, asked })
  }
  useKeys([{ key: 'alt+i', label: texts.quote.print, run: print }])
  return (
    <EnterForm label={say(texts.quote.title)} onSubmit={print}>
      <Stack gap="xs">
        <Text size="sm" className="soft">
          {say(texts.quote.hint)}
        </Text>
        <CalculatorBoxes
          form={form}
          wrong={wrong}
          strict={strict}
          today={today}
          set={(change) => onChange({ ...form, ...change })}
        />
        <section className={css.result} aria-label={say(texts.quote.result)} aria-live="polite">
          {asked ? <Result asked={asked} /> : <Text size="sm">{say(texts.quote.waiting)}</Text>}
        </section>
        <Group justify="flex-end">
          <Button
            type="submit"
            leftSection={<IconPrinter size={16} aria-hidden />}
            rightSection={<Kbd size="xs">Alt+I</Kbd>}
          >
            {say(texts.quote.print)}
          </Button>
        </Group>
      </Stack>
    </EnterForm>
  )
}

function Result({ asked }: { asked: Calculation }) {
  const [text] = useDebouncedValue(JSON.stringify(asked), pause)
  const settled = JSON.parse(text) as Calculation
  const query = useCall('quote.ask', settled)
  // Asking again changes nothing: what is refused is put right in the boxes.
  if (query.error) return <Failed error={query.error} />
  return <Answer query={query}>{(amounts) => <Amounts amounts={amounts} on={asked.date} />}</Answer>
}

function Amounts({ amounts, on }: { amounts: CallAnswer<'quote.ask'>; on: string }) {
  const say = useSay()
  const { enrol, quote, terms } = texts
  const [gross, state, local, payer] =
    amounts.kind === 'refund'
      ? [quote.worth, quote.stateBack, quote.localBack, quote.back]
      : [enrol.gross, enrol.state, enrol.local, enrol.payer]
  return (
    <AmountsWhy
      on={on}
      amounts={amounts}
      sums={[
        [gross, amounts.gross],
        [state, -amounts.state],
        [local, -amounts.local],
        [payer, amounts.payer],
      ]}
      title={
        <>
          {say(terms.scheme['bhxh-tn'])} <small>{say(quote.months, { n: amounts.months })}</small>
        </>
      }
    />
  )
}
