import { useState } from 'react'
import { formatDate, type IsoDate, parseDate } from '#core/date.ts'
import type { Campaign } from '#core/target.ts'
import { texts } from '#core/texts.ts'
import type { Say } from '../../language.tsx'

/** A span that can be chosen by name. */
export type Preset = { id: string; label: string; from: IsoDate; to: IsoDate }

/** The spans of the shipped campaigns, the years they are in, and this month; the newest first. */
export function presetsOf(campaigns: readonly Campaign[], today: IsoDate, say: Say): Preset[] {
  const { cityTotals } = texts
  const month = `${today.slice(0, 8)}01`
  return [
    ...campaigns.flatMap(({ id, launchDay, from, to }) => {
      const year = launchDay.slice(0, 4)
      return [
        {
          id: `launch-${id}`,
          label: say(cityTotals.launch, { day: formatDate(launchDay) }),
          ...{ from: launchDay, to: launchDay },
        },
        { id: `campaign-${id}`, label: say(cityTotals.campaign, { year }), from, to },
        {
          id: `year-${id}`,
          label: say(cityTotals.year, { year }),
          ...{ from: `${year}-01-01`, to: `${year}-12-31` },
        },
      ]
    }),
    { id: 'month', label: say(cityTotals.thisMonth), from: month, to: today },
  ]
}

/** The days the figures are of: a preset, or two typed days. */
export function useSpan(presets: readonly Preset[], today: IsoDate) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState({ from: '', to: '' })
  const preset = presets.find(({ id }) => id === (chosen ?? presets[0]?.id))
  const read = (text: string): IsoDate | null => {
    const parsed = parseDate(text, { today })
    return parsed.ok ? parsed.value.date : null
  }
  const [from, to] = [read(typed.from), read(typed.to)]
  const custom = from && to && from <= to ? { from, to } : null
  return {
    id: preset?.id ?? 'custom',
    span: preset ? { from: preset.from, to: preset.to } : custom,
    typed,
    setTyped,
    choose: (id: string) => {
      if (preset) setTyped({ from: formatDate(preset.from), to: formatDate(preset.to) })
      setChosen(id)
    },
  }
}
