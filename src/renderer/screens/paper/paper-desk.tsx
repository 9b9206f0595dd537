import { type ReactNode, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { Failed, Loading } from '../../components/page.tsx'
import { Calibration } from './calibration.tsx'
import css from './paper.module.css'
import { PaperView, type PaperViewProps } from './paper-view.tsx'

type PaperDeskProps = Omit<PaperViewProps, 'onCalibrate' | 'card' | 'failure'> & {
  query: { data: PaperCard | undefined; error: unknown; refetch: () => unknown }
  settings: ReactNode
}

/**
 * A paper at work: looked at and printed, with the calibration of its printer in its place when asked.
 * What can be chosen about it stays in reach, and keeps the focus, when a choice gives no paper.
 */
export function PaperDesk({ query, settings, ...paper }: PaperDeskProps) {
  const [printer, setPrinter] = useState<string | null>(null)
  const { data, error, refetch } = query
  const [last, setLast] = useState(data)
  if (data && data !== last) setLast(data)
  if (printer !== null) return <Calibration printer={printer} onBack={() => setPrinter(null)} />
  const failure = error ? <Failed error={error} retry={() => void refetch()} /> : null
  const card = data ?? last
  if (card) {
    const choice = { settings, failure, onCalibrate: setPrinter }
    return <PaperView {...paper} {...choice} card={card} />
  }
  return (
    <div className={css.paper}>
      <aside className={css.side}>
        {settings}
        {failure ?? <Loading />}
      </aside>
    </div>
  )
}
