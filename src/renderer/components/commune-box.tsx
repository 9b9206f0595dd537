import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { useMemo } from 'react'
import type { CommuneCard } from '#core/contract.ts'
import { foldKey } from '#core/text.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { type BoxProps, SearchBox } from './box.tsx'

const words = (text: string): string[] => foldKey(text).split(' ').filter(Boolean)

/** Keeps the options that hold every typed word, marks and order aside; the best match first. */
export const filterFolded: OptionsFilter = ({ options, search, limit }) => {
  const wanted = words(search)
  const found = (options as ComboboxItem[]).filter((option) => {
    const key = foldKey(option.label)
    return wanted.every((word) => key.includes(word))
  })
  const starts = (option: ComboboxItem): number =>
    foldKey(option.label).startsWith(foldKey(search)) ? 0 : 1
  return found.toSorted((a, b) => starts(a) - starts(b)).slice(0, limit)
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
  const data = useMemo(
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
      data={data}
      filter={filterFolded}
      nothing={say(texts.enrol.communeNone)}
      placeholder={say(texts.common.choose)}
    />
  )
}
