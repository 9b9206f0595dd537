import { useEffect, useState } from 'react'
import type { Progress, Received } from '#core/contract.ts'
import { call, on, useAct } from '../../api.ts'

/** Receiving: what goes on, how far it is, and what came of it. */
export function useReceive() {
  const act = useAct('city.receive')
  const [progress, setProgress] = useState<Progress | null>(null)
  const [job, setJob] = useState<string | null>(null)
  useEffect(() => {
    if (job === null) return
    return on('progress', (now) => {
      if (now.job === job) setProgress(now)
    })
  }, [job])
  const start = (paths: string[]) => {
    if (paths.length === 0 || act.isPending) return
    const id = crypto.randomUUID()
    setJob(id)
    setProgress(null)
    act.mutate({ job: id, paths }, { onSettled: () => setJob(null) })
  }
  const choose = async (from: 'folder' | 'file') => {
    const path =
      from === 'folder'
        ? await call('app.chooseFolder', { purpose: 'received' })
        : await call('app.chooseFile', { purpose: 'summary' })
    if (path !== null) start([path])
  }
  return {
    choose,
    drop: async (files: File[]) => start(await window.raquan.dropped(files)),
    stop: () => job !== null && void call('job.cancel', { job }),
    working: act.isPending,
    progress,
    received: (act.data ?? null) as Received | null,
    error: act.error,
  }
}
