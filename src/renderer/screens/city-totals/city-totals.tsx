import { Button, Kbd, Text } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { CityStand } from '#core/city/standing.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow, ChoiceBox } from '../../components/box.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Notice, Page, Sheet } from '../../components/page.tsx'
import { SpanBoxes } from '../../components/span-boxes.tsx'
import { useSay } from '../../language.tsx'
import css from './city-totals.module.css'
import { ExportDialog } from './export-dialog.tsx'
import { TargetBar } from './target-bar.tsx'
import { UnitTable } from './unit-table.tsx'
import { presetsOf, useSpan } from './use-span.ts'

const { cityTotals } = texts

type Units = 'then' | 'now'

/** What the units' files come to together, against the targets. */
export function CityTotals({ today }: { today: string }) {
  const say = useSay()
  const campaigns = useCall('office.campaigns', {})
  const presets = presetsOf(campaigns.data ?? [], today, say)
  const { span, ...chosen } = useSpan(presets, today)
  const [units, setUnits] = useState<Units>('then')
  const [exporting, setExporting] = useState(false)
  const [exported, setExported] = useState<{ file: string; rows: number } | null>(null)
  const stand = useCall(
    'city.stand',
    { ...(span ?? { from: today, to: today }), units },
    { enabled: span !== null && campaigns.data !== undefined, keep: true },
  )
  const canExport = span !== null && (stand.data?.chosen.length ?? 0) > 0
  const open = () => canExport && setExporting(true)
  useKeys([{ key: 'ctrl+e', label: cityTotals.export, run: open }])
  return (
    <Page
      title={cityTotals.title}
      aside={
        <Button
          disabled={!canExport}
          leftSection={<IconTableExport size={16} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl+E</Kbd>}
          onClick={open}
        >
          {say(cityTotals.export)}
        </Button>
      }
    >
      <search className={css.head}>
        <BoxRow>
          <ChoiceBox
            label={say(cityTotals.preset)}
            width={18}
            grow={0}
            value={chosen.id}
            options={[
              ...presets.map(({ id, label }) => ({ value: id, label })),
              { value: 'custom', label: say(cityTotals.custom) },
            ]}
            onChange={chosen.choose}
          />
          {chosen.id === 'custom' && (
            <SpanBoxes
              width={12}
              grow={0}
              today={today}
              value={chosen.typed}
              onChange={(change) => chosen.setTyped({ ...chosen.typed, ...change })}
            />
          )}
          <ChoiceBox
            label={say(cityTotals.as)}
            width={16}
            grow={0}
            value={units}
            options={(['then', 'now'] as const).map((value) => ({
              value,
              label: say(value === 'then' ? cityTotals.asThen : cityTotals.asNow),
            }))}
            onChange={setUnits}
          />
        </BoxRow>
      </search>
      {exported && (
        <div role="status">
          <Notice tone="leaf">{say(cityTotals.exported, exported)}</Notice>
        </div>
      )}
      {span && <Answer query={stand}>{(value) => <Figures stand={value} />}</Answer>}
      {exporting && span && (
        <ExportDialog
          order={{ ...span, units }}
          onClose={() => setExporting(false)}
          onDone={(done) => {
            setExported(done)
            setExporting(false)
          }}
        />
      )}
    </Page>
  )
}

function Figures({ stand }: { stand: CityStand }) {
  const say = useSay()
  if (stand.chosen.length === 0) {
    return (
      <Empty title={say(cityTotals.empty)}>
        <Text size="sm">{say(cityTotals.emptyHint)}</Text>
      </Empty>
    )
  }
  const below = stand.units.filter(({ targets }) =>
    targets.some(({ achieved, value }) => achieved < value),
  ).length
  const hasTargets = stand.units.some(({ targets }) => targets.length > 0)
  return (
    <>
      <Sheet title={say(cityTotals.headline)}>
        {stand.targets.length === 0 && <Text size="sm">{say(cityTotals.noTargets)}</Text>}
        {stand.targets.map((target) => (
          <TargetBar key={target.id} target={target} />
        ))}
      </Sheet>
      {hasTargets && (
        <Notice tone={below === 0 ? 'leaf' : 'lamp'}>
          {say(below === 0 ? cityTotals.allReached : cityTotals.below, { n: below })}
        </Notice>
      )}
      <UnitTable stand={stand} />
      <Text size="sm" className="soft">
        {say(cityTotals.adding)}
      </Text>
    </>
  )
}
