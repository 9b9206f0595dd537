import { type ReactNode, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { Failed, Loading } from '../../components/page.tsx'
import { Calibration } from './calibration.tsx'
import css from './paper.module.css'
import { PaperView, type PaperViewProps } from './paper-view.tsx'

type PaperDeskProps = Omit<PaperViewProps, 'onCalibrate' | 'card'> & {
  query: { data: PaperCard | undefined; error: unknown; refetch: () => unknown }
  settings: ReactNode
}

/**
 * A paper at work: looked at and printed, with the calibration of its printer in its place when asked.
 * While there is none, what can be chosen about it stays in reach.
 */
export function PaperDesk({ query, settings, ...paper }: PaperDeskProps) {
  const [printer, setPrinter] = useState<string | null>(null)
  if (printer !== null) return <Calibration printer={printer} onBack={() => setPrinter(null)} />
  if (query.data && !query.error) {
    return <PaperView {...paper} card={query.data} settings={settings} onCalibrate={setPrinter} />
  }
  return (
    <div className={css.paper}>
      <aside className={css.side}>
        {settings}
        {query.error ? (
          <Failed error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading />
        )}
      </aside>
    </div>
  )
}
