import { useEffect, useRef, useState } from 'react'
import type { CallInput, PaperCard, Progress } from '#core/contract.ts'
import { call, on } from '../../api.ts'

/** What is to be drawn: a new print job, or a part of an earlier one. */
export type BatchWish =
  | { new: Omit<CallInput<'paper.batch'>, 'job'> }
  | { again: Omit<CallInput<'paper.again'>, 'job'> }

type Work =
  | { at: 'idle'; error: unknown }
  | { at: 'working'; job: string; progress: Progress | null }
  | { at: 'done'; card: PaperCard }

/** Draws print jobs one at a time, tells how far it is and stops when asked or when the screen goes. */
export function useBatch() {
  const [work, setWork] = useState<Work>({ at: 'idle', error: null })
  const running = useRef<string | null>(null)
  const stop = () => {
    const job = running.current
    if (job !== null) void call('job.cancel', { job })
  }
  useEffect(() => {
    const silence = on('progress', (progress) => {
      if (progress.job !== running.current || running.current === null) return
      setWork({ at: 'working', job: running.current, progress })
    })
    return () => {
      silence()
      const job = running.current
      if (job !== null) void call('job.cancel', { job })
    }
  }, [])
  const start = async (wish: BatchWish) => {
    const job = crypto.randomUUID()
    running.current = job
    setWork({ at: 'working', job, progress: null })
    try {
      const card =
        'new' in wish
          ? await call('paper.batch', { job, ...wish.new })
          : await call('paper.again', { job, ...wish.again })
      setWork({ at: 'done', card })
    } catch (error) {
      setWork({ at: 'idle', error })
    }
    running.current = null
  }
  return { work, start, stop, leave: () => setWork({ at: 'idle', error: null }) }
}
