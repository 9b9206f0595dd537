import { execFile } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type PlaceRisk, pathRisk } from '#core/place-risk.ts'
import { fail, type Problem } from '#core/result.ts'
import type { Desk } from './desk.ts'
import { holdsOffice } from './open-office.ts'

/** How the machine's disks are asked for; only tests ask about other ones. */
export type Machine = {
  platform: NodeJS.Platform
  /** The text of `/proc/mounts`. */
  mounts: () => string
  /** Whether the disk behind a device (`/dev/sdb1`) can be taken out. */
  isRemovable: (device: string) => boolean
  /** The .NET drive type of a Windows drive letter: 2 removable, 4 network. */
  driveType: (letter: string) => Promise<number>
}

/** This machine. */
export const thisMachine: Machine = {
  platform: process.platform,
  mounts: () => readFileSync('/proc/mounts', 'utf8'),
  isRemovable: (device) => {
    // A partition lies inside its disk: /sys/class/block/sdb1 -> …/block/sdb/sdb1.
    const block = join('/sys/class/block', basename(device))
    if (!existsSync(block)) return false
    const disk = realpathSync(block)
    const files = [join(disk, 'removable'), join(dirname(disk), 'removable')]
    return files.some((file) => existsSync(file) && readFileSync(file, 'utf8').trim() === '1')
  },
  driveType: async (letter) => {
    const ask = `[int](New-Object System.IO.DriveInfo '${letter}').DriveType`
    const options = { timeout: 10_000, encoding: 'utf8', windowsHide: true } as const
    const args = ['-NoProfile', '-Command', ask]
    return Number((await promisify(execFile)('powershell.exe', args, options)).stdout)
  },
}

const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|9p|afs|ceph|glusterfs|davfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|google-drive-ocamlfuse|onedriver))$/

/** Refuses a folder that is no place for the store that is worked in; null when it is one. */
export async function refuseUnfit(
  folder: string,
  machine = thisMachine,
): Promise<{ ok: false; problem: Problem } | null> {
  const risk = await placeRisk(folder, machine)
  return risk === null ? null : fail(`store.place-${risk}`, { folder })
}

/**
 * Looks whether the office that stands on this computer stands where it should, and has the window warn
 * when it does not. It stays open: refusing it would lock people out of their own data.
 */
export async function warnOfPlace(desk: Desk, machine = thisMachine): Promise<void> {
  const folder = desk.settings.dataDir
  const risk = holdsOffice(folder) ? await placeRisk(folder, machine) : null
  if (risk === null) return
  desk.unfit = { folder, problem: { code: `store.stands-${risk}`, values: { folder } } }
  desk.ports.emit('changed', { areas: ['state'] })
}

/** Why a folder, also one that is still to be made, is no place for the live store; null when it is one. */
export async function placeRisk(folder: string, machine: Machine): Promise<PlaceRisk | null> {
  const named = pathRisk(folder)
  if (named) return named
  const path = machine.platform === 'win32' ? folder : standing(resolve(folder))
  const real = pathRisk(path)
  if (real) return real
  if (machine.platform === 'win32') return windowsRisk(folder, machine)
  return machine.platform === 'linux' ? linuxRisk(path, machine) : null
}

/** The nearest folder above that is there, without links. */
function standing(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(standing(dirname(path)), basename(path))
}

async function windowsRisk(folder: string, machine: Machine): Promise<PlaceRisk | null> {
  const letter = /^(?:\\\\[?.]\\)?([a-z]):/i.exec(folder)?.[1]
  if (!letter) return null
  try {
    const type = await machine.driveType(letter.toUpperCase())
    return type === 2 ? 'removable' : type === 4 ? 'network' : null
  } catch {
    // A machine whose rules forbid asking cannot be warned by its disks, only by the names of folders.
    return null
  }
}

function linuxRisk(path: string, machine: Machine): PlaceRisk | null {
  const mount = machine
    .mounts()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, point = '-']) => isUnder(path, readPoint(point)))
    .sort(([, a = ''], [, b = '']) => a.length - b.length)
    .at(-1)
  const [device = '', , type = ''] = mount ?? []
  if (networkTypes.test(type)) return 'network'
  return device.startsWith('/dev/') && machine.isRemovable(device) ? 'removable' : null
}

const isUnder = (path: string, point: string): boolean =>
  path === point || path.startsWith(point === '/' ? '/' : `${point}/`)

/** The kernel writes blanks in the table of mounts as octal. */
const readPoint = (point: string): string =>
  point.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
