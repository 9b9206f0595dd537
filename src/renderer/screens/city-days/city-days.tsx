import { Button, Group, Kbd, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { dayMarks } from '#core/city/matrix.ts'
import { addDays, addMonths, type IsoDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import css from './city-days.module.css'
import { DayGrid, signs } from './day-grid.tsx'
import { FileDialog } from './file-dialog.tsx'
import { Gaps } from './gaps.tsx'

const { cityDays } = texts

/** Which unit sent which day: a month at a time, with the numbers that are missing. */
export function CityDays({ today }: { today: string }) {
  const say = useSay()
  const campaigns = useCall('office.campaigns', {})
  const [chosen, setChosen] = useState<IsoDate | null>(null)
  const [open, setOpen] = useState<number | null>(null)
  const latest = useCall('city.files', {
    from: '0001-01-01',
    to: today,
    unit: null,
    waiting: false,
  })
  // The month of the newest file says more than an empty one of today.
  const newest = latest.data?.[0]?.period.to ?? today
  const month = chosen ?? `${newest.slice(0, 8)}01`
  const span = { from: month, to: addDays(addMonths(month, 1), -1) }
  const matrix = useCall('city.matrix', span, { enabled: !latest.isPending, keep: true })
  const turn = (by: number) => setChosen(addMonths(month, by))
  useKeys([
    { key: 'PageUp', label: cityDays.before, run: () => turn(-1) },
    { key: 'PageDown', label: cityDays.after, run: () => turn(1) },
  ])
  const launch = campaigns.data?.find(({ launchDay }) => launchDay.startsWith(month.slice(0, 7)))
  return (
    <Page title={cityDays.title} fill aside={<MonthTurner month={month} onTurn={turn} />}>
      <Legend />
      {launch && <Text size="sm">{`${launch.name}.`}</Text>}
      <Answer query={matrix}>
        {(units) => {
          const silent = units.every(({ cells }) => cells.every(({ fileId }) => fileId === null))
          return (
            <>
              {silent && (
                <Empty title={say(cityDays.empty)}>
                  <Text size="sm">{say(cityDays.emptyHint)}</Text>
                </Empty>
              )}
              <div className={css.scroll}>
                <DayGrid key={month} units={units} today={today} onOpen={setOpen} />
              </div>
            </>
          )
        }}
      </Answer>
      <Text size="sm" className="soft">
        {say(cityDays.keys)}
      </Text>
      <Gaps />
      {open !== null && <FileDialog id={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function MonthTurner({ month, onTurn }: { month: string; onTurn: (by: number) => void }) {
  const say = useSay()
  const name = `${month.slice(5, 7)}/${month.slice(0, 4)}`
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        rightSection={<Kbd size="xs">PgUp</Kbd>}
        onClick={() => onTurn(-1)}
      >
        {say(cityDays.before)}
      </Button>
      <strong role="status">{say(cityDays.month, { month: name })}</strong>
      <Button
        variant="default"
        leftSection={<IconChevronRight size={16} aria-hidden />}
        rightSection={<Kbd size="xs">PgDn</Kbd>}
        onClick={() => onTurn(1)}
      >
        {say(cityDays.after)}
      </Button>
    </Group>
  )
}

function Legend() {
  const say = useSay()
  return (
    <ul className={css.legend} aria-label={say(cityDays.legend)}>
      {dayMarks.map((mark) => (
        <li key={mark}>
          <span data-mark={mark} aria-hidden>
            {signs[mark]}
          </span>
          {say(cityDays.marks[mark])}
        </li>
      ))}
    </ul>
  )
}
