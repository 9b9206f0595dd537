import { useMemo } from 'react'
import type { CommuneCard } from '#core/contract.ts'
import { foldKey } from '#core/text.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { type BoxProps, SearchBox } from './box.tsx'

const words = (text: string): string[] => foldKey(text).split(' ').filter(Boolean)

/** The items that hold every typed word, marks and order aside; those that begin with it first. */
export function findFolded<T extends { label: string }>(items: T[], typed: string): T[] {
  const wanted = words(typed)
  const start = foldKey(typed)
  const found = items.filter(({ label }) => {
    const key = foldKey(label)
    return wanted.every((word) => key.includes(word))
  })
  const rank = ({ label }: T): number => (foldKey(label).startsWith(start) ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/** One text for a commune, whose code alone is not unique: `01234|2025-07-01`. */
export function communeKey(commune: { code: string; validFrom: string }): string {
  return `${commune.code}|${commune.validFrom}`
}

/** The commune behind its text. */
export function communeRef(key: string): { code: string; validFrom: string } {
  const [code = '', validFrom = ''] = key.split('|')
  return { code, validFrom }
}

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
