import { useMemo } from 'react'
import type { CommuneCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { type BoxProps, SearchBox } from './box.tsx'
import { communeKey, findFolded } from './commune.ts'

type CommuneBoxProps = BoxProps & {
  communes: CommuneCard[]
  value: string | null
  onChange: (value: string | null) => void
}

/** Finds a commune of the office's area by its name, with or without marks. */
export function CommuneBox({ communes, ...box }: CommuneBoxProps) {
  const say = useSay()
  const items = useMemo(
    () =>
      communes.map((commune) => ({
        value: communeKey(commune),
        label: commune.districtName ? `${commune.name}, ${commune.districtName}` : commune.name,
      })),
    [communes],
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
