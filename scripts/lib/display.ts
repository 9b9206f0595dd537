import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Stop } from './console.ts'
import { adopt } from './process.ts'

/** A virtual display: the value for DISPLAY, and how to end it. */
export type VirtualDisplay = { name: string; stop: () => Promise<void> }

const screen = '1600x1000x24'

/** False only on a Linux machine where nobody could see a window. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Starts an Xvfb of our own on the first free display number. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  // setpriv ends the display with us, however we end.
  const withUs = ['--pdeathsig', 'TERM', '--', 'Xvfb']
  const options = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp']
  const child = adopt(
    spawn('setpriv', [...withUs, ...options], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }),
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const number = await Promise.race([
    firstLine(child.stdio[3] as Readable),
    ended.then(() => {
      throw new Stop('Không mở được màn hình ảo Xvfb.')
    }),
  ])
  const stop = () => {
    child.kill()
    return ended
  }
  return { name: `:${number}`, stop }
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line
  throw new Stop('Xvfb không cho biết số màn hình.')
}
