import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { call } from '../api.ts'

/** What the camera is doing, or why it cannot: there is none, or the system refuses it. */
export type CameraState = 'asking' | 'watching' | 'none' | 'refused'

/** How long to wait between two looks at the picture, in milliseconds. */
const lookEvery = 150
/** The long side of the picture that is searched; more only costs time. */
const longestSide = 960

/** Finds the text of a QR code in what a video shows now. */
type Look = (video: HTMLVideoElement) => string | null

/** Loads the decoder with its first use. */
async function makeLook(): Promise<Look> {
  const { default: jsQR } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return (video) => {
    const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight, 1))
    const [width, height] = [video.videoWidth * scale, video.videoHeight * scale].map(Math.floor)
    if (!pen || !width || !height) return null
    canvas.width = width
    canvas.height = height
    pen.drawImage(video, 0, 0, width, height)
    const found = jsQR(pen.getImageData(0, 0, width, height).data, width, height)
    return found?.data || null
  }
}

async function openCamera(): Promise<MediaStream | 'none' | 'refused'> {
  const { allowed } = await call('camera.allow', {})
  if (!allowed) return 'refused'
  const video = { width: { ideal: 1280 }, facingMode: 'environment' }
  return navigator.mediaDevices
    .getUserMedia({ video, audio: false })
    .catch((error: DOMException) => (error.name === 'NotAllowedError' ? 'refused' : 'none'))
}

/** The camera while a component is shown: its picture for `video`, and each text it reads. */
export function useCamera(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('asking')
  const hear = useEffectEvent(onText)
  useEffect(() => {
    let gone = false
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = (look: Look) => {
      const text = video.current && look(video.current)
      if (text) hear(text)
      if (!gone) timer = setTimeout(watch, lookEvery, look)
    }
    const start = async () => {
      const [opened, look] = await Promise.all([openCamera(), makeLook()])
      if (typeof opened === 'string') return setState(opened)
      stream = opened
      if (gone || !video.current) return close()
      video.current.srcObject = opened
      await video.current.play()
      setState('watching')
      watch(look)
    }
    const close = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    start().catch(() => !gone && setState('none'))
    return () => {
      gone = true
      clearTimeout(timer)
      close()
      void call('camera.end', {})
    }
  }, [])
  return { video, state }
}
