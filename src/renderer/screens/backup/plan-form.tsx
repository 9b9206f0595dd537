import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type BackupPlan, backupPlaces, BackupPlan as Shape } from '#core/backup.ts'
import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed, Sheet } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'

const { backup } = texts

const numbers = [
  ['everyHours', backup.everyHours, 24],
  ['days', backup.days, 90],
  ['months', backup.months, 60],
] as const

/** Where backups go, how often, and how many are kept; saved with the own PIN. */
export function PlanForm({ plan, onSaved }: { plan: BackupPlan; onSaved: () => void }) {
  const say = useSay()
  const save = useAct('backup.plan')
  const [places, setPlaces] = useState(plan.places)
  const [typed, setTyped] = useState({
    everyHours: String(plan.everyHours),
    days: String(plan.days),
    months: String(plan.months),
  })
  const [pin, setPin] = useState('')
  const [everyHours, days, months] = numbers.map(([name]) => Number(typed[name]))
  const read = Shape.safeParse({ places, everyHours, days, months })
  const wrong = (most: number, text: string) => {
    const value = Number(text)
    return Number.isInteger(value) && value >= 1 && value <= most ? null : `1–${most}`
  }
  const submit = () => {
    if (read.success && isPin(pin)) {
      save.mutate({ plan: read.data, ownPin: pin }, { onSuccess: onSaved })
    }
  }
  const slots = Math.min(places.length + 1, backupPlaces)
  return (
    <Sheet title={say(backup.plan)}>
      <EnterForm label={say(backup.plan)} onSubmit={submit}>
        <Stack gap="xs">
          {Array.from({ length: slots }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is known by its position
            <Group key={index} gap="xs" wrap="nowrap">
              <div style={{ flex: 1 }}>
                <PathBox
                  label={say(backup.place, { n: index + 1 })}
                  ask={{ call: 'app.chooseFolder', purpose: 'backup' }}
                  value={places[index] ?? null}
                  onChange={(path) =>
                    setPlaces((now) => [...now.slice(0, index), path, ...now.slice(index + 1)])
                  }
                />
              </div>
              {places[index] !== undefined && (
                <Button
                  variant="default"
                  aria-label={`${say(backup.drop)} ${index + 1}`}
                  onClick={() => setPlaces((now) => now.filter((_, other) => other !== index))}
                >
                  {say(backup.drop)}
                </Button>
              )}
            </Group>
          ))}
          <BoxRow>
            {numbers.map(([name, label, most]) => (
              <TextBox
                key={name}
                label={say(label)}
                width={13}
                grow={0}
                inputMode="numeric"
                maxLength={2}
                value={typed[name]}
                onChange={(text) => setTyped((now) => ({ ...now, [name]: text }))}
                error={wrong(most, typed[name])}
              />
            ))}
            <TextBox
              label={say(backup.ownPin)}
              width={14}
              grow={0}
              value={pin}
              onChange={setPin}
              secret
              maxLength={64}
            />
            <Button
              type="submit"
              size="md"
              variant="default"
              disabled={!read.success || !isPin(pin)}
              loading={save.isPending}
            >
              {say(backup.save)}
            </Button>
          </BoxRow>
          {save.isSuccess && (
            <Text size="sm" role="status">
              {say(backup.saved)}
            </Text>
          )}
          {save.error && <Failed error={save.error} />}
        </Stack>
      </EnterForm>
    </Sheet>
  )
}
