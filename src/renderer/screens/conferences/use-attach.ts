import { useState } from 'react'
import { largestThumbnail } from '#core/attachment.ts'
import { call } from '../../api.ts'
import { drawThumbnail } from './thumbnail.ts'

/** What became of a file that was to be attached; `error` is null when it is. */
export type Attached = { path: string; name: string; error: unknown }

/** Attaches files one after the other, each with its own outcome; what is refused stops no other. */
export function useAttach(conferenceId: number) {
  const [waiting, setWaiting] = useState(0)
  const [outcomes, setOutcomes] = useState<readonly Attached[]>([])
  const [error, setError] = useState<unknown>(null)
  const run = async (choose: () => Promise<string[]>) => {
    if (waiting > 0) return
    setError(null)
    try {
      const paths = await choose()
      if (paths.length === 0) return
      setOutcomes([])
      for (const [index, path] of paths.entries()) {
        setWaiting(paths.length - index)
        const outcome = await attach(conferenceId, path)
        setOutcomes((before) => [...before, outcome])
      }
    } catch (failure) {
      setError(failure)
    } finally {
      setWaiting(0)
    }
  }
  return {
    /** How many files are still to come. */
    waiting,
    outcomes,
    error,
    choose: () => void run(() => call('app.choosePictures', {})),
    drop: (files: File[]) => void run(() => window.raquan.dropped(files)),
  }
}

/** Attaches a file; it gets its small picture at once. */
async function attach(conferenceId: number, path: string): Promise<Attached> {
  const name = path.split(/[\\/]/).at(-1) ?? path
  try {
    const { id, kind } = await call('conference.attach', { conferenceId, path })
    const small = await drawThumbnail(await call('conference.file', { id, part: 'bytes' }), kind)
    if (small !== null && small.length <= largestThumbnail)
      await call('conference.thumbnail', { id, bytes: small })
    return { path, name, error: null }
  } catch (error) {
    return { path, name, error }
  }
}
