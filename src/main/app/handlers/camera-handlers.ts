import { ok } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import type { Handlers } from './handler.ts'

/** Handlers of the camera: its permission lasts as long as the dialog that needs it. */
export function cameraHandlers(desk: Desk) {
  return {
    'camera.allow': async () => ok({ allowed: await desk.ports.allowCamera(true) }),
    'camera.end': async () => {
      await desk.ports.allowCamera(false)
      return ok(null)
    },
  } satisfies Partial<Handlers>
}
