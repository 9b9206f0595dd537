import { type Session, systemPreferences } from 'electron'
import { isOwnPage } from './page-files.ts'

/** Opens or closes the camera for our own page; false when the system keeps it closed. */
export type CameraDoor = (open: boolean) => Promise<boolean>

/**
 * Refuses every permission a page could ask for, but to our own page the whole screen and, while its
 * door is open, the picture of the camera.
 */
export function guardPermissions(session: Session): CameraDoor {
  let cameraOpen = false
  const isPicture = (kinds: readonly string[] | undefined) =>
    kinds?.length === 1 && kinds[0] === 'video'
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? details.mediaTypes : undefined
    const isOurs = details.isMainFrame && isOwnPage(details.requestingUrl)
    const isCamera = cameraOpen && permission === 'media' && isPicture(kinds)
    answer(isOurs && (isCamera || permission === 'fullscreen'))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const isVideo = details.mediaType === 'video'
    return cameraOpen && permission === 'media' && isVideo && isOwnPage(origin)
  })
  session.setDevicePermissionHandler(() => false)
  return async (open) => {
    cameraOpen = open && (await systemAllows())
    return cameraOpen
  }
}

/** macOS asks the person once for each app; the other systems let the device answer. */
async function systemAllows(): Promise<boolean> {
  return process.platform === 'darwin' ? systemPreferences.askForMediaAccess('camera') : true
}
