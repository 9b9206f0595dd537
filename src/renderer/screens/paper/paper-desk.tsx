import { type ReactNode, useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { Failed, Loading } from '../../components/page.tsx'
import { Calibration } from './calibration.tsx'
import css from './paper.module.css'
import { PaperView, type PaperViewProps } from './paper-view.tsx'

type PaperDeskProps = Omit<PaperViewProps, 'onCalibrate' | 'card' | 'failure' | 'printer'> & {
  query: { data: PaperCard | undefined; error: unknown; refetch: () => unknown }
  settings: ReactNode
}

/**
 * A paper at work: looked at and printed, with the calibration of its printer in its place when asked.
 * What can be chosen about it stays in reach, and keeps the focus, when a choice gives no paper.
 */
export function PaperDesk({ query, settings, ...paper }: PaperDeskProps) {
  const [printer, setPrinter] = useState<string>()
  const [calibrates, setCalibrates] = useState(false)
  const { data, error, refetch } = query
  const [last, setLast] = useState(data)
  if (data && data !== last) setLast(data)
  if (printer !== undefined && calibrates) {
    return <Calibration printer={printer} onBack={() => setCalibrates(false)} />
  }
  const calibrate = (name: string) => {
    setPrinter(name)
    setCalibrates(true)
  }
  const failure = error ? <Failed error={error} retry={() => void refetch()} /> : null
  const card = data ?? last
  if (card) {
    const choice = { settings, failure, printer, onCalibrate: calibrate }
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
