import { useMemo } from 'react'
import type { CommuneCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { type Say, useSay } from '../language.tsx'
import { type BoxProps, SearchBox } from './box.tsx'
import { communeKey, findFolded } from './commune.ts'

type CommuneBoxProps = BoxProps & {
  /** A former commune has its last day in `validTo`. */
  communes: (CommuneCard & { validTo?: string | null })[]
  value: string | null
  onChange: (value: string | null) => void
}

function sayUntil({ validTo }: { validTo?: string | null }, say: Say): string {
  return validTo ? ` ${say(texts.enrol.communeUntil, { date: formatDate(validTo) })}` : ''
}

/** Finds a commune of the office's area by its name, with or without marks. */
export function CommuneBox({ communes, ...box }: CommuneBoxProps) {
  const say = useSay()
  const items = useMemo(
    () =>
      communes.map((commune) => ({
        value: communeKey(commune),
        label:
          [commune.name, commune.districtName].filter(Boolean).join(', ') + sayUntil(commune, say),
      })),
    [communes, say],
  )
  return (
    <SearchBox
      {...box}
      items={items}
      find={findFolded}
      nothing={say(texts.enrol.communeNone)}
      placeholder={say(texts.common.choose)}
    />
  )
}
