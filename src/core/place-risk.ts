/** Why a folder is no place for the store that is worked in. */
export type PlaceRisk = 'synced' | 'network' | 'removable'

const synced = [
  /^onedrive( - .+)?$/i,
  /^(my drive|google drive|googledrive|drivefs|ổ đĩa của tôi)$/i,
  /^dropbox( \(.+\))?$/i,
  /^(icloud ?drive|icloud~.*|mobile documents|com~apple~clouddocs)$/i,
  /^(box|box sync|mega|megasync|nextcloud|owncloud|syncthing|seafile|pcloud ?drive|zalo pc)$/i,
]

/**
 * What the path alone tells: a folder inside one that a cloud service keeps in step, or on another
 * computer (UNC). Such folders tear a live store apart: they copy the file without its log.
 */
export function pathRisk(path: string): PlaceRisk | null {
  if (/^(\\\\|\/\/)[^\\/]/.test(path) && !/^\\\\[?.]\\[a-z]:/i.test(path)) return 'network'
  const steps = path.normalize('NFC').split(/[\\/]+/)
  return steps.some((step) => synced.some((pattern) => pattern.test(step))) ? 'synced' : null
}
